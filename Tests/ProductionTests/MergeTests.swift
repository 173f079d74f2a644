import Production
import Testing
import Units

@Suite struct MergeTests {
  private static func whole(_ wh: Int64, _ quality: Quality = .measured, _ covered: Int64 = 40_000)
    -> MeterDay
  {
    MeterDay(
      meter: "roof", day: day("2025-06-01"), milliwattSeconds: wh * 3_600_000,
      coveredSeconds: quality == .incomplete ? covered : 86_400, quality: quality, firstLine: 10,
      lastLine: 20)
  }

  private static func report(_ path: String, _ days: [MeterDay]) -> FileReport {
    FileReport(path: path, digest: noDigest, profile: "p", days: days)
  }

  typealias Kinds = [DayDecision.Kind]
  /// What the files tell, what the book knows, the decisions, the verdict.
  static let cases: [([MeterDay], MeterDay?, Kinds, Verdict)] = [
    ([whole(500)], nil, [.take], .accept),
    ([whole(500)], whole(500), [.skip], .acceptWithWarning),
    ([whole(500)], whole(501), [.hold], .hold),
    ([whole(300, .incomplete)], whole(500), [.skip], .acceptWithWarning),
    ([whole(600, .incomplete)], whole(500), [.hold], .hold),
    ([whole(500)], whole(300, .incomplete), [.take], .acceptWithWarning),
    ([whole(500)], whole(600, .incomplete), [.hold], .hold),
    ([whole(300, .incomplete)], whole(300, .incomplete), [.skip], .acceptWithWarning),
    ([whole(500), whole(500)], nil, [.take, .skip], .acceptWithWarning),
    ([whole(500), whole(501)], nil, [.hold, .hold], .hold),
    ([whole(300, .incomplete), whole(500)], nil, [.take, .skip], .acceptWithWarning),
    ([whole(300, .incomplete, 80_000)], whole(400, .incomplete), [.hold], .hold),
    ([whole(500, .held)], nil, [.hold], .accept),
  ]

  @Test(arguments: cases)
  func `days of files and of the book are held against each other`(
    told: [MeterDay], known: MeterDay?, kinds: Kinds, verdict: Verdict
  ) {
    let reports = told.enumerated().map { Self.report("f\($0)", [$1]) }
    let merged = mergeDays(reports, known: known.map { [$0] } ?? [])
    #expect(merged.decisions.map(\.kind) == kinds)
    #expect(merged.verdict == verdict)
    let backwards = mergeDays(reports.reversed(), known: known.map { [$0] } ?? [])
    #expect(backwards.verdict == verdict)
    #expect(backwards.decisions.map(\.kind) == kinds)
  }

  @Test func `both values of a contradiction are kept`() {
    let merged = mergeDays([Self.report("f", [Self.whole(500)])], known: [Self.whole(501)])
    #expect(merged.decisions[0].day.energy == WattHours(500))
    #expect(merged.decisions[0].against?.energy == WattHours(501))
    let finding = merged.reports[0].findings[0]
    #expect(finding.code == .dayContradicts)
    #expect((finding.energy, finding.against) == (WattHours(500), WattHours(501)))
  }

  @Test func `the counter decides whether a part lies within a day`() {
    func part(_ first: Int64, _ last: Int64, _ quality: Quality) -> MeterDay {
      MeterDay(
        meter: "roof", day: day("2025-06-01"), milliwattSeconds: (last - first) * 3_600_000,
        coveredSeconds: quality == .incomplete ? 100 : 86_400, quality: quality, firstLine: 1,
        lastLine: 2, register: WattHours(first)...WattHours(last))
    }
    let known = part(1_000, 1_500, .measured)
    for (first, last, kind) in [
      (1_000, 1_200, DayDecision.Kind.skip), (1_300, 1_500, .skip), (1_400, 1_600, .hold),
    ] {
      let merged = mergeDays(
        [Self.report("f", [part(Int64(first), Int64(last), .incomplete)])], known: [known])
      #expect(merged.decisions.map(\.kind) == [kind])
    }
  }

  @Test func `a half of a watt-hour goes to the even neighbour`() {
    for (watts, wh) in [(1, 0), (3, 2), (5, 2), (7, 4), (2, 1)] {
      let report = read(
        curve("2025-06-01T00:30:00+02:00;\(watts)\n2025-06-01T01:00:00+02:00;0"))
      #expect(report.days.map(\.energy.units) == [Int64(wh)])
      #expect(report.days.map(\.milliwattSeconds) == [Int64(watts) * 1_800_000])
    }
  }

  @Test func `a refused file takes nothing`() {
    var refused = Self.report("f", [Self.whole(500)])
    refused.findings = [Finding(.nulByte, at: Place(file: "f", line: 1))]
    #expect(mergeDays([refused], known: []).decisions.isEmpty)
  }
}
