import Agreements
import Testing
import Text
import Units

/// Facts of roofs: each fault by its name, each alert by its day.
@Suite struct RoofFactTests {
  static let convention = """
    [[convention]]
    id = "roof"
    site = "school"
    type = "cot"
    owner = "town"
    first = 2025-01-01
    last = 2044-12-31
    """
  static let indexation = """
    \(convention)
    [convention.rent]
    kind = "fixed"
    cents_per_year = 10000
    [convention.rent.indexation]
    index = "ilat"
    base_period = "2024-T2"
    base_value = "137.29"
    rule = "same-period"
    """
  static let roof = """
    [[roof]]
    id = "roof-1"
    name = "School"
    commune = "Ici"
    owner = "town"
    """
  static let life = """
    \(roof)
    site = "school"
    procurement = "spontaneous"
    [[roof.study]]
    kind = "structure"
    on = 2024-02-01
    payer = "town"
    [[roof.study]]
    kind = "yield"
    on = 2024-03-01
    payer = "partner"
    act = "PVsyst 12"
    [[roof.step]]
    stage = "prospect"
    on = 2024-01-10
    [[roof.step]]
    stage = "studied"
    on = 2024-03-01
    [[roof.step]]
    stage = "signed"
    on = 2024-06-01
    act = "COT 2024-06-01"
    [[roof.step]]
    stage = "producing"
    on = 2025-01-15
    """
  static let grant = """
    [[grant]]
    id = "aid"
    plant = "panels"
    payer = "region"
    granted = 2025-03-01
    """
  static let novation = """
    [[novation]]
    id = "n"
    contracts = ["roof"]
    on = 2025-07-01
    from = "town"
    act = "A"
    """

  /// The text, and the codes of what is wrong with it.
  static let cases: [(text: String, codes: [String])] = [
    (indexation, []), (indexation.replacing("2024-T2", with: "2024-06"), []),
    (indexation.replacing("2024-T2", with: "2024-T5"), ["index-period-is-malformed"]),
    (indexation.replacing("2024-T2", with: "juin"), ["index-period-is-malformed"]),
    (indexation.replacing("137.29", with: "0"), ["index-is-out-of-range"]),
    (indexation.replacing("137.29", with: "137.29001"), ["index-is-out-of-range"]),
    (indexation + "\nrevised_on = \"01-01\"", []),
    (indexation + "\nrevised_on = \"02-29\"", []),
    (indexation + "\nrevised_on = \"anniversary\"", []),
    (indexation + "\nrevised_on = \"13-01\"", ["day-of-year-is-malformed"]),
    (indexation + "\nrevised_on = \"1-1\"", ["day-of-year-is-malformed"]),
    (
      indexation + "\nleast_coefficient = \"1.1\"\nmost_coefficient = \"1.05\"",
      ["coefficient-floor-exceeds-the-cap"]
    ),
    (indexation + "\nleast_coefficient = \"1\"\nmost_coefficient = \"1.5\"", []),
    (indexation.replacing("same-period", with: "guess"), ["value-is-not-allowed"]),
    (
      convention + "\nend_of_term = \"dismantling\"\ndismantling_cents = 9\nrent.kind = \"zero\"",
      []
    ),
    (
      convention + "\nend_of_term = \"free-return\"\ndismantling_cents = 9\nrent.kind = \"zero\"",
      ["dismantling-is-half-said"]
    ),
    (
      convention.replacing("last = 2044-12-31", with: "")
        + "\nend_of_term = \"dismantling\"\ndismantling_cents = 9\nrent.kind = \"zero\"",
      ["dismantling-is-half-said"]
    ),
    (
      "[[index]]\nid = \"ilat\"\nmonth = \"2025-03\"\nvalue = \"137.29\"\npublished = 2025-06-20",
      []
    ),
    (
      "[[index]]\nid = \"ilat\"\nmonth = \"2025-03\"\nvalue = \"-1\"\npublished = 2025-06-20",
      ["index-is-out-of-range"]
    ),
    (
      "[[index]]\nid = \"ilat\"\nmonth = \"2025-03\"\nvalue = \"1\"\npublished = 2025-02-20",
      ["index-is-published-before-its-month"]
    ),
    (roof, []), (life, []),
    (life.replacing("on = 2024-06-01", with: "on = 2024-02-01"), ["stage-is-out-of-order"]),
    (life.replacing("\"studied\"", with: "\"producing\""), ["stage-is-out-of-order"]),
    (life.replacing("procurement = \"spontaneous\"", with: ""), ["stage-lacks", "stage-lacks"]),
    (life.replacing("act = \"COT 2024-06-01\"", with: ""), ["stage-lacks"]),
    (
      life.replacing("kind = \"yield\"", with: "kind = \"structure\""),
      ["stage-lacks", "stage-lacks", "stage-lacks"]
    ),
    (
      roof
        + "\n[[roof.step]]\nstage = \"prospect\"\non = 2024-01-10\n[[roof.step]]\nstage = \"ended\"\non = 2024-02-10",
      []
    ),
    (
      grant
        + "\ncents = 4500000\neligible_cents = 20000000\npercent = \"30\"\nceiling_cents = 4500000",
      []
    ),
    (
      grant
        + "\ncents = 3000000\neligible_cents = 10000000\npercent = \"30\"\nceiling_cents = 4500000",
      []
    ),
    (
      grant
        + "\ncents = 6000000\neligible_cents = 20000000\npercent = \"30\"\nceiling_cents = 4500000",
      ["grant-is-not-its-terms"]
    ),
    (novation, []), (novation + "\nto = \"county\"", []),
    (novation + "\nto = \"town\"", ["novation-changes-nothing"]),
    (novation + "\ncounterpart = \"4040\"", ["account-is-malformed"]),
    (novation + "\ncounterpart = \"512100\"", ["account-is-malformed"]),
    (
      novation + "\n[[novation.balance]]\naccount = \"21534\"\ndebit_cents = 1",
      ["account-is-malformed"]
    ),
    ("[[local_tax]]\nid = \"cfe-2025\"\nkind = \"cfe\"\nyear = 2025\ncents = 60000", []),
  ]

