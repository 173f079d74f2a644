import GRDB
public import Units

/// What stands on an account under a contract, and what closings brought there.
public struct AccruedBalance: Hashable, Sendable {
  /// Debits less credits.
  public let balance: Cents
  /// What the closing of each month brought, debits less credits.
  public let byMonth: [Month: Cents]
}

extension BookReader {
  /// What stands on an account of accruals under a contract.
  ///
  /// - Complexity: O(lines of the account).
  public func accrued(on account: String, contract: String) throws -> AccruedBalance {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(date, 1, 7) AS month, key GLOB 'close:*' AS closes, sum(debit - credit) AS cents
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account = ? AND contract = ? AND NOT restates GROUP BY 1, 2
        """, arguments: [account, contract])
    var byMonth: [Month: Cents] = [:]
    for row in rows where row["closes"] as Bool {
      byMonth[try Month(row["month"] as String)] = Cents(row["cents"])
    }
    return AccruedBalance(
      balance: try Cents.sum(rows.map { Cents($0["cents"]) }), byMonth: byMonth)
  }
}
