// Inner parts are asked here: that two ways of reading a counter agree cannot be seen from outside,
// where only one of them is taken.
import Testing
import Units

@testable import Production

private let meter = KnownMeter(id: "one", deviceKey: "one", peakWatts: 40_000)

/// Rows of a counter that mostly rises, some of them with one of the surprises.
private func rows(
  _ random: inout Seeded, surprises: ClosedRange<Int>, most: Int = 900
) -> [RawReading] {
  let start = [UInt32(1_735_689_600), 1_743_120_000, 1_761_264_000][
    Int.random(in: 0..<3, using: &random)]
  let step = [UInt32(300), 900, 3_600][Int.random(in: 0..<3, using: &random)]
  let marked = Int.random(in: 0..<3, using: &random)
  var rows: [RawReading] = []
  var milli = Int64.random(in: 0...9_999_999, using: &random) * 10_000
  var local = start + UInt32.random(in: 0...86_400, using: &random) / 300 * 300
  var line: UInt32 = 2
  for _ in 0..<Int.random(in: 1...most, using: &random) {
    let offset: Int16 = marked == 0 ? 60 : marked == 1 && local >= 1_743_300_000 ? 120 : .min
    rows.append(
      RawReading(
        milli: milli, local: local, line: line, power: RawReading.noPower, offset: offset))
    milli += Int64.random(in: -3...6, using: &random).clamped * 100_000
    local += step * (Int.random(in: 0..<60, using: &random) == 0 ? 5 : 1)
    line += Int.random(in: 0..<40, using: &random) == 0 ? 3 : 1
  }
  for _ in 0..<Int.random(in: surprises, using: &random) {
    let at = Int.random(in: rows.indices, using: &random)
    guard rows[at].milli != RawReading.missing else { continue }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: rows[at].milli = RawReading.missing
    case 1: rows[at].milli -= 5_000_000
    case 2: rows[at].local -= 700
    case 3: rows[at].isEstimate = true
    case 4: rows[at].milli += 90_000_000
    case 5: rows[at].local = 4_000_000_000
    default: rows[at].power = 12
    }
  }
  return rows
}

extension Int64 {
  fileprivate var clamped: Int64 { Swift.max(0, self) }
}

private func series(_ rows: [RawReading]) -> RawSeries {
  let series = RawSeries(device: "one")
  for row in rows { series.rows.append(row, decimals: 2) }
  return series
}

/// Gives a counter its rows as a reader does: at once where nothing is odd about them, else with thought.
private func measure(
  _ rows: [RawReading], _ context: Context, today: Day, alone: inout Int
) -> ReadSeries? {
  guard let counter = CalmCounter(meter, context, today: today) else { return nil }
  var clock = LocalClock(isAscending: true, unmarkedIsWinter: false)
  for row in rows {
    let isPlain =
      row.power == RawReading.noPower && !row.isEstimate && row.milli >= 0
      && row.milli.isMultiple(of: 10_000)
    let number = PlainNumber(digits: row.milli / 10_000, units: 7, decimals: 2)
    let ahead = clock.ahead(row.local, offset: row.offset) ?? LastStamp.unknown
    if isPlain, counter.hand.take(number, Int64(row.local), ahead, line: Int(row.line)) {
      alone += 1
    } else {
      counter.take(row, decimals: 2)
    }
  }
  return counter.finish()
}

private func reading(_ profile: Profile) -> FileReading {
  FileReading(
    path: "f", profile: profile, layout: Layout(slots: [], devices: [], start: 0, line: 2),
    registry: .only(meter), today: Day(number: 20_800))
}

@Suite struct CalmCounterTests {
  @Test func `rows are given back as they were added`() {
    var random = Seeded(state: 7)
    for _ in 0..<300 {
      let rows = rows(&random, surprises: 0...20)
      let packed = series(rows).rows
      #expect(packed.unpacked() == rows)
      #expect(packed.count == rows.count && packed.first == rows.first)
    }
  }

