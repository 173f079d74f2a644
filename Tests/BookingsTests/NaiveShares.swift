import Membership
import Units

/// The life of shares, told share by share: each is an object with the list of its holders.
///
/// It knows no
/// tranches, no sums and no running balances, and recounts everything at every question.
struct NaiveShares {
  struct Share {
    let order: Int
    let since: Day
    var holders: [(from: Day, who: MemberNumber?, step: Int)]

    func holder(on day: Day) -> MemberNumber? { holders.last { $0.from <= day }?.who }
  }
  struct Debt {
    let who: MemberNumber
    let count: Int64
    let price: Int64
    let premium: Int64
    var payments: [(day: Day, cents: Int64)]
    var called: Int64 = 0
    var counts: Day?
    var paid: Int64 { payments.reduce(0) { $0 + $1.cents } }
    var all: Int64 { price + premium }
  }

  let terms: ShareTerms
  let nominal: Int64
  let floor: Int64
  let ceiling: Int64
  var shares: [Share] = []
  var debts: [Int: Debt] = [:]
  var exits: [Int: (who: MemberNumber, from: Day, open: Int64)] = [:]
  var orders: [String: Int] = [:]
  var days: Set<Day> = []

  func holding(_ who: MemberNumber, _ day: Day) -> Int64 {
    Int64(shares.count { $0.holder(on: day) == who })
  }
  func total(_ day: Day) -> Int64 { Int64(shares.count { $0.holder(on: day) != nil }) }

  /// Shares somebody has on a day and that nothing recorded takes later, in the order they go.
  private func free(_ who: MemberNumber, _ day: Day) -> [Int] {
    let mine = shares.indices.filter { index in
      guard let last = shares[index].holders.last else { return false }
      return last.who == who && last.from <= day
    }
    let inOrder = mine.sorted { one, other in
      let (a, b) = (shares[one].holders.last, shares[other].holders.last)
      guard let a, let b else { return one < other }
      return (a.from, a.step, shares[one].order, one) < (b.from, b.step, shares[other].order, other)
    }
    return terms.lots == .oldestFirst ? inOrder : inOrder.reversed()
  }

  private func start(_ day: Day) -> Day {
    let (year, month, _) = day.calendar
    switch terms.effective {
    case .lastPayment: return day
    case .nextMonth:
      return Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) ?? day
    case .nextJanuary: return Day(year: year + 1, month: 1, day: 1) ?? day
    case .yearLater: return day.adding(months: 12)
    }
  }
  private func isEnough(_ paid: Int64, _ debt: Debt) -> Bool {
    (paid - debt.premium) * 100 >= debt.price * terms.releasePercent
  }

  /// Records a movement, or answers that it may not be.
  mutating func take(_ movement: Movement, order: Int) -> Bool {
    let (kind, count) = (movement.kind, movement.shares.units)
    switch kind {
    case .subscription:
      var debt = Debt(
        who: movement.member, count: count, price: count * nominal,
        premium: movement.more.premium.units,
        payments: [(movement.date, movement.amount.units)])
      let counts = isEnough(debt.paid, debt) ? start(movement.date) : nil
      let from = counts ?? movement.date
      let awaited = debts.values.filter { $0.counts == nil }.reduce(0) { $0 + $1.price }
      for day in days.filter({ $0 >= from }) + [from]
      where total(day) * nominal + awaited + debt.price > ceiling { return false }
      debt.counts = counts
      debts[order] = debt
      if let counts { issue(debt, order, counts, order) }
    case .payment:
      guard let subject = movement.more.subject.flatMap({ orders[$0] }), var debt = debts[subject],
        debt.paid < debt.all, debt.paid + movement.amount.units <= debt.all
      else { return false }
      if debt.counts != nil { debt.called = max(0, debt.called - movement.amount.units) }
      debt.payments.append((movement.date, movement.amount.units))
      if debt.counts == nil, isEnough(debt.paid, debt) {
        let counts = start(debt.payments.map(\.day).max() ?? movement.date)
        debt.counts = counts
        issue(debt, subject, counts, order)
      }
      debts[subject] = debt
    case .call:
      guard let subject = movement.more.subject.flatMap({ orders[$0] }), var debt = debts[subject],
        debt.counts != nil, movement.amount.units <= debt.all - debt.paid - debt.called
      else { return false }
      debt.called += movement.amount.units
      debts[subject] = debt
    case .repayment:
      guard let subject = movement.more.subject.flatMap({ orders[$0] }), let exit = exits[subject],
        exit.open > 0, movement.amount.units <= exit.open, exit.from <= movement.date
      else { return false }
      exits[subject]?.open -= movement.amount.units
    default: return move(movement, order)
    }
    orders[movement.reference] = order
    return true
  }

  private mutating func issue(_ debt: Debt, _ order: Int, _ day: Day, _ told: Int) {
    days.insert(day)
    for _ in 0..<debt.count {
      shares.append(Share(order: order, since: day, holders: [(day, debt.who, told * 1000)]))
    }
  }

  private mutating func move(_ movement: Movement, _ order: Int) -> Bool {
    let kind = movement.kind
    var all = free(movement.member, movement.date)
    let plain = all.prefix(Int(movement.shares.units)).map { shares[$0].order }.sorted()
    if kind == .transfer || kind == .gift || kind == .withdrawal {
      let latest = movement.date.adding(months: -terms.lockUpMonths)
      all.removeAll { terms.lockUpMonths > 0 && shares[$0].since > latest }
    }
    let going = all.prefix(Int(movement.shares.units))
    guard going.count == Int(movement.shares.units) else { return false }
    for index in going {
      if let debt = debts[shares[index].order], debt.paid < debt.all { return false }
    }
    let isExit = kind == .withdrawal || kind == .exclusion || kind == .death
    var from = movement.date.adding(days: 1)
    if isExit {
      from =
        movement.more.effect
        ?? (kind == .withdrawal ? movement.date.adding(months: terms.noticeMonths) : movement.date)
      if kind == .withdrawal, from < movement.date.adding(months: terms.noticeMonths) {
        return false
      }
      if from > movement.date, movement.amount > .zero { return false }
      for day in days.filter({ $0 >= from }) + [from]
      where (total(day) - movement.shares.units) * nominal < floor { return false }
      let price = movement.more.price?.units ?? movement.amount.units
      exits[order] = (movement.member, from, price - movement.amount.units)
    }
    days.insert(from)
    // Tranches that are written down arrive by order number, others as they left.
    let isWritten =
      terms.lots == .newestFirst || going.map { shares[$0].order }.sorted() != plain
    for (place, index) in going.enumerated() {
      let who = isExit ? nil : movement.counterparty
      shares[index].holders.append((from, who, order * 1000 + (isWritten ? 0 : place)))
    }
    orders[movement.reference] = order
    return true
  }
}
