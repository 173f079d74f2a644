extension Tiny {
  /// What befalls the roofs of the tiny cooperative from February on, by file name.
  public static let roofs: [(name: String, text: String)] = [
    ("roofs.toml", changes + novation), ("wrong.toml", wrong),
    (
      "late.toml",
      index("2024-09", "138.02", published: "2024-12-20") + convention("2025-01-10", 420)
    ),
    ("courte.toml", ending("2026-03-31")), ("longue.toml", ending("2026-04-01")),
    ("signed.pdf", "%PDF-1.4 une convention d'essai, signée\n"),
  ]

  /// A roof's life, a rent that follows an index, a grant and a tax.
  private static let changes =
    """
    [[party]]
    id = "agglo"
    name = "Agglomération d'Essai"
    valid_from = 2025-01-01

    [[roof]]
    id = "toit-nord"
    name = "Toit nord"
    commune = "Essai"
    owner = "ville"
    site = "nord"
    procurement = "call-for-interest"

    [[roof.study]]
    kind = "structure"
    on = 2019-03-01
    payer = "ville"
    act = "Bureau d'essai 2019-14"

    [[roof.study]]
    kind = "yield"
    on = 2019-04-02
    payer = "ville"

    [[roof.step]]
    stage = "prospect"
    on = 2019-01-15

    [[roof.step]]
    stage = "studied"
    on = 2019-04-02

    [[roof.step]]
    stage = "signed"
    on = 2019-11-18
    act = "Concession du 2019-11-18"

    [[roof.step]]
    stage = "producing"
    on = 2020-01-14

    [[roof]]
    id = "toit-gymnase"
    name = "Gymnase"
    commune = "Essai"
    owner = "agglo"

    [[roof.step]]
    stage = "prospect"
    on = 2025-02-03

    [[grant]]
    id = "aide-nord"
    plant = "centrale-nord"
    payer = "agglo"
    cents = 450000
    granted = 2025-02-10
    eligible_cents = 2000000
    percent = "30"
    ceiling_cents = 450000
    act = "Délibération 2025-07"

    [[local_tax]]
    id = "cfe-2025"
    kind = "cfe"
    year = 2025
    cents = 24300
    commune = "Essai"
    valid_from = 2025-02-01

    """ + index("2024-12", "137.29", published: "2025-02-05") + convention("2025-02-01", 400)

  private static let novation = """

    [[novation]]
    id = "transfert-sud"
    contracts = ["titre-sud"]
    on = 2025-02-15
    from = "ville"
    to = "agglo"
    act = "Avenant de transfert du 2025-02-01"

    """

  private static let wrong =
    convention("2025-02-01", 400).replacing("2023-12", with: "décembre")
      + """

      [[roof]]
      id = "toit-est"
      name = "Toit est"
      commune = "Essai"
      owner = "ville"

      [[roof.step]]
      stage = "signed"
      on = 2025-02-03

      [[roof.step]]
      stage = "prospect"
      on = 2025-02-04

      [[grant]]
      id = "aide-sud"
      plant = "centrale-nord"
      payer = "ville"
      cents = 500000
      granted = 2025-02-10
      eligible_cents = 2000000
      percent = "30"
      ceiling_cents = 450000

      """

  private static func index(_ month: String, _ value: String, published: String) -> String {
    """

    [[index]]
    id = "ilat"
    month = "\(month)"
    value = "\(value)"
    published = \(published)
    source = "Valeur d'essai"

    """
  }

  /// The convention of the south, ended earlier by an amendment.
  private static func ending(_ last: String) -> String {
    """
    [[convention]]
    id = "titre-sud"
    site = "sud"
    type = "aot"
    owner = "ville"
    first = 2024-11-18
    last = \(last)
    notice_months = 12
    end_of_term = "renewal"
    act = "Avenant n° 2 du 2025-03-01, jusqu'au \(last)"
    valid_from = 2025-03-01

    [convention.rent]
    kind = "percentage"
    percent = "4"
    of = "sales"
    floor_cents_per_year = 1200
    cap_cents_per_year = 60000

    """
  }

  /// The roof of the north with a rent that is revised each 15 February.
  private static func convention(_ from: String, _ cents: Int) -> String {
    """

    [[convention]]
    id = "titre-nord"
    site = "nord"
    type = "concession"
    owner = "ville"
    first = 2025-01-01
    last = 2044-12-31
    end_of_term = "free-return"
    notice_months = 12
    valid_from = \(from)

    [convention.rent]
    kind = "per-kwc"
    cents_per_kwc_year = \(cents)

    [convention.rent.indexation]
    index = "ilat"
    base_period = "2023-12"
    base_value = "130.64"
    rule = "last-published"
    revised_on = "02-15"

    """
  }
}
