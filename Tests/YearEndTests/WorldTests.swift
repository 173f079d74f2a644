import Journal
import Membership
import TestSupport
import Testing
import Units

@testable import YearEnd

/// Every small world, and many large ones: what must hold holds, and what is refused had to be.
@Suite struct WorldTests {
  /// Profits of −3 to 3, one carry-forward or the other, a reserve near its tenth, and every way to
  /// divide up to four units: the rules as the law words them, told a second time.
  @Test func `every small world is decided as the law words it`() throws {
    var decided = 0
    for result in Int64(-3)...3 {
      for carried in Int64(-2)...2 {
        for reserve in Int64(0)...2 {
          for (dividend, kept, taken) in Self.divisions {
            let company = Case(
              result: result, capital: 20, legalReserve: reserve, otherReserves: 1,
              carriedProfits: max(0, carried), carriedLosses: max(0, -carried), shares: [1, 2],
              resolution: """
                dividend_cents = \(dividend)
                other_reserves_cents = \(kept)
                from_carry_forward_cents = \(taken)
                payment_date = 2026-06-30
                """)
            let isAllowed = Self.isAllowed(
              result, carried, reserve, dividend: dividend, kept: kept, taken: taken)
            #expect(company.refusals().isEmpty == isAllowed, "\(company)")
            guard isAllowed else { continue }
            decided += 1
            try Self.judge(company)
          }
        }
      }
    }
    #expect(decided > 300)
  }

  private static let divisions: [(Int64, Int64, Int64)] = (0...4).flatMap { dividend in
    (0...2).flatMap { kept in (0...2).map { (dividend, kept, $0) } }
  }

  /// A company of 20 units of capital with one of free reserves, in words of one rule a line.
  private static func isAllowed(
    _ result: Int64, _ carried: Int64, _ reserve: Int64, dividend: Int64, kept: Int64,
    taken: Int64
  ) -> Bool {
    let (profits, losses) = (max(0, carried), max(0, -carried))
    // A twentieth of up to 20 units is one unit, of nothing none; a tenth of 20 is two.
    let legal: Int64 = result > losses && reserve < 2 ? 1 : 0
    if taken > profits { return false }
    let left = result + taken - legal - kept - dividend
    if left < min(0, result) { return false }
    if dividend == 0 { return true }
    // Losses are gone, and this year's too, before anybody is paid.
    return left >= losses && dividend <= result - losses - legal + profits
  }

  /// The parts make the result; the books balance; nothing stands on the wrong side.
  private static func judge(_ company: Case) throws {
    let decision = try company.appropriation()
    let resolution = decision.resolution
    let parts =
      decision.legalReserve + resolution.statutoryReserve + resolution.otherReserves
      + decision.lossesCleared + decision.distribution.total + decision.carriedForward
    let taken = resolution.fromCarryForward + resolution.fromOtherReserves
    #expect(parts == decision.result + taken)
    #expect(decision.dividends.reduce(.zero) { $0 + $1.amount } == decision.distribution.total)
    #expect(decision.dividends.allSatisfy { !$0.due.isNegative })
    if let draft = YearEndEntries.entry(decision) { _ = try Entry(checking: draft) }
    let lines = try company.lines()
    let after = { (account: String, before: Int64) in before - (lines[account] ?? 0) }
    #expect(after("120000", max(0, company.result)) == 0)
    #expect(after("129000", min(0, company.result)) == 0)
    #expect(after("110000", company.carriedProfits) >= 0)
    #expect(after("119000", -company.carriedLosses) <= 0)
    #expect(after("106800", company.otherReserves) >= 0)
    let paid = decision.distribution.total.units
    #expect(paid == 0 || after("119000", -company.carriedLosses) == 0)
  }

  @Test func `large worlds hold to the same bounds`() throws {
    var random = SplitMix(seed: 2_025)
    var paid = 0
    for _ in 0..<400 {
      var company = Case(
        result: .random(in: -500_000...2_000_000, using: &random),
        capital: .random(in: 100_000...5_000_000, using: &random),
        legalReserve: .random(in: 0...300_000, using: &random),
        otherReserves: .random(in: 0...400_000, using: &random),
        shares: (0..<9).map { _ in .random(in: 0...500, using: &random) })
      let carried = Int64.random(in: -300_000...300_000, using: &random)
      company.carriedProfits = max(0, carried)
      company.carriedLosses = max(0, -carried)
      let most = max(0, company.result - company.carriedLosses)
      let statutory = Int64.random(in: 0...most / 10, using: &random)
      let dividend = Int64.random(in: 0...most, using: &random)
      company.resolution = """
        statutory_reserve_cents = \(statutory)
        dividend_cents = \(dividend)
        payment_date = 2026-09-01
        """
      let legal = LegalReserve(
        profit: Cents(max(0, company.result)), losses: Cents(company.carriedLosses),
        capital: Cents(company.capital), reserve: Cents(company.legalReserve)
      ).due.units
      let fits = dividend + legal + statutory <= most && (dividend == 0 || most > 0)
      guard !company.shares.allSatisfy({ $0 == 0 }) else { continue }
      #expect(company.refusals().isEmpty == fits, "\(company)")
      guard fits else { continue }
      try Self.judge(company)
      paid += dividend > 0 ? 1 : 0
      #expect(company.capital == 0 || legal <= (company.capital + 9) / 10)
    }
    #expect(paid > 50)
  }
}
