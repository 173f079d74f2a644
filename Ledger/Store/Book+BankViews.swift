import GRDB
import Journal
public import Units

/// A line of the journal on a bank's account.
public struct BankMovement: Hashable, Sendable {
  /// Its name, `2025/57:2`.
  public let name: String
  /// Its day.
  public let day: Day
  /// Debit less credit.
  public let amount: Cents
  /// The match that holds it, if any.
  public let match: Int64?
  /// Whether its entry was reversed, or reverses one: the two cancel out.
  public let isUndone: Bool
}

extension BookReader {
  /// Everything on a bank's account through a day, in order.
  public func bankMovements(on ledger: String, through day: Day) throws -> [BankMovement] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(EntryReference.columns), posting.line, date, debit - credit AS cents,
          done.match AS match,
          reverses IS NOT NULL OR EXISTS (
            SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id
              AND inverse.date <= ?2) AS undone
        FROM posting JOIN entry ON entry.id = posting.entry
        JOIN fiscal_year ON first = entry.fiscal_year
        LEFT JOIN bank_matched_posting AS done
          ON done.entry = posting.entry AND done.line = posting.line
        WHERE posting.account = ?1 AND NOT restates AND date <= ?2
        ORDER BY date, entry.id, posting.line
        """, arguments: [ledger, day.description])
    return try rows.compactMap { row in
      guard let entry = EntryReference(row) else { return nil }
      return BankMovement(
        name: "\(entry):\(row["line"] as Int)", day: try Day(row["date"] as String),
        amount: Cents(row["cents"]), match: row["match"], isUndone: row["undone"])
    }
  }

  /// The last day of either side of each match on a bank's account.
  public func bankPairs(on ledger: String) throws -> [Int64: (bank: Day, book: Day)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id,
          (SELECT max(booked) FROM bank_matched_line JOIN bank_line ON bank_line.id = line
           WHERE match = bank_match.id) AS bank,
          (SELECT max(date) FROM bank_matched_posting JOIN entry ON entry.id = bank_matched_posting.entry
           WHERE match = bank_match.id) AS book
        FROM bank_match
        WHERE EXISTS (
          SELECT 1 FROM bank_matched_posting AS done
          JOIN posting ON posting.entry = done.entry AND posting.line = done.line
          WHERE done.match = bank_match.id AND posting.account = ?)
        """, arguments: [ledger])
    var days: [Int64: (bank: Day, book: Day)] = [:]
    for row in rows {
      guard let bank: String = row["bank"], let book: String = row["book"] else { continue }
      days[row["id"]] = (try Day(bank), try Day(book))
    }
    return days
  }
}
