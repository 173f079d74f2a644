import Journal
import TestSupport
import Testing
import Units

@testable import YearEnd

/// What the entry that opens a year restates.
@Suite struct OpeningTests {
  private static func standing(
    _ account: String, _ cents: Int64, _ auxiliary: String? = nil, site: String? = nil
  ) -> AccountBalance {
    AccountBalance(
      account: account, analysis: Analysis(auxiliary: auxiliary, site: site), balance: Cents(cents))
  }

  private static func told(_ lines: [Posting]) -> [String] {
    lines.map { line in
      [
        line.account, line.analysis.auxiliary, line.analysis.site,
        line.side == .debit ? "D" : "C", String(line.amount),
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test func `accounts, auxiliaries and sites stay apart, and what is nothing has no line`() throws
  {
    let lines = try expectedOpening(
      [
        Self.standing("512100", 700), Self.standing("411000", 30, "party:b"),
        Self.standing("411000", -5, "party:a"), Self.standing("215340", 80, site: "sud"),
        Self.standing("215340", 20, site: "nord"), Self.standing("401000", 9),
        Self.standing("401000", -9), Self.standing("101310", -725),
        Self.standing("701000", -500), Self.standing("911000", 12),
      ], results: [150, -50])
    #expect(
      Self.told(lines) == [
        "101310 C 725", "120000 C 150", "129000 D 50", "215340 nord D 20", "215340 sud D 80",
        "411000 party:a C 5", "411000 party:b D 30", "512100 D 700",
      ])
  }

  @Test func `an appropriated result has left its account`() throws {
    let lines = try expectedOpening(
      [Self.standing("120000", 150), Self.standing("110000", -150), Self.standing("512100", 150)],
      results: [150])
    #expect(Self.told(lines) == ["110000 C 150", "512100 D 150"])
  }

  @Test func `nothing opens an empty year`() throws {
    #expect(try expectedOpening([], results: [0]).isEmpty)
    #expect(YearEndEntries.opening(after: Case.year, []) == nil)
  }

  @Test func `the opening entry stands on the first day and balances with any result`() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<100 {
      // Charges and income close into the result: the balance sheet alone sums to minus it.
      let result = Int64.random(in: -900...900, using: &random)
      var standings = (0..<6).map { index in
        Self.standing("51210\(index)", .random(in: -999...999, using: &random))
      }
      let sum = standings.reduce(0) { $0 + $1.balance.units }
      standings.append(Self.standing("101310", result - sum))
      let lines = try expectedOpening(standings, results: [Cents(result)])
      let draft = try #require(YearEndEntries.opening(after: Case.year, lines))
      _ = try Entry(checking: draft)
      #expect(draft.date.description == "2026-01-01" && draft.journal == .opening)
      #expect(draft.key == "opening:2026" && draft.restates)
    }
  }

  @Test func `the own funds are read from the balances`() throws {
    let closing = [Self.standing("101310", -1_000), Self.standing("101320", -500)]
    let meeting = [
      Self.standing("101310", -1_100), Self.standing("106100", -7), Self.standing("106300", -11),
      Self.standing("106200", -13), Self.standing("105000", -17), Self.standing("106800", -19),
      Self.standing("110000", -23), Self.standing("119000", 29), Self.standing("109000", 31),
      Self.standing("120000", -37), Self.standing("120900", 5), Self.standing("131000", -41),
      Self.standing("201100", 43), Self.standing("280110", -3), Self.standing("164000", -999),
    ]
    let equity = try Equity(closing: closing, meeting: meeting)
    #expect(equity.closingCapital == 1_500 && equity.capital == 1_100)
    #expect(equity.legalReserve == 7 && equity.statutoryReserve == 11)
    #expect(equity.lockedReserves == 30 && equity.otherReserves == 19)
    #expect(equity.carriedProfits == 23 && equity.carriedLosses == 29)
    // 1100 + 7 + 11 + 13 + 17 + 19 + 23 - 29 + 37 - 5 + 41
    #expect(equity.netAssets == 1_234)
    #expect(equity.formationExpenses == 40)
  }
}
