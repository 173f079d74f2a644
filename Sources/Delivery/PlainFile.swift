import Agreements
public import Exports
import Intake
import Journal
public import Store
public import Units
import Wording

extension Book {
  /// Writes the book of a period for a program of plain-text accounting.
  ///
  /// - Parameter scope: how the period was named, for the book to remember.
  /// - Throws: ``StoreRefusal``.
  public func export(
    _ format: PlainFormat, over period: Period, scope: String, to destination: Destination,
    now: Instant
  ) throws -> Delivered {
    try deliver(format.rawValue, scope: scope, to: destination, now: now) { page, outlet in
      let organisation = try Cooperative(page, on: ParisTime.day(of: now)).organisation.name
      var plain = PlainBook(
        format,
        PlainScope(
          organisation: organisation, period: period, years: try page.fiscalYears(),
          accounts: try page.accountLabels(),
          openings: try page.openings(of: period),
          words: PlainWords.french(organisation, scope: scope)))
      try page.eachLine(over: period) { line in
        plain.append(line)
        if plain.pending > 1 << 18 { try outlet.write(plain.take()) }
      }
      plain.finish()
      try outlet.write(plain.take())
      return plain.rows
    }
  }
}

extension BookReader {
  /// What each account holds on the eve of a period, as the fiscal year of its first day sees it: the
  /// results of earlier years stand on 120 and 129, charges and income begin anew.
  ///
  /// - Complexity: O(lines before the period).
  func openings(of period: Period) throws -> [PlainScope.Opening] {
    guard let year = try fiscalYear(containing: period.first) else { return [] }
    var balances: [String: PlainScope.Opening] = [:]
    func add(_ account: String, _ unit: Unit, _ balance: Int64) {
      let known = balances[account]?.balance ?? 0
      balances[account] = PlainScope.Opening(
        account: account, unit: unit, balance: known + balance)
    }
    var results: [Day: Int64] = [:]
    for moved in try movements(through: period.first.previous) {
      let isYearly = moved.account.hasPrefix("6") || moved.account.hasPrefix("7")
      if isYearly, moved.year != year.first {
        results[moved.year, default: 0] += moved.balance
      } else {
        add(moved.account, moved.unit, moved.balance)
      }
    }
    for result in results.values { add(result > 0 ? "129000" : "120000", .cents, result) }
    return balances.values.filter { $0.balance != 0 }.sorted { $0.account < $1.account }
  }
}
