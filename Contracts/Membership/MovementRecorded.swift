public import Units

/// A movement that the register accepted under an order number.
public struct RecordedMovement: Hashable, Sendable {
  /// The order number: 1, 2, 3 …, never reused.
  public let order: Int
  /// The movement.
  public let movement: Movement
  /// The order number of the movement that it pays, calls, repays or corrects.
  public let subject: Int?
  /// The first day on which holdings show it; nothing while it moves no shares.
  public let effective: Day?
  /// How many shares move on that day.
  public let moved: Shares
  /// The tranches that move, by the order numbers of their subscriptions.
  public let lots: [MovedLot]
  /// What it is worth.
  public let values: MovementValues

  /// Puts together what the book holds of a movement.
  public init(
    order: Int, movement: Movement, subject: Int?, effective: Day?, moved: Shares,
    lots: [MovedLot], values: MovementValues = MovementValues()
  ) {
    self.order = order
    self.movement = movement
    self.subject = subject
    self.effective = effective
    self.moved = moved
    self.lots = lots
    self.values = values
  }

  /// The same movement with the tranches it took written down.
  public func taking(_ lots: [MovedLot]) -> RecordedMovement {
    RecordedMovement(
      order: order, movement: movement, subject: subject, effective: effective, moved: moved,
      lots: lots, values: values)
  }

  /// Who has the shares no longer; nobody when new ones come into being.
  ///
  /// - Source: C. com. R228-9, 2°: the old holder.
  public var giver: MemberNumber? {
    guard moved > .zero, movement.kind.isTransfer || movement.kind.isExit else { return nil }
    return movement.member
  }

  /// Who has the shares now; nobody when they are taken back.
  ///
  /// - Source: C. com. R228-9, 2°: the new holder.
  public var receiver: MemberNumber? {
    guard moved > .zero else { return nil }
    if movement.kind.isTransfer { return movement.counterparty }
    return movement.kind.isExit ? nil : movement.member
  }

  /// What the movement adds to the holding of a member.
  public func change(for number: MemberNumber) -> Int64 {
    (number == receiver ? moved.units : 0) - (number == giver ? moved.units : 0)
  }
}

/// Shares of one tranche that move.
public struct MovedLot: Hashable, Sendable {
  /// The order number of the subscription they stem from.
  public let origin: Int
  /// How many.
  public let shares: Shares

  /// Shares of one tranche.
  public init(origin: Int, shares: Shares) {
    self.origin = origin
    self.shares = shares
  }
}

/// What a movement is worth to the accounts.
public struct MovementValues: Hashable, Sendable {
  /// The nominal value of the shares that move.
  public var capital = Cents.zero
  /// Of it, what is paid in when new shares take effect.
  public var released = Cents.zero
  /// Of it, what nobody has called yet.
  public var uncalled = Cents.zero
  /// What is paid beyond the nominal.
  public var premium = Cents.zero
  /// Of a payment after that, what settles a call.
  public var paysCalled = Cents.zero
  /// Of a payment after that, what comes before it is called.
  public var paysUncalled = Cents.zero
  /// The day on which such a payment becomes capital.
  public var releasedOn: Day?

  /// Worth nothing.
  public init() {}
}
