import Testing
import Units

@Suite struct ParisTimeTests {
  /// Days of change from the IANA time zone database, `Europe/Paris`, spring and autumn.
  static let published: [(spring: String, autumn: String)] = [
    ("2000-03-26", "2000-10-29"), ("2010-03-28", "2010-10-31"), ("2020-03-29", "2020-10-25"),
    ("2024-03-31", "2024-10-27"), ("2025-03-30", "2025-10-26"), ("2026-03-29", "2026-10-25"),
    ("2030-03-31", "2030-10-27"), ("2040-03-25", "2040-10-28"),
  ]

  @Test(arguments: published)
  func publishedDaysOfChange(_ spring: String, _ autumn: String) throws {
    #expect(ParisTime.length(of: try Day(spring)) == 23 * 3600)
    #expect(ParisTime.length(of: try Day(autumn)) == 25 * 3600)
  }

  /// Every day of 2000–2040: two days of change a year, both Sundays in the last week of the month.
  @Test func everyDayHasItsLength() throws {
    for year in 2000...2040 {
      var (short, long): ([Day], [Day]) = ([], [])
      for day in Period(first: try Day("\(year)-01-01"), last: try Day("\(year)-12-31")).days {
        switch ParisTime.length(of: day) {
        case 23 * 3600: short.append(day)
        case 25 * 3600: long.append(day)
        default: #expect(ParisTime.length(of: day) == 24 * 3600)
        }
        #expect(ParisTime.day(of: ParisTime.start(of: day)) == day)
        #expect(ParisTime.day(of: ParisTime.start(of: day).adding(seconds: -1)) == day.previous)
      }
      #expect(short.count == 1 && long.count == 1)
      for (day, month) in [(short[0], 3), (long[0], 10)] {
        #expect(day.weekday == 7 && day.calendar.month == month && day.calendar.day > 24)
      }
    }
  }

  /// Every quarter of an hour of every day of change: reading a clock is the inverse of showing it.
  @Test func readingAClockInvertsShowingIt() {
    for year in 2000...2040 {
      for month in [3, 10] {
        for day in Month(year: year, monthOfYear: month).period.days.suffix(8) {
          var shown: [Int: [Instant]] = [:]
          var instant = ParisTime.start(of: day)
          while ParisTime.day(of: instant) == day {
            let clock = instant.split(offset: ParisTime.offset(at: instant)).secondOfDay
            shown[clock, default: []].append(instant)
            instant = instant.adding(seconds: 900)
          }
          for clock in stride(from: 0, to: 86_400, by: 900) {
            let expected = shown[clock] ?? []
            switch ParisTime.read(day, secondOfDay: clock) {
            case .once(let one): #expect(expected == [one])
            case .twice(let first, let second): #expect(expected == [first, second])
            case .never: #expect(expected.isEmpty && (7200..<10_800).contains(clock))
            }
          }
        }
      }
    }
  }

  @Test func theRepeatedAndTheMissingHour() throws {
    let autumn = try Day("2026-10-25")
    #expect(
      ParisTime.read(autumn, secondOfDay: 9000)
        == .twice(first: Instant(seconds: 1_792_888_200), second: Instant(seconds: 1_792_891_800)))
    #expect(Instant(seconds: 1_792_888_200).description == "2026-10-25T00:30:00Z")
    let spring = try Day("2026-03-29")
    guard case .never(let winter) = ParisTime.read(spring, secondOfDay: 9000) else {
      Issue.record("02:30 exists on \(spring)")
      return
    }
    #expect(winter.description == "2026-03-29T01:30:00Z")
    #expect(ParisTime.offset(at: winter) == 7200)
  }
}
