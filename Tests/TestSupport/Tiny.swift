public import Units

/// A cooperative small enough to reckon by hand: two roofs, three members, two colleges, a loan.
///
/// The figures are odd on purpose, so that every division leaves a residue.
public enum Tiny {
  /// 2025-12-01T00:00:00Z: ten months of 2025 and November have ended.
  public static let now = Instant(seconds: 1_764_547_200)

  /// `statutes.toml`.
  public static let statutes = """
    format = "soleil-statutes/1"

    [organisation]
    name = "Petit Essai"
    legal_form = "SAS à capital variable"
    siren = "012345674"
    registered_office = "1 rue de l'Essai, 62999 Essai"
    commune = "Essai"
    language = "fr"

    [capital]
    share_nominal_cents = 5000
    floor_cents = 100000
    ceiling_cents = 10000000
    valid_from = 2025-01-01

    [fiscal_year]
    first_start = 2025-01-01
    first_end = 2025-12-31

    [[college]]
    id = "citizens"
    name_fr = "Citoyens"
    name_en = "Citizens"
    account = "101310"
    admits = ["person"]
    voting_weight = 50
    revenue_weight = 37
    valid_from = 2025-01-01

    [[college]]
    id = "companies"
    name_fr = "Sociétés"
    name_en = "Companies"
    account = "101320"
    admits = ["company"]
    voting_weight = 50
    revenue_weight = 63
    valid_from = 2025-01-01

    """

  /// Parties, sites and meters.
  public static let sites = """
    [[party]]
    id = "ville"
    name = "Ville d'Essai"
    valid_from = 2025-01-01

    [[party]]
    id = "acheteur"
    name = "Acheteur d'essai"
    valid_from = 2025-01-01

    [[site]]
    id = "nord"
    name = "Toit nord"
    commune = "Essai"
    owner = "ville"
    peak_watts = 50500
    area_m2 = 277
    commissioned = 2020-01-14
    valid_from = 2025-01-01

    [[meter]]
    id = "nord-1"
    site = "nord"
    serial = "1001"
    kind = "inverter"
    counts = true
    valid_from = 2025-01-01

    [[site]]
    id = "sud"
    name = "Toit sud"
    commune = "Essai"
    owner = "ville"
    peak_watts = 9000
    area_m2 = 49
    commissioned = 2020-01-14
    valid_from = 2025-01-01

    [[meter]]
    id = "sud-1"
    site = "sud"
    serial = "1002"
    kind = "inverter"
    counts = true
    valid_from = 2025-01-01

    """

  /// Conventions, purchase contracts, the loan, a plant and the rules.
  public static let contracts = """
    [[convention]]
    id = "titre-nord"
    site = "nord"
    type = "concession"
    owner = "ville"
    first = 2025-01-01
    last = 2044-12-31

    [convention.rent]
    kind = "per-kwc"
    cents_per_kwc_year = 400

    [[convention]]
    id = "titre-sud"
    site = "sud"
    type = "aot"
    owner = "ville"
    first = 2024-11-18
    last = 2044-11-17

    [convention.rent]
    kind = "percentage"
    percent = "4"
    of = "sales"
    floor_cents_per_year = 1200
    cap_cents_per_year = 60000

    [[purchase_contract]]
    id = "oa-nord"
    site = "nord"
    buyer = "acheteur"
    number = "N-1"
    effective = 2020-01-14
    ends = 2040-01-13

    [[purchase_contract.price]]
    from = 2020-01-14
    eur_per_kwh = "0.1151"

    [[purchase_contract]]
    id = "oa-sud"
    site = "sud"
    buyer = "acheteur"
    number = "S-1"
    effective = 2020-01-14
    ends = 2040-01-13

    [[purchase_contract.price]]
    from = 2020-01-14
    eur_per_kwh = "0.1207"

    [[purchase_contract.price]]
    from = 2025-02-11
    eur_per_kwh = "0.1233"

    [[loan]]
    id = "emprunt"
    lender = "ville"
    principal_cents = 2000000
    drawn = 2025-01-15
    method = "constant-annuity"
    rate = "0.0165"
    instalments = 60
    first_due = 2025-02-15
    day_count = "30/360"

    [[plant]]
    id = "centrale-nord"
    site = "nord"
    account = "215340"
    depreciation_account = "281534"
    cost_cents = 3333300
    in_service = 2025-01-02
    life_months = 180

    [[rules]]
    name = "partage"
    version = 1
    valid_from = 2025-01-01
    adopted_by = "Statuts d'essai"
    base = "net-result"
    when_negative = "mirror"

    [[rules.step]]
    id = "reserve-legale"
    label_fr = "Réserve légale"
    label_en = "Legal reserve"
    take = "percent"
    percent = "5"
    of = "base"
    to = "reserve:106100"
    nature = "reserve"

    [[rules.step]]
    id = "part-des-colleges"
    label_fr = "Part des associés"
    label_en = "Members' part"
    take = "remainder"
    of = "remaining"
    to = "colleges"
    key = "shares-days"
    nature = "entitlement"
    fallback = "reserve:106800"

    [rules.energy]
    key = "shares-days"

    """

