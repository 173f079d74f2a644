internal import Units

/// What pays, calls, repays or corrects another movement.
extension ShareState {
  func settlementReasons(_ movement: Movement, _ subject: RecordedMovement?) -> [any Refusal] {
    var reasons: [MovementRefusal] = []
    if movement.amount <= .zero { reasons.append(.amountIsNotPositive(movement.amount)) }
    if movement.shares != .zero {
      reasons.append(.sharesAreNotExpected(movement.kind, movement.shares))
    }
    guard let name = movement.more.subject else {
      return reasons + [.subjectIsMissing(movement.kind)]
    }
    guard let subject else { return reasons + [.subjectIsUnknown(name)] }
    guard subject.movement.member == movement.member else {
      return reasons + [.subjectBelongsToAnother(name, subject.movement.member)]
    }
    return reasons + openReasons(movement, subject.order, name)
  }

  private func openReasons(
    _ movement: Movement, _ order: Int, _ name: String
  ) -> [MovementRefusal] {
    if movement.kind == .repayment {
      guard let open = exits[order] else { return [.nothingIsOpen(name, movement.kind)] }
      var reasons = excess(movement.amount, over: open.open)
      if movement.date < open.from {
        reasons.append(.repaymentComesTooEarly(movement.date, from: open.from))
      }
      return reasons
    }
    guard let open = subscriptions[order] else { return [.nothingIsOpen(name, movement.kind)] }
    if movement.kind == .payment { return excess(movement.amount, over: open.open) }
    let uncalled = open.effective == nil ? .zero : open.open - open.called
    return movement.amount > uncalled
      ? [.callExceedsWhatIsUncalled(movement.amount, uncalled: uncalled)] : []
  }

  private func excess(_ amount: Cents, over open: Cents) -> [MovementRefusal] {
    amount > open ? [.paymentExceedsWhatIsOpen(amount, open: open)] : []
  }

  func correctionReasons(
    _ movement: Movement, _ subject: RecordedMovement?
  ) -> [any Refusal] {
    var reasons: [MovementRefusal] = []
    if movement.more.reason?.isEmpty ?? true { reasons.append(.reasonIsMissing) }
    guard let subject else {
      return reasons + [.subjectIsUnknown(movement.more.subject ?? "")]
    }
    let name = subject.movement.reference
    if subject.movement.kind.isSettlement || subject.movement.more.corrects
      || !isUntouched(subject)
    {
      reasons.append(.correctionIsNotPossible(name))
    }
    let earliest = max(subject.effective ?? subject.movement.date, subject.movement.date)
    if movement.date < earliest {
      reasons.append(.correctionComesTooEarly(movement.date, earliest: earliest))
    }
    return reasons
  }

  /// Whether nobody has paid, called or repaid anything on it since.
  private func isUntouched(_ subject: RecordedMovement) -> Bool {
    let movement = subject.movement
    if movement.kind == .subscription {
      let owed =
        nominal(movement.shares, on: movement.date) - movement.amount + movement.more.premium
      let open = subscriptions[subject.order]
      return (open?.open ?? .zero) == owed && (open?.called ?? .zero) == .zero
    }
    guard movement.kind.isExit else { return true }
    return (exits[subject.order]?.open ?? .zero) == movement.exitPrice - movement.amount
  }

  /// The shares to be given back are still there, and the capital stays within its bounds.
  func boundsOfCorrection(
    _ movement: Movement, _ subject: RecordedMovement?
  ) -> [any Refusal] {
    guard let subject, subject.effective != nil else { return [] }
    if movement.kind.isIssue { return ceilingReasons(subject.moved, from: movement.date) }
    guard let giver = indices[movement.member] else { return [] }
    let found = subject.lots.reduce(Int64(0)) { sum, lot in
      let parts = lots[giver].choice(
        lot.shares.units, on: movement.date, .oldestFirst, origin: Int32(clamping: lot.origin))
      return sum + parts.reduce(0) { $0 + $1.left }
    }
    var reasons: [any Refusal] = []
    if found < subject.moved.units {
      reasons.append(
        MembershipRefusal.holdingIsInsufficient(
          movement.member, on: movement.date, held: Shares(found), needed: subject.moved))
    }
    if movement.kind.isExit { reasons += floorReasons(subject.moved, from: movement.date) }
    return reasons
  }
}
