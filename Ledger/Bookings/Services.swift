public import Agreements
public import Journal
public import Units

extension Accrual {
  /// What a month uses of a service, the days that an invoice covers left out: running sums of each year
  /// of the contract, so that its months sum to it exactly.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func service(
    _ service: ServiceContract, in month: Month, except invoiced: [Period]
  ) throws(UnitRefusal) -> Cents {
    var total = Cents.zero
    let runs = Period.runs(
      of: month.period, in: service.term, month.period, except: invoiced)
    for run in runs {
      var day = run.first
      while let end = run.last, day <= end {
        let year = service.term.year(containing: day)
        let last = min(end, year.last ?? end)
        total += try Portion(
          of: service.yearly, from: year.first.days(until: day),
          to: year.first.days(until: last) + 1, outOf: year.length ?? 365
        ).amount()
        day = last.next
      }
    }
    return total
  }

  /// The accrual of a service not invoiced yet: its charge to 4081.
  ///
  /// - Source: PCG, functioning of account 408.
  public static func service(
    _ service: ServiceContract, _ amount: Cents, in month: Month
  ) -> DraftEntry? {
    guard amount != .zero else { return nil }
    return entry(
      month, "service", service.id, journal: .purchases,
      label: Labels.service(service.id, month),
      [
        .debit(service.account, amount, Analysis(site: service.site, contract: service.id)),
        .credit(
          "408100", amount,
          Analysis(
            auxiliary: "supplier:\(service.supplier)", site: service.site, contract: service.id)),
      ])
  }

  /// The part of a month's charge that falls on the days no invoice covers.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func uninvoiced(
    _ amount: Cents, of term: Period, in month: Month, except invoiced: [Period]
  ) throws(UnitRefusal) -> Cents {
    guard !invoiced.isEmpty, let days = term.overlap(month.period), let length = days.length else {
      return amount
    }
    let left = Period.runs(of: days, in: days, days, except: invoiced)
      .reduce(0) { $0 + ($1.length ?? 0) }
    return try Ratio(Int64(left), Int64(length)).of(amount, .halfAwayFromZero)
  }
}
