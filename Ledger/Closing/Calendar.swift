public import Units

/// Which month may be closed: months are closed one after the other, once each, after they end.
///
/// - Source: PCG art. 1031-4: a closing freezes the order of time, period after period.
public struct ClosingCalendar: Hashable, Sendable {
  /// The first month of the book.
  public let first: Month
  /// The last month closed.
  public let lastClosed: Month?

  /// A calendar.
  public init(first: Month, lastClosed: Month?) {
    self.first = first
    self.lastClosed = lastClosed
  }

  /// The only month that may be closed now.
  public var next: Month { lastClosed?.next ?? first }

  /// Lets a month through, or says why not.
  ///
  /// - Throws: ``ClosingRefusal``.
  public func admit(_ month: Month, today: Day) throws(ClosingRefusal) {
    guard month >= first else { throw .monthIsBeforeTheBook(month, first: first) }
    guard month >= next else { throw .monthIsAlreadyClosed(month) }
    guard month.last < today else { throw .monthHasNotEnded(month, today: today) }
    guard month == next else { throw .earlierMonthIsOpen(month, next: next) }
  }
}
