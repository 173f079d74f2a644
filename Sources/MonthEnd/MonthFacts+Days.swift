import Agreements
import Bookings
import Closing
import Intake
import Production
import Statements
import Store
import Units

/// The energy that counts: what months were closed with, and what later turned out to differ.
extension MonthFacts {
  /// The days of a period, by site, as their months were or will be closed with them.
  ///
  /// A closed day is as it was before its adjustments: those count in months of their own.
  func siteDays(over period: Period, _ page: BookReader) throws -> [SiteDay] {
    let stored = period == month.period ? readings : try page.meterDays(in: period)
    let adjusted = Dictionary(grouping: try page.adjustments()) { DayOfMeter($0.meter, $0.day) }
    return try stored.compactMap { stored in
      let reading = stored.reading
      let later = adjusted[DayOfMeter(reading.meter, reading.day)] ?? []
      let energy = reading.energy - (try WattHours.sum(later.map(\.difference)))
      return siteDay(reading.meter, reading.day, energy)
    }
  }

  /// The days of a period and the adjustments that count in it, each at its true day.
  func bookedDays(over period: Period, _ page: BookReader) throws -> [SiteDay] {
    try siteDays(over: period, page)
      + page.adjustments().filter { period.contains($0.month.last) }.compactMap(siteDay)
  }

  /// An adjustment at its true day, when its meter counts.
  func siteDay(_ adjustment: Adjustment) -> SiteDay? {
    siteDay(adjustment.meter, adjustment.day, adjustment.difference)
  }

  private func siteDay(_ meter: String, _ day: Day, _ energy: WattHours) -> SiteDay? {
    guard let meter = cooperative.dossier.meters[meter], meter.counts, meter.service.contains(day)
    else { return nil }
    return SiteDay(site: meter.site, day: day, energy: energy)
  }

  /// What closed months turned out to be, and this month takes in: by true month, earliest first.
  func corrections(_ page: BookReader) throws -> [CorrectedMonth] {
    let byMonth = Dictionary(grouping: adjustments, by: \.day.month)
    let earlier = try page.adjustments().filter { $0.month < month }
    return try byMonth.sorted { $0.key < $1.key }.map { trueMonth, found in
      let known = earlier.filter { $0.day.month == trueMonth }.compactMap(siteDay)
      return CorrectedMonth(
        before: try siteDays(over: trueMonth.period, page) + known,
        changes: found.compactMap(siteDay))
    }
  }

  /// The days that count, by site, meter and day, each with its source; then the adjustments.
  func recordedDays(_ page: BookReader) throws -> [RecordedDay] {
    let byMeter = Dictionary(grouping: readings, by: \.reading.meter)
    let days = open.countingMeters
      .sorted { ($0.site, $0.id) < ($1.site, $1.id) }
      .flatMap { meter in
        (byMeter[meter.id] ?? []).filter { meter.service.contains($0.reading.day) }
          .map { RecordedDay($0, site: meter.site) }
      }
    return days + (try adjustments.compactMap { try recorded($0, page) })
  }

  private func recorded(_ adjustment: Adjustment, _ page: BookReader) throws -> RecordedDay? {
    let day = Period(first: adjustment.day, last: adjustment.day)
    guard let counted = siteDay(adjustment),
      let version = try page.versions(in: day, of: adjustment.meter).first(where: {
        $0.stored.version == adjustment.version
      })
    else { return nil }
    return RecordedDay(
      site: counted.site, meter: adjustment.meter, day: adjustment.day,
      energy: adjustment.difference, quality: "adjustment", source: version.stored.source,
      firstLine: version.reading.firstLine, lastLine: version.reading.lastLine)
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

extension RecordedDay {
  fileprivate init(_ stored: StoredDay, site: String) {
    let reading = stored.reading
    self.init(
      site: site, meter: reading.meter, day: reading.day, energy: reading.energy,
      quality: reading.quality.rawValue, source: stored.source, firstLine: reading.firstLine,
      lastLine: reading.lastLine)
  }
}
