import Journal
import Membership
import Testing
import Text
import Units

@testable import YearEnd

/// Every rule provoked, alone where it can stand alone.
@Suite struct RefusalTests {
  private static let paid = "payment_date = 2026-06-30"
  private static func dividend(_ cents: Int64) -> String { "dividend_cents = \(cents)\n\(paid)" }

  static let cases: [(company: Case, found: [YearEndRefusal])] = [
    (
      Case(result: 100_000, resolution: "legal_reserve_cents = 4999"),
      [.legalReserveIsTooLow(asked: 4_999, due: 5_000, base: 100_000, room: 100_000)]
    ),
    (Case(result: 100_000, resolution: "legal_reserve_cents = 5000"), []),
    (Case(result: 100_000, resolution: "legal_reserve_cents = 7000"), []),
    (
      Case(result: 100_000, capital: 40_000, resolution: "legal_reserve_cents = 3999"),
      [.legalReserveIsTooLow(asked: 3_999, due: 4_000, base: 100_000, room: 4_000)]
    ),
    (
      Case(result: -100, carriedProfits: 40, resolution: "from_carry_forward_cents = 41"),
      [.tooMuchIsTaken(account: "110000", asked: 41, there: 40)]
    ),
    (
      Case(result: -100, otherReserves: 40, resolution: "from_other_reserves_cents = 41"),
      [.tooMuchIsTaken(account: "106800", asked: 41, there: 40)]
    ),
    (
      Case(result: 1_000, resolution: "other_reserves_cents = 951"),
      [.partsDoNotMakeTheResult(parts: 1_001, result: 1_000)]
    ),
    (Case(result: 1_000, resolution: "other_reserves_cents = 950\ncarry_forward_cents = 0"), []),
    (
      Case(result: 1_000, resolution: "other_reserves_cents = 900\ncarry_forward_cents = 49"),
      [.partsDoNotMakeTheResult(parts: 999, result: 1_000)]
    ),
    (
      Case(result: -1_000, resolution: "other_reserves_cents = 1"),
      [.partsDoNotMakeTheResult(parts: 1, result: -1_000)]
    ),
    (Case(result: -1_000, resolution: "carry_forward_cents = -1000"), []),
    (
      Case(result: -1_000, resolution: "carry_forward_cents = -999"),
      [.partsDoNotMakeTheResult(parts: -999, result: -1_000)]
    ),
    (
      Case(
        result: 1_000, carriedProfits: 500, carriedLosses: 400,
        resolution: "from_carry_forward_cents = 0\n" + dividend(970)),
      [.lossesComeBeforeDividends(losses: 400, dividend: 970, distributable: 1_070)]
    ),
    (
      Case(
        result: 1_000, carriedLosses: 400,
        resolution: "from_carry_forward_cents = 0\n" + dividend(571)),
      [
        .lossesComeBeforeDividends(losses: 400, dividend: 571, distributable: 570),
        .netAssetsAreTooLow(after: 1_000_029, least: 1_000_030),
      ]
    ),
    (Case(result: 1_000, carriedLosses: 400, resolution: dividend(570)), []),
    (
      Case(result: -1_000, otherReserves: 5_000, resolution: dividend(1)),
      [
        .partsDoNotMakeTheResult(parts: 1, result: -1_000),
        .lossYieldsNoDividend(dividend: 1, result: -1_000, distributable: 0),
      ]
    ),
    (
      Case(
        result: -1_000, otherReserves: 5_000,
        resolution: "from_other_reserves_cents = 1500\n" + dividend(500)), []
    ),
    (
      Case(
        result: -1_000, carriedProfits: 3_000,
        resolution: "from_carry_forward_cents = 1000\n" + dividend(1_000)),
      [.lossYieldsNoDividend(dividend: 1_000, result: -1_000, distributable: 2_000)]
    ),
    (
      Case(result: 1_000, resolution: dividend(951)),
      [
        .partsDoNotMakeTheResult(parts: 1_001, result: 1_000),
        .dividendExceedsTheDistributable(dividend: 951, distributable: 950),
        .netAssetsAreTooLow(after: 1_000_049, least: 1_000_050),
      ]
    ),
    (Case(result: 1_000, resolution: dividend(950)), []),
    (
      Case(
        result: 1_000, otherReserves: 500,
        resolution: "from_other_reserves_cents = 100\n" + dividend(1_000)),
      [.profitComesBeforeReserves(taken: 100, kept: 50)]
    ),
    (
      Case(result: 1_000, missing: 51, resolution: dividend(950)),
      [.netAssetsAreTooLow(after: 999_999, least: 1_000_050)]
    ),
    (
      Case(
        result: 1_000, otherReserves: 99, formationExpenses: 100, resolution: dividend(950)),
      [.formationExpensesStand(unamortised: 100, freeReserves: 99)]
    ),
    (
      Case(result: 1_000, otherReserves: 100, formationExpenses: 100, resolution: dividend(950)), []
    ),
    (Case(result: 1_000, formationExpenses: 100), []),
    (Case(result: 1_000, resolution: "dividend_cents = 950"), [.paymentDateIsMissing]),
    (
      Case(result: 1_000, shares: [], resolution: dividend(950)),
      [.nobodyHeldShares(Case.year.period)]
    ),
    (
      Case(result: 1_000, advances: ["M0003": 300], resolution: dividend(299)),
      [.dividendIsBelowTheInterim(dividend: 299, interim: 300)]
    ),
    (
      Case(result: 1_000, advances: ["M0003": 300]),
      [.dividendIsBelowTheInterim(dividend: 0, interim: 300)]
    ),
    (
      Case(
        result: 1_000, otherReserves: 10, formationExpenses: 500, shares: [],
        resolution: """
          legal_reserve_cents = 0
          from_other_reserves_cents = 11
          dividend_cents = 2000
          """),
      [
        .legalReserveIsTooLow(asked: 0, due: 50, base: 1_000, room: 100_000),
        .tooMuchIsTaken(account: "106800", asked: 11, there: 10),
        .partsDoNotMakeTheResult(parts: 2_000, result: 1_011),
        .dividendExceedsTheDistributable(dividend: 2_000, distributable: 1_011),
        .nobodyHeldShares(Case.year.period),
        .netAssetsAreTooLow(after: 999_010, least: 1_000_000),
        .formationExpensesStand(unamortised: 500, freeReserves: -1), .paymentDateIsMissing,
      ]
    ),
  ]