  @Test(arguments: [0...0, 0...1, 1...4])
  func `a counter is read the short way as the long way reads it`(surprises: ClosedRange<Int>) {
    var random = Seeded(state: 11)
    var (calm, alone) = (0, 0)
    for round in 0..<400 {
      var profile = Profile.fusionSolarInverter
      if round.isMultiple(of: 3) { profile.stamp.meaning = .end }
      if round.isMultiple(of: 5) { profile.nights = .recorded }
      if round.isMultiple(of: 7) { profile.steps = [300, 900] }
      let file = reading(profile)
      let context = Context(profile: profile, path: "f", meter: "one")
      let rows = rows(&random, surprises: surprises, most: round.isMultiple(of: 4) ? 9_000 : 900)
      var long = FindingLog()
      guard let short = measure(rows, context, today: file.today, alone: &alone) else { continue }
      calm += 1
      #expect(short.days == file.doubted(series(rows), of: meter, context, log: &long))
      #expect(short.log.all == long.all)
    }
    #expect(surprises.lowerBound > 0 ? calm < 300 : calm > 100)
    #expect(alone > 10_000)
  }

  @Test func `a steady day is packed like any other`() {
    let readings = (0..<288).map {
      Reading(
        milli: 7_000_000 + Int64($0 * $0) * 10_000, instant: 1_000 + 300 * Int64($0), line: 2,
        power: RawReading.noPower)
    }
    let samples = readings.map {
      DayCurve.Sample(offset: $0.instant - 400, seconds: 300, value: $0.milli / 10_000)
    }
    var run = SteadyRun()
    defer { run.end() }
    run.settle(step: 300, quantum: 10_000, decimals: 2, hour: 0)
    run.begin(readings[0].milli, line: 2)
    for reading in readings.dropFirst() { run.add(reading.milli, line: 2) }
    #expect(run.curve(600) == DayCurve(nature: .counter, quantum: 10_000, samples: samples))
    #expect(run.readings(from: readings[0]).map(\.milli) == readings.map(\.milli))
  }

  @Test func `a step that only the first rows keep is not the usual one`() {
    let context = Context(profile: .fusionSolarInverter, path: "f", meter: "one")
    func rows(_ later: Int) -> [RawReading] {
      // Half a thousand rows five minutes apart, then others a quarter of an hour.
      (0..<520 + later).map { index in
        let seconds = 300 * min(index, 520) + 900 * max(0, index - 520)
        return RawReading(
          milli: 5_000_000 + Int64(index) * 10_000, local: UInt32(1_735_689_600 + seconds),
          line: UInt32(index + 2), power: RawReading.noPower, offset: .min)
      }
    }
    var alone = 0
    let today = Day(number: 20_800)
    #expect(measure(rows(300), context, today: today, alone: &alone) != nil)
    #expect(measure(rows(700), context, today: today, alone: &alone) == nil)
    #expect(measure(rows(1_480), context, today: today, alone: &alone) == nil)
  }

  @Test func `rows are taken at once up to the end of the day and no further`() {
    let profile = Profile.fusionSolarInverter
    let context = Context(profile: profile, path: "f", meter: "one")
    var alone = 0
    // From a midnight on, a row every quarter of an hour; the sample is thought about.
    let rows = (0..<3_000).map { (index: Int) -> RawReading in
      let local = UInt32(1_735_689_600 + 900 * index)
      return RawReading(
        milli: 5_000_000 + Int64(index) * 10_000, local: local, line: UInt32(index + 2),
        power: RawReading.noPower, offset: .min)
    }
    let read = measure(rows, context, today: Day(number: 20_800), alone: &alone)
    #expect(read?.days.count == 32)
    // After the sample of 513; of each day begun then the first two rows were thought about.
    #expect(alone == 3_000 - 513 - 2 * 26)
  }
}

/// Bytes in pieces of any size.
private struct Crumbs: ByteSource {
  let bytes: [UInt8]
  let most: Int
  var at = 0
  var random = Seeded(state: 3)

  mutating func fill(_ block: inout [UInt8]) -> Int {
    let size = min(Int.random(in: 1...most, using: &random), block.count, bytes.count - at)
    block.replaceSubrange(0..<size, with: bytes[at..<at + size])
    at += size
    return size
  }

  mutating func rewind() { at = 0 }
  func digest() -> Digest { Digest(Array(repeating: 0, count: 32)) }
}

