import GRDB
public import Units

/// What an account holds of a contract for a party, in cents.
public struct HeldBalance: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The auxiliary.
  public let auxiliary: String
  /// The site.
  public let site: String?
  /// The contract.
  public let contract: String
  /// Debits minus credits.
  public let amount: Cents
}

extension BookReader {
  /// What the accounts of the balance sheet hold of a contract before a day, for the auxiliaries of a
  /// party, by account.
  ///
  /// - Complexity: O(entries before the day).
  public func balances(
    ofContract contract: String, party: String, before day: Day
  ) throws -> [HeldBalance] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, auxiliary, site, sum(debit) - sum(credit) AS amount
        FROM posting JOIN entry ON entry.id = entry
        WHERE contract = ? AND auxiliary LIKE '%:' || ? AND unit = 'cents' AND date < ?
          AND account < '600000' AND \(counts)
        GROUP BY account, auxiliary, site HAVING amount <> 0 ORDER BY account, auxiliary, site
        """, arguments: [contract, party, day.description])
    return rows.map { row in
      HeldBalance(
        account: row["account"], auxiliary: row["auxiliary"], site: row["site"],
        contract: contract, amount: Cents(row["amount"]))
    }
  }
}
