import Agreements
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

@Suite struct DueDateTests {
  private func convention(_ first: String, _ due: JSON) throws -> Convention {
    Convention(
      table([
        "id": "roof", "site": "school", "type": "cot", "owner": "town", "first": .string(first),
        "last": .string(try day(first).adding(months: 240).previous.description),
        "notice_months": 6, "due": due, "rent": ["kind": "fixed", "cents_per_year": 36_525],
      ]))
  }

  private func dates(_ convention: Convention, in days: Period) throws -> [DueDate] {
    var dossier = Dossier()
    dossier.conventions = ["roof": convention]
    let terms = ConventionTerms(
      versions: [(convention.term.first, convention)], sites: [(convention.term.first, school)],
      indices: Indices())
    return try dossier.dueDates(
      in: days, terms: terms.map { ["roof": $0] } ?? [:], knownOn: try day("2044-12-31"))
  }

  static let dues: [(every: String, terms: String, days: Int64, months: Int)] = [
    ("year", "advance", 30, 12), ("half-year", "arrears", 0, 6), ("quarter", "advance", 0, 3),
    ("month", "arrears", 45, 1),
  ]

  /// Twenty years from days that some years and months lack: every payment once, in whichever periods
  /// the calendar is asked for; together they pay for every day once.
  @Test(arguments: dues, ["2024-02-29", "2024-01-31", "2023-11-18", "2023-12-31"])
  func everyDueDateIsMetOnce(
    _ due: (every: String, terms: String, days: Int64, months: Int), _ first: String
  ) throws {
    let convention = try convention(
      first, ["every": .string(due.every), "in": .string(due.terms), "days": .integer(due.days)])
    let start = try day(first)
    let whole = Period(first: start, last: start.adding(months: 260))
    let all = try dates(convention, in: whole).filter { $0.kind == .rent }
    #expect(all.count == 240 / due.months)
    var random = SplitMix(seed: 7)
    var pieces: [DueDate] = []
    var next = whole.first
    while let last = whole.last, next <= last {
      let end = min(last, next.adding(days: Int.random(in: 0...200, using: &random)))
      pieces += try dates(convention, in: Period(first: next, last: end)).filter {
        $0.kind == .rent
      }
      next = end.next
    }
    #expect(pieces == all)
    // Each pays for the days after those of the one before, to the last day of the convention.
    for (one, other) in zip(all, all.dropFirst()) {
      #expect(one.period?.last?.next == other.period?.first)
    }
    #expect(all.first?.period?.first == start && all.last?.period?.last == convention.term.last)
    // Half a year's rent is by its days: whole years sum to the yearly rent.
    let paid = all.compactMap(\.amount).reduce(.zero, +)
    #expect(paid == Cents(36_525 * 20))
    for date in all {
      let from = due.terms == "advance" ? date.period?.first : date.period?.last?.next
      #expect(from?.adding(days: Int(due.days)) == date.day)
    }
  }

  /// An anniversary of 29 February is the 28th of the years that lack it.
  @Test func theTwentyNinthOfFebruaryIsMet() throws {
    let convention = try convention("2024-02-29", ["every": "year", "in": "advance", "days": 0])
    let days = Period(first: try day("2024-01-01"), last: try day("2029-12-31"))
    let found = try dates(convention, in: days).filter { $0.kind == .rent }.map(\.day.description)
    #expect(
      found == [
        "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28",
      ])
  }

  @Test func theEndAndItsNoticeAreTold() throws {
    let convention = try convention("2024-02-29", ["every": "year", "in": "advance", "days": 0])
    let days = Period(first: try day("2043-01-01"), last: try day("2044-12-31"))
    let found = try dates(convention, in: days).filter { $0.kind != .rent }
      .map { "\($0.day) \($0.kind.rawValue)" }
    #expect(found == ["2043-08-28 notice", "2044-02-28 convention-ends"])
  }
}
