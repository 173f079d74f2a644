import Testing
import Text
import Units

@Suite struct CalendarFileTests {
  private let stamp = Instant(seconds: 1_709_210_096)  // 2024-02-29T12:34:56Z

  /// The content lines, unfolded as RFC 5545 § 3.1 says; nothing when a line breaks its rules.
  private func unfolded(_ bytes: [UInt8]) -> [String]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes), text.hasSuffix("\r\n") else { return nil }
    var lines: [String] = []
    var line: [UInt8] = []
    var physical: [[UInt8]] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 10 {
        guard index > 0, bytes[index - 1] == 13 else { return nil }
        physical.append(Array(line.dropLast()))
        line = []
      } else {
        line.append(byte)
      }
    }
    for octets in physical {
      guard octets.count <= 75, String(validating: octets, as: UTF8.self) != nil else { return nil }
      if octets.first == 32 {
        guard let last = lines.popLast() else { return nil }
        lines.append(last + String(decoding: octets.dropFirst(), as: UTF8.self))
      } else {
        lines.append(String(decoding: octets, as: UTF8.self))
      }
    }
    return lines
  }

  @Test func aDayIsAWholeDay() throws {
    let file = CalendarFile(
      name: "Échéances", stamp: stamp,
      [
        CalendarEntry(
          uid: "rent.roof.2024-02-29@soleil", day: try Day("2024-02-29"),
          summary: "Redevance ; toit, 12,00 €", description: "ville\n2024-02-29..2025-02-27 \\ fin")
      ])
    #expect(
      unfolded(file.bytes) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Soleil//soleil calendar//FR",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Échéances", "BEGIN:VEVENT",
        "UID:rent.roof.2024-02-29@soleil", "DTSTAMP:20240229T123456Z",
        "DTSTART;VALUE=DATE:20240229", "DTEND;VALUE=DATE:20240301",
        #"SUMMARY:Redevance \; toit\, 12\,00 €"#,
        #"DESCRIPTION:ville\n2024-02-29..2025-02-27 \\ fin"#, "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  /// Summaries of every length about the fold, in characters of one to four octets.
  @Test(arguments: ["a", "é", "€", "😀", "a€😀é"])
  func linesFoldWithinSeventyFiveOctetsAndNeverWithinACharacter(_ letter: String) throws {
    for count in 0...160 {
      let summary = String(repeating: letter, count: count)
      let file = CalendarFile(
        name: "x", stamp: stamp,
        [CalendarEntry(uid: "u", day: try Day("2025-01-01"), summary: summary)])
      let lines = try #require(unfolded(file.bytes), "\(letter) × \(count)")
      #expect(lines.contains("SUMMARY:\(summary)"))
    }
  }

  @Test func versionsDifferValueByValue() {
    let before: JSON = ["a": 1, "b": ["c": "x", "d": [1, 2]], "gone": true]
    let after: JSON = ["a": 1, "b": ["c": "y", "d": [1, 3, 4]], "new": "z"]
    #expect(
      after.differences(from: before).map(\.text) == [
        "b.c: x → y", "b.d[1]: 2 → 3", "b.d[2]: 4", "gone: true → ∅", "new: z",
      ])
    #expect(after.differences(from: after).isEmpty)
    #expect(after.differences(from: nil).count == 6)
  }
}
