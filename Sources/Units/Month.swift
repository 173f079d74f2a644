/// A calendar month: what the treasurer closes.
public struct Month: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Months since January of year 0.
  public let number: Int32

  /// The month of these figures.
  ///
  /// - Precondition: `monthOfYear` is from 1 to 12.
  public init(year: Int, monthOfYear: Int) {
    precondition((1...12).contains(monthOfYear), "a year has twelve months")
    self.number = Int32(year * 12 + monthOfYear - 1)
  }

  /// Reads `YYYY-MM`.
  ///
  /// - Throws: ``UnitRefusal/monthIsNotACalendarMonth(_:)``.
  public init(_ text: String) throws(UnitRefusal) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2], let year = plainInteger(parts[0]), year >= 1,
      let month = plainInteger(parts[1]), (1...12).contains(month)
    else { throw .monthIsNotACalendarMonth(text) }
    self.init(year: year, monthOfYear: month)
  }

  /// The year.
  public var year: Int { Int(number) / 12 }
  /// The month of the year, from 1 to 12.
  public var monthOfYear: Int { Int(number) % 12 + 1 }
  /// The first day.
  public var first: Day { Day(number: Day.number(year, monthOfYear, 1)) }
  /// The last day.
  public var last: Day { first.adding(days: length - 1) }
  /// The number of days.
  public var length: Int { Day.count(ofMonth: monthOfYear, in: year) }
  /// First to last day.
  public var period: Period { Period(first: first, last: last) }
  /// The month after.
  public var next: Month { adding(1) }
  /// The month before.
  public var previous: Month { adding(-1) }

  /// The month so many months later, or earlier when negative.
  public func adding(_ months: Int) -> Month {
    let total = Int(number) + months
    return Month(year: total / 12, monthOfYear: total % 12 + 1)
  }

  /// How many months later the other month is.
  public func months(until other: Month) -> Int { Int(other.number - number) }

  /// `YYYY-MM`.
  public var description: String { "\(padded(year, 4))-\(padded(monthOfYear, 2))" }
  /// Orders by date.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  /// Reads `YYYY-MM`.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes `YYYY-MM`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
