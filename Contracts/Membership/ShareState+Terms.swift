internal import Units

/// What the statutes ask of shares that move, and of what is paid for them.
extension ShareState {
  /// Ten million million euros: thousands of such amounts still add up in 64 bits.
  private static let mostCents = Cents(1_000_000_000_000_000)

  func amountReasons(_ movement: Movement) -> [any Refusal] {
    var reasons: [MovementRefusal] = []
    let more = movement.more
    if movement.kind == .gift || movement.kind == .inheritance || movement.kind == .opening,
      movement.amount != .zero
    {
      reasons.append(.giftHasAPrice(movement.amount))
    }
    if more.premium != .zero, movement.kind != .subscription || more.premium.isNegative {
      reasons.append(.detailIsNotExpected("premium", movement.kind))
    }
    let amounts = [movement.amount, more.premium, more.price ?? .zero]
    if let wild = amounts.first(where: { $0 > Self.mostCents }) {
      reasons.append(.amountIsBeyondSense(wild))
    }
    if more.price != nil, !movement.kind.isExit {
      reasons.append(.detailIsNotExpected("price", movement.kind))
    }
    if more.effect != nil, !movement.kind.isExit {
      reasons.append(.detailIsNotExpected("effective", movement.kind))
    }
    if more.lot != nil, !movement.kind.isExit, !movement.kind.isTransfer {
      reasons.append(.detailIsNotExpected("tranche", movement.kind))
    }
    if let due = more.due, due < movement.date {
      reasons.append(.dueComesBefore(due: due, date: movement.date))
    }
    return reasons
  }

  func termReasons(_ movement: Movement) -> [any Refusal] {
    switch movement.kind {
    case .subscription: releaseReasons(movement)
    case .transfer, .gift: approvalReasons(movement)
    case .withdrawal: noticeReasons(movement) + priceReasons(movement) + paidReasons(movement)
    case .exclusion, .death:
      effectReasons(movement) + priceReasons(movement) + paidReasons(movement)
    default: []
    }
  }

  private func releaseReasons(_ movement: Movement) -> [MovementRefusal] {
    let latest = movement.date.adding(months: ShareTerms.longestRelease)
    guard let due = movement.more.due, due > latest else { return [] }
    return [.releaseTakesTooLong(due: due, latest: latest)]
  }

  private func approvalReasons(_ movement: Movement) -> [MovementRefusal] {
    guard let approved = movement.more.approved else {
      let terms = terms(on: movement.date)
      return terms.transfersNeedApproval ? [.transferIsNotApproved(article: terms.article)] : []
    }
    return approved > movement.date
      ? [.approvalComesLate(approved: approved, transfer: movement.date)] : []
  }

  private func noticeReasons(_ movement: Movement) -> [MovementRefusal] {
    let earliest = earliestExit(movement.date)
    guard let effect = movement.more.effect, effect < earliest else { return [] }
    return [
      .noticeIsTooShort(
        effect: effect, earliest: earliest, article: terms(on: movement.date).article)
    ]
  }

  private func effectReasons(_ movement: Movement) -> [MovementRefusal] {
    guard let effect = movement.more.effect, effect < movement.date else { return [] }
    return [.dueComesBefore(due: effect, date: movement.date)]
  }

  /// What is paid at once is owed at once: before its effect an exit leaves nothing to repay.
  private func paidReasons(_ movement: Movement) -> [MovementRefusal] {
    guard movement.amount > .zero, let effect = effect(of: movement, nil), effect > movement.date
    else { return [] }
    return [.exitIsPaidBeforeItsEffect(movement.amount, date: movement.date, effect: effect)]
  }

  private func priceReasons(_ movement: Movement) -> [MovementRefusal] {
    let terms = terms(on: movement.date)
    guard terms.exitPrice == .nominal, let price = movement.more.price,
      movement.shares.units <= Statutes.mostShares,
      price != nominal(movement.shares, on: movement.date)
    else { return [] }
    return [
      .priceIsNotTheNominal(
        price, nominal: nominal(movement.shares, on: movement.date), article: terms.article)
    ]
  }

  /// Whoever gives shares has them free on the day: no recorded movement takes them, on any day; none
  /// is locked up or unpaid.
  func holdingReasons(_ movement: Movement) -> [any Refusal] {
    guard !movement.kind.isIssue, let giver = indices[movement.member] else { return [] }
    let needed = movement.shares
    let free = Shares(lots[giver].free(on: movement.date))
    guard free >= needed else {
      return [
        MembershipRefusal.holdingIsInsufficient(
          movement.member, on: movement.date, held: free, needed: needed)
      ]
    }
    let chosen = chosen(movement, giver)
    let found = Shares(chosen.reduce(0) { $0 + $1.left })
    if let order = movement.more.lot, found < needed {
      return [MovementRefusal.trancheIsInsufficient(order: order, held: found, needed: needed)]
    }
    return lockUpReasons(movement, chosen, giver)
      + chosen.compactMap { lot in
        subscriptions[Int(lot.origin)].map { open in
          MovementRefusal.sharesAreNotReleased(order: Int(lot.origin), open: open.open)
        }
      }
  }

  private func lockUpReasons(
    _ movement: Movement, _ chosen: [ShareLots.Lot], _ giver: Int
  ) -> [any Refusal] {
    guard let latest = freeSince(movement), chosen.contains(where: { $0.since > latest }) else {
      return []
    }
    let free = lots[giver].free(on: movement.date, countingSince: latest)
    return [
      MovementRefusal.sharesAreLockedUp(
        movement.member, on: movement.date, free: Shares(free), needed: movement.shares,
        article: terms(on: movement.date).article)
    ]
  }
}
