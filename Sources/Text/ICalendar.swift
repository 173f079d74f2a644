public import Units

/// One day of an iCalendar file.
public struct CalendarEntry: Hashable, Sendable {
  /// What names it in every later file, so that a calendar updates it and does not double it.
  public let uid: String
  /// The day.
  public let day: Day
  /// What it is, on one line.
  public let summary: String
  /// More about it, or nothing.
  public let description: String

  /// A day.
  public init(uid: String, day: Day, summary: String, description: String = "") {
    self.uid = uid
    self.day = day
    self.summary = summary
    self.description = description
  }
}

/// Writes an iCalendar file: whole days, lines folded at 75 octets, CRLF.
///
/// - Source: RFC 5545: § 3.1 (folding, never within a character), § 3.3.11 (escapes), § 3.6.1 (VEVENT).
public struct CalendarFile: Sendable {
  private static let mostOctets = 75

  /// The bytes.
  public private(set) var bytes: [UInt8] = []

  /// The file of some days.
  ///
  /// - Parameters:
  ///   - name: what calendars show it under.
  ///   - stamp: the instant it is written at.
  /// - Complexity: O(bytes).
  public init(name: String, stamp: Instant, _ entries: [CalendarEntry]) {
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Soleil//soleil calendar//FR")
    line("CALSCALE:GREGORIAN")
    line("METHOD:PUBLISH")
    line("X-WR-CALNAME:\(CalendarFile.escaped(name))")
    for entry in entries { add(entry, CalendarFile.utc(stamp)) }
    line("END:VCALENDAR")
  }

  private mutating func add(_ entry: CalendarEntry, _ stamp: String) {
    line("BEGIN:VEVENT")
    line("UID:\(CalendarFile.escaped(entry.uid))")
    line("DTSTAMP:\(stamp)")
    line("DTSTART;VALUE=DATE:\(CalendarFile.basic(entry.day))")
    // The end of an event is not part of it.
    line("DTEND;VALUE=DATE:\(CalendarFile.basic(entry.day.next))")
    line("SUMMARY:\(CalendarFile.escaped(entry.summary))")
    if !entry.description.isEmpty {
      line("DESCRIPTION:\(CalendarFile.escaped(entry.description))")
    }
    line("TRANSP:TRANSPARENT")
    line("END:VEVENT")
  }

  /// A content line, folded: a continuation begins with a space, which counts.
  private mutating func line(_ text: String) {
    var room = CalendarFile.mostOctets
    for scalar in text.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if octets.count > room {
        bytes += [13, 10, 32]
        room = CalendarFile.mostOctets - 1
      }
      bytes += octets
      room -= octets.count
    }
    bytes += [13, 10]
  }

  /// Text with its backslashes, semicolons, commas and line ends escaped; other controls are dropped.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: if scalar.value >= 32, scalar.value != 127 { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// `20240229`.
  private static func basic(_ day: Day) -> String {
    String(day.description.filter { $0 != "-" })
  }

  /// `20240229T120000Z`.
  private static func utc(_ instant: Instant) -> String {
    let day = Int32(clamping: instant.seconds.quotientAndRemainder(dividingBy: 86_400).quotient)
    let second = max(0, instant.seconds % 86_400)
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return basic(Day(number: day)) + "T"
      + two(second / 3600) + two(second / 60 % 60) + two(second % 60) + "Z"
  }
}
