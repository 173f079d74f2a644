import GRDB
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
        WHERE account = ? AND NOT restates AND date BETWEEN ? AND ?
          AND \(grouping.rawValue) IS NOT NULL
        GROUP BY name
        """,
      arguments: [
        account, period.first.description, (period.last ?? period.first).description,
      ])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["balance"]) })
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

  /// The number of entries of a period.
  public func entryCount(over period: Period) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM entry WHERE date BETWEEN ? AND ?
        """,
      arguments: [
        period.first.description, (period.last ?? Day.endOfTime).description,
      ]) ?? 0
  }
}
