import Journal
import Membership
import Testing
import Text
import Units

@testable import YearEnd

/// The year 2025 of a small company, and a resolution of June 2026 read from its text.
struct Case: Sendable {
  static let year = FiscalYear(
    first: Month(year: 2025, monthOfYear: 1).first, last: Month(year: 2025, monthOfYear: 12).last)

  var result: Int64 = 0
  var capital: Int64 = 1_000_000
  var legalReserve: Int64 = 0
  var otherReserves: Int64 = 0
  var carriedProfits: Int64 = 0
  var carriedLosses: Int64 = 0
  var formationExpenses: Int64 = 0
  /// What the own funds are short of the sum of their accounts.
  var missing: Int64 = 0
  var advances: [MemberNumber: Cents] = [:]
  /// Shares held all year, by member from M0001 on.
  var shares: [Int64] = [10, 20, 70]
  var resolution = ""

  func with(_ change: (inout Case) -> Void) -> Case {
    var copy = self
    change(&copy)
    return copy
  }

  static func read(_ lines: String, kind: String = "annual") throws -> Resolution {
    let text = """
      format = "soleil-resolution/1"
      kind = "\(kind)"
      reference = "AG-2026-1"
      date = 2026-06-12
      \(lines)
      """
    let faults = Faults()
    let resolution = Resolution(
      TableReader(try TOMLDocument(reading: Array(text.utf8), file: "ag.toml"), faults: faults))
    try faults.check()
    return resolution
  }

  func equity() throws -> Equity {
    var equity = try Equity(closing: [], meeting: [])
    equity.closingCapital = Cents(capital)
    equity.capital = Cents(capital)
    equity.legalReserve = Cents(legalReserve)
    equity.otherReserves = Cents(otherReserves)
    equity.carriedProfits = Cents(carriedProfits)
    equity.carriedLosses = Cents(carriedLosses)
    equity.formationExpenses = Cents(formationExpenses)
    let paid = advances.values.reduce(Cents.zero) { $0 + $1 }
    equity.netAssets =
      Cents(
        capital + legalReserve + otherReserves + carriedProfits - carriedLosses + result - missing)
      - paid
    return equity
  }

  var holdings: [Holding] {
    get throws {
      try shares.enumerated().filter { $0.element > 0 }.map { index, shares in
        Holding(member: try MemberNumber("M000\(index + 1)"), shareDays: shares * 365)
      }
    }
  }

  func appropriation() throws -> Appropriation {
    let resolution = try Case.read(resolution)
    let dividend = try Distribution(
      resolution.dividend, over: Case.year.period, holdings: holdings, advances: advances)
    return try Appropriation(
      resolution, of: Case.year, result: Cents(result), equity: equity(), dividend: dividend)
  }

  /// The lines of the entry, members summed: account and cents, above zero a debit.
  func lines() throws -> [String: Int64] {
    var lines: [String: Int64] = [:]
    for posting in YearEndEntries.entry(try appropriation())?.postings ?? [] {
      lines[posting.account, default: 0] += posting.debit - posting.credit
    }
    return lines
  }

  /// What the decision is refused for.
  func refusals() -> [YearEndRefusal] { reasons { _ = try appropriation() } }
}

/// What a block is refused for at year end.
func reasons(_ body: () throws -> Void) -> [YearEndRefusal] {
  do {
    try body()
    return []
  } catch let refusals as Refusals {
    return refusals.all.compactMap { (($0 as? Located)?.reason ?? $0) as? YearEndRefusal }
  } catch { return [] }
}
