internal import Units

/// What a movement moves, when, and what it is worth.
extension ShareState {
  /// The day from which holdings show it; nothing while too little is paid.
  func effect(of movement: Movement, _ subject: RecordedMovement?) -> Day? {
    if movement.more.corrects { return subject?.effective == nil ? nil : movement.date }
    switch movement.kind {
    case .subscription:
      let terms = terms(on: movement.date)
      let nominal = wideNominal(Int128(movement.shares.units), on: movement.date)
      let needed = terms.required(nominal, movement.more.premium)
      return Int128(movement.amount.units) >= needed
        ? terms.effective.day(after: movement.date) : nil
    case .payment:
      guard let subject, let open = subscriptions[subject.order], open.effective == nil else {
        return nil
      }
      let terms = terms(on: subject.movement.date)
      let paid = Int128(open.paid.units) + Int128(movement.amount.units)
      guard paid >= terms.required(Int128(open.nominal.units), open.premium) else { return nil }
      return terms.effective.day(after: max(open.lastPaid, movement.date))
    case .withdrawal: return movement.more.effect ?? earliestExit(movement.date)
    case .exclusion, .death: return movement.more.effect ?? movement.date
    case .opening, .transfer, .gift, .inheritance: return movement.plainEffect
    case .call, .repayment: return nil
    }
  }

  func terms(on day: Day) -> ShareTerms { statutes.terms(on: day) }

  func earliestExit(_ asked: Day) -> Day {
    let months = terms(on: asked).noticeMonths
    return months == 0 ? asked : asked.adding(months: months)
  }

  func nominal(_ shares: Shares, on day: Day) -> Cents {
    Cents(shares.units * statutes.nominal(on: day).units)
  }

  /// How many shares move when it takes effect.
  func shares(of movement: Movement, _ subject: RecordedMovement?) -> Shares {
    movement.kind == .payment
      ? subject.flatMap { subscriptions[$0.order] }?.shares ?? .zero : movement.shares
  }

  /// The tranches to write down: none where the oldest go.
  func lots(of movement: Movement, _ subject: RecordedMovement?) -> [MovedLot] {
    if movement.more.corrects { return subject?.lots ?? [] }
    guard movement.kind.isTransfer || movement.kind.isExit, let giver = indices[movement.member]
    else { return [] }
    let isPlain = terms(on: movement.date).lots == .oldestFirst && movement.more.lot == nil
    if isPlain, freeSince(movement) == nil { return [] }
    let moved = ShareLots.moved(chosen(movement, giver))
    return isPlain && moved == ShareLots.moved(choice(movement, giver)) ? [] : moved
  }

  /// The tranches that would move: those that are locked up only where the others do not suffice.
  func chosen(_ movement: Movement, _ giver: Int) -> [ShareLots.Lot] {
    if let latest = freeSince(movement) {
      let free = choice(movement, giver, countingSince: latest)
      if free.reduce(0, { $0 + $1.left }) == movement.shares.units { return free }
    }
    return choice(movement, giver)
  }

  private func choice(
    _ movement: Movement, _ giver: Int, countingSince: Day? = nil
  ) -> [ShareLots.Lot] {
    lots[giver].choice(
      movement.shares.units, on: movement.date, terms(on: movement.date).lots,
      origin: movement.more.lot.map { Int32(clamping: $0) }, countingSince: countingSince)
  }

  /// The last day on which shares began to count that are not locked up; nothing where none are.
  func freeSince(_ movement: Movement) -> Day? {
    let months = terms(on: movement.date).lockUpMonths
    guard months > 0, [.transfer, .gift, .withdrawal].contains(movement.kind) else { return nil }
    return movement.date.adding(months: -months)
  }

  func values(
    of movement: Movement, _ subject: RecordedMovement?, _ effective: Day?
  ) -> MovementValues {
    var values = MovementValues()
    guard !movement.more.corrects else { return values }
    if let effective {
      values.capital = nominal(shares(of: movement, subject), on: effective)
    }
    switch movement.kind {
    case .subscription where effective != nil:
      take(movement.amount, premium: movement.more.premium, &values)
    case .payment:
      guard let open = subject.flatMap({ subscriptions[$0.order] }) else { return values }
      if effective != nil {
        take(open.paid + movement.amount, premium: open.premium, &values)
      } else if let since = open.effective {
        values.paysCalled = min(open.called, movement.amount)
        values.paysUncalled = movement.amount - values.paysCalled
        values.releasedOn = max(movement.date, since)
      }
    case .opening: values.released = values.capital
    default: break
    }
    return values
  }

  private func take(_ paid: Cents, premium: Cents, _ values: inout MovementValues) {
    values.premium = premium
    values.released = paid - premium
    values.uncalled = values.capital - values.released
  }

  /// Keeps what is owed.
  mutating func applyMoney(_ recorded: RecordedMovement) {
    let movement = recorded.movement
    if movement.more.corrects { return undo(recorded) }
    switch movement.kind {
    case .subscription: open(recorded)
    case .payment: pay(recorded)
    case .call:
      guard let order = recorded.subject else { return }
      subscriptions[order]?.called += movement.amount
      if let due = movement.more.due { subscriptions[order]?.due = due }
    case .withdrawal, .exclusion, .death:
      let open = movement.exitPrice - movement.amount
      guard open > .zero, let from = recorded.effective else { return }
      exits[recorded.order] = OpenExit(
        member: movement.member, open: open, from: from, due: movement.more.due)
    case .repayment:
      guard let order = recorded.subject, let open = exits[order]?.open else { return }
      exits[order]?.open = open - movement.amount
      if open <= movement.amount { exits[order] = nil }
    case .transfer, .gift, .inheritance, .opening: break
    }
  }

  private mutating func open(_ recorded: RecordedMovement) {
    let movement = recorded.movement
    let open = OpenSubscription(
      member: movement.member, shares: movement.shares,
      nominal: nominal(movement.shares, on: movement.date),
      premium: movement.more.premium, paid: movement.amount, lastPaid: movement.date,
      due: movement.more.due ?? movement.date.adding(months: ShareTerms.longestRelease),
      effective: recorded.effective)
    guard open.open > .zero else { return }
    subscriptions[recorded.order] = open
    if open.effective == nil { awaited += open.nominal }
  }

  private mutating func pay(_ recorded: RecordedMovement) {
    guard let order = recorded.subject, var open = subscriptions[order] else { return }
    let movement = recorded.movement
    if open.effective != nil { open.called -= min(open.called, movement.amount) }
    open.paid += movement.amount
    open.lastPaid = max(open.lastPaid, movement.date)
    if let effective = recorded.effective {
      open.effective = effective
      awaited -= open.nominal
    }
    subscriptions[order] = open.open > .zero ? open : nil
  }

  private mutating func undo(_ recorded: RecordedMovement) {
    guard let order = recorded.subject else { return }
    if let open = subscriptions[order], open.effective == nil { awaited -= open.nominal }
    subscriptions[order] = nil
    exits[order] = nil
  }
}

extension ShareTerms {
  /// What must be paid before shares count: all of the premium, and of the nominal the part that the
  /// statutes ask for, to the next cent above.
  fileprivate func required(_ nominal: Int128, _ premium: Cents) -> Int128 {
    (nominal * Int128(releasePercent) + 99) / 100 + Int128(premium.units)
  }
}
