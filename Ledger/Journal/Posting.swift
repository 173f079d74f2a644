public import Units

/// The side of the account a line stands on.
public enum Side: String, Hashable, Sendable {
  /// Left.
  case debit
  /// Right.
  case credit

  /// The other side.
  public var opposite: Side { self == .debit ? .credit : .debit }
}

/// The analytic dimension of a line: whom, which roof, which contract it concerns.
///
/// PCG art. 621-10 wants the result of each concession told apart: site and contract are needed by
/// law, not for comfort.
public struct Analysis: Hashable, Sendable {
  /// The auxiliary account, `kind:id`: `member:M0042`, `supplier:sem`, `loan:bank-2025`.
  public var auxiliary: String?
  /// The site.
  public var site: String?
  /// The contract.
  public var contract: String?

  /// Names what a line concerns.
  public init(auxiliary: String? = nil, site: String? = nil, contract: String? = nil) {
    self.auxiliary = auxiliary
    self.site = site
    self.contract = contract
  }

  /// Nothing in particular.
  public static let none = Analysis()
}

/// One line of an entry: an account, a side, an amount in one unit, and what it concerns.
public struct Posting: Hashable, Sendable {
  /// The account, six digits.
  public let account: String
  /// The unit of the amount.
  public let unit: Unit
  /// Debit or credit.
  public let side: Side
  /// The number of units, above zero.
  public let amount: Int64
  /// What the line concerns.
  public let analysis: Analysis

  /// A line.
  public init(
    _ side: Side, _ account: String, _ amount: Int64, _ unit: Unit, _ analysis: Analysis = .none
  ) {
    self.account = account
    self.unit = unit
    self.side = side
    self.amount = amount
    self.analysis = analysis
  }

  /// A debit in cents; a negative amount stands on the other side.
  public static func debit(_ account: String, _ amount: Cents, _ analysis: Analysis = .none)
    -> Posting
  { signed(.debit, account, amount.units, .cents, analysis) }

  /// A credit in cents; a negative amount stands on the other side.
  public static func credit(_ account: String, _ amount: Cents, _ analysis: Analysis = .none)
    -> Posting
  { signed(.credit, account, amount.units, .cents, analysis) }

  /// A line whose negative amount stands on the other side, for lines can only be positive.
  public static func signed(
    _ side: Side, _ account: String, _ amount: Int64, _ unit: Unit, _ analysis: Analysis = .none
  ) -> Posting {
    amount < 0
      ? Posting(side.opposite, account, -amount, unit, analysis)
      : Posting(side, account, amount, unit, analysis)
  }

  /// The amount at the debit, or zero.
  public var debit: Int64 { side == .debit ? amount : 0 }
  /// The amount at the credit, or zero.
  public var credit: Int64 { side == .credit ? amount : 0 }
}
