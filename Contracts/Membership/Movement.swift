public import Units

/// One movement of shares, as the register records it.
///
/// - Source: C. com. R228-9: date, holders by their numbers, number of shares, order number.
public struct Movement: Hashable, Sendable {
  /// The day of the operation.
  public let date: Day
  /// How the shares move.
  public let kind: MovementKind
  /// Who subscribes, pays, gives or withdraws.
  public let member: MemberNumber
  /// Who receives, in a transfer.
  public let counterparty: MemberNumber?
  /// How many shares are meant; none for a payment, a call, a repayment.
  public let shares: Shares
  /// What was paid on the day: with a subscription, for an exit, or as the price of a transfer; for
  /// a call, what is called.
  public let amount: Cents
  /// The caller's own name of the movement; it makes a second import harmless.
  public let reference: String
  /// What only some movements have.
  public let more: MovementParticulars

  /// How shares move.
  public typealias Kind = MovementKind

  /// A movement, not yet judged by the register.
  public init(
    date: Day, kind: MovementKind, member: MemberNumber, counterparty: MemberNumber? = nil,
    shares: Shares, amount: Cents, reference: String,
    more: MovementParticulars = MovementParticulars()
  ) {
    self.date = date
    self.kind = kind
    self.member = member
    self.counterparty = counterparty
    self.shares = shares
    self.amount = amount
    self.reference = reference
    self.more = more
  }

  /// The first day on which holdings show it when nothing puts it off.
  ///
  /// A subscription counts from its date. A withdrawal on D no longer counts on D, so that register
  /// and capital account agree at the close of every day. A transfer on D leaves D to the giver:
  /// the receiver holds from D + 1, and the sum is the same every day.
  public var plainEffect: Day { kind.isTransfer && !more.corrects ? date.next : date }

  /// What an exit is worth: the price, or what was paid when no other is given.
  public var exitPrice: Cents { kind.isExit ? more.price ?? amount : .zero }
}

/// What only some movements have.
public struct MovementParticulars: Hashable, Sendable {
  /// What a subscription costs beyond the nominal.
  public var premium = Cents.zero
  /// What the company owes for an exit, when it is not what it paid on the day.
  public var price: Cents?
  /// The reference of the movement that this one pays, calls, repays or corrects.
  public var subject: String?
  /// Whether it undoes its subject.
  public var corrects = false
  /// The tranche that is meant, by the order number of its subscription.
  public var lot: Int?
  /// When the body that decides on transfers approved it.
  public var approved: Day?
  /// Until when what is not paid on the day is to be paid.
  public var due: Day?
  /// The day an exit is to take effect, when not at the end of its notice.
  public var effect: Day?
  /// Why it corrects.
  public var reason: String?

  /// Nothing of it.
  public init() {}
}

/// The ways in which shares move, and what is paid for them.
public enum MovementKind: String, Hashable, Sendable, CaseIterable {
  /// New shares are subscribed, and paid in at once or in parts.
  case subscription
  /// A subscription is paid, or a part of it.
  case payment
  /// A part of a subscription is called by the company.
  case call
  /// A member gives shares to another for a price.
  case transfer
  /// A member gives shares to another for nothing.
  case gift
  /// Shares pass to an heir.
  case inheritance
  /// Shares are taken back by the company because the member asks.
  case withdrawal
  /// Shares are taken back by the company because the general meeting excludes the member.
  case exclusion
  /// Shares are taken back by the company after the member's death.
  case death
  /// The company pays what it owes for an exit, or a part of it.
  case repayment
  /// Shares held when the book begins.
  case opening

  /// Whether one member's shares become another's.
  public var isTransfer: Bool { self == .transfer || self == .gift || self == .inheritance }
  /// Whether shares are taken back by the company.
  public var isExit: Bool { self == .withdrawal || self == .exclusion || self == .death }
  /// Whether new shares come into being.
  public var isIssue: Bool { self == .subscription || self == .opening }
  /// Whether it settles what another movement left open.
  public var isSettlement: Bool { self == .payment || self == .call || self == .repayment }
}
