public import Units

/// All that the next movement is judged by: tranches, what is owed, the capital.
///
/// It has no past. It is what an import of a million movements keeps in memory.
public struct ShareState: Sendable {
  /// The statutes that rule it.
  public let statutes: Statutes
  /// The members, by number.
  public let members: [Member]
  /// The next order number.
  public private(set) var nextOrder = 1
  /// The subscriptions that are not paid in full, by order number.
  public internal(set) var subscriptions: [Int: OpenSubscription] = [:]
  /// The exits that are not repaid in full, by order number.
  public internal(set) var exits: [Int: OpenExit] = [:]

  let indices: [MemberNumber: Int]
  var lots: [ShareLots]
  /// The capital in cents through time.
  var capital = Timeline()
  /// Since when tranches counted that left: a correction gives them back with their seniority.
  private var departed: [Int32: Day] = [:]
  /// The capital that is subscribed and does not count yet.
  var awaited = Cents.zero

  /// Nobody holds anything yet.
  ///
  /// - Throws: ``MembershipRefusal/memberIsRepeated(_:)``.
  public init(statutes: Statutes, members: [Member]) throws(MembershipRefusal) {
    self.statutes = statutes
    self.members = members.sorted { $0.number < $1.number }
    for (one, other) in zip(self.members, self.members.dropFirst()) where one.number == other.number
    {
      throw .memberIsRepeated(one.number)
    }
    self.indices = Dictionary(
      uniqueKeysWithValues: self.members.enumerated().map { ($1.number, $0) })
    self.lots = Array(repeating: ShareLots(), count: members.count)
  }

  /// The member of a number, or nothing.
  public func member(_ number: MemberNumber) -> Member? { indices[number].map { members[$0] } }

  /// The account of a member's capital on a day.
  public func capitalAccount(of number: MemberNumber, on day: Day) -> String {
    member(number)?.college(on: day).flatMap { statutes.college($0, on: day) }?.capitalAccount
      ?? "101300"
  }

  /// Records a movement.
  ///
  /// - Parameter subject: the movement it names as its subject, when the book has it.
  /// - Throws: every reason that stands against it.
  /// - Complexity: O(tranches it takes), in order of date.
  public mutating func record(
    _ movement: Movement, subject: RecordedMovement? = nil
  ) throws(Refusals) -> RecordedMovement {
    let reasons = reasonsAgainst(movement, subject: subject)
    guard reasons.isEmpty else { throw Refusals(reasons) }
    let effective = effect(of: movement, subject)
    let recorded = RecordedMovement(
      order: nextOrder, movement: movement, subject: subject?.order, effective: effective,
      moved: effective == nil ? .zero : shares(of: movement, subject),
      lots: lots(of: movement, subject), values: values(of: movement, subject, effective))
    apply(recorded)
    return recorded
  }

  /// Takes in what was recorded before; nothing of it is judged again.
  ///
  /// - Returns: the tranches that moved.
  @discardableResult
  public mutating func apply(_ recorded: RecordedMovement) -> [MovedLot] {
    nextOrder = recorded.order + 1
    let moved = applyShares(recorded)
    applyMoney(recorded)
    return moved
  }

  private mutating func applyShares(_ recorded: RecordedMovement) -> [MovedLot] {
    guard let day = recorded.effective else { return [] }
    let nominal = nominal(recorded.moved, on: day).units
    let receiver = recorded.receiver.flatMap { indices[$0] }
    if let giver = recorded.giver.flatMap({ indices[$0] }) {
      let taken = taken(recorded, from: giver)
      for lot in taken { lots[giver].take(lot) }
      if let receiver {
        give(taken, to: receiver, from: day)
      } else {
        capital.add(-nominal, from: day)
        for lot in taken { departed[lot.origin] = lot.since }
      }
      return ShareLots.moved(taken)
    }
    guard let receiver else { return [] }
    capital.add(nominal, from: day)
    let issued =
      recorded.lots.isEmpty
      ? [MovedLot(origin: recorded.subject ?? recorded.order, shares: recorded.moved)]
      : recorded.lots
    for lot in issued {
      let origin = Int32(clamping: lot.origin)
      lots[receiver].add(
        ShareLots.Lot(
          origin: origin, from: day, since: departed[origin] ?? day, left: lot.shares.units))
    }
    return issued
  }

  private mutating func give(_ taken: [ShareLots.Lot], to receiver: Int, from day: Day) {
    for lot in taken {
      lots[receiver].add(
        ShareLots.Lot(origin: lot.origin, from: day, since: lot.since, left: lot.left))
    }
  }

  /// The tranches a recorded movement takes: those written down, else the oldest.
  private func taken(_ recorded: RecordedMovement, from giver: Int) -> [ShareLots.Lot] {
    let day = recorded.movement.date
    guard !recorded.lots.isEmpty else {
      return lots[giver].choice(recorded.moved.units, on: day, .oldestFirst, origin: nil)
    }
    return recorded.lots.flatMap { lot in
      lots[giver].choice(
        lot.shares.units, on: day, terms(on: day).lots, origin: Int32(clamping: lot.origin))
    }
  }
}
