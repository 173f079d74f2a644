import GRDB
import Journal
import Units

extension Examination {
  /// In each series of each fiscal year the numbers run from 1 without a gap.
  func numbers(_ result: inout SoundnessResult) throws {
    result.count(.entries, try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0)
    let gaps = try Row.fetchCursor(
      db,
      sql: """
        SELECT substr(coalesce(last, fiscal_year), 1, 4), series, before + 1, number - before - 1
        FROM (
          SELECT fiscal_year, series, number, lag(number, 1, 0) OVER (
            PARTITION BY fiscal_year, series ORDER BY number) AS before FROM entry)
        LEFT JOIN fiscal_year ON first = fiscal_year
        WHERE number <> before + 1
        """)
    while let gap = try gaps.next() {
      let first = EntryReference(
        year: gap[0], isMemorandum: gap[1] as String == "EX", number: gap[2])
      result.note(.numbersAreMissing(first: first, count: gap[3]))
    }
  }

  /// Every entry keeps the rules under which it was validated.
  func entries(_ result: inout SoundnessResult) throws {
    result.count(.lines, try Int.fetchOne(db, sql: "SELECT count(*) FROM posting") ?? 0)
    let suspects = try Row.fetchCursor(db, sql: Self.suspects)
    while let row = try suspects.next() {
      let reference = Self.reference(row)
      let (lines, expected): (Int, Int) = (row["found"], row["lines"])
      if lines != expected {
        result.note(.linesAreOther(reference, found: lines, expected: expected))
        continue
      }
      if (row["produced"] as Int64? ?? 0) != 0 { result.note(.energyDoesNotAddUp(reference)) }
      for refusal in try refusals(of: row["id"]) {
        result.note(.entryBreaksRule(reference, refusal))
      }
    }
    try noteMisdated(&result)
    try noteReversals(&result)
  }

  /// The entries whose lines, taken together, cannot be an entry's.
  private static let suspects = """
    SELECT entry.id AS id, number, series, year, lines, coalesce(found, 0) AS found, produced
    FROM entry
    JOIN (SELECT first, substr(last, 1, 4) AS year FROM fiscal_year) ON first = fiscal_year
    LEFT JOIN (
      SELECT entry, count(*) AS found,
        sum(iif(unit = 'cents', debit - credit, 0)) AS cents,
        sum(iif(unit = 'wh', debit - credit, 0)) AS wh,
        sum(iif(unit = 'shares', debit - credit, 0)) AS shares,
        sum(account GLOB '9*') AS memorandum,
        sum(iif(account BETWEEN '911000' AND '914999', debit - credit, 0)) AS produced
      FROM posting GROUP BY entry) ON entry = entry.id
    WHERE found IS NULL OR found <> lines OR found < 2 OR cents <> 0 OR wh <> 0 OR shares <> 0
      OR produced <> 0 OR memorandum <> iif(journal = 'EX', found, 0)
    ORDER BY entry.id
    """

  static func reference(_ row: Row) -> EntryReference {
    EntryReference(
      year: row["year"], isMemorandum: row["series"] as String == "EX", number: row["number"])
  }

  private func refusals(of entry: Int64) throws -> [JournalRefusal] {
    guard let draft = try page.entry(entry)?.content else { return [] }
    do throws(Refusals) {
      _ = try Entry(checking: draft)
      return []
    } catch { return error.all.compactMap { $0 as? JournalRefusal } }
  }

  private func noteMisdated(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, series, substr(last, 1, 4) AS year, date FROM entry
        JOIN fiscal_year ON first = fiscal_year WHERE date NOT BETWEEN first AND last
        """)
    while let row = try rows.next() {
      result.note(.entryIsOutsideItsYear(Self.reference(row), try Day(row["date"] as String)))
    }
  }

  private func noteReversals(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, series, substr(last, 1, 4) AS year FROM entry AS reversal
        JOIN fiscal_year ON first = fiscal_year
        WHERE reverses IS NOT NULL AND (
          EXISTS (SELECT 1 FROM entry WHERE id = reversal.reverses AND reverses IS NOT NULL)
          OR EXISTS (
            SELECT line, account, debit, credit, auxiliary, site, contract
            FROM posting WHERE entry = reversal.id
            EXCEPT
            SELECT line, account, credit, debit, auxiliary, site, contract
            FROM posting WHERE entry = reversal.reverses)
          OR (SELECT count(*) FROM posting WHERE entry = reversal.id)
            <> (SELECT count(*) FROM posting WHERE entry = reversal.reverses))
        """)
    while let row = try rows.next() { result.note(.reversalIsNotExact(Self.reference(row))) }
  }

  /// The totals kept by account and month are the sums of the lines that move them.
  func totals(_ result: inout SoundnessResult) throws {
    result.count(.totals, try Int.fetchOne(db, sql: "SELECT count(*) FROM month_total") ?? 0)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT account, month, sum(iif(kept, debit - credit, 0)), sum(iif(kept, 0, debit - credit))
        FROM (
          SELECT 1 AS kept, account, month, debit, credit FROM month_total
          UNION ALL
          SELECT 0, account, substr(date, 1, 7), debit, credit
          FROM entry JOIN posting ON posting.entry = entry.id WHERE NOT restates)
        GROUP BY account, month
        HAVING sum(iif(kept, debit, -debit)) <> 0 OR sum(iif(kept, credit, -credit)) <> 0
        """)
    while let row = try rows.next() {
      result.note(.totalIsNotTheSum(account: row[0], month: row[1], kept: row[2], summed: row[3]))
    }
  }
}
