public import Units

/// The register of shares: movements in, holdings at any date out.
///
/// Movements are only ever added. Each gets the next order number; one that the register has under
/// the same reference with the same content changes nothing.
/// - Source: C. com. L228-1, R228-8, R228-9; variable capital L231-1 to L231-8.
public struct ShareRegister: Sendable {
  /// What the next movement is judged by.
  public private(set) var state: ShareState
  /// Every movement, in order of number.
  public private(set) var movements: [RecordedMovement] = []

  var holdings: [Timeline]
  var total = Timeline()
  private var references: [String: Int] = [:]

  /// An empty register for these members.
  ///
  /// - Throws: ``MembershipRefusal/memberIsRepeated(_:)``.
  public init(statutes: Statutes, members: [Member]) throws(MembershipRefusal) {
    state = try ShareState(statutes: statutes, members: members)
    holdings = Array(repeating: Timeline(), count: members.count)
  }

  /// The statutes that rule it.
  public var statutes: Statutes { state.statutes }
  /// The members, by number.
  public var members: [Member] { state.members }
  var indices: [MemberNumber: Int] { state.indices }

  /// The member of a number, or nothing.
  public func member(_ number: MemberNumber) -> Member? { state.member(number) }

  /// Records a movement, or gives back the one already recorded under its reference.
  ///
  /// - Throws: every reason that stands against it.
  @discardableResult
  public mutating func record(_ movement: Movement) throws(Refusals) -> RecordedMovement {
    let subject = movement.more.subject.flatMap { withTranches($0, movement.more.corrects) }
    if let known = recorded(movement.reference) {
      if known.movement == movement { return known }
      let other = MembershipRefusal.referenceHasOtherContent(
        movement.reference, order: known.order)
      throw Refusals([other] + state.reasonsAgainst(movement, subject: subject))
    }
    let new = try state.record(movement, subject: subject)
    keep(new)
    return new
  }

  /// Takes in what was recorded before; nothing of it is judged again.
  public mutating func apply(_ recorded: RecordedMovement) {
    state.apply(recorded)
    keep(recorded)
  }

  /// Records the movements of a file by date, those of one day in the file's order; all or none.
  ///
  /// - Throws: every reason against every movement, each at its place, in the file's order.
  /// - Returns: the movements that were new.
  @discardableResult
  public mutating func record(
    _ batch: [(movement: Movement, place: Place)]
  ) throws(Refusals) -> [RecordedMovement] {
    var trial = self
    var refused: [(row: Int, reasons: [Located])] = []
    let byDate = batch.indices.sorted {
      (batch[$0].movement.date, $0) < (batch[$1].movement.date, $1)
    }
    for row in byDate {
      do {
        try trial.record(batch[row].movement)
      } catch {
        refused.append((row, error.all.map { Located($0, at: batch[row].place) }))
      }
    }
    guard refused.isEmpty else {
      throw Refusals(refused.sorted { $0.row < $1.row }.flatMap(\.reasons))
    }
    let new = Array(trial.movements[movements.count...])
    self = trial
    return new
  }

  /// The movement recorded under a reference, or nothing.
  public func recorded(_ reference: String) -> RecordedMovement? {
    references[reference].map { movements[$0] }
  }

  /// The movement of a reference; with the tranches it took, written down or not, when it is to be
  /// undone.
  private func withTranches(_ reference: String, _ isUndone: Bool) -> RecordedMovement? {
    guard let found = recorded(reference), isUndone,
      var past = try? ShareState(statutes: statutes, members: members)
    else { return recorded(reference) }
    for earlier in movements.prefix(found.order - 1) { past.apply(earlier) }
    return found.taking(past.apply(found))
  }

  private mutating func keep(_ recorded: RecordedMovement) {
    references[recorded.movement.reference] = movements.count
    movements.append(recorded)
    guard let day = recorded.effective else { return }
    let moved = recorded.moved.units
    if let giver = recorded.giver, let index = indices[giver] {
      holdings[index].add(-moved, from: day)
    } else {
      total.add(moved, from: day)
    }
    if let receiver = recorded.receiver, let index = indices[receiver] {
      holdings[index].add(moved, from: day)
    } else {
      total.add(-moved, from: day)
    }
  }
}
