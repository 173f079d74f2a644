import Units

/// Patterns of date and time, as profiles write them.
public enum StampPatterns {
  /// Whether each can be read: year, month and day once each, and nothing half written.
  public static func areSound(_ patterns: [String]) -> Bool {
    patterns.allSatisfy(StampPattern.isSound)
  }
}

/// A compiled pattern of date and time: every figure at a fixed place.
struct StampPattern {
  /// What came of a cell.
  enum Parsed {
    /// Seconds since 1970 on the written clock, and its offset from UTC in minutes.
    case stamp(UInt32, offset: Int16)
    /// The shape fits, the calendar has no such day or the clock no such hour.
    case impossible
    /// Another shape.
    case unreadable
  }

  /// An offset that was not written.
  static let noOffset = Int16.min

  private let literals: [(at: Int, byte: UInt8)]
  private let year: Int
  private let hasCentury: Bool
  private let month: Int
  private let day: Int
  private let hour: Int
  private let minute: Int
  private let second: Int
  private let length: Int
  private let hasOffset: Bool
  private var lastDate = -1
  private var lastDay: UInt32 = 0
  /// Whether a day after the twelfth was seen: it proves which figure is the month.
  private(set) var provesOrder = false

  /// Compiles `yyyy` or `yy`, `MM dd HH mm ss` and, at the end, `XXX`; what stands between
  /// apostrophes is taken as it is.
  init(_ pattern: String) {
    hasOffset = pattern.hasSuffix("XXX")
    var letters: [UInt8] = []
    var isFigure: [Bool] = []
    var isQuoted = false
    for byte in pattern.utf8.dropLast(hasOffset ? 3 : 0) {
      if byte == UInt8(ascii: "'") {
        isQuoted.toggle()
      } else {
        letters.append(byte)
        isFigure.append(!isQuoted && Array("yMdHms".utf8).contains(byte))
      }
    }
    func place(_ letter: Unicode.Scalar) -> Int {
      letters.indices.first { isFigure[$0] && letters[$0] == UInt8(ascii: letter) } ?? -1
    }
    (year, month, day) = (place("y"), place("M"), place("d"))
    (hour, minute, second) = (place("H"), place("m"), place("s"))
    length = letters.count
    hasCentury = letters.indices.filter { isFigure[$0] && letters[$0] == 0x79 }.count == 4
    literals = letters.indices.filter { !isFigure[$0] }.map { ($0, letters[$0]) }
  }

  /// Whether a pattern can be read: year, month and day once each, and nothing half written.
  static func isSound(_ pattern: String) -> Bool {
    var shape: [String] = []
    var isQuoted = false
    for letter in pattern.hasSuffix("XXX") ? pattern.dropLast(3) : pattern[...] {
      if letter == "'" { isQuoted.toggle() }
      guard !isQuoted, letter != "'" else { continue }
      guard letter.isLetter else {
        if shape.last?.isEmpty == false { shape.append("") }
        continue
      }
      if let last = shape.last?.last, last == letter {
        shape[shape.count - 1].append(letter)
      } else if shape.last?.isEmpty == true {
        shape[shape.count - 1] = String(letter)
      } else {
        shape.append(String(letter))
      }
    }
    let figures = shape.filter { !$0.isEmpty && $0 != "T" }
    let known: Set<String> = ["yyyy", "yy", "MM", "dd", "HH", "mm", "ss"]
    return !isQuoted && Set(figures).count == figures.count && figures.allSatisfy(known.contains)
      && figures.contains("MM") && figures.contains("dd")
      && figures.contains("yyyy") != figures.contains("yy")
      && (figures.contains("mm") || !figures.contains("ss"))
      && figures.contains("HH") == figures.contains("mm")
  }

  /// Reads a trimmed cell.
  mutating func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed {
    guard end - start >= length, hasOffset || end - start == length else { return .unreadable }
    for (at, byte) in literals where bytes[start + at] != byte { return .unreadable }
    let century = hasCentury ? two(bytes, start + year) : 20
    let date = (century * 100 + two(bytes, start + year + (hasCentury ? 2 : 0))) * 10_000
    let monthAndDay = two(bytes, start + month) * 100 + two(bytes, start + day)
    let clock = hour < 0 ? 0 : two(bytes, start + hour) * 3_600 + two(bytes, start + minute) * 60
    let seconds = second < 0 ? 0 : two(bytes, start + second)
    guard date >= 0, monthAndDay >= 0, clock >= 0, seconds >= 0 else { return .unreadable }
    var offset = StampPattern.noOffset
    if hasOffset {
      guard let written = parseOffset(bytes, start + length, end) else { return .unreadable }
      offset = written
    }
    guard dayNumber(date + monthAndDay), clock < 86_400, seconds < 60,
      minute < 0 || two(bytes, start + minute) < 60
    else { return .impossible }
    return .stamp(lastDay + UInt32(clock + seconds), offset: offset)
  }

  /// Two digits, or a number far below zero.
  @inline(__always)
  private func two(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let tens = Int(bytes[at]) - 48
    let ones = Int(bytes[at + 1]) - 48
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000_000
  }

  /// Remembers the seconds of a date's midnight; false where the calendar has no such day.
  ///
  /// French legal time is known from 1996 on; 2105 is the last whole year of 32 bits of seconds.
  private mutating func dayNumber(_ date: Int) -> Bool {
    if date == lastDate { return true }
    guard let found = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100),
      (1996...2105).contains(date / 10_000)
    else { return false }
    if date % 100 > 12 { provesOrder = true }
    lastDate = date
    lastDay = UInt32(found.number) * 86_400
    return true
  }

  /// `Z`, `+02:00`, `+0200` or `+02`, in minutes.
  private func parseOffset(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int16? {
    let length = end - start
    if length == 1, bytes[start] == UInt8(ascii: "Z") { return 0 }
    guard length == 6 || length == 5 || length == 3 else { return nil }
    if length == 6, bytes[start + 3] != Ascii.colon { return nil }
    let minutes = two(bytes, start + 1) * 60 + (length == 3 ? 0 : two(bytes, end - 2))
    guard (0...14 * 60).contains(minutes) else { return nil }
    switch bytes[start] {
    case Ascii.plus: return Int16(minutes)
    case Ascii.minus: return Int16(-minutes)
    default: return nil
    }
  }
}
