import Foundation
import Intake
import MonthEnd
import TestSupport
import Testing
import Units

/// The tiny cooperative's months reckoned a second time in plain arithmetic, from its contracts as
/// a treasurer reads them, sharing no line of code with the program.
@Suite struct NaiveModelTests {
  private let days = [31, 28, 31]

  /// Half away from zero, of positive numbers.
  private func rounded(_ numerator: Int64, _ denominator: Int64) -> Int64 {
    (2 * numerator + denominator) / (2 * denominator)
  }

  private func energy(_ meter: String, _ month: Int, _ range: ClosedRange<Int>) throws -> Int64 {
    try range.reduce(0) { sum, day in
      sum + Tiny.energy(meter, try Day("2025-0\(month)-\(day < 10 ? "0" : "")\(day)"))
    }
  }

  /// Cents for Wh at ten-thousandths of a euro a kWh.
  private func cents(_ wattHours: Int64, at price: Int64) -> Int64 {
    rounded(wattHours * price, 100_000)
  }

  private func salesNorth(_ month: Int) throws -> Int64 {
    cents(try energy("nord-1", month, 1...days[month - 1]), at: 1151)
  }

  /// The price changes on 11 February, and each price is a line of the invoice.
  private func salesSouth(_ month: Int) throws -> Int64 {
    switch month {
    case 1: cents(try energy("sud-1", 1, 1...31), at: 1207)
    case 2:
      cents(try energy("sud-1", 2, 1...10), at: 1207)
        + cents(try energy("sud-1", 2, 11...28), at: 1233)
    default: cents(try energy("sud-1", 3, 1...31), at: 1233)
    }
  }

  /// 50.5 kWc at 4 € a year, by days since 1 January.
  private func rentNorth(through month: Int) -> Int64 {
    rounded(20_200 * Int64(days.prefix(month).reduce(0, +)), 365)
  }

  /// 4 % of the sales since 18 November 2024, at least 12 € a year by days; what was due before the
  /// book began, the floor of 44 days, is somebody else's.
  private func rentSouth(through month: Int) throws -> Int64 {
    let sales = try (1...month).reduce(0) { $0 + (try salesSouth($1)) }
    let elapsed = Int64(13 + 31 + days.prefix(month).reduce(0, +))
    return max(rounded(sales * 4, 100), rounded(1200 * elapsed, 365)) - rounded(1200 * 44, 365)
  }

  /// 20 000 € at 1.65 %, drawn on 15 January, due on every 15th: 16 of 30 days by month's end.
  private func interest(through month: Int) -> Int64 {
    let rate = 0.0165 / 12
    let annuity = (2_000_000 * rate / (1 - pow(1 + rate, -60))).rounded()
    var debt = 2_000_000.0
    var earned = 0.0
    for period in 1...month {
      let interest = (debt * rate).rounded()
      earned += period == month ? (interest * 16 / 30).rounded() : interest
      debt -= annuity - interest
    }
    return Int64(earned)
  }

  /// 33 333 € over 180 months of 30 days, from 2 January.
  private func depreciation(through month: Int) -> Int64 {
    rounded(3_333_300 * Int64(30 * month - 1), 5400)
  }

  @Test(arguments: 1...3) func `sales and result of a month agree to the cent`(month: Int) throws {
    let closed = try ClosedBook.shared(.tiny)
    let figures = try #require(closed.figures[Month(year: 2025, monthOfYear: month)])
    let sales = try salesNorth(month) + salesSouth(month)
    #expect(figures.sales.units == sales)
    let insurance: Int64 = month == 2 ? 4321 : 0
    func of(_ total: (Int) throws -> Int64) rethrows -> Int64 {
      try total(month) - (month == 1 ? 0 : total(month - 1))
    }
    let charges =
      of(rentNorth) + (try of(rentSouth)) + of(interest) + of(depreciation) + insurance
    #expect(figures.result.units == sales - charges)
  }

  @Test func `each charge stands on its own account`() throws {
    let closed = try ClosedBook.shared(.tiny)
    let booked = try closed.numbers(
      """
      SELECT account || coalesce(contract, ''), sum(debit) - sum(credit) FROM posting
      JOIN entry ON entry.id = entry WHERE account GLOB '[67]*' AND date <= '2025-03-31' GROUP BY 1
      """)
    #expect(booked["613200titre-nord"] == rentNorth(through: 3))
    #expect(try booked["613200titre-sud"] == rentSouth(through: 3))
    #expect(booked["661160emprunt"] == interest(through: 3))
    #expect(booked["681120"] == depreciation(through: 3))
    #expect(booked["616100"] == 4321)
    #expect(booked.count == 7)
  }

  @Test func `both branches of the rent by sales are reached`() throws {
    let bySales = try (1...3).map { month in
      try rentSouth(through: month) + rounded(1200 * 44, 365)
        > rounded(1200 * Int64(44 + days.prefix(month).reduce(0, +)), 365)
    }
    #expect(Set(bySales) == [false, true])
  }
}
