public import Agreements
public import Bookings
public import Store
public import Units

extension BookReader {
  /// When a member lent more, or was paid back, by day.
  ///
  /// - Complexity: O(postings on the account).
  public func principalChanges(of advance: Advance) throws -> [PrincipalChange] {
    try movements(onAccount: advance.nature.principal, contract: advance.id).map {
      PrincipalChange(day: $0.day, amount: $0.amount)
    }
  }
}

extension BookReader {
  /// Whether all capital that was subscribed was paid, on every day of a calendar year.
  ///
  /// - Source: CGI art. 39-1-3°; PCG, accounts 1011 and 1012.
  public func capitalIsReleased(in year: Int) throws -> Bool {
    let days = Period(
      first: Month(year: year, monthOfYear: 1).first, last: Month(year: year, monthOfYear: 12).last)
    return try unpaidCapital(in: days) == .zero
  }
}

/// What a member lends, and what it costs in a calendar year.
public struct LendingYear: Hashable, Sendable {
  /// The agreement.
  public let advance: Advance
  /// What stands on the last day.
  public let principal: Cents
  /// The interest of the year.
  public let interest: Cents
  /// The part of it that the law lets the company deduct; nothing while the year's average rate is
  /// not published.
  public let deductible: Cents?

  /// The part that is added back for the corporate tax.
  public var addedBack: Cents? { deductible.map { interest - $0 } }

  /// Reckons a year.
  ///
  /// - Parameters:
  ///   - cap: the highest rate that may be deducted.
  ///   - isReleased: whether the capital was paid in full all year; until it is, nothing may be.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: CGI art. 39-1-3° and 212.
  public init(
    _ advance: Advance, _ changes: [PrincipalChange], year: Int, cap: Ratio?, isReleased: Bool
  ) throws(UnitRefusal) {
    let last = Month(year: year, monthOfYear: 12).last
    let eve = Month(year: year, monthOfYear: 1).first.previous
    self.advance = advance
    principal = changes.filter { $0.day <= last }.reduce(.zero) { $0 + $1.amount }
    interest =
      try advance.interest(through: last, changes) - advance.interest(through: eve, changes)
    guard let cap, isReleased else {
      deductible = isReleased ? nil : .zero
      return
    }
    let capped =
      try advance.interest(through: last, changes, at: cap)
      - advance.interest(through: eve, changes, at: cap)
    deductible = min(interest, capped)
  }
}
