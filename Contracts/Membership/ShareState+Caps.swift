import Units

extension Statutes {
  /// Whether a cap binds on any day: without one nobody needs to know what each holds.
  public var everBind: Bool {
    Set([founded] + daysOfChange + capitalTerms.map(\.from)).contains { bind(on: $0) }
  }
}

extension ShareRegister {
  /// What the caps say against shares that would come to somebody.
  ///
  /// - Complexity: as ``capReasons(after:on:)``.
  public func capReasons(
    against movement: Movement, subject: RecordedMovement?
  ) -> [CollegeRefusal] {
    guard movement.shares.units <= Statutes.mostShares,
      let day = state.effect(of: movement, subject)
    else { return [] }
    let moved = state.shares(of: movement, subject).units
    var changes: [MemberNumber: Int64] = [:]
    if movement.kind.isTransfer || movement.kind.isExit { changes[movement.member] = -moved }
    if movement.kind.isTransfer, let receiver = movement.counterparty {
      changes[receiver, default: 0] += moved
    } else if !movement.kind.isExit {
      changes[movement.member, default: 0] += moved
    }
    return capReasons(after: changes, on: day)
  }
}
