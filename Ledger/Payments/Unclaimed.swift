public import Membership
public import Units

/// A dividend that its member has not been paid.
public struct Unclaimed: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The day from which it could be paid.
  public let payable: Day
  /// The amount, before taxes that were not withheld yet.
  public let amount: Cents

  /// Something unclaimed.
  public init(member: MemberNumber, payable: Day, amount: Cents) {
    self.member = member
    self.payable = payable
    self.amount = amount
  }

  /// The day on which it goes to the State, five years on.
  ///
  /// - Source: CG3P art. L1126-1.
  public var prescribedOn: Day { payable.adding(months: 60) }

  /// A movement of what is owed to one member.
  public struct Movement: Hashable, Sendable {
    /// The day from which it could be paid, or on which it was.
    public let day: Day
    /// What was added, below zero for what was paid.
    public let amount: Cents

    /// A movement.
    public init(day: Day, amount: Cents) {
      self.day = day
      self.amount = amount
    }
  }

  /// What is left of the dividends of a member, the oldest paid first.
  ///
  /// - Parameter movements: in the order they were posted.
  public static func left(
    of member: MemberNumber, _ movements: [Movement]
  ) -> [Unclaimed] {
    var left: [Movement] = []
    for movement in movements {
      var amount = movement.amount
      guard amount.isNegative else {
        left.append(movement)
        continue
      }
      while amount.isNegative, let oldest = left.first {
        let rest = oldest.amount + amount
        left.removeFirst()
        if rest > .zero { left.insert(Movement(day: oldest.day, amount: rest), at: 0) }
        amount = min(.zero, rest)
      }
      if amount.isNegative { left.append(Movement(day: movement.day, amount: amount)) }
    }
    var sums: [Day: Cents] = [:]
    for movement in left { sums[movement.day, default: .zero] += movement.amount }
    return sums.filter { $0.value > .zero }.sorted { $0.key < $1.key }
      .map { Unclaimed(member: member, payable: $0.key, amount: $0.value) }
  }
}
