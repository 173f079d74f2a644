public import Units

/// How often the electricity of a contract is invoiced.
///
/// - Source: terms of the obliged buyer for contracts S17 and S21.
public enum Billing: String, Hashable, Sendable, CaseIterable {
  /// Once a year, at the anniversary: below 36 kWc.
  case yearly
  /// Twice a year: from 36 to 100 kWc.
  case halfYearly = "half-yearly"
  /// Every month: above 100 kWc.
  case monthly

  /// What plants of a peak power are billed by, when the contract says nothing.
  public init(peakWatts: Int64) {
    self = peakWatts < 36_000 ? .yearly : peakWatts <= 100_000 ? .halfYearly : .monthly
  }

  /// The months from one invoice to the next.
  public var months: Int {
    switch self {
    case .yearly: 12
    case .halfYearly: 6
    case .monthly: 1
    }
  }
}

extension PurchaseContract {
  /// How often it is invoiced: as it says, else by its peak power; yearly while that is unknown.
  public var billed: Billing { billing ?? Billing(peakWatts: ratedWatts ?? 0) }

  /// The periods that are invoiced, from the contract's first day through those that begin by a day.
  ///
  /// Each begins on an anniversary of the contract's first day, or so many months after one; a day the
  /// month lacks becomes its last: a contract of 29 February has its anniversary on the 28th of other years.
  /// - Complexity: O(periods).
  public func billingPeriods(through day: Day) -> [Period] {
    var periods: [Period] = []
    var number = 0
    while true {
      let first = term.first.adding(months: number * billed.months)
      guard first <= day, term.contains(first) else { return periods }
      let last = term.first.adding(months: (number + 1) * billed.months).previous
      periods.append(Period(first: first, last: min(last, term.last ?? last)))
      number += 1
    }
  }

  /// The energy that a year of the contract pays at its price, or nothing without a cap.
  public var capEnergy: WattHours? {
    guard let hours = annualCapHours, let watts = ratedWatts else { return nil }
    return Int64(exactly: Int128(hours) * Int128(watts)).map(WattHours.init)
  }
}
