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
  /// The energy that counts, as the book knows it.
  func energy(_ page: BookReader) -> SiteEnergy { SiteEnergy(cooperative.dossier, page) }

  /// The days of a period, by site, as their months were or will be closed with them.
  func siteDays(over period: Period, _ page: BookReader) throws -> [SiteDay] {
    try energy(page).siteDays(over: period, period == month.period ? readings : nil)
  }

  /// What closed months turned out to be, and this month takes in: by true month, earliest first.
  func corrections(_ page: BookReader) throws -> [CorrectedMonth] {
    let byMonth = Dictionary(grouping: adjustments, by: \.day.month)
    let earlier = try page.adjustments().filter { $0.month < month }
    let energy = energy(page)
    return try byMonth.sorted { $0.key < $1.key }.map { trueMonth, found in
      let known = earlier.filter { $0.day.month == trueMonth }.compactMap(energy.siteDay)
      return CorrectedMonth(
        before: try siteDays(over: trueMonth.period, page) + known,
        changes: found.compactMap(energy.siteDay))
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
    guard let counted = energy(page).siteDay(adjustment),
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

extension RecordedDay {
  fileprivate init(_ stored: StoredDay, site: String) {
    let reading = stored.reading
    self.init(
      site: site, meter: reading.meter, day: reading.day, energy: reading.energy,
      quality: reading.quality.rawValue, source: stored.source, firstLine: reading.firstLine,
      lastLine: reading.lastLine)
  }
}
