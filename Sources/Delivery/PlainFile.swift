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
      let labels = try page.accountLabels()
      let used = Set(
        try page.accounts(over: Period(first: .distantPast, last: period.last)).map(\.account))
      var plain = PlainBook(
        format,
        PlainScope(
          organisation: organisation, period: period, years: try page.fiscalYears(),
          accounts: labels.filter { used.contains($0.key) },
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

extension Day {
  /// A day before every book.
  static let distantPast = Day(number: 0)
}

extension BookReader {
  /// What each account holds on the eve of a period, as the fiscal year of its first day sees it: the
  /// results of earlier years stand on 120 and 129, charges and income begin anew.
  ///
  /// - Complexity: O(accounts × months).
  func openings(of period: Period) throws -> [PlainScope.Opening] {
    guard let year = try fiscalYear(containing: period.first) else { return [] }
    let eve = period.first.previous
    guard let first = try firstFiscalYear(), first.first <= eve else { return [] }
    var balances: [String: PlainScope.Opening] = [:]
    func add(_ account: String, _ unit: Unit, _ balance: Int64) {
      let known = balances[account]?.balance ?? 0
      balances[account] = PlainScope.Opening(
        account: account, unit: unit, balance: known + balance)
    }
    for line in try accounts(over: Period(first: .distantPast, last: eve))
    where !line.isYearly { add(line.account, line.unit, line.closing) }
    if year.first <= eve {
      for line in try accounts(over: Period(first: year.first, last: eve))
      where line.isYearly { add(line.account, line.unit, line.debit - line.credit) }
    }
    var earlier = first
    while earlier.last < year.first {
      let result = try result(over: earlier.period).units
      add(result < 0 ? "129000" : "120000", .cents, -result)
      earlier = earlier.following
    }
    return balances.values.filter { $0.balance != 0 }.sorted { $0.account < $1.account }
  }
}

extension AccountLine {
  /// Whether the account begins anew with each fiscal year.
  fileprivate var isYearly: Bool { account.hasPrefix("6") || account.hasPrefix("7") }
}
