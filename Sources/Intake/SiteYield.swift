public import Agreements
import Production
public import Store
public import Units

/// What a site gave over some days, beside what it should have given.
public struct SiteYield: Hashable, Sendable {
  /// The site.
  public let site: Site
  /// The days.
  public let period: Period
  /// The energy of the meters that count.
  public let energy: WattHours
  /// What the yield study expects, or nothing without one.
  public let target: WattHours?
  /// How much of the meters' days is covered, in seconds.
  public let coveredSeconds: Int64
  /// How long the meters' days are, in seconds.
  public let expectedSeconds: Int64
  /// The days of meters that are whole.
  public let wholeDays: Int
  /// The days of meters.
  public let days: Int

  /// The energy a kilowatt of peak power, in watt-hours, rounded to the nearest.
  public var specificYield: WattHours {
    let part = Rounding.halfToEven.quotient(Int128(energy.units) * 1_000, Int128(site.peakWatts))
    return WattHours(Int64(clamping: part))
  }
}

/// Days of a meter on which its energy is not known whole.
public struct Gap: Hashable, Sendable {
  /// What is wrong with them.
  public enum Kind: String, Sendable, CaseIterable {
    /// No file tells of them.
    case missing
    /// A file tells part of them.
    case incomplete
    /// A value waits for a decision.
    case waiting
  }

  /// The meter.
  public let meter: String
  /// What is wrong.
  public let kind: Kind
  /// The days.
  public let days: [Day]
}

/// The readings of a period beside the meters that should have given them.
public struct ProductionView {
  private let meters: [Meter]
  private let sites: [String: Site]
  private let readings: [String: [Day: MeterDay]]
  private let waiting: Set<String>
  private let period: Period
  private let last: Day

  /// Reads a period, as known at an instant; nothing is expected of today or later.
  ///
  /// - Complexity: O(days of meters).
  public init(
    _ page: BookReader, over period: Period, today: Day, knownAt instant: Instant? = nil
  ) throws {
    let last = min(period.last ?? today.previous, today.previous)
    let dossier = try Cooperative(page, on: max(last, period.first)).dossier
    meters = dossier.meters.values.sorted { $0.id < $1.id }
    sites = dossier.sites
    readings = Dictionary(
      grouping: try page.meterDays(in: period, knownAt: instant).map(\.reading), by: \.meter
    ).mapValues { days in
      Dictionary(days.map { ($0.day, $0) }) { first, _ in first }
    }
    waiting = Set(try page.waitingDays().map { "\($0.meter) \($0.day)" })
    self.period = period
    self.last = last
  }

  /// Each site over the whole period, or month by month, in order of site.
  public func yields(byMonth: Bool) -> [SiteYield] {
    let parts = byMonth ? months : [period]
    return sites.values.sorted { $0.id < $1.id }.flatMap { site in
      parts.map { yield(site, over: $0) }
    }.filter { $0.days > 0 || $0.energy != .zero }
  }

  /// The days of meters that count which are not known whole, by meter.
  public func gaps() -> [Gap] {
    meters.filter(\.counts).flatMap { meter -> [Gap] in
      var found: [Gap.Kind: [Day]] = [:]
      for day in expected(meter, period) {
        if waiting.contains("\(meter.id) \(day)") {
          found[.waiting, default: []].append(day)
        } else if let reading = readings[meter.id]?[day] {
          if !reading.isComplete { found[.incomplete, default: []].append(day) }
        } else {
          found[.missing, default: []].append(day)
        }
      }
      return Gap.Kind.allCases.compactMap { kind in
        found[kind].map { Gap(meter: meter.id, kind: kind, days: $0) }
      }
    }
  }

  private var months: [Period] {
    var months: [Period] = []
    var month = period.first.month
    while month.first <= last {
      if let part = month.period.overlap(period) { months.append(part) }
      month = month.next
    }
    return months
  }

  private func expected(_ meter: Meter, _ period: Period) -> [Day] {
    guard let service = meter.service.overlap(period), service.first <= last else { return [] }
    return Period(first: service.first, last: min(service.last ?? last, last)).days
  }

  private func yield(_ site: Site, over period: Period) -> SiteYield {
    var (energy, covered, length) = (WattHours.zero, Int64(0), Int64(0))
    var (whole, count) = (0, 0)
    for meter in meters where meter.counts && meter.site == site.id {
      for day in expected(meter, period) {
        count += 1
        length += ParisTime.length(of: day)
        guard let reading = readings[meter.id]?[day], reading.quality != .held else { continue }
        energy += reading.energy
        covered += reading.coveredSeconds
        if reading.isComplete { whole += 1 }
      }
    }
    let end = min(period.last ?? last, last)
    let target =
      period.first <= end ? site.yieldStudy?.energy(over: period, through: end) : nil
    return SiteYield(
      site: site, period: period, energy: energy, target: target, coveredSeconds: covered,
      expectedSeconds: length, wholeDays: whole, days: count)
  }
}