@Suite struct PieceTests {
  /// Thirty days of three inverters, a row every five minutes, some rows quoted or with spaces.
  private static let text: [UInt8] = {
    var random = Seeded(state: 5)
    var text = "Site Name,ManageObject,Start Time,Cumulative energy(kWh)\n"
    for step in 0..<8_640 {
      let day = Day(number: Int32(20_100 + step / 288))
      let (hour, minute) = (step % 288 / 12, step % 12 * 5)
      let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
      for device in 1...3 {
        let value = "\(100 + device * step / 10).\(device * step % 10)0"
        switch Int.random(in: 0..<30, using: &random) {
        case 0: text += "S,\"I\(device)\",\(day) \(clock),\"\(value)\"\r\n"
        case 1: text += "S, I\(device) ,\(day) \(clock), \(value)\n\n"
        default: text += "S,I\(device),\(day) \(clock),\(value)\n"
        }
      }
    }
    return Array(text.utf8)
  }()

  @Test(arguments: [40, 900, 70_000, 1_000_000])
  func `where a file is cut into pieces changes nothing`(most: Int) throws {
    let known = (1...3).map { KnownMeter(id: "m\($0)", deviceKey: "I\($0)") }
    let whole = readProduction(
      SourceFile(path: "f", bytes: Self.text, digest: Digest(Array(repeating: 0, count: 32))),
      registry: .known(known), today: Day(number: 20_800))
    var source = Crumbs(bytes: Self.text, most: most)
    var days: [MeterDay] = []
    let report = try readProduction(
      &source, path: "f", registry: .known(known), today: Day(number: 20_800)
    ) { days.append($0) }
    #expect(whole.days.count == 90 && whole.verdict < .refuse)
    #expect(days == whole.days)
    #expect(report.findings == whole.findings)
    for device in 1...3 {
      let sum = days.filter { $0.meter == "m\(device)" && $0.day.number < 20_129 }
        .reduce(0) { $0 + $1.energy.units }
      #expect(sum == Int64(device * 29 * 288 * 100))
    }
  }

  /// Two days of three inverters whose clocks are apart, so that a round of rows has several stamps.
  private static func apart(_ random: inout Seeded, quoted: (inout Seeded) -> Bool) -> String {
    var text = "Site Name,ManageObject,Start Time,Cumulative energy(kWh)\n"
    for step in 0..<570 {
      for device in 1...3 {
        let at = step + Int.random(in: 0...9, using: &random) / 9 + (device == 2 ? 1 : 0)
        let (hour, minute) = (at % 288 / 12, at % 12 * 5)
        let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
        let cells = [
          "S", "I\(device)", "\(Day(number: Int32(20_100 + at / 288))) \(clock)",
          "\(100 + step / 10).\(step % 10)0",
        ]
        let mark = quoted(&random) ? "\"" : ""
        text += cells.map { mark + $0 + mark }.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  @Test(arguments: 0..<40)
  func `a row keeps its stamp whichever way the row before it was read`(seed: UInt64) {
    let known = (1...3).map { KnownMeter(id: "m\($0)", deviceKey: "I\($0)") }
    func read(_ quoted: (inout Seeded) -> Bool) -> FileReport {
      var random = Seeded(state: seed &+ 9_000)
      let bytes = Array(Self.apart(&random, quoted: quoted).utf8)
      return readProduction(
        SourceFile(path: "f", bytes: bytes, digest: Digest(Array(repeating: 0, count: 32))),
        registry: .known(known), today: Day(number: 20_800))
    }
    // As many numbers are drawn either way, so that the rows are the same.
    let long = read { Int.random(in: 0..<8, using: &$0) >= 0 }
    let mixed = read { Int.random(in: 0..<8, using: &$0) == 0 }
    let plain = read { Int.random(in: 0..<8, using: &$0) < 0 }
    #expect(long.days.count >= 6)
    for other in [mixed, plain] {
      #expect(other.days == long.days)
      #expect(other.findings.map(\.code) == long.findings.map(\.code))
    }
  }

  @Test(arguments: [(0, FindingCode.nulByte), (0xFF, .bytesUndecodable)] as [(UInt8, FindingCode)])
  func `a byte that is no letter is found far from the beginning`(
    byte: UInt8, code: FindingCode
  ) throws {
    var bytes = Self.text
    bytes[500_000] = byte
    var source = Crumbs(bytes: bytes, most: 70_000)
    let report = try readProduction(
      &source, path: "f", registry: .unchecked, today: Day(number: 20_800)
    ) { _ in }
    #expect(report.findings.map(\.code) == [code])
  }
}
