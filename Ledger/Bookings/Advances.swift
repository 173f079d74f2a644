public import Agreements
public import Journal
public import Units

/// A day on which a member lent more, or was paid back.
public struct PrincipalChange: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What was lent, below zero for what was paid back.
  public let amount: Cents

  /// A change.
  public init(day: Day, amount: Cents) {
    self.day = day
    self.amount = amount
  }
}

extension Advance {
  /// The interest earned from the first day to the end of a day, rounded once.
  ///
  /// Money bears interest on each day at whose end it stands; what the member owes bears none.
  ///
  /// - Parameter rate: another rate than the agreed one, such as the one the law caps it at.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(days).
  public func interest(
    through day: Day, _ changes: [PrincipalChange], at rate: Ratio? = nil
  ) throws(UnitRefusal) -> Cents {
    let end = min(day, last ?? day)
    guard end >= first else { return .zero }
    let byDay = Dictionary(grouping: changes, by: \.day)
    var balance = changes.filter { $0.day < first }.reduce(Cents.zero) { $0 + $1.amount }
    var sums: [Int64: Int128] = [:]
    for day in Period(first: first, last: end).days {
      for change in byDay[day] ?? [] { balance += change.amount }
      let weight = weight(of: day)
      sums[weight.ofYear, default: 0] += Int128(max(.zero, balance).units) * Int128(weight.days)
    }
    return try Advance.interest(sums, at: rate ?? self.rate)
  }

  /// Σ balance × days / year × rate, exact until the last step, a half away from zero.
  private static func interest(
    _ sums: [Int64: Int128], at rate: Ratio
  ) throws(UnitRefusal) -> Cents {
    let years = sums.keys.reduce(Int128(1)) { $0 * Int128($1) }
    var numerator: Int128 = 0
    for (year, sum) in sums { numerator += sum * (years / Int128(year)) }
    let (exact, isOver) = numerator.multipliedReportingOverflow(by: Int128(rate.numerator))
    let (whole, isOverToo) = years.multipliedReportingOverflow(by: Int128(rate.denominator))
    guard !isOver, !isOverToo else { throw .sumIsTooLarge }
    guard let cents = Int64(exactly: Rounding.halfAwayFromZero.quotient(exact, whole)) else {
      throw .sumIsTooLarge
    }
    return Cents(cents)
  }
}

extension Accrual {
  /// The interest of a month on what a member lent, as the difference of two running totals: months
  /// sum to the whole exactly.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func interest(
    _ advance: Advance, _ changes: [PrincipalChange], in month: Month
  ) throws(UnitRefusal) -> Cents {
    try advance.interest(through: month.last, changes)
      - advance.interest(through: month.first.previous, changes)
  }

  /// The entry of a month's interest; nothing when there is none.
  public static func advance(
    _ advance: Advance, _ interest: Cents, in month: Month
  ) -> DraftEntry? {
    guard interest != .zero else { return nil }
    let analysis = Analysis(auxiliary: "member:\(advance.member)", contract: advance.id)
    return entry(
      month, "advance", advance.id, journal: .miscellaneous,
      label: Labels.advance(advance.id, month),
      [
        .debit(advance.nature.charge, interest, Analysis(contract: advance.id)),
        .credit(advance.nature.accrued, interest, analysis),
      ])
  }
}
