import Agreements
import Testing
import Text
import Units

/// Reads a file of facts and answers them with what is wrong.
func read(
  _ text: String, kinds: [FactKind] = FactKind.allCases
) throws -> (facts: [Fact], dossier: Dossier, faults: [Located]) {
  let document = try TOMLDocument(reading: Array(text.utf8), file: "t.toml")
  let faults = Faults()
  var dossier = Dossier()
  let facts = Fact.read(document, kinds: kinds, faults: faults) { dossier.take($0, $1) }
  return (facts, dossier, faults.all.compactMap { $0 as? Located })
}

@Suite struct FactTests {
  /// A good table of every kind that this room reads.
  static let good: [String: String] = [
    "organisation": """
    [organisation]
    name = "Carreau"
    legal_form = "SAS"
    siren = "732829320"
    registered_office = "1 rue"
    commune = "Ici"
    """,
    "capital": """
    [capital]
    share_nominal_cents = 5000
    floor_cents = 100000
    ceiling_cents = 900000
    """,
    "fiscal_year": """
    [fiscal_year]
    first_start = 2024-09-01
    first_end = 2025-12-31
    """,
    "party": """
    [[party]]
    id = "town"
    name = "Town"
    siren = "732829320"
    """,
    "site": """
    [[site]]
    id = "school"
    name = "School"
    commune = "Ici"
    owner = "town"
    peak_watts = 36000
    area_m2 = 180
    commissioned = 2025-01-15
    """,
    "meter": """
    [[meter]]
    id = "school-1"
    site = "school"
    serial = "A1"
    kind = "inverter"
    counts = true
    valid_from = 2025-01-15
    """,
    "convention": """
    [[convention]]
    id = "roof"
    site = "school"
    type = "cot"
    owner = "town"
    first = 2025-01-01
    last = 2044-12-31
    rent = { kind = "percentage", percent = "2.5", of = "sales", floor_cents_per_year = 100 }
    """,
    "purchase_contract": """
    [[purchase_contract]]
    id = "sale"
    site = "school"
    buyer = "town"
    number = "BOA1"
    effective = 2025-01-15
    [[purchase_contract.price]]
    from = 2026-01-01
    eur_per_kwh = "0.1234"
    [[purchase_contract.price]]
    from = 2025-01-15
    eur_per_kwh = "0.1207"
    """,
    "loan": """
    [[loan]]
    id = "bank"
    lender = "town"
    principal_cents = 1000000
    drawn = 2025-01-10
    method = "constant-annuity"
    rate = "0.031"
    instalments = 180
    first_due = 2025-02-10
    day_count = "30/360"
    """,
    "plant": """
    [[plant]]
    id = "panels"
    site = "school"
    account = "215340"
    depreciation_account = "281534"
    cost_cents = 4500000
    in_service = 2025-01-15
    life_months = 240
    """,
  ]

  @Test(arguments: good.keys.sorted())
  func aGoodTableIsReadWithoutFault(_ kind: String) throws {
    let (facts, _, faults) = try read(#require(Self.good[kind]))
    #expect(faults.map(\.code) == [])
    #expect(facts.map(\.kind.rawValue) == [kind])
    #expect(
      facts.first?.key
        == (facts.first?.kind.isSingle == true ? kind : facts[0].body["id"]?.stringValue))
  }

