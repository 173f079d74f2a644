public import Units

/// How large a fictional cooperative is, and which one of its size.
public struct Scale: Hashable, Sendable {
  /// The seed of every random draw.
  public var seed: UInt64
  /// The number of roofs.
  public var sites: Int
  /// The number of members, institutions included.
  public var members: Int
  /// The number of months of production.
  public var months: Int
  /// The first month: the company starts on its second day.
  public var first: Month

  /// A scale; the defaults are those of the sample *Carreau de Soleil*.
  ///
  /// - Precondition: at least one site, one month, and five members: four institutions and a citizen.
  public init(
    seed: UInt64 = 2025, sites: Int = 8, members: Int = 126, months: Int = 13,
    first: Month = Month(year: 2025, monthOfYear: 1)
  ) {
    precondition(sites >= 1 && months >= 1 && members >= 5, "a scale that holds a cooperative")
    self.seed = seed
    self.sites = sites
    self.members = members
    self.months = months
    self.first = first
  }

  /// The citizens: all members but the four institutions.
  public var citizens: Int { members - Institution.allCases.count }
  /// The day the company starts: the second of the first month.
  public var start: Day { first.first.next }
  /// The last day of the first fiscal year.
  public var yearEnd: Day { first.adding(11).last }
  /// The months of production.
  public var span: [Month] { (0..<months).map(first.adding) }

  /// The day so many days after the start, moved on to a working day.
  func workingDay(_ days: Int) -> Day {
    var day = start.adding(days: days)
    while day.weekday > 5 { day = day.next }
    return day
  }

  /// A day of the month so many months after the first, moved on to a working day.
  func workingDay(month: Int, day: Int) -> Day {
    workingDay(start.days(until: first.adding(month).first.adding(days: day - 1)))
  }
}
