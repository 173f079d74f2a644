public import Units

/// One movement of shares, as the register records it.
///
/// - Source: C. com. R228-9: date, holders by their numbers, number of shares, order number.
public struct Movement: Hashable, Sendable {
  /// The three ways in which shares move.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// New shares are paid in.
    case subscription
    /// A member gives shares to another.
    case transfer
    /// Shares are taken back by the company.
    case withdrawal
  }

  /// The day of the operation.
  public let date: Day
  /// How the shares move.
  public let kind: Kind
  /// Who subscribes, gives or withdraws.
  public let member: MemberNumber
  /// Who receives, in a transfer.
  public let counterparty: MemberNumber?
  /// How many shares move.
  public let shares: Shares
  /// What was paid: the nominal for a subscription or a withdrawal, the agreed price, perhaps
  /// nothing, for a transfer.
  public let amount: Cents
  /// The caller's own name of the movement; it makes a second import harmless.
  public let reference: String

  /// A movement, not yet judged by the register.
  public init(
    date: Day, kind: Kind, member: MemberNumber, counterparty: MemberNumber? = nil,
    shares: Shares, amount: Cents, reference: String
  ) {
    self.date = date
    self.kind = kind
    self.member = member
    self.counterparty = counterparty
    self.shares = shares
    self.amount = amount
    self.reference = reference
  }

  /// The first day on which holdings show the movement.
  ///
  /// A subscription counts from its date. A withdrawal on D no longer counts on D, so that register
  /// and capital account agree at the close of every day. A transfer on D leaves D to the giver:
  /// the receiver holds from D + 1, and the sum is the same every day.
  public var effective: Day { kind == .transfer ? date.next : date }

  /// What the movement adds to the holding of a member.
  public func change(for number: MemberNumber) -> Int64 {
    switch kind {
    case .subscription: number == member ? shares.units : 0
    case .withdrawal: number == member ? -shares.units : 0
    case .transfer:
      (number == counterparty ? shares.units : 0) - (number == member ? shares.units : 0)
    }
  }
}

/// A movement that the register accepted under an order number.
public struct RecordedMovement: Hashable, Sendable {
  /// The order number: 1, 2, 3 …, never reused.
  public let order: Int
  /// The movement.
  public let movement: Movement

  /// A movement as the book holds it.
  public init(order: Int, movement: Movement) {
    self.order = order
    self.movement = movement
  }
}
