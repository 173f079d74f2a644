/// A run of civil days, both ends included; without a last day it has no end.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: Day
  /// The last day, included, or nothing for an open end.
  public let last: Day?

  /// The days from `first` to `last`, both included.
  ///
  /// - Precondition: `last` does not come before `first`.
  public init(first: Day, last: Day?) {
    precondition(last.map { first <= $0 } ?? true, "a period ends on or after its first day")
    self.first = first
    self.last = last
  }

  /// The days from `first` to `last`, checked.
  ///
  /// - Throws: ``UnitRefusal/periodEndsBeforeItStarts(_:_:)``.
  public init(checking first: Day, _ last: Day?) throws(UnitRefusal) {
    if let last, last < first { throw .periodEndsBeforeItStarts(first, last) }
    self.init(first: first, last: last)
  }

  /// Whether the day lies within.
  public func contains(_ day: Day) -> Bool { first <= day && (last.map { day <= $0 } ?? true) }

  /// The days in both periods, or nothing.
  public func overlap(_ other: Period) -> Period? {
    let start = max(first, other.first)
    let end = [last, other.last].compactMap(\.self).min()
    guard end.map({ start <= $0 }) ?? true else { return nil }
    return Period(first: start, last: end)
  }

  /// The number of days, or nothing for an open end.
  public var length: Int? { last.map { first.days(until: $0) + 1 } }

  /// Every day from first to last.
  ///
  /// - Precondition: the period has an end.
  public var days: [Day] {
    guard let last else { preconditionFailure("only a period with an end can be walked") }
    return (first.number...last.number).map(Day.init(number:))
  }

  /// `first..last`, or `first..` for an open end.
  public var description: String { "\(first)..\(last.map(\.description) ?? "")" }
}
