import GRDB
public import Journal
public import Units

/// What balances are told apart by.
public enum Grouping: String, Sendable, CaseIterable {
  /// By site.
  case site
  /// By contract.
  case contract
  /// By auxiliary.
  case auxiliary
}

extension BookReader {
  /// Debits minus credits of an account over a period, told apart by a dimension.
  public func balances(of account: String, over period: Period, by grouping: Grouping) throws
    -> [String: Int64]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(grouping.rawValue) AS name, sum(debit) - sum(credit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account = ? AND validated_at IS NOT NULL AND date BETWEEN ? AND ?
          AND \(grouping.rawValue) IS NOT NULL
        GROUP BY name
        """,
      arguments: [
        account, period.first.description, (period.last ?? period.first).description,
      ])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["balance"]) })
  }

  /// The validated lines of a period, in order of series, fiscal year and number.
  public func journal(over period: Period) throws -> [JournalLine] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, line, date, journal, voucher, voucher_date, label,
          account, unit, debit, credit, auxiliary, site, contract
        FROM entry JOIN posting ON posting.entry = entry.id
        WHERE validated_at IS NOT NULL AND date BETWEEN ? AND ?
        ORDER BY series, fiscal_year, number, line
        """,
      arguments: [
        period.first.description, (period.last ?? Day.endOfTime).description,
      ])
    var lines: [JournalLine] = []
    while let row = try rows.next() {
      if let line = try journalLine(row) { lines.append(line) }
    }
    return lines
  }

  private func journalLine(_ row: Row) throws -> JournalLine? {
    guard let journal = JournalCode(rawValue: row["journal"]),
      let unit = Unit(rawValue: row["unit"])
    else { return nil }
    let debit: Int64 = row["debit"]
    let posting = Posting(
      debit > 0 ? .debit : .credit, row["account"], debit > 0 ? debit : row["credit"], unit,
      Analysis(auxiliary: row["auxiliary"], site: row["site"], contract: row["contract"]))
    return JournalLine(
      number: row["number"], line: row["line"], date: try Day(row["date"] as String),
      journal: journal, voucher: row["voucher"],
      voucherDate: try Day(row["voucher_date"] as String), label: row["label"], posting: posting)
  }
}

extension BookReader {
  /// Debits minus credits of an account in each month of a run, months without movement included.
  ///
  /// - Complexity: O(months).
  public func monthlyMovements(
    of account: String, from first: Month, through last: Month
  ) throws -> [(month: Month, movement: Int64)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT month, debit - credit AS movement FROM month_total
        WHERE account = ? AND month BETWEEN ? AND ?
        """, arguments: [account, first.description, last.description])
    let moved: [String: Int64] = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["month"], $0["movement"]) })
    return (0...first.months(until: last)).map { offset in
      let month = first.adding(offset)
      return (month, moved[month.description] ?? 0)
    }
  }

  /// The number of validated entries of a period.
  public func entryCount(over period: Period) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM entry WHERE validated_at IS NOT NULL AND date BETWEEN ? AND ?
        """,
      arguments: [
        period.first.description, (period.last ?? Day.endOfTime).description,
      ]) ?? 0
  }
}
