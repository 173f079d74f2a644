import Production
import Testing
import Units

/// SplitMix64: small, seeded, the same everywhere.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let firstDays = ["2025-03-29", "2025-10-25", "2025-12-31", "2025-06-10", "2024-02-28"]

@Suite struct OracleTests {
  /// Rows kept after cutting holes that are at least four rows apart.
  private func holed<Row>(_ rows: [Row], _ random: inout Seeded) -> [Row] {
    var kept: [Row] = []
    var index = 0
    while index < rows.count {
      if index > 4, Int.random(in: 0..<40, using: &random) == 0 {
        index += Int.random(in: 1..<30, using: &random)
      }
      for _ in 0..<5 where index < rows.count {
        kept.append(rows[index])
        index += 1
      }
    }
    return kept
  }

  @Test(arguments: 0..<60)
  func `random curves agree with counting every quarter of an hour`(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let first = day(firstDays[seed % firstDays.count])
    let step = [Int64(900), 1_800, 3_600][seed % 3]
    let hasOffset = seed % 2 == 0
    let range =
      ParisTime.start(of: first).seconds..<ParisTime.start(of: first.adding(days: 4)).seconds
    let starts = stride(from: range.lowerBound, to: range.upperBound, by: Int64.Stride(step))
    let all = starts.map { (start: $0, watts: Int64.random(in: 0..<9_000, using: &random) * 4) }
    let rows = hasOffset ? holed(all, &random) : all
    let text = rows.map { "\(enedisStamp($0.start + step, offset: hasOffset));\($0.watts)" }
    let isBackwards = hasOffset && seed % 4 == 0
    let report = read(curve((isBackwards ? text.reversed() : text).joined(separator: "\n")))

    var quarters: [Day: (wh: Int64, count: Int64)] = [:]
    for row in rows {
      for quarter in 0..<step / 900 {
        let instant = Instant(seconds: row.start + quarter * 900)
        quarters[ParisTime.day(of: instant), default: (0, 0)].wh += row.watts / 4
        quarters[ParisTime.day(of: instant), default: (0, 0)].count += 1
      }
    }
    for found in report.days {
      let isWhole = (quarters[found.day]?.count ?? 0) * 900 == ParisTime.length(of: found.day)
      #expect(found.energy.units == quarters[found.day]?.wh, "\(seed) \(found.day)")
      #expect(found.isComplete == isWhole, "\(seed) \(found.day)")
    }
    #expect(Set(report.days.map(\.day)) == Set(quarters.keys))
    #expect(report.verdict < .hold)
  }

  @Test(arguments: 0..<60)
  func `random counters agree with looking up both ends of the day`(seed: Int) {
    var random = Seeded(state: UInt64(seed) &+ 1_000)
    let first = day(firstDays[seed % firstDays.count])
    let minutes = [5, 10, 15][seed % 3]
    let step = Int64(minutes) * 60
    var counter: Int64 = 1_000_000
    var all: [(instant: Int64, wh: Int64)] = []
    let end = ParisTime.start(of: first.adding(days: 4)).seconds
    for instant in stride(from: ParisTime.start(of: first).seconds, to: end, by: Int64.Stride(step))
    {
      all.append((instant, counter))
      let hour = Instant(seconds: instant).split(offset: 3_600).secondOfDay / 3_600
      if (6..<21).contains(hour) { counter += Int64.random(in: 0..<90, using: &random) }
    }
    let rows = holed(all, &random)
    let text = rows.map { row -> String in
      let ahead = ParisTime.offset(at: Instant(seconds: row.instant))
      let (date, second) = Instant(seconds: row.instant).split(offset: ahead)
      let value = decimalText(row.wh, decimals: 3, mark: ",")
      return "\(sunnyStamp(date, second / 60));\(value);"
    }
    let report = read(sunnyDay((seed % 5 == 0 ? text.reversed() : text).joined(separator: "\n")))

    let byInstant = Dictionary(uniqueKeysWithValues: rows.map { ($0.instant, $0.wh) })
    for found in report.days {
      let start = ParisTime.start(of: found.day).seconds
      let end = ParisTime.start(of: found.day.next).seconds
      let inside = rows.filter { $0.instant >= start && $0.instant < end }
      let known = (
        known(at: start, byInstant, all, rows), known(at: end, byInstant, all, rows)
      )
      let isComplete = known.0 && known.1
      #expect(found.isComplete == isComplete, "\(seed) \(found.day)")
      guard isComplete, let truth = all.first(where: { $0.instant == start })?.wh else { continue }
      let close = all.first { $0.instant == end }?.wh ?? inside.last?.wh ?? 0
      #expect(found.energy.units == close - truth, "\(seed) \(found.day)")
    }
    #expect(report.verdict < .hold)
  }

  /// Whether the kept rows tell the counter at a midnight: a row there, or equal ones around it.
  private func known(
    at midnight: Int64, _ byInstant: [Int64: Int64], _ all: [(instant: Int64, wh: Int64)],
    _ rows: [(instant: Int64, wh: Int64)]
  ) -> Bool {
    if byInstant[midnight] != nil { return true }
    let before = rows.last { $0.instant < midnight }
    let after = rows.first { $0.instant > midnight }
    let step = all[1].instant - all[0].instant
    if let before, after == nil { return before.instant + step >= midnight }
    return before?.wh == after?.wh
  }

  @Test func `no mangled file crashes, and what is refused tells no day`() {
    var random = Seeded(state: 42)
    let curves = flatCurve("2025-10-26", days: 1, step: 1_800, watts: 900, offset: false)
    let samples = [
      sunnyDay(LayoutTests.quarter("01.06.2025", 1_000, 25)), sunnyMonth("01.05.2025;1,0;2,5"),
      curve(curves.joined(separator: "\n")), LayoutTests.fusions[0].text,
      LayoutTests.indexes[0].text,
    ].map { Array($0.utf8) }
    let spice = Array("0159;,.-+ \n\r\"\0N:TZ\u{FEFF}é".utf8)
    for round in 0..<800 {
      var bytes = samples[round % samples.count]
      for _ in 0...Int.random(in: 0..<6, using: &random) where bytes.count > 2 {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = spice.randomElement(using: &random) ?? 0
        case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
        }
      }
      let file = SourceFile(path: "f", bytes: bytes, digest: noDigest)
      let report = readProduction(file, registry: .unchecked, today: today)
      if report.verdict == .refuse { #expect(report.days.isEmpty) }
      for day in report.days {
        #expect(day.energy.units >= 0 && day.coveredSeconds <= day.expectedSeconds)
        if day.quality == .measured { #expect(day.coveredSeconds == day.expectedSeconds) }
      }
    }
  }
}
