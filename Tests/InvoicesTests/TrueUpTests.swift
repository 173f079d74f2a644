import Invoices
import Journal
import Testing
import Text
import Units

@Suite struct TrueUpTests {
  private func trueUp(
    _ invoiced: Int64, _ theirs: Int64, accrued: Int64, pending: Int64 = 0, ours: Int64
  ) -> TrueUp {
    TrueUp(
      invoiced: Cents(invoiced), invoicedEnergy: WattHours(theirs), accrued: Cents(accrued),
      pending: Cents(pending), measured: WattHours(ours))
  }

  /// What is invoiced and measured; the difference, and what of it comes from energy and from price.
  static let cases:
    [(
      invoiced: Int64, theirs: Int64, accrued: Int64, pending: Int64, ours: Int64,
      difference: Int64, energy: Int64, price: Int64
    )] = [
      // The same energy at the same price.
      (10_790, 1_000_000, 10_790, 0, 1_000_000, 0, 0, 0),
      // One per cent more energy, at the price we knew.
      (10_898, 1_010_000, 10_790, 0, 1_000_000, 108, 108, 0),
      // The same energy, a price a tenth higher.
      (11_869, 1_000_000, 10_790, 0, 1_000_000, 1_079, 0, 1_079),
      // Both, and part of the days in an open month.
      (12_000, 1_100_000, 6_000, 4_000, 1_000_000, 2_000, 1_000, 1_000),
      // Nothing measured: everything is price.
      (500, 10_000, 0, 0, 0, 500, 0, 500),
      // Less than was thought.
      (9_000, 900_000, 10_000, 0, 1_000_000, -1_000, -1_000, 0),
    ]

  @Test(arguments: cases.indices) func aDifferenceIsExplainedToTheCent(_ index: Int) throws {
    let row = Self.cases[index]
    let trueUp = trueUp(
      row.invoiced, row.theirs, accrued: row.accrued, pending: row.pending, ours: row.ours)
    #expect(trueUp.difference.units == row.difference)
    #expect(try trueUp.byEnergy().units == row.energy)
    #expect(try trueUp.byPrice().units == row.price)
    #expect(trueUp.accrued + trueUp.pending + trueUp.difference == trueUp.invoiced)
  }

  /// A year's insurance from 15 February: what is of February at once, the rest month by month.
  @Test func anAdvanceIsUsedUpExactly() throws {
    let period = Period(first: try Day("2025-02-15"), last: try Day("2026-02-14"))
    let february = try Month("2025-02")
    let split = try ChargeSplit(
      Cents(187_497), account: "616100", site: nil, contract: nil, accrued: .zero, over: period,
      in: february)
    #expect(split.charged == .zero && split.prepaid == Cents(187_497))
    var used = Cents.zero
    var months: [Int64] = []
    for step in 0..<13 {
      let amount = try split.used(in: february.adding(step))
      used += amount
      months.append(amount.units)
    }
    // 14 of 365 days in February, 31 in March.
    #expect(months[0] == 7_192 && months[1] == 15_924)
    #expect(used == Cents(187_497) && months.allSatisfy { $0 > 0 })
    #expect(try split.used(in: february.adding(13)) == .zero)
    #expect(try split.used(in: february.previous) == .zero)
  }

  @Test func whatComesBeforeTheEntryTruesUpAndTheRestWaits() throws {
    let period = Period(first: try Day("2025-01-01"), last: try Day("2025-12-31"))
    let split = try ChargeSplit(
      Cents(36_500), account: "615600", site: "toit", contract: "maintenance",
      accrued: Cents(9_100), over: period, in: try Month("2025-04"))
    // 90 days are past: 9 000 of them, 100 less than accrued.
    #expect(split.charged == Cents(-100) && split.prepaid == Cents(27_500))
    #expect(split.days == Period(first: try Day("2025-04-01"), last: try Day("2025-12-31")))
  }
}
