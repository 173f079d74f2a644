import Bank
import GRDB
import Text
import Units

extension Examination {
  /// Each statement adds up, and what is matched is what was confirmed, to the cent.
  func bank(_ result: inout SoundnessResult) throws {
    try statements(&result)
    try matches(&result)
  }

  private func statements(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT account, closed_on, opening_cents, closing_cents, lines,
          (SELECT count(*) FROM bank_line WHERE statement = bank_statement.id) AS found,
          (SELECT coalesce(sum(cents), 0) FROM bank_line WHERE statement = bank_statement.id)
          + (SELECT coalesce(sum(cents), 0) FROM json_each(known)
             JOIN bank_line ON bank_line.id = json_each.value
               AND bank_line.account = bank_statement.account) AS moved
        FROM bank_statement ORDER BY id
        """)
    var (count, lines) = (0, 0)
    while let row = try rows.next() {
      count += 1
      lines += row["lines"] as Int
      let opening: Int64 = row["opening_cents"]
      let closing: Int64 = row["closing_cents"]
      let moved: Int64 = row["moved"]
      guard opening + moved != closing || row["lines"] as Int != row["found"] as Int else {
        continue
      }
      result.note(
        .bankStatementDoesNotAddUp(
          account: row["account"], try Day(row["closed_on"] as String), moved: Cents(moved),
          told: Cents(closing - opening)))
    }
    result.count(.bankStatements, count)
    result.count(.bankLines, lines)
  }

  private func matches(_ result: inout SoundnessResult) throws {
    let standing = try page.bankMatches()
    for stored in standing {
      let lines = try Row.fetchAll(
        db,
        sql: """
          SELECT line, cents FROM bank_matched_line JOIN bank_line ON bank_line.id = line
          WHERE match = ? ORDER BY line
          """, arguments: [stored.id])
      let postings = try Int64.fetchAll(
        db,
        sql: """
          SELECT debit - credit FROM bank_matched_posting JOIN posting USING (entry, line)
          WHERE match = ?
          """, arguments: [stored.id])
      let moved = try Cents.sum(lines.map { Cents($0["cents"]) })
      let isWhole =
        lines.map { $0["line"] as Int64 } == stored.match.lines.sorted()
        && postings.count == stored.match.postings.count
      let booked = try Cents.sum(postings.map { Cents($0) })
      if !isWhole || moved != booked {
        result.note(.bankMatchIsNotItsLines(match: stored.id))
      }
    }
    let undone = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT match FROM (
          SELECT match FROM bank_matched_line UNION SELECT match FROM bank_matched_posting)
        WHERE match IN (SELECT match FROM bank_unmatch) ORDER BY match
        """)
    for match in undone { result.note(.bankMatchIsNotItsLines(match: match)) }
    result.count(.bankMatches, standing.count)
  }
}
