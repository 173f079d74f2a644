import Production
import Testing
import Units

/// A calm day of a 9 kW roof: a row every quarter, 96 Wh each, 100 kWh on the counter.
private func calm(
  change: (inout [(minute: Int, wh: Int, watts: Int)]) -> Void = { _ in }
) -> String {
  var rows = (0..<96).map { (minute: $0 * 15, wh: 100_000 + $0 * 96, watts: $0 == 0 ? 0 : 384) }
  change(&rows)
  return rows.map { row in
    sunnyStamp(day("2025-06-01"), row.minute) + ";" + decimal(row.wh) + ";" + decimal(row.watts)
  }.joined(separator: "\n")
}

private func decimal(_ milli: Int) -> String {
  (milli < 0 ? "-" : "") + "\(abs(milli) / 1_000),\(String(1_000 + abs(milli) % 1_000).dropFirst())"
}

@Suite struct SubstanceTests {
  static let wraps = KnownMeter(
    id: "roof", deviceKey: "77001", peakWatts: 9_000, registerWrapsAtWh: 108_000)

  /// Name, rows, meter, energy and quality, findings, verdict.
  static let cases: [(String, String, KnownMeter, String, Set<String>, Verdict)] = [
    ("calm", calm(), roof, "9120 measured", [], .accept),
    (
      "two hours missing", calm { $0.removeSubrange(40..<48) }, roof, "9120 measured",
      ["rows-missing"], .acceptWithWarning
    ),
    (
      "a row twice", calm { $0.insert($0[30], at: 31) }, roof, "9120 measured",
      ["rows-repeated"], .acceptWithWarning
    ),
    (
      "a row twice with two values",
      calm {
        $0.insert($0[30], at: 31)
        $0[31].wh += 5
      }, roof, "9120 held", ["rows-contradict"], .hold
    ),
    (
      "three watts of stand-by", calm { for i in 1..<20 { $0[i].watts = -3 } }, roof,
      "9120 measured", ["negative-power"], .acceptWithWarning
    ),
    (
      "a dip of 8 Wh", calm { $0[50].wh = $0[49].wh - 8 }, roof, "9120 measured",
      ["counter-dips", "counter-and-power-disagree"], .acceptWithWarning
    ),
    (
      "the last digits tremble at night",
      calm {
        for i in $0.indices { $0[i].wh = i < 20 ? 100_000 : 99_992 + max(0, i - 30) * 96 }
        for i in 0..<31 { $0[i].watts = 0 }
      }, roof, "6232 measured", ["counter-dips"], .acceptWithWarning
    ),
    (
      "an impossible number after an impossible number",
      calm {
        $0[40].wh = 999_999_999_000
        for i in 41..<96 { $0[i].wh = i % 2 * 999_999_999_000 }
      }, roof, "", ["power-impossible", "counter-reset", "counter-and-power-disagree"], .refuse
    ),
    (
      "a zero read at wake-up", calm { $0[20].wh = 0 }, roof, "9120 measured",
      ["counter-dips", "counter-and-power-disagree"], .acceptWithWarning
    ),
    (
      "a new inverter at noon", calm { for i in 48..<96 { $0[i].wh -= 100_000 + 48 * 96 } }, roof,
      "9024 held", ["counter-reset"], .hold
    ),
    (
      "past the largest number",
      calm { for i in $0.indices { $0[i].wh = (99_995_000 + i * 96) % 100_000_000 } }, roof,
      "9120 held", ["counter-rolled-over"], .hold
    ),
    (
      "past the declared number", calm { for i in $0.indices { $0[i].wh %= 108_000 } }, wraps,
      "9120 measured", ["counter-rolled-over-as-declared"], .acceptWithWarning
    ),
    (
      "kilowatt-hours become watt-hours", calm { for i in 48..<96 { $0[i].wh *= 1_000 } }, roof, "",
      ["power-impossible", "counter-and-power-disagree"], .refuse
    ),
    (
      "more than twelve hours of full power",
      calm { for i in $0.indices { $0[i].wh = 100_000 + i * 1_300 } }, roof, "",
      ["power-impossible", "counter-and-power-disagree"], .refuse
    ),
  ]

  @Test(arguments: cases)
  func `a day is judged`(
    name: String, rows: String, meter: KnownMeter, told: String, codes: Set<String>,
    verdict: Verdict
  ) {
    let report = read(sunnyDay(rows), .known([meter]))
    let days = report.days.map { "\($0.energy) \($0.quality.rawValue)" }
    #expect(days.joined(separator: ", ") == told, "\(name)")
    #expect(report.codes == codes, "\(name)")
    #expect(report.verdict == verdict, "\(name)")
  }

