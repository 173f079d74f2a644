public import Units

/// What an invoice says against what was accrued for its days: Σ accruals + true-up = invoice.
public struct TrueUp: Hashable, Sendable {
  /// What the invoice bills for energy, before VAT.
  public let invoiced: Cents
  /// The energy it bills.
  public let invoicedEnergy: WattHours
  /// What closed months accrued for its days.
  public let accrued: Cents
  /// What its days earn that no closing has accrued yet, at the contract's price.
  public let pending: Cents
  /// The energy of all its days, as our meters tell it.
  public let measured: WattHours

  /// An invoice against what was accrued.
  public init(
    invoiced: Cents, invoicedEnergy: WattHours, accrued: Cents, pending: Cents, measured: WattHours
  ) {
    self.invoiced = invoiced
    self.invoicedEnergy = invoicedEnergy
    self.accrued = accrued
    self.pending = pending
    self.measured = measured
  }

  /// What the invoice has more than was expected.
  public var difference: Cents { invoiced - accrued - pending }

  /// The part of it that comes from the kilowatt-hours: theirs less ours, at our average price.
  ///
  /// The rest, ``byPrice``, comes from the price and its roundings, so that the two sum exactly.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func byEnergy() throws(UnitRefusal) -> Cents {
    guard measured > .zero else { return .zero }
    let exact = Rounding.halfAwayFromZero.quotient(
      Int128((accrued + pending).units) * Int128((invoicedEnergy - measured).units),
      Int128(measured.units))
    guard let cents = Int64(exactly: exact) else { throw .sumIsTooLarge }
    return Cents(cents)
  }

  /// The part of the difference that comes from the price.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func byPrice() throws(UnitRefusal) -> Cents { difference - (try byEnergy()) }
}

/// What becomes of a charge that covers some days: what was accrued of it, what is of now, and what is of
/// later months.
public struct ChargeSplit: Hashable, Sendable {
  /// The account charged.
  public let account: String
  /// The site, if it is about one.
  public let site: String?
  /// The contract, if it falls under one.
  public let contract: String?
  /// What closed months accrued of it.
  public let accrued: Cents
  /// What is charged at once.
  public let charged: Cents
  /// What is paid in advance.
  public let prepaid: Cents
  /// The days over which the advance is used up, from the month of the entry on.
  public let days: Period?

  /// Splits an amount by days.
  ///
  /// What falls before the month of the entry trues up the accruals; what falls on it and later is charged
  /// at once when it ends with that month, else set apart and charged month by month.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG, functioning of accounts 408 and 486.
  public init(
    _ amount: Cents, account: String, site: String?, contract: String?, accrued: Cents,
    over period: Period?, in month: Month
  ) throws(UnitRefusal) {
    self.account = account
    self.site = site
    self.contract = contract
    self.accrued = accrued
    guard let period, let last = period.last, let length = period.length, last > month.last else {
      charged = amount - accrued
      prepaid = .zero
      days = nil
      return
    }
    let first = max(period.first, month.first)
    let past = try Ratio(Int64(period.first.days(until: first)), Int64(length))
      .of(amount, .halfAwayFromZero)
    charged = past - accrued
    prepaid = amount - past
    days = Period(first: first, last: last)
  }

  /// A split read back.
  public init(
    account: String, site: String?, contract: String?, accrued: Cents, charged: Cents,
    prepaid: Cents, days: Period?
  ) {
    self.account = account
    self.site = site
    self.contract = contract
    self.accrued = accrued
    self.charged = charged
    self.prepaid = prepaid
    self.days = days
  }

  /// What of the advance a month uses up: the months sum to it exactly.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public func used(in month: Month) throws(UnitRefusal) -> Cents {
    try used(through: month.last) - used(through: month.first.previous)
  }

  private func used(through day: Day) throws(UnitRefusal) -> Cents {
    guard let days, let last = days.last, let length = days.length, day >= days.first else {
      return .zero
    }
    let elapsed = days.first.days(until: min(day, last)) + 1
    return try Ratio(Int64(elapsed), Int64(length)).of(prepaid, .halfAwayFromZero)
  }
}