  /// What each bad line makes of a good table: the line replaced, and the refusals at their lines.
  static let bad: [(kind: String, old: String, new: String, found: [String])] = [
    ("party", "id = \"town\"", "id = \"Town\"", ["2 identifier-is-malformed"]),
    ("party", "id = \"town\"", "id = \"\"", ["2 identifier-is-malformed"]),
    ("party", "id = \"town\"", "id = \"a/b\"", ["2 identifier-is-malformed"]),
    ("party", "id = \"town\"", "id = \"é\"", ["2 identifier-is-malformed"]),
    ("party", "id = \"town\"", "", ["1 key-is-missing"]),
    ("party", "siren = \"732829320\"", "siren = \"732829321\"", ["4 siren-is-wrong"]),
    ("organisation", "siren = \"732829320\"", "siren = \"\"", ["4 siren-is-wrong"]),
    (
      "capital", "share_nominal_cents = 5000", "share_nominal_cents = 0",
      ["2 number-is-out-of-range"]
    ),
    ("fiscal_year", "2025-12-31", "2024-08-31", ["1 ends-before-it-starts"]),
    ("site", "peak_watts = 36000", "peak_watts = 0", ["6 number-is-out-of-range"]),
    ("meter", "kind = \"inverter\"", "kind = \"water\"", ["5 value-is-not-allowed"]),
    ("meter", "counts = true", "removed = 2025-01-14", ["6 ends-before-it-starts"]),
    ("convention", "2044-12-31", "2024-12-31", ["7 ends-before-it-starts"]),
    ("convention", "\"percentage\"", "\"gift\"", ["8 rent-is-incomplete"]),
    ("convention", "\"percentage\"", "\"fixed\"", ["8 key-is-missing"]),
    ("convention", "type = \"cot\"", "typ = \"cot\"", ["4 key-is-unknown", "1 key-is-missing"]),
    ("loan", "2025-02-10", "2025-01-10", ["1 ends-before-it-starts"]),
    ("loan", "\"0.031\"", "\"3,1 %\"", ["7 value-has-wrong-type"]),
    ("loan", "instalments = 180", "instalments = 601", ["8 number-is-out-of-range"]),
    ("loan", "instalments = 180", "instalments = 180\ndeferred = 3", ["1 deferral-does-not-fit"]),
    (
      "loan", "instalments = 180", "instalments = 180\ndeferral = \"total\"",
      ["1 deferral-does-not-fit"]
    ),
    (
      "loan", "instalments = 180", "instalments = 3\ndeferral = \"partial\"\ndeferred = 3",
      ["1 deferral-does-not-fit"]
    ),
    ("loan", "constant-annuity", "stepped", ["1 steps-do-not-fit"]),
    (
      "loan", "day_count = \"30/360\"",
      "day_count = \"30/360\"\nstep = [{ from = 1, instalment_cents = 5 }]",
      ["1 steps-do-not-fit"]
    ),
    (
      "loan", "method = \"constant-annuity\"",
      "method = \"stepped\"\nstep = [{ from = 2, instalment_cents = 5 }]",
      ["1 steps-do-not-fit"]
    ),
    ("plant", "life_months = 240", "life_months = 0", ["8 number-is-out-of-range"]),
    ("purchase_contract", "\"0.1207\"", "true", ["12 value-has-wrong-type"]),
    ("purchase_contract", "\"0.1207\"", "\"-0.0001\"", ["12 electricity-price-is-negative"]),
    ("purchase_contract", "\"0.1207\"", "\"0\"", []),
    ("convention", "\"2.5\"", "\"-0.1\"", ["8 rent-percentage-is-out-of-range"]),
    ("convention", "\"2.5\"", "\"100.1\"", ["8 rent-percentage-is-out-of-range"]),
    ("convention", "\"2.5\"", "100", []),
    (
      "convention", "year = 100", "year = 100, cap_cents_per_year = 99",
      ["8 rent-floor-exceeds-the-cap"]
    ),
    ("convention", "year = 100", "year = 100, cap_cents_per_year = 100", []),
    ("loan", "\"0.031\"", "\"3.1\"", ["7 loan-rate-is-out-of-range"]),
    ("loan", "\"0.031\"", "\"-0.031\"", ["7 loan-rate-is-out-of-range"]),
    ("loan", "\"0.031\"", "0", []),
    ("loan", "\"0.031\"", "1", []),
    ("plant", "\"215340\"", "\"21534\"", ["4 plant-account-is-malformed"]),
    ("plant", "\"215340\"", "\"615340\"", ["4 plant-account-is-malformed"]),
    ("plant", "\"215340\"", "\"281534\"", ["4 plant-account-is-malformed"]),
    ("plant", "\"215340\"", "\"291534\"", ["4 plant-account-is-malformed"]),
    ("plant", "\"215340\"", "\"21534a\"", ["4 plant-account-is-malformed"]),
    ("plant", "\"215340\"", "215340", ["4 value-has-wrong-type"]),
    ("plant", "\"281534\"", "\"215340\"", ["5 depreciation-account-is-malformed"]),
    ("plant", "\"281534\"", "\"2815340\"", ["5 depreciation-account-is-malformed"]),
    ("fiscal_year", "2025-12-31", "2026-08-31", []),
    ("fiscal_year", "2025-12-31", "2026-09-01", ["3 first-year-is-too-long"]),
  ]

  @Test(arguments: bad)
  func aBadTableIsRefusedAtItsLine(
    _ kind: String, _ old: String, _ new: String, _ found: [String]
  ) throws {
    let text = try #require(Self.good[kind]).replacing(old, with: new)
    let (_, _, faults) = try read(text)
    #expect(faults.map { "\($0.place.line ?? 0) \($0.code)" } == found)
  }

  @Test func aContractWithoutPriceIsRefused() throws {
    let text = try #require(Self.good["purchase_contract"]).split(separator: "\n").prefix(6)
    let (_, _, faults) = try read(text.joined(separator: "\n"))
    #expect(faults.map { $0.reason as? AgreementRefusal } == [.contractHasNoPrice("sale")])
  }

