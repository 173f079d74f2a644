public import Membership
public import Units

/// A dividend, annual or in advance, judged by the rules that hold for both.
public struct Distribution: Hashable, Sendable {
  /// What the dividend comes to for everybody, what was paid in advance included.
  public let total: Cents
  /// What was paid of it in advance.
  public let interim: Cents
  /// The days held that count.
  public let period: Period
  /// What everybody held on them.
  public let holdings: [Holding]
  /// What each member was paid in advance.
  public let advances: [MemberNumber: Cents]

  /// A dividend for what was held in a period.
  ///
  /// - Precondition: the period has an end.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public init(
    _ decision: DividendDecision, over period: Period, holdings: [Holding],
    advances: [MemberNumber: Cents] = [:]
  ) throws(UnitRefusal) {
    guard let days = period.length else { preconditionFailure("a dividend needs a period's end") }
    self.period = period
    self.holdings = holdings
    self.advances = advances
    interim = try Cents.sum(advances.values)
    total = try decision.total(holdings, days: days)
  }

  /// What is still to be paid.
  public var due: Cents { total - interim }

  /// Each member's part.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func parts() throws(UnitRefusal) -> [MemberDividend] {
    total == .zero ? [] : try shareDividend(total, among: holdings, advances: advances)
  }

  /// What stands against paying anything, whatever may be distributed; nothing without a dividend.
  ///
  /// - Parameter netAssets: the own funds before what is still to be paid.
  /// - Parameter least: the capital and the reserves that may not be distributed, afterwards.
  /// - Parameter freeReserves: the free reserves afterwards.
  /// - Source: C. com. L232-11 (own funds), L232-13 (payment), R123-187 (formation expenses).
  func reasonsAgainst(
    netAssets: Cents, least: Cents, formationExpenses: Cents, freeReserves: Cents,
    paymentDate: Day?
  ) -> [YearEndRefusal] {
    var reasons: [YearEndRefusal] = []
    if total < interim {
      reasons.append(.dividendIsBelowTheInterim(dividend: total, interim: interim))
    }
    guard total > .zero else { return reasons }
    if holdings.isEmpty { reasons.append(.nobodyHeldShares(period)) }
    if netAssets - due < least {
      reasons.append(.netAssetsAreTooLow(after: netAssets - due, least: least))
    }
    if formationExpenses > max(.zero, freeReserves) {
      reasons.append(
        .formationExpensesStand(unamortised: formationExpenses, freeReserves: freeReserves))
    }
    if paymentDate == nil { reasons.append(.paymentDateIsMissing) }
    return reasons
  }
}
