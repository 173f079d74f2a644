import Agreements
import Journal
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

@Suite struct RentTests {
  private func rents(
    _ convention: Convention, _ months: [Month], sales: [Cents] = []
  ) throws -> [Cents] {
    // Each month's sales fall on its first day.
    let sold = Dictionary(
      uniqueKeysWithValues: months.indices.map {
        (max(months[$0].first, convention.term.first), sales.isEmpty ? Cents.zero : sales[$0])
      })
    return try months.map { month in
      try Accrual.rent(convention, school, in: month) { period in
        sold.filter { period.contains($0.key) }.values.reduce(.zero, +)
      }
    }
  }

  /// A yearly sum, reckoned by days of the convention's year, to the cent over any whole year:
  /// 36,25 kWc × 3,33 € = 120,7125 €, and 181 m² × 0,77 € = 139,37 €.
  static let yearly: [(rent: [String: Int64], kind: String, cents: Int64)] = [
    (["cents_per_year": 10_001], "fixed", 10_001), (["cents_per_year": 1], "fixed", 1),
    (["cents_per_kwc_year": 333], "per-kwc", 12_071), (["cents_per_m2_year": 77], "per-m2", 13_937),
  ]

  @Test(
    arguments: yearly,
    ["2023-01-01", "2024-01-01", "2024-03-01", "2023-03-01", "2024-07-15", "2024-02-29"])
  func aYearsRentsSumToTheYearlySum(
    _ rent: (rent: [String: Int64], kind: String, cents: Int64), _ first: String
  ) throws {
    var members = rent.rent.mapValues { JSON.integer($0) }
    members["kind"] = .string(rent.kind)
    let years: Int64 = 3
    let last = try day(first).adding(months: 36).previous
    let convention = convention(.object(members), first: first, last: last.description)
    let all = try rents(convention, months(String(first.prefix(7)), 38))
    #expect(all.reduce(.zero, +) == Cents(rent.cents * years))
    #expect(all.allSatisfy { !$0.isNegative })
    #expect(all.last == .zero)
    if first.hasSuffix("-01") {
      for year in 0..<3 {
        #expect(all[(12 * year)..<(12 * year + 12)].reduce(.zero, +) == Cents(rent.cents))
      }
    }
  }

  @Test func aConventionThatEndsEarlyPaysForItsDaysOnly() throws {
    let short = convention(
      ["kind": "fixed", "cents_per_year": 36_500], first: "2025-01-01", last: "2025-04-10")
    #expect(try rents(short, months("2025-01", 5)).map(\.units) == [3_100, 2_800, 3_100, 1_000, 0])
    #expect(try Accrual.rent(short, [part(.zero)], in: month("2025-05")) == nil)
    let draft = try #require(try Accrual.rent(short, [part(Cents(3_100))], in: month("2025-01")))
    #expect(try balances([draft]) == ["613200": 3_100, "408100": -3_100])
  }

  /// A euro a day, in a year of 366 days and in one that has its 29 February in its second half.
  @Test(arguments: [("2024-01-01", 12), ("2023-03-01", 12)])
  func everyDayOfALeapYearWeighsTheSame(_ first: String, _ count: Int) throws {
    let daily = convention(["kind": "fixed", "cents_per_year": 36_600], first: first)
    let span = try months(String(first.prefix(7)), count)
    #expect(try rents(daily, span).map(\.units) == span.map { Int64($0.length) * 100 })
  }

  private func part(_ amount: Cents) throws -> RentPart {
    RentPart(owner: "town", first: try day("2025-01-01"), amount: amount)
  }

  @Test func noRentIsNoRent() throws {
    #expect(
      try rents(convention(["kind": "zero"], first: "2025-01-01"), months("2025-01", 2)) == [
        .zero, .zero,
      ])
  }

  /// Sales of a year, 2,5 % of them, floor and cap: what is due for the year.
  static let shares: [(sales: Int64, floor: Int64?, cap: Int64?, due: Int64)] = [
    (1_200_000, nil, nil, 30_000), (1_200_000, 40_000, nil, 40_000),
    (1_200_000, nil, 20_000, 20_000),
    (1_200_000, 10_000, 50_000, 30_000), (0, 10_001, nil, 10_001), (0, nil, nil, 0),
    (1_200_000, 40_000, 35_000, 35_000), (19, nil, nil, 0), (20, nil, nil, 1),
  ]

  @Test(arguments: shares)
  func aPartOfSalesIsReckonedOverTheYear(
    _ sales: Int64, _ floor: Int64?, _ cap: Int64?, _ due: Int64
  ) throws {
    var members: [String: JSON] = ["kind": "percentage", "percent": "2.5", "of": "sales"]
    members["floor_cents_per_year"] = floor.map(JSON.integer)
    members["cap_cents_per_year"] = cap.map(JSON.integer)
    var random = SplitMix(seed: UInt64(due))
    for first in ["2024-01-01", "2024-03-01", "2025-07-01", "2023-11-18"] {
      let last = try day(first).adding(months: 12).previous
      let convention = convention(.object(members), first: first, last: last.description)
      var parts = [Int64](repeating: 0, count: 12)
      for _ in 0..<20 { parts[Int.random(in: 0..<12, using: &random)] += sales / 20 }
      parts[5] += sales - parts.reduce(0, +)
      // A thirteenth month, so that a year begun on the 18th runs to its 17th.
      let all = try rents(
        convention, months(String(first.prefix(7)), 13), sales: parts.map { Cents($0) } + [.zero])
      #expect(all.reduce(.zero, +) == Cents(due))
      #expect(all.allSatisfy { !$0.isNegative })
    }
  }

  /// Nine years, day by day, from anniversaries that some years lack.
  @Test(arguments: [
    "2024-02-29", "2023-02-28", "2024-01-31", "2023-03-15", "2024-01-01", "2024-12-31",
  ])
  func everyDayLiesInOneYearOfTheConvention(_ first: String) throws {
    let convention = convention(["kind": "zero"], first: first)
    let start = try day(first)
    var today = start
    var year = convention.term.year(containing: today)
    #expect(year.first == start)
    var count = 0
    while today < start.adding(months: 108) {
      let found = convention.term.year(containing: today)
      if found != year {
        #expect(found.first == year.last?.next)
        #expect(found.first == start.adding(months: 12 * (count + 1)))
        count += 1
        year = found
      }
      #expect(found.contains(today))
      today = today.next
    }
    #expect(count == 8)
  }
}
