public import Agreements
public import Units

/// One instalment of a loan, or what is repaid before its time.
public struct Instalment: Hashable, Sendable {
  /// Its number, from 1; zero for what is repaid before its time.
  public let number: Int
  /// What is repaid before its time, by identifier.
  public let repayment: String?
  /// The day it falls due.
  public let due: Day
  /// What it pays back; below zero when interest joins the principal.
  public let principal: Cents
  /// What it pays for.
  public let interest: Cents
  /// The insurance paid with it.
  public let insurance: Cents
  /// What the lender takes for being repaid early.
  public let indemnity: Cents
  /// What is owed after it.
  public let left: Cents
  /// What is paid in all.
  public var total: Cents { principal + interest + insurance + indemnity }
  /// What bore its interest; nothing when none is paid with it.
  let stretches: [LoanStretch]
}

/// Days through which a loan bore interest on one balance.
struct LoanStretch: Hashable, Sendable {
  /// The first of them.
  let from: Day
  /// What was owed.
  let balance: Cents
}

extension Loan {
  /// The amortisation table, the last instalment taking up the roundings, so that what is repaid sums
  /// to the principal exactly, whatever the method.
  ///
  /// Interest is rounded to the cent each time. With 30/360 an interval is that many twelfths of a year,
  /// the first apart, which may be broken; with the others its days are counted. A broken first interval
  /// changes the interest of the first instalment, and what it pays with it, but no principal.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(n) in the number of instalments, n for each repayment that makes them smaller.
  /// - Source: the annuity A = B / Σ v, v the discount factors of the intervals; with even ones
  ///   A = B·i / (1 − (1 + i)^−n).
  public func schedule() throws(UnitRefusal) -> [Instalment] {
    var walk = LoanWalk(self)
    for number in 1...instalments where walk.balance > .zero {
      try walk.repay(before: number)
      try walk.pay(number)
    }
    return walk.table
  }

  /// What in the loan cannot be carried out: steps below the interest, repayments above what is left.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func faults() throws(UnitRefusal) -> [LoanRefusal] {
    let table = try schedule()
    var found: [LoanRefusal] = []
    for row in table where row.principal < .zero && row.number > deferred {
      found.append(
        .stepDoesNotPayInterest(
          loan: id, number: row.number, paid: row.principal + row.interest, interest: row.interest))
    }
    let carriedOut = Set(table.compactMap(\.repayment))
    for repayment in repayments where !carriedOut.contains(repayment.id) {
      let isWithin = drawn < repayment.day && repayment.day < due(instalments)
      let left = table.last { $0.due <= repayment.day }?.left ?? principal
      found.append(
        .repaymentDoesNotFit(
          loan: id, repayment.day, asked: repayment.principal, left: isWithin ? left : .zero))
    }
    return found
  }

  /// The loan as it stands at the end of a day: what is repaid afterwards is not known yet.
  func known(on day: Day) -> Loan {
    var loan = self
    loan.repayments = repayments.filter { $0.day <= day }
    return loan
  }

  /// The interest earned by the lender up to the end of a day.
  ///
  /// Within an interval it is spread by days and by what was owed; with its last day it is what the
  /// table says.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  func interest(through day: Day) throws(UnitRefusal) -> Cents {
    var earned = Cents.zero
    for row in try known(on: day).schedule() where !row.stretches.isEmpty {
      guard row.due > day else {
        earned += row.interest
        continue
      }
      let whole = weight(row.stretches, to: row.due)
      let elapsed = weight(row.stretches, to: min(day.next, row.due))
      guard whole > 0 else { return earned }
      let exact = Rounding.halfAwayFromZero.quotient(
        Int128(row.interest.units) * elapsed, whole)
      guard let part = Int64(exactly: exact) else { throw .sumIsTooLarge }
      return earned + Cents(part)
    }
    return earned
  }

  /// Balances times days of stretches, up to a day.
  private func weight(_ stretches: [LoanStretch], to end: Day) -> Int128 {
    var sum: Int128 = 0
    for (place, stretch) in stretches.enumerated() {
      let next = place + 1 < stretches.count ? stretches[place + 1].from : end
      guard stretch.from < min(next, end) else { continue }
      let days =
        dayCount == .thirty360
        ? Accrual.days360(from: stretch.from, to: min(next, end))
        : stretch.from.days(until: min(next, end))
      sum += Int128(stretch.balance.units) * Int128(max(0, days))
    }
    return sum
  }
}
