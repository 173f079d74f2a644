public import Agreements
public import Bookings
import Production
public import Store
public import Units

/// The energy that counts, by site and day: what months were closed with, and what later turned out to
/// differ.
public struct SiteEnergy {
  private let dossier: Dossier
  private let page: BookReader

  /// The energy of the sites of a dossier, as a book knows it.
  public init(_ dossier: Dossier, _ page: BookReader) {
    self.dossier = dossier
    self.page = page
  }

  /// The days of a period, by site, as their months were or will be closed with them.
  ///
  /// A closed day is as it was before its adjustments: those count in months of their own.
  ///
  /// - Parameter stored: the readings of the period, when they are at hand.
  public func siteDays(over period: Period, _ stored: [StoredDay]? = nil) throws -> [SiteDay] {
    let adjusted = Dictionary(grouping: try page.adjustments()) { DayOfMeter($0.meter, $0.day) }
    return try (stored ?? page.meterDays(in: period)).compactMap { stored in
      let reading = stored.reading
      let later = adjusted[DayOfMeter(reading.meter, reading.day)] ?? []
      let energy = reading.energy - (try WattHours.sum(later.map(\.difference)))
      return siteDay(reading.meter, reading.day, energy)
    }
  }

  /// The days of a period and the adjustments that count in it, each at its true day.
  public func bookedDays(over period: Period) throws -> [SiteDay] {
    try siteDays(over: period)
      + page.adjustments().filter { period.contains($0.month.last) }.compactMap(siteDay)
  }

  /// The days of a period with all that was known of them once a month was closed.
  public func knownDays(over period: Period, through month: Month) throws -> [SiteDay] {
    try siteDays(over: period)
      + page.adjustments().filter { $0.month <= month && period.contains($0.day) }
      .compactMap(siteDay)
  }

  /// An adjustment at its true day, when its meter counts.
  public func siteDay(_ adjustment: Adjustment) -> SiteDay? {
    siteDay(adjustment.meter, adjustment.day, adjustment.difference)
  }

  private func siteDay(_ meter: String, _ day: Day, _ energy: WattHours) -> SiteDay? {
    guard let meter = dossier.meters[meter], meter.counts, meter.service.contains(day)
    else { return nil }
    return SiteDay(site: meter.site, day: day, energy: energy)
  }
}

private struct DayOfMeter: Hashable {
  let meter: String
  let day: Day

  init(_ meter: String, _ day: Day) {
    self.meter = meter
    self.day = day
  }
}

extension ContractSales {
  /// The sales of a contract, as a book knows them.
  public init(
    _ contract: PurchaseContract, _ dossier: Dossier, _ page: BookReader, _ closedThrough: Day?
  ) throws {
    let energy = SiteEnergy(dossier, page)
    self.init(
      contract, balance: try page.accrued(on: "418100", contract: contract.id).balance,
      invoiced: try page.invoicedPeriods(of: contract.id), closedThrough: closedThrough
    ) { period in
      try energy.knownDays(
        over: period, through: closedThrough?.month ?? (period.last ?? period.first).month)
    }
  }
}
