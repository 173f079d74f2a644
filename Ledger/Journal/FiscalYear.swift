public import Units

/// A fiscal year: any run of days, twelve months as a rule, the first one longer or shorter.
///
/// - Source: Code de commerce, art. L123-12; CGI, art. 37.
public struct FiscalYear: Hashable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// A fiscal year from first to last day.
  public init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  /// Its days.
  public var period: Period { Period(first: first, last: last) }
  /// The twelve months after it.
  public var following: FiscalYear {
    let start = last.next
    return FiscalYear(first: start, last: start.adding(months: 12).previous)
  }

  /// The fiscal year a day lies in, counting on from this one; nothing before it.
  public func containing(_ day: Day) -> FiscalYear? {
    guard day >= first else { return nil }
    var year = self
    while year.last < day { year = year.following }
    return year
  }

  /// The year's name: that of its last day's calendar year.
  public var name: String { String(last.calendar.year) }
}
