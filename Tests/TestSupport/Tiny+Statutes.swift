extension Tiny {
  /// New statutes for the tiny cooperative, by file name: sound ones, and one for each thing that new
  /// statutes may not do.
  public static let newStatutes: [(name: String, text: String)] = [
    (
      "merger.toml",
      capital("2025-07-01", resolution: "AGE 2025-06-20, 1re résolution")
        + college(
          "companies", "101320", "company", 50, "2025-06-01", "AGE 2025-06-20, 2")
        + "valid_to = 2025-06-30\npasses_to = \"partners\"\n"
        + college("citizens", "101310", "person", 50, "2025-06-01", "AGE 2025-06-20, 3")
        + "capital_target_percent = \"50\"\nmember_capital_cap_percent = \"25\"\n"
        + college(
          "partners", "101350", "company", 50, "2025-07-01", "AGE 2025-06-20, 2")
        + "capital_cap_percent = \"70\"\n"
    ),
    ("no-resolution.toml", capital("2025-07-01", resolution: nil)),
    ("late.toml", capital("2025-01-15", resolution: "AGE 2025-01-10")),
    (
      "weights.toml",
      college("citizens", "101310", "person", 60, "2025-07-01", "AGE 2025-06-20")
    ),
    (
      "orphans.toml",
      college("companies", "101320", "company", 50, "2025-06-01", "AGE 2025-06-20")
        + "valid_to = 2025-06-30\n"
        + college("citizens", "101310", "person", 50, "2025-06-01", "AGE 2025-06-20")
        + college("partners", "101350", "company", 50, "2025-07-01", "AGE 2025-06-20")
    ),
  ].map { ($0, "format = \"soleil-statutes/1\"\n" + $1) }

  private static func capital(_ from: String, resolution: String?) -> String {
    """

    [capital]
    share_nominal_cents = 5000
    floor_cents = 100000
    ceiling_cents = 20000000
    valid_from = \(from)
    \(resolution.map { "resolution = \"\($0)\"\n" } ?? "")
    """
  }

  private static func college(
    _ id: String, _ account: String, _ admits: String, _ weight: Int, _ from: String,
    _ resolution: String
  ) -> String {
    """

    [[college]]
    id = "\(id)"
    name_fr = "\(id)"
    name_en = "\(id)"
    account = "\(account)"
    admits = ["\(admits)"]
    voting_weight = \(weight)
    revenue_weight = \(weight)
    valid_from = \(from)
    resolution = "\(resolution)"

    """
  }
}
