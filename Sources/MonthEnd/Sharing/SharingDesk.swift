import Agreements
public import Allocation
import Bookings
import Intake
import Journal
import Membership
import Store
import Text
public import Units

/// Rules and the fact that declared them.
public struct Ruling: Hashable, Sendable {
  /// The rules.
  public let rules: RuleSet
  /// Where they were read: file and line; empty for rules that are only tried.
  public let origin: String
  /// The digest of what was declared.
  public let digest: Digest
}

/// Shares months out, closed ones and the open one, from what the book holds.
///
/// A month may be shared as it was known once earlier or later months were closed: what came late
/// counts from the closing that took it in, in the month where it truly belongs. So a signed month
/// can be reckoned again to the cent, and beside it what it would be today.
final class SharingDesk {
  let page: BookReader
  let years: FiscalYear
  let register: ShareRegister
  let rulings: [Ruling]
  let adjustments: [Adjustment]
  let lateMovements: [LateMovement]
  private var lines: [Month: [ResultLine]] = [:]
  private var cooperatives: [Month: Cooperative] = [:]
  private var sold: [Month: SalesOfYear] = [:]

  /// - Parameter draft: rules to try in the place of those in force.
  init(_ page: BookReader, trying draft: Ruling? = nil) throws {
    self.page = page
    guard let first = try page.firstFiscalYear() else { throw IntakeRefusal.bookHasNoStatutes }
    years = first
    let cooperative = try Cooperative(page, on: Day.endOfTime)
    register = try page.shareRegister(cooperative.statutes)
    adjustments = try page.adjustments()
    rulings = try draft.map { [$0] } ?? page.rulings()
    lateMovements = try page.lateMovements()
  }

  /// The rules in force on a day.
  func ruling(on day: Day) -> Ruling? {
    rulings.last { $0.rules.validFrom <= day } ?? (isTrying ? rulings.first : nil)
  }

  private var isTrying: Bool { rulings.count == 1 && rulings[0].origin.isEmpty }

  func cooperative(_ month: Month) throws -> Cooperative {
    if let known = cooperatives[month] { return known }
    let read = try Cooperative(page, on: month.last)
    cooperatives[month] = read
    return read
  }

  /// The sales of sites as the closing of a month has them.
  func sold(in month: Month) throws -> SalesOfYear {
    if let known = sold[month] { return known }
    let read = SalesOfYear(try MonthFacts(month, page), page)
    sold[month] = read
    return read
  }

  func lines(of month: Month) throws -> [ResultLine] {
    if let known = lines[month] { return known }
    let read = try page.resultLines(over: month.period, late: LateEntry.mention)
    lines[month] = read
    return read
  }

  /// The first month of the fiscal year that a month ends in.
  func yearStart(of month: Month) -> Month {
    (years.containing(month.last) ?? years).first.month
  }

  /// Where something that counts in a month belongs: in its true month of the same fiscal year, or
  /// else here, for the result of another year is the general meeting's.
  func home(of truth: Month?, countedIn counted: Month) -> Month {
    guard let truth, truth < counted, yearStart(of: truth) == yearStart(of: counted) else {
      return counted
    }
    return truth
  }

  /// The month in which an entry's amount truly belongs.
  func home(of line: ResultLine, in month: Month) -> Month {
    guard let key = line.key else { return month }
    if key.contains(":sales-correction:"), let last = key.split(separator: ":").last {
      return home(of: try? Month(String(last)), countedIn: month)
    }
    if let reversed = line.reversed {
      let day = LateEntry.trueDay(in: reversed.label) ?? reversed.day
      return home(of: day.month, countedIn: month)
    }
    return home(of: LateEntry.trueDay(in: line.label)?.month, countedIn: month)
  }

  /// Shares a month out as known once a month is closed.
  ///
  /// - Throws: ``AllocationRefusal``, ``UnitRefusal``; nothing when no rules are in force.
  func share(
    _ month: Month, knowing known: Month, carry: Carry
  ) throws -> SharedPeriod? {
    let basis = try basis(of: month, knowing: known)
    guard let stretches = try stretches(of: month, knowing: known, basis) else { return nil }
    let carry = yearStart(of: month) == month ? carry.inANewYear : carry
    return try sharePeriod(base: basis.result, over: stretches, carry: carry)
  }

  /// Shares months out one after the other.
  func share(
    _ months: ClosedRange<Month>, knowing known: (Month) -> Month, carry: Carry
  ) throws -> [(month: Month, shared: SharedPeriod)] {
    var carry = carry
    var done: [(month: Month, shared: SharedPeriod)] = []
    for offset in 0...months.lowerBound.months(until: months.upperBound) {
      let month = months.lowerBound.adding(offset)
      guard let shared = try share(month, knowing: known(month), carry: carry) else { continue }
      carry = shared.carry
      done.append((month, shared))
    }
    return done
  }
}

extension BookReader {
  /// Every set of rules that was in force, by first day.
  func rulings() throws -> [Ruling] {
    let faults = Faults()
    let read = try versions(of: [.rules]).compactMap { fact -> Ruling? in
      guard let rules = RuleSet(TableReader(fact.body, faults: faults)) else { return nil }
      return Ruling(rules: rules, origin: fact.origin, digest: digest(of: fact))
    }
    try faults.check()
    return read.sorted { $0.rules.validFrom < $1.rules.validFrom }
  }
}
