import Journal
import Testing
import Units

@testable import YearEnd

/// A dividend in advance rests on a certified balance sheet, and never exceeds what it shows.
@Suite struct InterimTests {
  private static let certified = """
    payment_date = 2026-07-01
    [certified_balance]
    file = "bilan.pdf"
    auditor = "Cabinet fictif"
    date = 2026-05-31
    profit_cents = 10000
    """

  private static func interim(
    _ company: Case, _ lines: String, earlier: Cents = .zero
  ) throws -> InterimDividend {
    let resolution = try Case.read(lines, kind: "interim")
    let year = Case.year.following
    let dividend = try Distribution(
      resolution.dividend, over: InterimDividend.period(resolution, of: year),
      holdings: company.holdings)
    return try InterimDividend(
      resolution, of: year, sequence: 2, earlier: earlier, equity: company.equity(),
      dividend: dividend)
  }

  /// The company, the file, what was paid before, and what is refused.
  ///
  /// A twentieth of 10 000 is 500.
  static let cases: [(company: Case, lines: String, earlier: Cents, found: [YearEndRefusal])] = [
    (Case(), "dividend_cents = 9500\n" + certified, 0, []),
    (
      Case(), "dividend_cents = 9501\n" + certified, 0,
      [
        .interimExceedsTheProfit(interim: 9_501, allowed: 9_500),
        .netAssetsAreTooLow(after: 1_000_499, least: 1_000_500),
      ]
    ),
    (
      Case(), "dividend_cents = 9500\n" + certified, 1,
      [.interimExceedsTheProfit(interim: 9_500, allowed: 9_499)]
    ),
    (Case(carriedProfits: 40), "dividend_cents = 9540\n" + certified, 0, []),
    // A twentieth of 10 000 − 2 000 is 400.
    (Case(carriedLosses: 2_000), "dividend_cents = 7600\n" + certified, 0, []),
    (
      Case(carriedLosses: 2_000), "dividend_cents = 7601\n" + certified, 0,
      [
        .interimExceedsTheProfit(interim: 7_601, allowed: 7_600),
        .netAssetsAreTooLow(after: 1_000_399, least: 1_000_400),
      ]
    ),
    (
      Case(), "statutory_reserve_cents = 100\ndividend_cents = 9401\n" + certified, 0,
      [
        .interimExceedsTheProfit(interim: 9_401, allowed: 9_400),
        .netAssetsAreTooLow(after: 1_000_599, least: 1_000_600),
      ]
    ),
    (
      Case(), "dividend_cents = 1\npayment_date = 2026-07-01", 0, [.certifiedBalanceIsMissing]
    ),
    (
      Case(),
      "dividend_cents = 1\n"
        + certified.replacing("2026-05-31", with: "2026-06-13"), 0,
      [
        .certifiedBalanceIsMisdated(
          Day(number: 20_617), first: Day(number: 20_454), last: Day(number: 20_616))
      ]
    ),
    (
      Case(formationExpenses: 1, shares: []),
      "dividend_cents = 1\n" + certified.replacing("payment_date = 2026-07-01", with: ""), 0,
      [
        .nobodyHeldShares(
          Period(first: Day(number: 20_454), last: Day(number: 20_604))),
        .formationExpensesStand(unamortised: 1, freeReserves: 0), .paymentDateIsMissing,
      ]
    ),
    (
      Case(missing: 501), "dividend_cents = 9500\n" + certified, 0,
      [.netAssetsAreTooLow(after: 999_999, least: 1_000_500)]
    ),
  ]

  @Test(arguments: cases.indices) func `an advance keeps to the certified profit`(_ index: Int) {
    let (company, lines, earlier, found) = Self.cases[index]
    #expect(
      reasons { _ = try Self.interim(company, lines, earlier: earlier) } == found, "\(lines)")
  }

  @Test func `an advance stands on 1209 and is owed to the members`() throws {
    let interim = try Self.interim(Case(), "dividend_cents = 1000\n" + Self.certified)
    let entry = YearEndEntries.entry(interim)
    _ = try Entry(checking: entry)
    #expect(entry.key == "appropriation:2026:interim:2")
    let lines = entry.postings.map {
      "\($0.account) \($0.analysis.auxiliary ?? "-") \($0.debit) \($0.credit)"
    }
    #expect(
      lines == [
        "120900 - 1000 0", "457000 member:M0001 0 100", "457000 member:M0002 0 200",
        "457000 member:M0003 0 700",
      ])
    #expect(interim.total == 1_000)
  }
}
