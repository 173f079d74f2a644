import Agreements
import Bookings
public import Closing
public import Intake
import Journal
public import Membership
import Production
import Statements
public import Store
public import Units

/// Everything the book knows that bears on a month's closing; nothing of it has been checked.
public struct MonthFacts {
  /// The month.
  public let month: Month
  /// What is in force on its last day.
  public let cooperative: Cooperative
  /// The share register.
  public let register: ShareRegister
  /// The readings of the month.
  public let readings: [StoredDay]
  /// The month as the checks see it.
  public let open: OpenMonth

  /// Gathers the facts of a month.
  ///
  /// - Complexity: O(readings of the month + movements of the register).
  public init(_ month: Month, _ page: BookReader) throws {
    self.month = month
    cooperative = try Cooperative(page, on: month.last)
    register = try page.shareRegister(cooperative.statutes)
    readings = try page.meterDays(in: month.period)
    let shareDays = register.shareDays(in: month.period).reduce(Int64(0)) { $0 + $1.weight }
    open = OpenMonth(
      month: month, dossier: cooperative.dossier, readings: MonthFacts.states(readings),
      shareDays: shareDays, hasRules: cooperative.rules != nil,
      energyOfYear: try MonthFacts.energyOfYear(cooperative.dossier, month, page),
      disagreeing: try MonthFacts.disagreeing(register, on: month.last, page),
      awaitedYear: try page.openYear(before: month.first)?.name,
      drafts: try page.drafts().filter { $0.entry.date <= month.last }.map(\.entry.key))
  }

  /// The energy of each capped contract since its last anniversary.
  private static func energyOfYear(
    _ dossier: Dossier, _ month: Month, _ page: BookReader
  ) throws -> [String: WattHours] {
    var energy: [String: WattHours] = [:]
    for contract in dossier.contracts.values where contract.annualCapHours != nil {
      guard let last = contract.term.overlap(month.period)?.last else { continue }
      let year = Period(first: contract.term.year(containing: last).first, last: last)
      for meter in dossier.meters.values where meter.counts && meter.site == contract.site {
        guard let days = meter.service.overlap(year) else { continue }
        energy[contract.id, default: .zero] += try page.energy(of: meter.id, in: days)
      }
    }
    return energy
  }

  /// The accounts whose balance on a day is not what the share register says: the capital of each
  /// college, and the shares held.
  private static func disagreeing(
    _ register: ShareRegister, on day: Day, _ page: BookReader
  ) throws -> [String] {
    var expected: [String: Int64] = ["902000": register.totalShares(on: day).units]
    for holder in register.holders(on: day) {
      let account = register.statutes.college(holder.college, on: day)?.capitalAccount ?? ""
      expected[account, default: 0] -= holder.capital.units
    }
    let first = try page.firstFiscalYear()?.first ?? day
    for line in try page.accounts(over: Period(first: first, last: day)) {
      guard line.account.hasPrefix("101") || line.account == "902000" else { continue }
      // What of a college's capital is not paid stands on 1011 or 1012 in place of 1013.
      let isUnpaid = line.account.hasPrefix("1011") || line.account.hasPrefix("1012")
      let account = isUnpaid ? "1013" + line.account.suffix(2) : line.account
      expected[account, default: 0] -= line.closing
    }
    return expected.filter { $0.value != 0 }.keys.sorted()
  }

  private static func states(_ readings: [StoredDay]) -> [String: [Day: OpenMonth.DayState]] {
    var states: [String: [Day: OpenMonth.DayState]] = [:]
    for stored in readings {
      let reading = stored.reading
      let state: OpenMonth.DayState =
        switch reading.quality {
        case .measured, .estimated: .complete
        case .incomplete: .incomplete
        case .held: .held
        }
      states[reading.meter, default: [:]][reading.day] = state
    }
    return states
  }

  /// The energy that counts over some days, by site, as the book knows it.
  func siteDays(over period: Period, _ page: BookReader) throws -> [SiteDay] {
    let meters = cooperative.dossier.meters
    let stored = period == month.period ? readings : try page.meterDays(in: period)
    return stored.compactMap { stored in
      let reading = stored.reading
      guard let meter = meters[reading.meter], meter.counts, reading.quality != .held,
        meter.service.contains(reading.day)
      else { return nil }
      return SiteDay(site: meter.site, day: reading.day, energy: reading.energy)
    }
  }

  /// The days that count, by site, meter and day, each with its source.
  var recordedDays: [RecordedDay] {
    let byMeter = Dictionary(grouping: readings, by: \.reading.meter)
    return open.countingMeters
      .sorted { ($0.site, $0.id) < ($1.site, $1.id) }
      .flatMap { meter in
        (byMeter[meter.id] ?? []).filter { meter.service.contains($0.reading.day) }
          .map { RecordedDay($0, site: meter.site) }
      }
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

extension BookReader {
  /// Which month may be closed next.
  public func calendar() throws -> ClosingCalendar {
    guard let first = try firstFiscalYear()?.first.month else {
      throw IntakeRefusal.bookHasNoStatutes
    }
    return ClosingCalendar(first: first, lastClosed: try closings().last?.month)
  }
}
