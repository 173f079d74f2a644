import Journal
import Testing
import Units

@testable import YearEnd

/// When a year may be closed and its result decided.
@Suite struct CalendarTests {
  private static func state(
    _ year: FiscalYear = Case.year, through: String? = "2025-12-31", drafts: Int = 0,
    result: Cents = 100, isClosed: Bool = false, by: String? = nil
  ) -> YearState {
    YearState(
      year: year, closedThrough: through.flatMap { try? Day($0) }, drafts: drafts, result: result,
      isClosed: isClosed, appropriatedBy: by)
  }
  private static let next = Case.year.following
  private static let november = Month(year: 2025, monthOfYear: 11)

  static let closings: [(state: YearState, earlier: [YearState], found: [YearEndRefusal])] = [
    (state(), [], []),
    (state(through: "2026-03-31"), [], []),
    (state(through: "2025-10-31"), [], [.monthIsStillOpen(year: "2025", november)]),
    (state(through: nil), [], [.monthIsStillOpen(year: "2025", Case.year.first.month)]),
    (state(drafts: 2), [], [.draftsAreLeft(year: "2025", 2)]),
    (
      state(next, through: "2025-10-31", drafts: 1), [state(through: "2025-10-31")],
      [
        .earlierYearIsOpen(year: "2026", earlier: "2025"),
        .monthIsStillOpen(year: "2026", next.first.month), .draftsAreLeft(year: "2026", 1),
      ]
    ),
    (state(next, through: "2026-12-31"), [state(isClosed: true)], []),
  ]

  @Test(arguments: closings.indices) func `a year closes after its months and its elders`(
    _ index: Int
  ) {
    let (state, earlier, found) = Self.closings[index]
    #expect(state.reasonsAgainstClosing(after: earlier) == found)
  }

  static let decisions:
    [(state: YearState, kind: Resolution.Kind, earlier: [YearState], found: [YearEndRefusal])] = [
      (state(), .annual, [], [.yearIsNotClosed("2025")]), (state(), .interim, [], []),
      (state(isClosed: true), .annual, [], []),
      (state(isClosed: true, by: "AG-1"), .annual, [], [.yearIsAppropriated("2025", by: "AG-1")]),
      (state(isClosed: true, by: "AG-1"), .interim, [], [.yearIsAppropriated("2025", by: "AG-1")]),
      (
        state(next, isClosed: true), .annual, [state(isClosed: true)],
        [.earlierResultAwaits(year: "2026", earlier: "2025")]
      ),
      (
        state(next), .interim, [state()],
        [.earlierResultAwaits(year: "2026", earlier: "2025")]
      ),
      (state(next, isClosed: true), .annual, [state(result: 0, isClosed: true)], []),
      (state(next, isClosed: true), .annual, [state(isClosed: true, by: "AG-1")], []),
    ]

  @Test(arguments: decisions.indices) func `a result is decided once, in order`(_ index: Int) {
    let (state, kind, earlier, found) = Self.decisions[index]
    #expect(state.reasonsAgainst(kind, after: earlier) == found)
  }

  /// The lines of the file, the last closed day, today, and what stands against the days.
  static let days: [(lines: String, through: String, today: String, found: [String])] = [
    ("", "2025-12-31", "2026-06-12", []),
    ("", "2026-05-31", "2026-06-12", []),
    ("", "2026-06-30", "2026-07-12", ["meeting-day-is-closed"]),
    ("", "2026-06-12", "2026-07-12", ["meeting-day-is-closed"]),
    ("", "2026-06-11", "2026-07-12", []),
    ("booked_on = 2026-07-01", "2026-06-30", "2026-07-12", []),
    ("", "2025-12-31", "2026-06-11", ["meeting-is-to-come"]),
    ("booked_on = 2026-07-01", "2025-12-31", "2026-06-30", ["meeting-is-to-come"]),
    ("booked_on = 2026-06-11", "2025-12-31", "2026-06-30", ["booked-before-the-meeting"]),
    ("payment_date = 2026-09-30", "2025-12-31", "2026-06-30", []),
    ("payment_date = 2026-10-01", "2025-12-31", "2026-06-30", ["payment-is-too-late"]),
    ("payment_date = 2026-06-11", "2025-12-31", "2026-06-30", ["payment-is-before-the-meeting"]),
  ]

  @Test(arguments: days) func `a decision is booked on an open day that has come`(
    _ lines: String, _ through: String, _ today: String, _ found: [String]
  ) throws {
    let reasons = Self.state(through: through, isClosed: true).reasonsAgainstDays(
      of: try Case.read(lines), today: try Day(today))
    #expect(reasons.map(\.code) == found)
  }

  @Test func `no meeting decides on a year that has not ended`() throws {
    let state = Self.state(Self.next, isClosed: true)
    let resolution = try Case.read("")
    #expect(
      state.reasonsAgainstDays(of: resolution, today: try Day("2026-06-12"))
        == [.meetingIsTooEarly(resolution.date, earliest: try Day("2027-01-01"))])
    let interim = try Case.read("dividend_cents = 1", kind: "interim")
    #expect(state.reasonsAgainstDays(of: interim, today: try Day("2026-06-12")).isEmpty)
  }

  /// First and last day of a year, the last closed day, months, closed ones, and the first open one.
  static let months: [(String, String, String?, Int, Int, String?)] = [
    ("2025-01-01", "2025-12-31", nil, 12, 0, "2025-01"),
    ("2025-01-01", "2025-12-31", "2024-12-31", 12, 0, "2025-01"),
    ("2025-01-01", "2025-12-31", "2025-01-31", 12, 1, "2025-02"),
    ("2025-01-01", "2025-12-31", "2025-12-31", 12, 12, nil),
    ("2025-01-01", "2025-12-31", "2026-12-31", 12, 12, nil),
    ("2024-11-18", "2026-06-30", "2025-11-30", 20, 13, "2025-12"),
    ("2025-04-01", "2025-06-30", "2025-05-31", 3, 2, "2025-06"),
  ]

  @Test(arguments: months) func `the months of any year are counted`(
    _ first: String, _ last: String, _ through: String?, _ count: Int, _ closed: Int,
    _ open: String?
  ) throws {
    let state = Self.state(FiscalYear(first: try Day(first), last: try Day(last)), through: through)
    #expect(state.months == count && state.closedMonths == closed)
    #expect(state.firstOpenMonth?.description == open)
    #expect(state.stage == (open == nil ? .monthsClosed : .open))
  }
}
