public import Agreements
public import Journal
public import Units

/// One instalment of a loan.
public struct Instalment: Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The day it falls due.
  public let due: Day
  /// What it pays back.
  public let principal: Cents
  /// What it pays for.
  public let interest: Cents
  /// What is paid in all.
  public var total: Cents { principal + interest }
}

extension Loan {
  /// The amortisation table: constant instalments, the last one taking up the roundings, so that
  /// the repayments sum to the principal exactly.
  ///
  /// Interest is rounded to the cent each time.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(n) in the number of instalments.
  /// - Source: the annuity formula A = P·i / (1 − (1 + i)^−n), i a twelfth of the yearly rate.
  public func schedule() throws(UnitRefusal) -> [Instalment] {
    let annuity = try constantInstalment()
    var balance = principal
    var previous = drawn
    var table: [Instalment] = []
    for number in 1...instalments {
      let due = firstDue.adding(months: number - 1)
      // The first stretch may be broken; the others are a month, a twelfth of a year.
      let days = number == 1 ? Accrual.days360(from: previous, to: due) : 30
      let yearly = Ratio(rate.numerator, rate.denominator * 360)
      let interest = Cents(
        try yearly.of(balance.units * Int64(days), .halfAwayFromZero))
      let repaid = number == instalments ? balance : min(balance, annuity - interest)
      table.append(Instalment(number: number, due: due, principal: repaid, interest: interest))
      balance -= repaid
      previous = due
    }
    return table
  }

  /// The constant instalment, in fixed point with fifteen decimals.
  private func constantInstalment() throws(UnitRefusal) -> Cents {
    let one: Int128 = 1_000_000_000_000_000
    let monthly = one * Int128(rate.numerator) / (Int128(rate.denominator) * 12)
    guard monthly > 0 else {
      return try Ratio(1, Int64(instalments)).of(principal, .halfAwayFromZero)
    }
    var growth = one
    for _ in 0..<instalments { growth = growth * (one + monthly) / one }
    // A = P·i·g / (g − 1), with g = (1 + i)^n.
    let factor = monthly * growth / (growth - one)
    let exact = Rounding.halfAwayFromZero.quotient(Int128(principal.units) * factor, one)
    guard let cents = Int64(exactly: exact) else { throw .sumIsTooLarge }
    return Cents(cents)
  }

  /// The interest earned by the lender up to the end of a day.
  func interest(through day: Day, _ schedule: [Instalment]) throws(UnitRefusal) -> Cents {
    var earned = Cents.zero
    var previous = drawn
    for instalment in schedule {
      guard instalment.due > day else {
        earned += instalment.interest
        previous = instalment.due
        continue
      }
      let length = Accrual.days360(from: previous, to: instalment.due)
      let elapsed = max(0, Accrual.days360(from: previous, to: day.next))
      return earned
        + (try Accrual.stretch(
          of: instalment.interest, from: 0, to: elapsed, outOf: max(length, 1)))
    }
    return earned
  }
}

extension Accrual {
  /// The entries of a loan in a month: interest accrued (66116 to 1648), and each instalment that
  /// falls due (164 and 1648 to the bank).
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func loan(_ loan: Loan, in month: Month) throws(UnitRefusal) -> [DraftEntry] {
    let schedule = try loan.schedule()
    let lender = Analysis(auxiliary: "loan:\(loan.id)", contract: loan.id)
    var entries = instalments(of: loan, schedule, in: month)
    let before = try loan.interest(through: month.first.previous, schedule)
    let accrued = try loan.interest(through: month.last, schedule) - before
    if accrued != .zero {
      entries.append(
        entry(
          month, "interest", loan.id, journal: .miscellaneous,
          label: Labels.interest(loan.id, month),
          [.debit("661160", accrued, lender), .credit("164800", accrued, lender)]))
    }
    return entries
  }

  /// The entries of the instalments that fall due in a month, as its closing writes them.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func instalments(
    of loan: Loan, in month: Month
  ) throws(UnitRefusal) -> [DraftEntry] {
    instalments(of: loan, try loan.schedule(), in: month)
  }

  private static func instalments(
    of loan: Loan, _ schedule: [Instalment], in month: Month
  ) -> [DraftEntry] {
    let lender = Analysis(auxiliary: "loan:\(loan.id)", contract: loan.id)
    return schedule.filter { month.period.contains($0.due) }.map { instalment in
      entry(
        month, "instalment", loan.id, journal: .bank,
        label: Labels.instalment(loan.id, number: instalment.number), on: instalment.due,
        [
          .debit("164000", instalment.principal, lender),
          .debit("164800", instalment.interest, lender),
          .credit("512100", instalment.total),
        ].filter { $0.amount > 0 })
    }
  }
}