  /// How the bytes are mangled, findings, verdict.
  static let bytes: [(String, @Sendable (String) -> [UInt8], Set<String>, Verdict)] = [
    ("nothing", { Array($0.utf8) }, [], .accept),
    ("a mark", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }, [], .accept),
    ("two marks", { [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array($0.utf8) }, [], .accept),
    ("UTF-16", { utf16($0, lowFirst: true) }, [], .accept),
    ("UTF-16, high byte first", { utf16($0, lowFirst: false) }, [], .accept),
    (
      "UTF-16 without a mark", { Array(utf16($0, lowFirst: true).dropFirst(2)) }, ["nul-byte"],
      .refuse
    ),
    ("half a letter", { utf16($0, lowFirst: true).dropLast() }, ["bytes-undecodable"], .refuse),
    ("CR LF", { Array($0.replacing("\n", with: "\r\n").utf8) }, [], .accept),
    ("CR CR LF", { Array($0.replacing("\n", with: "\r\r\n").utf8) }, [], .accept),
    ("a NUL", { Array($0.replacing("05:00", with: "05:\0").utf8) }, ["nul-byte"], .refuse),
    ("Latin-1", { Array($0.utf8) + [0xE9, 0x0A] }, ["bytes-undecodable"], .refuse),
    ("empty", { _ in [] }, ["file-empty"], .refuse),
    ("blank", { _ in Array(" \n\n".utf8) }, ["file-empty"], .refuse),
    ("a web page", { _ in Array(" <!DOCTYPE html><html>".utf8) }, ["file-is-web-page"], .refuse),
    ("a workbook", { _ in [0x50, 0x4B, 3, 4, 20] }, ["file-is-workbook"], .refuse),
    ("prose", { _ in Array("Bonjour\n".utf8) }, ["format-unknown"], .refuse),
    (
      "cut inside the last stamp", { Array($0.utf8.dropLast(18)) },
      ["last-line-cut", "edge-day-incomplete"], .acceptWithWarning
    ),
    ("cut inside the last counter", { Array($0.utf8.dropLast(12)) }, ["last-value-cut"], .refuse),
    ("cut inside the last power", { Array($0.utf8.dropLast(2)) }, [], .accept),
    (
      "points for commas",
      { Array($0.replacing(";10", with: ";2010").replacing(",", with: ".").utf8) },
      ["decimal-mark-differs"],
      .acceptWithWarning
    ),
    (
      "points that prove nothing", { Array($0.replacing(",", with: ".").utf8) },
      ["decimal-mark-unclear"], .refuse
    ),
    (
      "cut at the decimal mark", { Array($0.utf8.dropLast(10)) },
      ["last-line-cut", "edge-day-incomplete"], .acceptWithWarning
    ),
    ("grouped thousands", { Array($0.replacing(";10", with: ";2.10").utf8) }, [], .accept),
    (
      "a serial a spreadsheet saved", { Array($0.replacing("77001", with: "7,7E+04").utf8) },
      ["identifier-lost"], .refuse
    ),
    (
      "another site", { Array($0.replacing("77001", with: "77002").utf8) }, ["meter-unknown"],
      .refuse
    ),
    (
      "month first", { Array($0.replacing("01.06.", with: "06.31.").utf8) }, ["stamp-impossible"],
      .refuse
    ),
    (
      "the future", { Array($0.replacing("2025", with: "2099").utf8) }, ["stamp-in-future"], .refuse
    ),
    (
      "no counter", { Array($0.replacing("Gesamtertrag", with: "Ertrag").utf8) },
      ["heading-missing"], .refuse
    ),
    ("newest first", { reversed($0) }, ["rows-newest-first"], .accept),
  ]

  @Test(arguments: bytes)
  func `bytes are judged`(
    name: String, mangle: @Sendable (String) -> [UInt8], codes: Set<String>, verdict: Verdict
  ) {
    let file = SourceFile(path: "f.csv", bytes: mangle(sunnyDay(calm())), digest: noDigest)
    let report = readProduction(file, registry: .known([roof]), today: today)
    #expect(report.codes == codes, "\(name)")
    #expect(report.verdict == verdict, "\(name)")
    if verdict < .hold, !codes.contains("last-line-cut") {
      #expect(report.told == "2025-06-01 9120 measured", "\(name)")
    }
    if verdict == .refuse { #expect(report.days.isEmpty) }
  }

  @Test func `columns are bound by heading`() {
    let swapped = sunnyDay(calm()).split(separator: "\n", omittingEmptySubsequences: false).map {
      line -> String in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      return cells.count == 3 ? "\(cells[0]);\(cells[2]);\(cells[1])" : String(line)
    }
    #expect(read(swapped.joined(separator: "\n")).told == "2025-06-01 9120 measured")
  }

  @Test func `less than a hundredth of what a plant gives is a wrong unit`() {
    let rows = (1...9).map { "0\($0).06.2025;1,000;0,024" }.joined(separator: "\n")
    #expect(read(sunnyMonth(rows), .known([roof])).codes == ["energy-too-small"])
    #expect(read(sunnyMonth(rows)).codes == [])
  }
}

private func utf16(_ text: String, lowFirst: Bool) -> [UInt8] {
  ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
    let (low, high) = (UInt8(unit & 255), UInt8(unit >> 8))
    return lowFirst ? [low, high] : [high, low]
  }
}

private func reversed(_ text: String) -> [UInt8] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return Array(
    (lines.prefix(9) + lines.dropFirst(9).reversed().drop { $0.isEmpty }).joined(separator: "\n")
      .utf8) + [0x0A]
}
