internal import Units

/// The rules a movement has to pass. Each gives the reasons it finds; all are asked.
extension ShareRegister {
  func reasonsAgainst(_ movement: Movement) -> [MembershipRefusal] {
    let reasons =
      referenceReasons(movement) + formReasons(movement) + partyReasons(movement)
    guard movement.shares > .zero else { return reasons }
    return reasons + holdingReasons(movement) + capitalReasons(movement)
  }

  private func referenceReasons(_ movement: Movement) -> [MembershipRefusal] {
    if movement.reference.isEmpty { return [.referenceIsMissing] }
    guard let known = recorded(movement.reference) else { return [] }
    return [.referenceHasOtherContent(movement.reference, order: known.order)]
  }

  private func formReasons(_ movement: Movement) -> [MembershipRefusal] {
    var reasons: [MembershipRefusal] = []
    if movement.date < statutes.founded {
      reasons.append(.companyDoesNotExistYet(movement.date, founded: statutes.founded))
    }
    if movement.shares <= .zero { reasons.append(.sharesAreNotPositive(movement.shares)) }
    switch movement.kind {
    case .transfer:
      if movement.amount.isNegative { reasons.append(.priceIsNegative(movement.amount)) }
      if movement.counterparty == nil { reasons.append(.transferHasNoReceiver) }
      if movement.counterparty == movement.member {
        reasons.append(.transferGoesToTheGiver(movement.member))
      }
    case .subscription, .withdrawal:
      if Int128(movement.amount.units) != capital(Int128(movement.shares.units)) {
        reasons.append(
          .amountIsNotTheNominal(
            movement.amount, shares: movement.shares, nominal: statutes.nominal))
      }
      if let counterparty = movement.counterparty {
        reasons.append(.counterpartyIsNotExpected(counterparty))
      }
    }
    return reasons
  }

  private func partyReasons(_ movement: Movement) -> [MembershipRefusal] {
    var reasons: [MembershipRefusal] = []
    if let member = member(movement.member) {
      if movement.kind == .subscription { reasons += admissionReasons(member, on: movement.date) }
    } else {
      reasons.append(.memberIsUnknown(movement.member))
    }
    if movement.kind == .transfer, let receiver = movement.counterparty {
      if let member = member(receiver) {
        reasons += admissionReasons(member, on: movement.date)
      } else {
        reasons.append(.receiverIsNoMember(receiver))
      }
    }
    return reasons
  }

  /// Whoever receives shares belongs, on that day, to a college that admits its kind.
  private func admissionReasons(_ member: Member, on day: Day) -> [MembershipRefusal] {
    guard let id = member.college(on: day) else {
      return [.memberHadNotJoined(member.number, day)]
    }
    guard let college = statutes.college(id, on: day) else { return [.collegeIsUnknown(id, day)] }
    return college.kinds.contains(member.kind) ? [] : [.kindIsNotAdmitted(member.kind, id)]
  }

  /// Whoever gives shares has them on the day and on every later day already recorded.
  private func holdingReasons(_ movement: Movement) -> [MembershipRefusal] {
    guard movement.kind != .subscription, let index = indices[movement.member] else { return [] }
    let lowest = holdings[index].lowest(from: movement.date)
    guard lowest.shares < movement.shares.units else { return [] }
    return [
      .holdingIsInsufficient(
        movement.member, on: lowest.day, held: Shares(lowest.shares), needed: movement.shares)
    ]
  }

  private func capitalReasons(_ movement: Movement) -> [MembershipRefusal] {
    switch movement.kind {
    case .transfer: return []
    case .subscription:
      let highest = total.highest(from: movement.effective)
      let after = capital(Int128(highest.shares) + Int128(movement.shares.units))
      guard after > Int128(statutes.ceiling.units) else { return [] }
      return [
        .capitalExceedsTheCeiling(
          on: highest.day, capital: clamped(after), ceiling: statutes.ceiling)
      ]
    case .withdrawal:
      let lowest = total.lowest(from: movement.effective)
      let after = capital(Int128(lowest.shares) - Int128(movement.shares.units))
      guard after < Int128(statutes.floor.units) else { return [] }
      return [
        .capitalFallsBelowTheFloor(on: lowest.day, capital: clamped(after), floor: statutes.floor)
      ]
    }
  }

  private func capital(_ shares: Int128) -> Int128 {
    let (product, tooLarge) = shares.multipliedReportingOverflow(by: Int128(statutes.nominal.units))
    return tooLarge ? (shares < 0 ? .min : .max) : product
  }

  /// A figure to show in a refusal: it may be larger than any amount.
  private func clamped(_ cents: Int128) -> Cents { Cents(Int64(clamping: cents)) }
}
