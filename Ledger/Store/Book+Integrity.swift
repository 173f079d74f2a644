import GRDB
import Seal
import Units

extension BookReader {
  /// Recomputes what the book keeps for speed, before anything is signed: month totals from
  /// postings, and the log's root from its leaves.
  ///
  /// - Throws: ``StoreRefusal/totalsDoNotRecompute(account:)``,
  ///   ``StoreRefusal/logDoesNotRecompute``.
  /// - Complexity: O(postings + leaves).
  public func recompute() throws {
    if let account = try firstWrongTotal() {
      throw StoreRefusal.totalsDoNotRecompute(account: account)
    }
    var log = MerkleLog()
    let leaves = try Row.fetchCursor(db, sql: "SELECT hash FROM leaf ORDER BY position")
    while let row = try leaves.next() { log.append(leafHash: digest(row["hash"])) }
    guard log == (try self.log()) else { throw StoreRefusal.logDoesNotRecompute }
  }

  private func firstWrongTotal() throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT account FROM (
          SELECT account, month, debit, credit FROM month_total
          UNION ALL
          SELECT account, substr(date, 1, 7), -debit, -credit
          FROM entry JOIN posting ON posting.entry = entry.id WHERE NOT restates)
        GROUP BY account, month HAVING sum(debit) <> 0 OR sum(credit) <> 0 LIMIT 1
        """)
  }
}
