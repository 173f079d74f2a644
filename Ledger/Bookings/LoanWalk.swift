import Agreements
import Units

/// A loan on its way from instalment to instalment.
struct LoanWalk {
  private(set) var table: [Instalment] = []
  private(set) var balance: Cents
  private let loan: Loan
  private var previous: Day
  private var stretches: [LoanStretch]
  /// The sum of an instalment, or its principal, once repaying began; reckoned anew when it becomes
  /// smaller.
  private var level: Cents?

  init(_ loan: Loan) {
    self.loan = loan
    balance = loan.principal
    previous = loan.drawn
    stretches = [LoanStretch(from: loan.drawn, balance: loan.principal)]
  }

  /// What is repaid before its time since the last instalment, up to the day before this one.
  mutating func repay(before number: Int) throws(UnitRefusal) {
    let due = loan.due(number)
    for repayment in loan.repayments where repayment.day >= previous && repayment.day < due {
      guard repayment.principal <= balance, repayment.day > loan.drawn else { continue }
      balance -= repayment.principal
      if repayment.effect == .smaller { level = nil }
      stretches.append(LoanStretch(from: repayment.day, balance: balance))
      // With the last of the principal its interest is paid.
      let isLast = balance == .zero
      table.append(
        Instalment(
          number: 0, repayment: repayment.id, due: repayment.day, principal: repayment.principal,
          interest: isLast ? try interest(to: repayment.day, isEven: false) : .zero,
          insurance: .zero, indemnity: repayment.indemnity, left: balance,
          stretches: isLast ? stretches : []))
      if isLast { return }
    }
  }

  /// The next instalment, while anything is owed.
  mutating func pay(_ number: Int) throws(UnitRefusal) {
    guard balance > .zero else { return }
    let due = loan.due(number)
    let interest = try interest(to: due, isEven: number > 1)
    let repaid = try principal(number, interest)
    balance -= repaid
    table.append(
      Instalment(
        number: number, repayment: nil, due: due, principal: repaid, interest: interest,
        insurance: loan.insurance, indemnity: .zero, left: balance, stretches: stretches))
    previous = due
    stretches = [LoanStretch(from: due, balance: balance)]
  }

  /// What an instalment pays back; below zero what it leaves unpaid of the interest.
  private mutating func principal(_ number: Int, _ interest: Cents) throws(UnitRefusal) -> Cents {
    if number <= loan.deferred { return loan.deferral == .total ? -interest : .zero }
    if number == loan.instalments { return balance }
    // A broken first interval changes no principal.
    let even = number == 1 ? try loan.evenInterest(on: balance) : interest
    switch loan.method {
    case .constantAnnuity:
      if level == nil { level = try loan.annuity(of: balance, from: number) }
      return min(balance, max(.zero, (level ?? balance) - even))
    case .constantCapital:
      let count = Int64(loan.instalments - number + 1)
      if level == nil { level = try Ratio(1, count).of(balance, .halfAwayFromZero) }
      return min(balance, level ?? balance)
    case .stepped:
      let sum = loan.steps.last { $0.from <= number }?.sum ?? .zero
      return min(balance, sum - even)
    }
  }

  /// The interest on what was owed since the last instalment, rounded once.
  private func interest(to end: Day, isEven: Bool) throws(UnitRefusal) -> Cents {
    var numerator: Int128 = 0
    var counted: Int64 = 0
    let whole = Int64(30 * loan.everyMonths)
    for (place, stretch) in stretches.enumerated() {
      let isLast = place + 1 == stretches.count
      var parts = loan.yearParts(from: stretch.from, to: isLast ? end : stretches[place + 1].from)
      // An even interval is so many months, whatever the days of its months.
      if loan.dayCount == .thirty360, isEven {
        parts = isLast ? whole - counted : min(parts, whole - counted)
      }
      counted += parts
      numerator += Int128(stretch.balance.units) * Int128(parts)
    }
    return try loan.interest(numerator)
  }
}

extension Loan {
  /// The parts that days are of a year, of which it has ``partsOfYear``.
  func yearParts(from start: Day, to end: Day) -> Int64 {
    switch dayCount {
    case .thirty360: return Int64(Accrual.days360(from: start, to: end))
    case .actual365, .actual360: return Int64(start.days(until: end))
    case .actualActual:
      // Days of leap years are 366ths, the others 365ths.
      var parts: Int64 = 0
      var day = start
      while day < end {
        let year = day.calendar.year
        let next = min(end, Month(year: year + 1, monthOfYear: 1).first)
        let isLeap = Month(year: year, monthOfYear: 2).length == 29
        parts += Int64(day.days(until: next)) * (isLeap ? 365 : 366)
        day = next
      }
      return parts
    }
  }

  /// How many parts a year has.
  var partsOfYear: Int64 {
    switch dayCount {
    case .thirty360, .actual360: 360
    case .actual365: 365
    case .actualActual: 365 * 366
    }
  }

  /// The parts of the interval that ends with an instalment, as if the first were not broken.
  private func evenParts(_ number: Int) -> Int64 {
    dayCount == .thirty360
      ? Int64(30 * everyMonths) : yearParts(from: due(number - 1), to: due(number))
  }

  /// The interest of the first interval, were it not broken.
  func evenInterest(on balance: Cents) throws(UnitRefusal) -> Cents {
    try interest(Int128(balance.units) * Int128(evenParts(1)))
  }

  /// The interest on a sum of balances times parts of a year, rounded.
  func interest(_ sum: Int128) throws(UnitRefusal) -> Cents {
    let (exact, isOver) = sum.multipliedReportingOverflow(by: Int128(rate.numerator))
    guard !isOver else { throw .sumIsTooLarge }
    let cents = Rounding.halfAwayFromZero.quotient(
      exact, Int128(rate.denominator) * Int128(partsOfYear))
    guard let units = Int64(exactly: cents) else { throw .sumIsTooLarge }
    return Cents(units)
  }

  /// The constant sum that repays a balance from an instalment on, in fixed point with sixteen decimals.
  func annuity(of balance: Cents, from first: Int) throws(UnitRefusal) -> Cents {
    let one: Int128 = 10_000_000_000_000_000
    let rounding = Rounding.halfAwayFromZero
    let year = Int128(rate.denominator) * Int128(partsOfYear)
    var factor = one
    var sum: Int128 = 0
    for number in first...instalments {
      let interest = rounding.quotient(
        one * Int128(rate.numerator) * Int128(evenParts(number)), year)
      factor = rounding.quotient(factor * one, one + interest)
      sum += factor
    }
    let exact = rounding.quotient(Int128(balance.units) * one, sum)
    guard let units = Int64(exactly: exact) else { throw .sumIsTooLarge }
    return Cents(units)
  }
}