  @Test(arguments: cases.indices) func `each rule is refused by name and all at once`(_ index: Int)
  {
    let (company, found) = Self.cases[index]
    #expect(company.refusals() == found, "\(company.resolution)")
  }

  /// The lines of a file and the codes it earns, each with its line.
  static let files: [(lines: String, kind: String, found: [String])] = [
    ("", "annual", []),
    ("", "interim", ["key-is-missing:0"]),
    ("dividend_cents = 0", "interim", ["number-is-out-of-range:5"]),
    ("legal_reserve_cents = 1\ndividend_cents = 1", "interim", ["key-is-unknown:5"]),
    ("[certified_balance]\nfile = \"b.pdf\"", "annual", ["key-is-unknown:5"]),
    (
      "dividend_cents = 1\n[certified_balance]\nfile = \"b.pdf\"", "interim",
      ["key-is-missing:6", "key-is-missing:6", "key-is-missing:6"]
    ),
    ("dividend_cents = 1\ndividend_per_share = \"1\"", "annual", ["dividend-is-given-twice:5"]),
    ("dividend_per_share = \"-1\"", "annual", ["dividend-is-negative:5"]),
    ("dividend_per_share = 1.25", "annual", ["number-is-not-whole:5"]),
    ("legal_reserve_cents = -1", "annual", ["number-is-out-of-range:5"]),
    ("carry_forward_cents = -1", "annual", []),
    (
      "payment_date = \"soon\"\nother = 1", "annual",
      ["key-is-unknown:6", "value-has-wrong-type:5"]
    ),
    ("", "quarterly", ["value-is-not-allowed:2"]),
  ]

  @Test(arguments: files.indices) func `a faulty file is told line by line`(_ index: Int) {
    let (lines, kind, found) = Self.files[index]
    #expect(Self.codes { _ = try Case.read(lines, kind: kind) } == found, "\(lines)")
  }

  @Test func `another format and an empty reference are refused`() {
    let text = "format = \"soleil-facts/1\"\nreference = \"\"\ndate = 2026-06-12\n"
    let faults = Faults()
    #expect(
      Self.codes {
        let document = try TOMLDocument(reading: Array(text.utf8), file: "ag.toml")
        _ = Resolution(TableReader(document, faults: faults))
        try faults.check()
      } == ["value-is-not-allowed:1", "reference-is-empty:2"])
  }

  private static func codes(_ body: () throws -> Void) -> [String] {
    func told(_ refusal: any Refusal) -> String {
      "\(refusal.code):\((refusal as? Located)?.place.line ?? 0)"
    }
    do {
      try body()
      return []
    } catch let refusals as Refusals {
      return refusals.all.map(told)
    } catch let refusal as any Refusal { return [told(refusal)] } catch { return ["\(error)"] }
  }
}
