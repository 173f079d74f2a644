import Foundation
import Production
import Testing
import Units

/// What a good importer says of a sample, by the words of its truth, without the leading number.
private struct Duty: Sendable {
  let words: String
  /// One of these is found, so many times where the words begin with a number.
  var found: Set<FindingCode> = []
  /// None of these is found.
  var absent: Set<FindingCode> = []
  /// The number in front counts another thing than the finding does.
  var isUncounted = false
  /// The profile, when the heading does not choose it.
  var named: String?
}

private let duties: [Duty] = [
  Duty(words: "empty values", found: [.valuesMissing]),
  Duty(words: "missing readings", found: [.valuesMissing]),
  Duty(words: "gap(s)", found: [.rowsMissing, .daysMissing], isUncounted: true),
  Duty(words: "span(s) of several days", found: [.spanWithoutDailySplit]),
  Duty(words: "negative values", found: [.negativePower], named: "pvdaq-power"),
  Duty(words: "the step changes inside the file", found: [.stepChanges]),
  Duty(words: "dates are month first", absent: [.dateOrderUnproved, .stampImpossible]),
  // It is the day of 23 hours: nothing is missing.
  Duty(words: "row count differs from the usual", absent: [.dayIncomplete, .rowsMissing]),
  // In a counter of the day, what a clock set back interleaves is seen as dips.
  Duty(
    words: "2024-07-06 09:58", found: [.clockSteppedBack, .counterDips],
    absent: [.counterReset, .dailyCounterNotReset]),
  Duty(words: "no unit in the header: ask", found: [.formatMustBeNamed]),
  Duty(
    words: "rejected rows must be named by line number",
    found: [.rowDamaged, .valuesMissing, .stampUnreadable, .fileEmpty, .noDataRow]),
  Duty(
    words: "line ends are CR CR LF", absent: [.stampUnreadable, .rowsRepeated, .valuesMissing]),
  Duty(words: "header unit kWh contradicts the values", found: [.headingUnitLies]),
  Duty(
    words: "-1000000.0 is a missing-value sentinel", found: [.valuesMissing, .rowsMissing],
    absent: [.powerImpossible]),
  Duty(words: "first day of the plant", found: [.firstDayOfPlant]),
  Duty(words: "a complete-looking day total", found: [.dayIncomplete, .edgeDayIncomplete]),
  Duty(words: "back-filled day", found: [.counterAndPowerDisagree]),
]

@Suite("What a good importer reports", .enabled(if: shared != nil, "no samples beside the package"))
struct GoodReportTests {
  private struct Truth: Decodable { let a_good_importer_reports: [String] }

  @Test func `every duty that the samples state is done`() throws {
    let open = try #require(shared).appending(path: "open")
    var met: Set<String> = []
    for folder in try FileManager.default.contentsOfDirectory(atPath: open.path).sorted() {
      let place = open.appending(path: folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
      where name.hasSuffix(".expected.json") {
        let truth = try JSONDecoder().decode(
          Truth.self, from: Data(contentsOf: place.appending(path: name)))
        for words in truth.a_good_importer_reports {
          met.formUnion(try judge(words, "open/\(folder)/\(name.dropLast(14))"))
        }
      }
    }
    // Every duty is one that some sample states.
    #expect(met.symmetricDifference(duties.map(\.words)) == ["days_hist", "swapped"])
  }

  /// The duties that the words state.
  private func judge(_ words: String, _ path: String) throws -> Set<String> {
    if words.contains("two blocks swapped") { return try judgeSwapped(path) }
    if words.contains("the daily file must replace") { return try judgeReplaced(path) }
    let (count, rest) = split(words)
    let duty = try #require(duties.first { rest.hasPrefix($0.words) }, "\(words)")
    let report = try SharedSamplesTests.read(path, profile: duty.named.flatMap(Profile.named))
    let told = report.findings.map { "\($0.code.rawValue)×\($0.count)" }
    let codes = report.findings.map(\.code)
    #expect(duty.absent.isDisjoint(with: codes), "\(path) \(words): \(told)")
    guard !duty.found.isEmpty else { return [duty.words] }
    let found = report.findings.filter { duty.found.contains($0.code) }
    #expect(!found.isEmpty, "\(path) \(words): \(told)")
    #expect(
      found.allSatisfy { $0.place.line != nil || $0.code == .fileEmpty }, "\(path) \(words)")
    if let count, !duty.isUncounted {
      #expect(found.reduce(0) { $0 + $1.count } == count, "\(path) \(words): \(told)")
    }
    return [duty.words]
  }

  /// A number in front, and the words behind it.
  private func split(_ words: String) -> (Int?, String) {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let count = Int(parts[0]) else { return (nil, words) }
    return (count, parts[1])
  }

  /// The same day with its blocks in another order is the same data.
  private func judgeSwapped(_ path: String) throws -> Set<String> {
    let swapped = try SharedSamplesTests.read(path)
    let usual = try SharedSamplesTests.read(path.replacing("broken-", with: ""))
    let merged = mergeDays([usual, swapped], known: [])
    #expect(usual.days.map(\.energy) == swapped.days.map(\.energy))
    #expect(merged.decisions.filter { $0.kind == .take }.count == usual.days.count)
    return ["swapped"]
  }

  /// The daily file replaces what the cut files of the same days told, and says so.
  ///
  /// The two formats name the two inverters differently: a person says which is which.
  private func judgeReplaced(_ path: String) throws -> Set<String> {
    let names = ["1-string": "column 2", "2-strings": "column 1"]
    let parts = try ["120421", "120809"].flatMap { day in
      try SharedSamplesTests.read(path.replacing("days_hist", with: "broken-min\(day)")).days
    }
    let known = parts.map { day in
      MeterDay(
        meter: names[day.meter] ?? day.meter, day: day.day,
        milliwattSeconds: day.milliwattSeconds, coveredSeconds: day.coveredSeconds,
        quality: day.quality, firstLine: day.firstLine, lastLine: day.lastLine)
    }
    let merged = mergeDays([try SharedSamplesTests.read(path)], known: known)
    let replaced = merged.decisions.filter { $0.against != nil }
    #expect(known.count == 4 && known.allSatisfy { !$0.isComplete })
    #expect(replaced.count == 4 && replaced.allSatisfy { $0.kind == .take })
    let codes = merged.reports.flatMap { $0.findings.map(\.code) }
    #expect(codes.contains(.incompleteDayReplaced), "\(codes)")
    return ["days_hist"]
  }
}
