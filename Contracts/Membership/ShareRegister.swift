public import Units

/// The register of shares: movements in, holdings at any date out.
///
/// Movements are only ever added. Each gets the next order number; one that the register has under
/// the same reference with the same content changes nothing.
/// - Source: C. com. L228-1, R228-8, R228-9; variable capital L231-1 to L231-8.
public struct ShareRegister: Sendable {
  /// The statutes that rule it.
  public let statutes: Statutes
  /// The members, by number.
  public let members: [Member]
  /// Every movement, in order of number.
  public private(set) var movements: [RecordedMovement] = []

  let indices: [MemberNumber: Int]
  var holdings: [Timeline]
  var total = Timeline()
  private var references: [String: Int] = [:]

  /// An empty register for these members.
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
    self.holdings = Array(repeating: Timeline(), count: members.count)
  }

  /// The member of a number, or nothing.
  public func member(_ number: MemberNumber) -> Member? { indices[number].map { members[$0] } }

  /// Records a movement, or gives back the one already recorded under its reference.
  ///
  /// - Throws: every reason that stands against it.
  @discardableResult
  public mutating func record(_ movement: Movement) throws(Refusals) -> RecordedMovement {
    if let known = recorded(movement.reference), known.movement == movement { return known }
    let reasons = reasonsAgainst(movement)
    guard reasons.isEmpty else { throw Refusals(reasons) }
    return append(movement)
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

  private mutating func append(_ movement: Movement) -> RecordedMovement {
    let recorded = RecordedMovement(order: movements.count + 1, movement: movement)
    references[movement.reference] = movements.count
    movements.append(recorded)
    for number in [movement.member, movement.counterparty].compactMap(\.self) {
      guard let index = indices[number] else { continue }
      holdings[index].add(movement.change(for: number), from: movement.effective)
    }
    switch movement.kind {
    case .subscription: total.add(movement.shares.units, from: movement.effective)
    case .withdrawal: total.add(-movement.shares.units, from: movement.effective)
    case .transfer: break
    }
    return recorded
  }
}