  @Test func aFileMayHoldOnlyKindsThatAreExpected() throws {
    let (facts, _, faults) = try read(
      "format = \"soleil-facts/1\"\n[[loans]]\nid = \"x\"\n", kinds: [.loan, .site])
    #expect(facts == [])
    #expect(
      faults.map { $0.reason as? AgreementRefusal } == [
        .kindIsUnknown("loans", known: ["loan", "site"]), .fileHasNoFact,
      ])
    #expect(faults.first?.place.line == 2)
  }

  @Test func aFactHoldsFromTheBeginningUnlessItSaysOtherwise() throws {
    let (facts, _, _) = try read(
      "[[party]]\nid = \"a\"\nname = \"A\"\n[[party]]\nid = \"a\"\nname = \"B\"\nvalid_from = 2026-01-01\n"
    )
    #expect(facts.map(\.validFrom) == [Fact.always, try Day("2026-01-01")])
    #expect(Fact.always.description == "1900-01-01")
    #expect(facts.map(\.origin) == ["t.toml:1", "t.toml:4"])
  }

  /// Each reference of a whole dossier, cut in turn.
  @Test(arguments: [
    ("party", "site school"), ("party", "convention roof"), ("party", "purchase_contract sale"),
    ("party", "loan bank"), ("site", "meter school-1"), ("site", "convention roof"),
    ("site", "purchase_contract sale"), ("site", "plant panels"),
  ])
  func aNameThatLeadsNowhereIsRefused(_ kind: String, _ owner: String) throws {
    var (_, dossier, faults) = try read(Self.good.values.joined(separator: "\n"))
    #expect(faults.map(\.code) == [])
    #expect(dossier.contradictions() == [])
    let id = kind == "party" ? "town" : "school"
    if kind == "party" { dossier.parties = [:] } else { dossier.sites = [:] }
    let refusal = AgreementRefusal.referenceIsUnknown(kind: kind, id: id, neededBy: owner)
    if owner.hasPrefix("site ") { #expect(kind == "party") }
    #expect(dossier.contradictions().contains(refusal))
    #expect(dossier.contradictions().count == 4)
  }

  static let sirens: [(text: String, isSIREN: Bool)] = [
    ("732829320", true), ("443061841", true), ("552100554", true), ("000000000", true),
    ("732829321", false), ("723829320", false), ("73282932", false), ("7328293200", false),
    ("73282932O", false), ("732 829 320", false), ("", false), ("٧٣٢٨٢٩٣٢٠", false),
  ]

  @Test(arguments: sirens)
  func aSIRENHasNineDigitsOfWhichOneChecksTheOthers(_ text: String, _ isSIREN: Bool) {
    #expect(Organisation.isSIREN(text) == isSIREN)
  }

  /// Luhn's promise: any one digit altered is found.
  @Test func oneWrongDigitIsAlwaysFound() {
    let digits = Array("732829320")
    for place in digits.indices {
      for digit in "0123456789" where digit != digits[place] {
        var wrong = digits
        wrong[place] = digit
        #expect(!Organisation.isSIREN(String(wrong)))
      }
    }
  }

  static let prices: [(day: String, price: String?)] = [
    ("2025-01-14", nil), ("2025-01-15", "1207/10000"), ("2025-12-31", "1207/10000"),
    ("2026-01-01", "617/5000"), ("2040-06-01", "617/5000"),
  ]

  @Test(arguments: prices)
  func theLastPriceBegunIsThePrice(_ day: String, _ price: String?) throws {
    let (_, dossier, _) = try read(#require(Self.good["purchase_contract"]))
    #expect(try dossier.contracts["sale"]?.price(on: Day(day))?.description == price)
  }

  static let rents: [(toml: String, rent: Rent)] = [
    ("kind = \"zero\"", .zero), ("kind = \"fixed\", cents_per_year = 12", .fixed(centsPerYear: 12)),
    ("kind = \"per-kwc\", cents_per_kwc_year = 3", .perKilowattPeak(centsPerYear: 3)),
    ("kind = \"per-m2\", cents_per_m2_year = 4", .perSquareMetre(centsPerYear: 4)),
    (
      "kind = \"percentage\", percent = \"2.5\", cap_cents_per_year = 9",
      .percentageOfSales(Ratio(25, 1000), floorPerYear: nil, capPerYear: Cents(9))
    ),
  ]

  @Test(arguments: rents)
  func everyKindOfRentIsRead(_ toml: String, _ rent: Rent) throws {
    let text = try #require(Self.good["convention"]).split(separator: "\n").dropLast()
    let (_, dossier, faults) = try read(text.joined(separator: "\n") + "\nrent = { \(toml) }\n")
    #expect(faults.map(\.code) == [])
    #expect(dossier.conventions["roof"]?.rent == rent)
  }
}
