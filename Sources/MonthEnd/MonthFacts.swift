import Agreements
import Bank
import Bookings
public import Closing
public import Intake
import Journal
public import Membership
import Production
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
  /// What days of closed months turned out to be, and that counts in this month.
  public let adjustments: [Adjustment]
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
    adjustments = try page.adjustments(countedIn: month...month)
    let shareDays = register.shareDays(in: month.period).reduce(Int64(0)) { $0 + $1.weight }
    open = OpenMonth(
      month: month, dossier: cooperative.dossier, readings: try MonthFacts.states(readings, page),
      shareDays: shareDays, hasRules: cooperative.rules != nil,
      energyOfYear: try MonthFacts.energyOfYear(cooperative.dossier, month, page),
      energyOfDay: try MonthFacts.energyOfDay(cooperative.dossier, month, readings, page),
      disagreeing: try MonthFacts.disagreeing(register, on: month.last, page),
      awaitedYear: try page.openYear(before: month.first)?.name,
      drafts: try page.drafts().filter { $0.entry.date <= month.last }.map(\.entry.key),
      bank: try MonthFacts.bank(page, through: month.last))
  }

  /// What the bank said of each account that ever had a statement.
  private static func bank(
    _ page: BookReader, through day: Day
  ) throws -> [OpenMonth.BankState] {
    let told = Dictionary(grouping: try page.bankStatements(), by: \.account)
      .compactMapValues { $0.map(\.closedOn).max() }
    guard !told.isEmpty else { return [] }
    let unmatched = Dictionary(
      grouping: try page.bankLines(through: day, unmatched: true), by: \.account)
    return told.sorted { $0.key < $1.key }.map { account, last in
      OpenMonth.BankState(
        account: account, toldThrough: last,
        unmatched: (unmatched[account] ?? []).map(\.line.booked))
    }
  }

  /// The energy of each capped contract since its last anniversary.
  private static func energyOfYear(
    _ dossier: Dossier, _ month: Month, _ page: BookReader
  ) throws -> [String: WattHours] {
    var energy: [String: WattHours] = [:]
    for contract in dossier.contracts.values where contract.annualCapHours != nil {
      guard let last = contract.term.overlap(month.period)?.last else { continue }
      let year = Period(first: contract.term.year(containing: last).first, last: last)
      energy[contract.id] = try page.delivered(to: contract, over: year, dossier)
    }
    return energy
  }

  /// The energy of each day of the sites that share it; of no site when none does.
  private static func energyOfDay(
    _ dossier: Dossier, _ month: Month, _ readings: [StoredDay], _ page: BookReader
  ) throws -> [String: [Day: WattHours]] {
    guard !dossier.sharings.isEmpty else { return [:] }
    var energy: [String: [Day: WattHours]] = [:]
    for day in try SiteEnergy(dossier, page).siteDays(over: month.period, readings) {
      energy[day.site, default: [:]][day.day, default: .zero] += day.energy
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

  /// What is known of each day; one that a second value waits for is held.
  private static func states(
    _ readings: [StoredDay], _ page: BookReader
  ) throws -> [String: [Day: OpenMonth.DayState]] {
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
    for waiting in try page.waitingDays() {
      states[waiting.meter, default: [:]][waiting.day] = .held
    }
    return states
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
