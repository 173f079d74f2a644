public import Agreements
public import Journal
public import Units

extension Accrual {
  /// The rent of a month for a convention, to the cent.
  ///
  /// It is what is due through the month's last day less what was due before its first, year by year
  /// of the convention, so that the months of a year sum to the year's rent exactly, and floor and
  /// cap hold over the year and not over each month.
  /// - Parameter sales: the site's sales over some days; asked only for a part of the sales.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``, and what `sales` throws.
  public static func rent(
    _ convention: Convention, _ site: Site, in month: Month, sales: (Period) throws -> Cents
  ) throws -> Cents {
    guard let days = convention.term.overlap(month.period), let last = days.last else {
      return .zero
    }
    var total = Cents.zero
    var start = days.first
    while start <= last {
      let year = convention.term.year(containing: start)
      let end = min(last, year.last ?? last)
      total += try due(convention.rent, site, year, through: end, sales)
      if start > year.first {
        total -= try due(convention.rent, site, year, through: start.previous, sales)
      }
      start = end.next
    }
    return total
  }

  /// What is due of a year of the convention through one of its days.
  private static func due(
    _ rent: Rent, _ site: Site, _ year: Period, through day: Day,
    _ sales: (Period) throws -> Cents
  ) throws -> Cents {
    let elapsed = year.first.days(until: day) + 1
    func byDays(_ yearly: Cents) throws(UnitRefusal) -> Cents {
      try stretch(of: yearly, from: 0, to: elapsed, outOf: year.length ?? 365)
    }
    switch rent {
    case .zero: return .zero
    case .fixed(let yearly): return try byDays(Cents(yearly))
    case .perKilowattPeak(let yearly):
      return try byDays(Ratio(site.peakWatts, 1000).of(Cents(yearly), .halfAwayFromZero))
    case .perSquareMetre(let yearly):
      return try byDays(Ratio(site.areaSquareMetres, 1).of(Cents(yearly), .halfAwayFromZero))
    case .percentageOfSales(let part, let floor, let cap):
      let share = try part.of(sales(Period(first: year.first, last: day)), .halfAwayFromZero)
      let raised = max(share, try floor.map(byDays) ?? share)
      return cap.map { min(raised, $0) } ?? raised
    }
  }

  /// The accrual of a roof rent: 6132 to 4081.
  ///
  /// - Source: PCG, functioning of account 408; art. 621-10 (result per concession).
  public static func rent(_ convention: Convention, _ amount: Cents, in month: Month)
    -> DraftEntry?
  {
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: convention.site, contract: convention.id)
    let owner = Analysis(
      auxiliary: "supplier:\(convention.owner)", site: convention.site, contract: convention.id)
    return entry(
      month, "rent", convention.id, journal: .purchases,
      label: Labels.rent(convention.id, month),
      [.debit("613200", amount, analysis), .credit("408100", amount, owner)])
  }
}
