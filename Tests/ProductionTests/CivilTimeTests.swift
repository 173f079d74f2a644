import Production
import Testing
import Units

@Suite struct CivilTimeTests {
  /// First day, days, step, offsets written, newest first, watt-hours of the middle day, verdict.
  static let days: [(String, Int64, Bool, Bool, Int64, Verdict)] = [
    ("2025-06-01", 1_800, true, false, 24_000, .accept),
    ("2025-03-30", 1_800, true, false, 23_000, .accept),
    ("2025-03-30", 1_800, false, false, 23_000, .accept),
    ("2025-03-30", 900, false, true, 23_000, .accept),
    ("2025-10-26", 1_800, true, false, 25_000, .accept),
    ("2025-10-26", 1_800, false, false, 25_000, .accept),
    ("2025-10-26", 900, false, false, 25_000, .accept),
    ("2025-10-26", 3_600, false, false, 25_000, .accept),
    ("2025-10-26", 1_800, true, true, 25_000, .accept),
    ("2025-10-26", 1_800, false, true, 25_000, .acceptWithWarning),
    ("2024-12-31", 1_800, true, false, 24_000, .accept),
    ("2024-02-29", 1_800, true, false, 24_000, .accept),
  ]

  @Test(arguments: days)
  func `a day has its 23, 24 or 25 hours`(
    first: String, step: Int64, offset: Bool, newestFirst: Bool, wh: Int64, verdict: Verdict
  ) {
    let before = day(first).previous
    var rows = flatCurve("\(before)", days: 3, step: step, watts: 1_000, offset: offset)
    if newestFirst { rows.reverse() }
    let report = read(curve(rows.joined(separator: "\n")))
    #expect(report.days.map(\.day) == [before, day(first), day(first).next])
    #expect(report.days.map(\.energy.units) == [24_000, wh, 24_000])
    #expect(report.days.allSatisfy { $0.quality == .measured })
    #expect(report.days[1].coveredSeconds == wh * 3_600 / 1_000)
    #expect(report.verdict == verdict)
  }

  @Test func `a repeated hour of which one pass is missing leaves the day incomplete`() {
    var rows = flatCurve("2025-10-26", days: 1, step: 1_800, watts: 1_000, offset: false)
    rows.removeAll { $0.contains(" 02:") }
    rows.insert("2025-10-26 02:00:00;1000", at: 3)
    rows.insert("2025-10-26 02:30:00;1000", at: 4)
    let report = read(curve(rows.joined(separator: "\n")))
    #expect(report.days.map(\.isComplete) == [false])
    #expect(report.days[0].coveredSeconds < report.days[0].expectedSeconds)
  }

  @Test(arguments: [false, true])
  func `a counter that rises through the repeated hour never falls`(newestFirst: Bool) {
    let start = ParisTime.start(of: day("2025-10-26")).seconds
    var rows = (0..<300).map { step -> String in
      let instant = start + Int64(step) * 300
      let ahead = ParisTime.offset(at: Instant(seconds: instant))
      let (date, second) = Instant(seconds: instant).split(offset: ahead)
      return "\(sunnyStamp(date, second / 60));\(1_000 + step),000;12,000"
    }
    if newestFirst { rows.reverse() }
    let report = read(sunnyDay(rows.joined(separator: "\n")))
    #expect(report.told == "2025-10-26 299000 measured")
    #expect(
      report.codes == (newestFirst ? ["repeated-hour-newest-first", "rows-newest-first"] : []))
  }

  @Test func `a value written beside an empty one at the same instant is kept`() {
    let rows =
      "2025-06-01T00:30:00+02:00;\n2025-06-01T00:30:00+02:00;10\n2025-06-01T01:00:00+02:00;10"
    let report = read(curve(rows))
    #expect(report.told == "2025-06-01 10 incomplete")
    #expect(report.codes == ["rows-repeated", "edge-day-incomplete"])
  }

  @Test func `ends at midnight belong to the day before, also over month and year`() {
    let report = read(
      curve(
        """
        2024-12-31T23:30:00+01:00;2000
        2025-01-01T00:00:00+01:00;4000
        2025-01-01T00:30:00+01:00;6000
        """))
    #expect(report.told == "2024-12-31 3000 incomplete, 2025-01-01 3000 incomplete")
  }

  @Test func `a curve stamped at the start keeps its midnight`() {
    let rows = ["00:00", "00:10", "00:20"].map { "2025-06-01T\($0):00+02:00;6000" }
    let report = read(curve(rows.joined(separator: "\n")))
    #expect(report.profile == "enedis-ten-minute-curve")
    #expect(report.told == "2025-06-01 3000 incomplete")
  }

  @Test func `the step may change inside a file`() {
    let first = flatCurve("2025-06-01", days: 1, step: 1_800, watts: 1_000)
    let then = flatCurve("2025-06-02", days: 1, step: 3_600, watts: 1_000)
    let report = read(curve((first + then).joined(separator: "\n")))
    #expect(report.told == "2025-06-01 24000 measured, 2025-06-02 24000 measured")
    #expect(report.codes == ["step-changes"])
  }

  @Test func `one row missing is a gap, not a longer step`() {
    var rows = flatCurve("2025-06-01", days: 1, step: 1_800, watts: 1_000)
    rows.remove(at: 20)
    let report = read(curve(rows.joined(separator: "\n")))
    #expect(report.told == "2025-06-01 23500 incomplete")
    #expect(report.codes == ["rows-missing", "edge-day-incomplete"])
  }

  @Test func `a clock that steps back while the counter goes on changes nothing`() {
    let minutes = [0, 5, 10, 15, 20, 17, 22, 27]
    let rows = minutes.enumerated().map {
      "\(sunnyStamp(day("2025-06-01"), 720 + $1));\(100 + $0),000;0"
    }
    let report = read(sunnyDay(rows.joined(separator: "\n")))
    #expect(report.days.map(\.energy.units) == [7_000])
    #expect(report.codes.contains("clock-stepped-back"))
  }

  @Test func `a local time that does not exist is left out of a counter, and holds a curve`() {
    let rows = ["01:55", "02:00", "02:05", "03:00", "03:05"].map { "30.03.2025 \($0);10,000;0" }
    let report = read(sunnyDay(rows.joined(separator: "\n")))
    #expect(report.codes.contains("local-time-does-not-exist"))
    #expect(!report.codes.contains("rows-contradict"))
    let held = read(
      curve(
        "2025-03-30 01:00:00;1\n2025-03-30 01:30:00;1\n2025-03-30 02:30:00;1\n"
          + "2025-03-30 03:30:00;1"))
    #expect(held.verdict == .hold)
  }

  @Test func `today is not over, tomorrow is refused`() {
    let (year, month, number) = today.calendar
    let date = "\(two(number)).\(two(month)).\(year)"
    #expect(read(sunnyMonth("\(date);1,000;1,000")).told == "\(today) 1000 incomplete")
    let next = today.next.calendar
    let tomorrow = "\(two(next.day)).\(two(next.month)).\(next.year)"
    #expect(read(sunnyMonth("\(tomorrow);1,000;1,000")).codes == ["stamp-in-future"])
    #expect(read(sunnyDay("\(tomorrow) 00:00;1,000;1")).verdict == .refuse)
  }
}
