/// A civil day of the proleptic Gregorian calendar, without clock or zone.
///
/// Stored as the number of days since 1970-01-01.
/// - Source: conversion after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
public struct Day: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int32

  /// The day with this number.
  public init(number: Int32) { self.number = number }

  /// The day of these calendar figures, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.count(ofMonth: month, in: year)
    else { return nil }
    self.number = Day.number(year, month, day)
  }

  /// Reads `YYYY-MM-DD`.
  ///
  /// - Throws: ``UnitRefusal/dayIsNotACalendarDay(_:)``.
  public init(_ text: String) throws(UnitRefusal) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = plainInteger(parts[0]),
      let month = plainInteger(parts[1]), let dayOfMonth = plainInteger(parts[2]),
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { throw .dayIsNotACalendarDay(text) }
    self = day
  }

  /// The last day that can be written, 31 December 9999: it stands for "no end".
  public static let endOfTime = Day(number: Day.number(9999, 12, 31))

  /// The calendar figures.
  public var calendar: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The month the day is in.
  public var month: Month {
    let parts = calendar
    return Month(year: parts.year, monthOfYear: parts.month)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { Int(((number + 3) % 7 + 7) % 7) + 1 }
  /// The day after.
  public var next: Day { adding(days: 1) }
  /// The day before.
  public var previous: Day { adding(days: -1) }
  /// The day so many days later, or earlier when negative.
  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }
  /// How many days later the other day is.
  public func days(until other: Day) -> Int { Int(other.number - number) }

  /// The same day so many months later; a day the month lacks becomes its last one.
  public func adding(months: Int) -> Day {
    let target = month.adding(months)
    return target.first.adding(days: min(calendar.day, target.length) - 1)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = calendar
    guard (0...9_999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    // Written by the hundred thousand: into the string itself.
    return unsafe String(unsafeUninitializedCapacity: 10) { text in
      var at = 10
      for (number, width) in [(day, 2), (month, 2), (year, 4)] {
        if at < 10 {
          at -= 1
          unsafe text[at] = 45
        }
        var rest = number
        for _ in 0..<width {
          at -= 1
          unsafe text[at] = UInt8(48 + rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  /// Orders by date.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Reads `YYYY-MM-DD`.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  static func count(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

/// A number written in ASCII digits alone, zero-padded to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads ASCII digits alone, without sign.
func plainInteger(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