  /// `members.csv`.
  public static let members = """
    member,college,kind,last_name,first_name,organisation,language,joined
    M0001,companies,company,,,Essai SA,fr,2025-01-02
    M0002,citizens,person,Durand,Anne,,fr,2025-01-02
    M0003,citizens,person,Petit,Luc,,en,2025-01-02

    """

  /// `shares.csv`: two subscriptions on the first day, a late one, a transfer and a withdrawal.
  public static let shares = """
    date,kind,member,counterparty,shares,amount_cents,reference
    2025-01-02,subscription,M0001,,70,350000,BS-1
    2025-01-02,subscription,M0002,,31,155000,BS-2
    2025-01-18,subscription,M0003,,11,55000,BS-3
    2025-02-07,transfer,M0002,M0003,7,35000,OT-1
    2025-03-05,withdrawal,M0003,,2,10000,RT-1

    """

  /// Manual entries.
  public static let entries = """
    [[entry]]
    key = "PRET-1"
    date = 2025-01-15
    journal = "BQ"
    voucher = "PRET-1"
    label = "Déblocage"
    lines = [
      { account = "512100", debit_cents = 2000000 },
      { account = "164000", credit_cents = 2000000, aux = "loan:emprunt" },
    ]

    [[entry]]
    key = "ASS-1"
    date = 2025-02-03
    journal = "AC"
    voucher = "ASS-1"
    label = "Assurance"
    lines = [
      { account = "616100", debit_cents = 4321 },
      { account = "401000", credit_cents = 4321, aux = "supplier:ville" },
    ]

    """

  /// What a meter delivered on a day, in Wh: odd numbers that no formula of ours rounds nicely.
  public static func energy(_ meter: String, _ day: Day) -> Int64 {
    let number = Int64(day.number)
    return meter == "nord-1"
      ? 90_001 + number * 7_919 % 61_003 : 11_003 + number * 4_813 % 9_001
  }

  /// The month file of a meter in the layout of SMA Sunny Explorer.
  public static func readings(_ meter: String, _ month: Month) -> String {
    let serial = meter == "nord-1" ? "1001" : "1002"
    let head = """
      sep=;
      Version CSV1|Tool SE|Linebreaks CR/LF|Delimiter semicolon|Decimalpoint comma|Precision 3

      ;SN: \(serial);SN: \(serial)
      ;STP;STP
      ;\(serial);\(serial)
      ;Gesamtertrag;Tagesertrag
      ;Counter;Analog
      dd.MM.yyyy;kWh;kWh

      """
    var counter: Int64 = 123_456
    return head
      + month.period.days.map { day in
        let energy = energy(meter, day)
        counter += energy
        let (year, month, dayOfMonth) = day.calendar
        return "\(two(dayOfMonth)).\(two(month)).\(year);\(comma(counter));\(comma(energy))\n"
      }.joined()
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func comma(_ value: Int64) -> String {
    let rest = String(value % 1000)
    return "\(value / 1000),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
