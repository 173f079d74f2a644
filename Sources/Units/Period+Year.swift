extension Period {
  /// The year of a contract that a day lies in: from one anniversary of its first day to the day
  /// before the next.
  ///
  /// A contract of 29 February has its anniversary on the 28th of the years that lack it.
  public func year(containing day: Day) -> Period {
    let months = first.month.months(until: day.month)
    var start = first.adding(months: months - months % 12)
    if start > day { start = first.adding(months: months - months % 12 - 12) }
    let years = first.month.months(until: start.month)
    return Period(first: start, last: first.adding(months: years + 12).previous)
  }
}
