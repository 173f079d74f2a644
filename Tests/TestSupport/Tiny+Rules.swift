extension Tiny {
  /// Files of `coop/rules`: others to try, and faulty ones.
  public static let ruleFiles: [String: String] = [
    "essai.toml": """
    [[rules]]
    name = "partage"
    version = 2
    valid_from = 2025-06-01
    adopted_by = "AG du 12 juin 2026, résolution 4 (fictive)"
    base = "net-result"
    when_negative = "mirror"

    [[rules.group]]
    id = "toits"
    [[rules.group.part]]
    to = "party:ville"
    sites = ["nord"]
    [[rules.group.part]]
    to = "party:acheteur"
    sites = ["sud"]

    [[rules.step]]
    id = "redevance"
    label_fr = "Part des propriétaires de toits"
    label_en = "Owners of roofs"
    take = "per-kwh"
    euros = "0.002"
    to = "group:toits"
    key = "energy"
    nature = "charge"

    [[rules.step]]
    id = "reserve-legale"
    label_fr = "Réserve légale"
    label_en = "Legal reserve"
    take = "percent"
    percent = "5"
    of = "remaining"
    year_at_most_cents = 50000
    to = "reserve:106100"
    nature = "reserve"

    [[rules.step]]
    id = "part-des-associes"
    label_fr = "Part des associés, une voix une part"
    label_en = "Members' part, one each"
    take = "remainder"
    to = "members"
    key = "equal"
    nature = "entitlement"

    [rules.energy]
    key = "shares-days"
    shares_in_all = 200

    """,
    "fautives.toml": """
    [[rules]]
    name = "partage"
    version = 2
    valid_from = 2025-06-01
    adopted_by = "AG"
    base = "net-result"
    when_negative = "mirror"

    [[rules.step]]
    id = "a"
    label_fr = "A"
    label_en = "A"
    take = "percent"
    percent = "105"
    to = "reserve:455000"
    nature = "reserve"

    [[rules.step]]
    id = "b"
    label_fr = "B"
    label_en = "B"
    take = "fixed"
    cents = 10
    to = "members"
    key = "energy"
    nature = "charge"

    [rules.energy]
    key = "shares-days"

    """,
    "inconnues.toml": """
    [[rules]]
    name = "partage"
    version = 1
    valid_from = 2025-06-01
    adopted_by = "AG"
    base = "net-result"
    when_negative = "mirror"

    [[rules.step]]
    id = "toit"
    label_fr = "Toit"
    label_en = "Roof"
    take = "per-kwc"
    euros = "4"
    sites = ["nord", "norrd"]
    to = "party:ville"
    nature = "charge"

    [[rules.step]]
    id = "reste"
    label_fr = "Reste"
    label_en = "Rest"
    take = "remainder"
    to = "college:fees"
    nature = "entitlement"

    [rules.energy]
    key = "equal"

    """,
  ]
}