  @Test(arguments: cases)
  func aFaultIsNamed(_ text: String, _ codes: [String]) throws {
    #expect(try read(text).faults.map(\.code) == codes)
  }

  /// Facts that hold each by itself and not together.
  static let together: [(text: String, codes: [String])] = [
    (indexation + "\n" + life, []), (life, ["stage-lacks"]),
    (indexation + "\n" + novation + "\nto = \"county\"", []),
    (
      indexation + "\n" + novation.replacing("\"town\"", with: "\"county\"") + "\nto = \"region\"",
      ["novation-leaves-nobody"]
    ),
    (
      indexation + "\n" + novation + "\nto = \"county\"\n"
        + novation.replacing("\"n\"", with: "\"m\"").replacing("2025-07", with: "2026-07")
        + "\nto = \"region\"", ["novation-leaves-nobody"]
    ),
    (novation, ["reference-is-unknown"]),
    (grant + "\ncents = 4500000", []), (grant + "\ncents = 4500001", ["grant-exceeds-the-plant"]),
    (grant.replacing("\"panels\"", with: "\"x\"") + "\ncents = 1", ["reference-is-unknown"]),
    (indexation.replacing("type =", with: "parent = \"frame\"\ntype ="), ["reference-is-unknown"]),
  ]

  @Test(arguments: together)
  func whatDoesNotHoldTogetherIsNamed(_ text: String, _ codes: [String]) throws {
    var dossier = try read(
      ["party", "site", "plant"].compactMap { FactTests.good[$0] }.joined(separator: "\n") + "\n"
        + ["county", "region", "partner"].map { "[[party]]\nid = \"\($0)\"\nname = \"\($0)\"\n" }
        .joined() + text
    ).dossier
    dossier.settleNovations()
    #expect(dossier.roofContradictions().map(\.code) == codes)
  }

  @Test func aRoofIsAtTheLastStageItReached() throws {
    let roof = try #require(try read(Self.life).dossier.roofs["roof-1"])
    let stages = ["2024-01-09", "2024-01-10", "2024-05-31", "2024-06-01", "2025-01-15"].map {
      (try? Day($0)).flatMap { roof.stage(on: $0)?.rawValue } ?? "–"
    }
    #expect(stages == ["–", "prospect", "studied", "signed", "producing"])
    #expect(roof.studies.map(\.payer) == ["town", "partner"])
  }

  /// What is declared, the day, and what wants a decision.
  static let alerts: [(text: String, day: String, found: [String])] = [
    (indexation, "2025-06-01", []),
    (
      indexation, "2044-01-01",
      ["convention-ends-soon roof", "end-is-not-said roof", "index-is-missing roof"]
    ),
    (
      indexation.replacing("last =", with: "end_of_term = \"option\"\nlast ="), "2044-06-01",
      ["convention-ends-soon roof", "index-is-missing roof"]
    ),
    (
      indexation + "\n" + (FactTests.good["meter"] ?? ""), "2045-01-01",
      ["convention-is-over roof"]
    ),
    (indexation, "2045-01-01", []),
    (indexation, "2026-01-01", ["index-is-missing roof"]),
    (
      indexation
        + "\n[[index]]\nid = \"ilat\"\nmonth = \"2025-06\"\nvalue = \"140\"\npublished = 2025-09-19",
      "2026-01-01", []
    ),
    (life, "2025-06-01", ["roof-has-no-convention roof-1"]),
    (indexation + "\n" + life, "2025-06-01", []),
    (
      indexation.replacing("type =", with: "parent = \"frame\"\ntype =") + "\n"
        + convention.replacing("\"roof\"", with: "\"frame\"")
        .replacing("\"school\"", with: "\"hall\"").replacing("2044-12-31", with: "2040-12-31")
        + "\nrent.kind = \"zero\"", "2025-06-01", ["child-outlives-parent roof"]
    ),
    (
      convention.replacing("2044-12-31", with: "2030-12-31") + "\nend_of_term = \"free-return\""
        + "\nrent.kind = \"zero\"\n" + (FactTests.good["purchase_contract"] ?? "") + "\n"
        + (FactTests.good["plant"] ?? ""), "2025-06-01",
      ["plant-outlives-convention panels", "contract-outlives-convention sale"]
    ),
  ]

  @Test(arguments: alerts)
  func whatWantsADecisionIsTold(_ text: String, _ today: String, _ found: [String]) throws {
    let dossier = try read(text).dossier
    let site = try read(FactTests.good["site"] ?? "").dossier.sites
    let day = try Day(today)
    var terms: [String: ConventionTerms] = [:]
    for convention in dossier.conventions.values {
      terms[convention.id] = ConventionTerms(
        versions: [(convention.term.first, convention)],
        sites: site.values.map { (convention.term.first, $0) }, indices: dossier.indices)
    }
    let alerts = dossier.roofAlerts(on: day, terms: terms)
    #expect(alerts.map { "\($0.kind.rawValue) \($0.subject)" }.sorted() == found.sorted())
  }
}
