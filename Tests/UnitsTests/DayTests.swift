import Testing
import Units

@Suite struct DayTests {
  /// Walks the calendar by counting, as a person would, and compares every day of 210 years.
  @Test func everyDayFrom1896To2105RoundTrips() throws {
    var day = try Day("1896-01-01")
    // 1 January 1896 was a Wednesday.
    var weekday = 3
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in 1896...2105 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        #expect(Month(year: year, monthOfYear: month).length == length)
        for dayOfMonth in 1...length {
          let sound =
            day.calendar == (year, month, dayOfMonth) && day.weekday == weekday
            && Day(year: year, month: month, day: dayOfMonth) == day
            && (try? Day(day.description)) == day && day.next.previous == day
          if !sound { Issue.record("\(year) \(month) \(dayOfMonth) became \(day)") }
          day = day.next
          weekday = weekday % 7 + 1
        }
        #expect(Day(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  static let known: [(text: String, number: Int32, weekday: Int)] = [
    ("0001-01-01", -719_162, 1), ("1900-02-28", -25_509, 3), ("1970-01-01", 0, 4),
    ("2000-02-29", 11_016, 2), ("2026-11-22", 20_779, 7), ("2100-03-01", 47_541, 1),
    ("9999-12-31", 2_932_896, 5),
  ]

  @Test(arguments: known)
  func knownDays(_ text: String, _ number: Int32, _ weekday: Int) throws {
    let day = try Day(text)
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "", "2026-1-01", "2026-01-1", "26-01-01", "2026-02-29", "1900-02-29", "2026-13-01",
    "2026-00-01", "2026-01-00", "2026-01-32", "0000-01-01", "2026/01/01", "2026-01-01 ",
    "2026-01-01-", "+026-01-01", "２026-01-01", "2026-01-0x",
  ])
  func otherTextsAreNoDay(_ text: String) {
    #expect(throws: UnitRefusal.dayIsNotACalendarDay(text)) { try Day(text) }
  }

  static let laterMonths: [(day: String, months: Int, expected: String)] = [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-12-31", 2, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-05-31", 0, "2026-05-31"),
  ]

  @Test(arguments: laterMonths)
  func aMonthLaterKeepsTheDayOrTheLastOne(_ day: String, _ months: Int, _ expected: String) throws {
    #expect(try Day(day).adding(months: months).description == expected)
  }

  @Test func monthsFollowEachOther() throws {
    var month = try Month("1999-11")
    for expected in ["1999-11", "1999-12", "2000-01", "2000-02", "2000-03"] {
      #expect(month.description == expected)
      #expect(month.next.previous == month)
      #expect(month.first.month == month && month.last.month == month)
      #expect(month.last.next == month.next.first)
      #expect(month.period.length == month.length)
      month = month.next
    }
    #expect(try Month("2025-12").months(until: Month("2026-03")) == 3)
  }

  @Test(arguments: ["", "2026", "2026-1", "2026-13", "2026-00", "0000-01", "2026-01-01", "2026-+1"])
  func otherTextsAreNoMonth(_ text: String) {
    #expect(throws: UnitRefusal.monthIsNotACalendarMonth(text)) { try Month(text) }
  }

  /// All pairs of periods within five days, open ends included, against sets of days.
  @Test func periodsOverlapAsSetsOfDaysDo() {
    var periods: [Period] = []
    for first in 0..<5 as Range<Int32> {
      periods.append(Period(first: Day(number: first), last: nil))
      for last in first..<5 {
        periods.append(Period(first: Day(number: first), last: Day(number: last)))
      }
    }
    let days = { (period: Period) in Set((0..<9).filter { period.contains(Day(number: $0)) }) }
    for one in periods {
      #expect(one.last == nil || one.length == days(one).count)
      #expect(one.last == nil || one.days.map(\.number) == days(one).sorted())
      for other in periods {
        #expect(one.overlap(other).map(days) ?? [] == days(one).intersection(days(other)))
      }
    }
  }

  @Test func aPeriodEndsOnOrAfterItsFirstDay() {
    let (one, two) = (Day(number: 1), Day(number: 2))
    #expect(throws: UnitRefusal.periodEndsBeforeItStarts(two, one)) {
      try Period(checking: two, one)
    }
    #expect((try? Period(checking: one, one))?.length == 1)
  }
}
