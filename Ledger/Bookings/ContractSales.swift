public import Agreements
public import Units

/// What the days of a contract earned, as closings accrued them and as they would be accrued.
public struct ContractSales {
  /// The contract.
  public let contract: PurchaseContract
  private let balance: Cents
  private let invoiced: [Period]
  private let closedThrough: Day?
  private let days: (Period) throws -> [SiteDay]

  /// The sales of a contract.
  ///
  /// - Parameters:
  ///   - balance: what stands on 4181 under it.
  ///   - invoiced: the days that invoices took in.
  ///   - closedThrough: the last closed day.
  ///   - days: the energy of days, closed ones with all that is booked of them.
  public init(
    _ contract: PurchaseContract, balance: Cents, invoiced: [Period], closedThrough: Day?,
    days: @escaping (Period) throws -> [SiteDay]
  ) {
    self.contract = contract
    self.balance = balance
    self.invoiced = invoiced
    self.closedThrough = closedThrough
    self.days = days
  }

  /// What closed months accrued for the days not invoiced yet, through the last of some.
  ///
  /// It is what stands on 4181 less what the closed days after them earned, so that an invoice leaves
  /// there exactly what the next one will find.
  public func accrued(through period: Period) throws -> Cents {
    guard let last = period.last, let closedThrough, last < closedThrough else { return balance }
    return try balance - earned(from: last.next, through: closedThrough)
  }

  /// What the days of a period earn that no closing has accrued yet.
  public func pending(in period: Period) throws -> Cents {
    let open = closedThrough?.next ?? period.first
    guard let last = period.last, open <= last else { return .zero }
    return try earned(from: max(open, period.first), through: last)
  }

  /// The lines an invoice of a period should have.
  public func expected(_ period: Period) throws -> [SaleLine] {
    guard let last = period.last else { return [] }
    let first = max(period.first, contract.term.first)
    let year = contract.term.year(containing: first).first
    let known = try days(from: year, through: last)
    let before = try WattHours.sum(
      contract.portion(of: known.filter { $0.day < first }).map(\.energy))
    return try Accrual.sales(
      contract, known.filter { $0.day >= first }, before: before, over: period)
  }

  /// The energy the meters tell of a period.
  public func energy(over period: Period) throws -> WattHours {
    guard let last = period.last else { return .zero }
    return try WattHours.sum(
      contract.portion(of: days(from: period.first, through: last)).map(\.energy))
  }

  /// What days earn that no invoice took in, month by month.
  private func earned(from first: Day, through last: Day) throws -> Cents {
    guard contract.term.contains(first) else { return .zero }
    let year = contract.term.year(containing: first).first
    let left =
      year < first ? invoiced + [Period(first: year, last: first.previous)] : invoiced
    let fixed = try Accrual.fixedTerm(
      contract, over: Period(first: first, last: last), except: invoiced)
    return try Accrual.salesByMonth(contract, days(from: year, through: last), except: left)
      + Cents.sum(fixed.map(\.amount))
  }

  private func days(from first: Day, through last: Day) throws -> [SiteDay] {
    try days(Period(first: min(first, last), last: last))
      .filter { $0.site == contract.site && contract.term.contains($0.day) }
  }
}
