public import Agreements
public import Units

/// What bore interest and the part of it that is due: a balance, by rate and days of the year's base.
public struct InterestPart: Hashable, Sendable {
  /// What is owed, or the interest of the whole interval.
  public let whole: Cents
  /// The part of it.
  public let part: Ratio
  /// Whether it was accrued before the month, and is taken away.
  public let isBefore: Bool
}

extension Accrual {
  /// The interest of a month taken apart: of each interval what it bore through the month, less what it
  /// bore before it.
  ///
  /// By balance × rate × days / base, and by interest of the interval × days elapsed: the second is what is
  /// accrued, the first is the same but for a cent of rounding. Nothing where principal was repaid within
  /// the interval.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func interestParts(
    _ loan: Loan, in month: Month
  ) throws(UnitRefusal) -> (byBalance: [InterestPart], byInterval: [InterestPart]) {
    let before = month.first.previous
    var found: (byBalance: [InterestPart], byInterval: [InterestPart]) = ([], [])
    for row in try loan.known(on: month.last).schedule() {
      guard let stretch = row.stretches.first, row.due > before, stretch.from <= month.last else {
        continue
      }
      guard row.stretches.count == 1 else { return ([], []) }
      let whole = loan.daysOfInterest(from: stretch.from, to: row.due)
      guard whole > 0 else { continue }
      let parts = loan.parts(of: row, from: stretch.from)
      for (day, isBefore) in [(month.last, false), (before, true)] {
        let end = row.due <= day ? row.due : min(day.next, row.due)
        let elapsed = Int64(max(0, loan.daysOfInterest(from: stretch.from, to: end)))
        guard stretch.from <= day, elapsed > 0 else { continue }
        let part = Ratio(elapsed, Int64(whole))
        let yearly = Ratio(parts * elapsed, loan.partsOfYear * Int64(whole))
        found.byInterval.append(
          InterestPart(whole: row.interest, part: part, isBefore: isBefore))
        found.byBalance.append(
          InterestPart(
            whole: stretch.balance,
            part: Ratio(
              loan.rate.numerator * yearly.numerator, loan.rate.denominator * yearly.denominator),
            isBefore: isBefore))
      }
    }
    return found
  }
}

extension Loan {
  /// The days by which interest is spread over an interval.
  fileprivate func daysOfInterest(from start: Day, to end: Day) -> Int {
    dayCount == .thirty360 ? Accrual.days360(from: start, to: end) : start.days(until: end)
  }

  /// The parts of a year that an interval has: with 30/360 so many months, but for the first.
  fileprivate func parts(of row: Instalment, from start: Day) -> Int64 {
    dayCount == .thirty360 && row.number > 1
      ? Int64(30 * everyMonths) : yearParts(from: start, to: row.due)
  }
}
