public import Agreements
public import Journal
public import Units

/// What the book holds of a convention since its last anniversary, before the month at hand.
public struct RentHistory: Hashable, Sendable {
  /// The sales of the site.
  public let sales: Cents
  /// The rent booked.
  public let rent: Cents

  /// Sales and rent booked so far in the convention's year.
  public init(sales: Cents, rent: Cents) {
    self.sales = sales
    self.rent = rent
  }
}

extension Convention {
  /// The convention's year that a day lies in: from one anniversary to the day before the next.
  public func year(containing day: Day) -> Period {
    let months = term.first.month.months(until: day.month)
    var start = term.first.adding(months: months - months % 12)
    if start > day { start = term.first.adding(months: months - months % 12 - 12) }
    let years = term.first.month.months(until: start.month)
    return Period(first: start, last: term.first.adding(months: years + 12).previous)
  }
}

extension Accrual {
  /// The rent of a month for a convention, to the cent; the months of a convention's year sum to
  /// the year's rent exactly.
  ///
  /// - Parameters:
  ///   - sales: the site's sales of the month.
  ///   - history: what was booked earlier in the convention's year.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func rent(
    _ convention: Convention, _ site: Site, in month: Month, sales: Cents, history: RentHistory
  ) throws(UnitRefusal) -> Cents {
    guard let days = convention.term.overlap(month.period), let last = days.last else {
      return .zero
    }
    switch convention.rent {
    case .zero: return .zero
    case .fixed(let yearly): return try daily(Cents(yearly), convention, days.first, last)
    case .perKilowattPeak(let yearly):
      let amount = try Ratio(site.peakWatts, 1000).of(Cents(yearly), .halfAwayFromZero)
      return try daily(amount, convention, days.first, last)
    case .perSquareMetre(let yearly):
      return try daily(
        Cents(yearly * site.areaSquareMetres), convention, days.first, last)
    case .percentageOfSales(let part, let floor, let cap):
      let year = convention.year(containing: last)
      let length = year.length ?? 365
      let elapsed = year.first.days(until: last) + 1
      var due = try part.of(history.sales + sales, .halfAwayFromZero)
      if let floor {
        due = max(due, try stretch(of: floor, from: 0, to: elapsed, outOf: length))
      }
      if let cap { due = min(due, cap) }
      return due - history.rent
    }
  }

  /// A yearly amount by days, cut at the convention's anniversary.
  private static func daily(
    _ yearly: Cents, _ convention: Convention, _ first: Day, _ last: Day
  ) throws(UnitRefusal) -> Cents {
    var total = Cents.zero
    var start = first
    while start <= last {
      let year = convention.year(containing: start)
      let end = min(last, year.last ?? last)
      total += try stretch(
        of: yearly, from: year.first.days(until: start), to: year.first.days(until: end) + 1,
        outOf: year.length ?? 365)
      start = end.next
    }
    return total
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
