public import Journal
public import Units

extension Period {
  /// What a period is compared with: for a fiscal year the one before, else the same days a year
  /// earlier, those before the book's first day left out; nothing when none remain.
  ///
  /// - Parameter years: the fiscal years of the book through this period, in order.
  public func yearBefore(in years: [FiscalYear]) -> Period? {
    guard let last, let beginning = years.first?.first else { return nil }
    if let index = years.firstIndex(where: { $0.period == self }) {
      return index > 0 ? years[index - 1].period : nil
    }
    let end =
      last == last.month.last ? last.month.adding(-12).last : last.adding(months: -12)
    guard end >= beginning else { return nil }
    return Period(first: max(first.adding(months: -12), beginning), last: end)
  }
}
