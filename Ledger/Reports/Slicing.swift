public import Journal
public import Units

/// The life of the book up to the end of a period, cut where its meaning changes: at the end of
/// each fiscal year, and before the period.
///
/// Nothing in the book zeroes classes 6 and 7 at year end: which lines of them count is a question
/// of slices.
public struct Slicing: Hashable, Sendable {
  /// The days asked for.
  public let period: Period
  /// The last day of each slice, in order; the last one is that of the period.
  public let ends: [Day]
  /// The first day of the fiscal year in force when the period begins, and of the one when it ends.
  let opening: Day, closing: Day
  /// For each slice: the first day of its fiscal year, and whether it lies within the period.
  let years: [Day], isWithin: [Bool]

  /// Cuts at the fiscal years of a book.
  ///
  /// - Parameters:
  ///   - period: the days asked for, with an end.
  ///   - years: the fiscal years from the book's first one on, in order, those through the end of
  ///     the period included.
  public init(_ period: Period, years: [FiscalYear]) {
    let last = period.last ?? period.first
    let started = years.filter { $0.first <= last }
    let turns = started.dropLast().map(\.last)
    let before = period.first.previous
    self.period = Period(first: period.first, last: last)
    ends = Set(turns + [before, last]).filter { $0 <= last }.sorted()
    let yearOf = { (day: Day) in started.last { $0.first <= day }?.first ?? day }
    opening = yearOf(period.first)
    closing = yearOf(last)
    self.years = ends.map { end in started.last { $0.first <= end }?.first ?? Day(number: .min) }
    isWithin = ends.map { $0 >= period.first }
  }

  /// The slice a day lies in; nothing after the period.
  ///
  /// - Complexity: O(k) in the number of slices.
  public func slice(of day: Day) -> Int? { ends.firstIndex { day <= $0 } }
}
