public import Units

/// An account over a period: what it opened with, what moved.
public struct AccountLine: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The unit.
  public let unit: Unit
  /// The French label.
  public let frenchLabel: String
  /// The English label.
  public let englishLabel: String
  /// Debits minus credits before the period.
  public let opening: Int64
  /// The debits of the period.
  public let debit: Int64
  /// The credits of the period.
  public let credit: Int64
  /// What the turns of fiscal years within the period moved: charges and income begin anew, their
  /// result stands on 120000 or 129000.
  public let carried: Int64
  /// Debits minus credits at the end of the period.
  public var closing: Int64 { opening + debit - credit + carried }

  /// An account over a period.
  public init(
    account: String, unit: Unit, frenchLabel: String, englishLabel: String, opening: Int64,
    debit: Int64, credit: Int64, carried: Int64 = 0
  ) {
    self.account = account
    self.unit = unit
    self.frenchLabel = frenchLabel
    self.englishLabel = englishLabel
    self.opening = opening
    self.debit = debit
    self.credit = credit
    self.carried = carried
  }
}
