import Units

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
  private let month: Int
  private let day: Int
  private let hour: Int
  private let minute: Int
  private let second: Int
  private let length: Int
  private let hasOffset: Bool
  private var lastDate = -1
  private var lastDay: UInt32 = 0

  /// Compiles `yyyy MM dd HH mm ss` and, at the end, `XXX`.
  init(_ pattern: String) {
    hasOffset = pattern.hasSuffix("XXX")
    let letters = Array(pattern.utf8.dropLast(hasOffset ? 3 : 0))
    func place(_ letter: Unicode.Scalar) -> Int {
      letters.firstIndex(of: UInt8(ascii: letter)) ?? -1
    }
    (year, month, day) = (place("y"), place("M"), place("d"))
    (hour, minute, second) = (place("H"), place("m"), place("s"))
    length = letters.count
    let figures = Array("yMdHms".utf8)
    literals = letters.indices.filter { !figures.contains(letters[$0]) }.map { ($0, letters[$0]) }
  }

  /// Reads a trimmed cell.
  mutating func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed {
    guard end - start >= length, hasOffset || end - start == length else { return .unreadable }
    for (at, byte) in literals where bytes[start + at] != byte { return .unreadable }
    let century = two(bytes, start + year)
    let date = (century * 100 + two(bytes, start + year + 2)) * 10_000
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
    lastDate = date
    lastDay = UInt32(found.number) * 86_400
    return true
  }

  /// `Z`, `+02:00` or `+0200`, in minutes.
  private func parseOffset(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int16? {
    if end - start == 1, bytes[start] == UInt8(ascii: "Z") { return 0 }
    guard end - start == 6 || end - start == 5 else { return nil }
    if end - start == 6, bytes[start + 3] != Ascii.colon { return nil }
    let minutes = two(bytes, start + 1) * 60 + two(bytes, end - 2)
    guard (0...14 * 60).contains(minutes) else { return nil }
    switch bytes[start] {
    case Ascii.plus: return Int16(minutes)
    case Ascii.minus: return Int16(-minutes)
    default: return nil
    }
  }
}
