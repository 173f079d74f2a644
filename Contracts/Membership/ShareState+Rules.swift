internal import Units

/// The rules a movement has to pass. Each gives the reasons it finds; all are asked.
extension ShareState {
  func reasonsAgainst(_ movement: Movement, subject: RecordedMovement?) -> [any Refusal] {
    var reasons: [any Refusal] = []
    if movement.reference.isEmpty { reasons.append(MembershipRefusal.referenceIsMissing) }
    reasons += formReasons(movement) as [any Refusal]
    if movement.more.corrects {
      return reasons + correctionReasons(movement, subject) + boundsOfCorrection(movement, subject)
    }
    reasons += amountReasons(movement)
    reasons += partyReasons(movement) as [any Refusal]
    if movement.kind.isSettlement { return reasons + settlementReasons(movement, subject) }
    reasons += termReasons(movement)
    guard movement.shares > .zero else { return reasons }
    return reasons + holdingReasons(movement) + (capitalReasons(movement) as [any Refusal])
  }

  private func formReasons(_ movement: Movement) -> [MembershipRefusal] {
    var reasons: [MembershipRefusal] = []
    if movement.date < statutes.founded {
      reasons.append(.companyDoesNotExistYet(movement.date, founded: statutes.founded))
    }
    if !movement.kind.isSettlement, movement.shares <= .zero {
      reasons.append(.sharesAreNotPositive(movement.shares))
    }
    if movement.kind.isTransfer {
      if movement.amount.isNegative { reasons.append(.priceIsNegative(movement.amount)) }
      if movement.counterparty == nil { reasons.append(.transferHasNoReceiver) }
      if movement.counterparty == movement.member {
        reasons.append(.transferGoesToTheGiver(movement.member))
      }
      return reasons
    }
    if let wrong = amountAgainstNominal(movement) { reasons.append(wrong) }
    if let counterparty = movement.counterparty {
      reasons.append(.counterpartyIsNotExpected(counterparty))
    }
    return reasons
  }

  /// A subscription or an exit for another amount than its nominal, unless a day for the rest, a
  /// premium or a price says why.
  private func amountAgainstNominal(_ movement: Movement) -> MembershipRefusal? {
    guard !movement.more.corrects, movement.kind == .subscription || movement.kind.isExit else {
      return nil
    }
    let (amount, more) = (Int128(movement.amount.units), movement.more)
    let nominal = wideNominal(Int128(movement.shares.units), on: movement.date)
    let isRight: Bool
    if movement.kind == .subscription {
      let all = nominal + Int128(more.premium.units)
      isRight = amount == all || more.due != nil && (0...max(0, all)).contains(amount)
    } else if let price = more.price {
      isRight = (0...max(0, Int128(price.units))).contains(amount)
    } else {
      isRight = amount == nominal || terms(on: movement.date).exitPrice == .netAssets && amount >= 0
    }
    return isRight
      ? nil
      : .amountIsNotTheNominal(
        movement.amount, shares: movement.shares,
        nominal: statutes.nominal(on: movement.date))
  }

  private func partyReasons(_ movement: Movement) -> [MembershipRefusal] {
    var reasons: [MembershipRefusal] = []
    if let member = member(movement.member) {
      if movement.kind.isIssue { reasons += admissionReasons(member, on: movement.date) }
    } else {
      reasons.append(.memberIsUnknown(movement.member))
    }
    if movement.kind.isTransfer, let receiver = movement.counterparty {
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

  private func capitalReasons(_ movement: Movement) -> [MembershipRefusal] {
    switch movement.kind {
    case .subscription, .opening:
      return ceilingReasons(movement.shares, from: effect(of: movement) ?? movement.date)
    case .withdrawal, .exclusion, .death:
      return floorReasons(movement.shares, from: effect(of: movement) ?? movement.date)
    default: return []
    }
  }

  /// The day from which it counts, when no other movement bears on it.
  private func effect(of movement: Movement) -> Day? {
    let isSmall = movement.shares.units <= Statutes.mostShares
    return isSmall ? effect(of: movement, nil) : nil
  }

  func ceilingReasons(_ shares: Shares, from day: Day) -> [MembershipRefusal] {
    let highest = capital.highest(from: day)
    let after =
      Int128(highest.shares) + Int128(awaited.units) + wideNominal(Int128(shares.units), on: day)
    let ceiling = statutes.capitalTerms(on: highest.day).ceiling
    guard after > Int128(ceiling.units) else { return [] }
    return [
      .capitalExceedsTheCeiling(
        on: highest.day, capital: clamped(after), ceiling: ceiling)
    ]
  }

  func floorReasons(_ shares: Shares, from day: Day) -> [MembershipRefusal] {
    let lowest = capital.lowest(from: day)
    let after = Int128(lowest.shares) - wideNominal(Int128(shares.units), on: day)
    let floor = statutes.capitalTerms(on: lowest.day).floor
    guard after < Int128(floor.units) else { return [] }
    return [
      .capitalFallsBelowTheFloor(on: lowest.day, capital: clamped(after), floor: floor)
    ]
  }

  func wideNominal(_ shares: Int128, on day: Day) -> Int128 {
    shares * Int128(statutes.nominal(on: day).units)
  }

  /// A figure to show in a refusal: it may be larger than any amount.
  private func clamped(_ cents: Int128) -> Cents { Cents(Int64(clamping: cents)) }
}
