import GRDB
import Units

/// Entries and readings by the thousand: their guards rest while the rows go in, and one judgement of
/// them all comes before the commit.
///
/// A guard costs a frame of its own for each row, a foreign key a search; asked once for all rows, the
/// same questions cost a fraction. It all happens within one transaction: no other hand ever meets a
/// book whose guards rest, and what fails brings them back with everything else.
struct Loading {
  private let db: Database
  /// The first place in the log that this transaction takes.
  private let since: Int64
  private let resting: [String]

  /// Lets the guards rest; foreign keys do already, for they cannot be put off within a transaction.
  ///
  /// An index that most of the rows will be new to is made anew instead of row by row.
  init(_ writer: BookWriter) throws {
    db = writer.db
    since = writer.nextLeaf
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type, name, sql FROM sqlite_schema
        WHERE name IN (
          'leaf_in_order', 'posting_comes_first', 'entry_is_sound', 'entry_moves_capital',
          'meter_day_is_sound')
          OR name = 'posting_by_account' AND NOT EXISTS (SELECT 1 FROM entry LIMIT 1 OFFSET 10000)
        """)
    resting = rows.map { $0["sql"] }
    for row in rows {
      try db.execute(sql: "DROP \(row["type"] as String) \(row["name"] as String)")
    }
  }

  /// Adds what all the entries move of the capital and of the shares to its days, as the guard at rest
  /// would have done entry by entry.
  ///
  /// - Complexity: O(n) in new lines.
  func addUpCapital() throws {
    try db.execute(
      sql: """
        INSERT INTO capital_day (date, cents, shares, nominal)
        SELECT date, sum(iif(account < '102000', credit - debit, 0)),
          sum(iif(account = '902000', debit - credit, 0)), (
            SELECT cents FROM nominal WHERE valid_from <= date ORDER BY valid_from DESC LIMIT 1)
        FROM posting JOIN entry ON id = entry
        WHERE entry >= ? AND (account < '102000' OR account = '902000') AND NOT restates
          AND (journal = 'PA' OR journal = 'EX' OR journal = 'AN')
        GROUP BY date
        ON CONFLICT DO UPDATE SET
          cents = capital_day.cents + excluded.cents, shares = capital_day.shares + excluded.shares
        """, arguments: [since])
  }

  /// Asks of all rows what the guards and the foreign keys ask of each, and wakes them.
  ///
  /// - Throws: ``StoreRefusal/guardHeld(_:)``, as the guard would.
  /// - Complexity: O(n) in new lines and in the rows of other tables, O(log n) in old lines.
  func judge(_ writer: BookWriter) throws {
    for sql in resting { try db.execute(sql: sql) }
    let size = Int64(writer.head.size)
    for question in Loading.questions {
      let broken = try String.fetchOne(
        db, sql: question, arguments: ["since": since, "size": size])
      if let broken { throw StoreRefusal.guardHeld(broken) }
    }
    let others = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('entry', 'posting')
        """)
    for table in others {
      guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check(\(table))") == nil else {
        throw StoreRefusal.guardHeld("schema-constraint")
      }
    }
  }

  /// Each answers the name of the rule that a new row breaks, or nothing.
  private static let questions = [
    """
    SELECT CASE
      WHEN count(*) <> :size - :since OR max(position) >= :size THEN 'leaf-out-of-order'
    END FROM leaf WHERE position >= :since
    """,
    // Every line has its entry, with so many lines, which balance.
    """
    SELECT CASE
      WHEN id IS NULL OR found <> lines THEN 'entry-has-other-lines'
      WHEN found < 2 THEN 'entry-has-too-few-lines'
      ELSE 'entry-is-unbalanced'
    END FROM (
      SELECT entry, count(*) AS found, sum(debit - credit) AS balance
      FROM posting WHERE entry >= :since GROUP BY entry
    ) LEFT JOIN entry ON id = entry
    WHERE id IS NULL OR found <> lines OR found < 2 OR balance <> 0
    """,
    // Every entry has its lines, since together they have as many as there are.
    """
    SELECT CASE
      WHEN min(lines) < 2 THEN 'entry-has-too-few-lines'
      WHEN coalesce(sum(lines), 0) <> (SELECT count(*) FROM posting WHERE entry >= :since)
        THEN 'entry-has-other-lines'
      WHEN max(id) >= :size THEN 'schema-constraint'
    END FROM entry WHERE id >= :since
    """,
    // Lines of capital and of the memorandum in their journals.
    """
    SELECT CASE
      WHEN iif(account >= '900000', journal <> 'EX', journal = 'EX' OR unit <> 'cents')
        THEN 'entry-mixes-memorandum'
      WHEN account < '102000' AND journal <> 'PA' AND journal <> 'AN'
        THEN 'capital-is-outside-its-journals'
    END AS rule FROM posting CROSS JOIN entry ON id = entry
    WHERE entry >= :since AND (account < '102000' OR account >= '900000' OR unit <> 'cents')
      AND rule IS NOT NULL
    """,
    // The entries of each series are numbered on from the last, in their fiscal year, in open months.
    """
    SELECT CASE
      WHEN count <> last - first + 1 OR first > 1 AND NOT EXISTS (
        SELECT 1 FROM entry WHERE entry.fiscal_year = new.fiscal_year
          AND entry.series = new.series AND number = new.first - 1 AND id < :since)
        THEN 'number-is-not-next'
      WHEN opens <= (SELECT last_day FROM closing ORDER BY month DESC LIMIT 1)
        THEN 'month-is-closed'
      WHEN NOT EXISTS (
        SELECT 1 FROM fiscal_year AS year
        WHERE year.first = fiscal_year AND year.first <= opens AND ends <= year.last)
        THEN 'date-is-outside-fiscal-years'
    END AS rule FROM (
      SELECT fiscal_year, series, count(*) AS count, min(number) AS first, max(number) AS last,
        min(date) AS opens, max(date) AS ends
      FROM entry WHERE id >= :since GROUP BY fiscal_year, series) AS new
    WHERE rule IS NOT NULL
    """,
    // Every line on an account that is there, in the unit of the account, not closed.
    """
    WITH RECURSIVE used (number) AS (
      SELECT min(account) FROM posting
      UNION ALL
      SELECT (SELECT min(account) FROM posting WHERE account > number) FROM used
      WHERE number IS NOT NULL)
    SELECT 'schema-constraint' FROM used WHERE number IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM account WHERE account.number = used.number)
    """,
    """
    SELECT 'account-is-closed' FROM account INDEXED BY account_closed
    CROSS JOIN posting ON account = account.number AND entry >= :since
    CROSS JOIN entry ON id = entry
    WHERE closed_from IS NOT NULL AND closed_from <= date
    """,
    // The memorandum has units of its own.
    """
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM posting WHERE entry = id AND account < '900000')
        THEN 'entry-mixes-memorandum'
      WHEN EXISTS (
        SELECT 1 FROM posting WHERE entry = id GROUP BY unit HAVING sum(debit - credit) <> 0)
        THEN 'entry-is-unbalanced'
      WHEN (SELECT sum(debit - credit) FROM posting
        WHERE entry = id AND account BETWEEN '911000' AND '914999') <> 0
        THEN 'energy-does-not-add-up'
      WHEN EXISTS (
        SELECT 1 FROM posting WHERE entry = id AND NOT EXISTS (
          SELECT 1 FROM account WHERE number = account AND account.unit = posting.unit))
        THEN 'schema-constraint'
    END AS rule FROM entry WHERE id >= :since AND journal = 'EX' AND rule IS NOT NULL
    """,
    """
    SELECT CASE
      WHEN restates AND EXISTS (SELECT 1 FROM posting WHERE entry = id AND account >= '600000')
        THEN 'opening-restates-balances-only'
      WHEN restates <> (fiscal_year > (SELECT min(first) FROM fiscal_year))
        THEN 'opening-is-written-by-the-year-end'
    END AS rule FROM entry WHERE id >= :since AND journal = 'AN' AND rule IS NOT NULL
    """,
    """
    SELECT CASE
      WHEN of.id IS NULL THEN 'schema-constraint'
      WHEN of.reverses IS NOT NULL THEN 'entry-is-a-reversal'
      WHEN entry.lines <> of.lines OR EXISTS (
        SELECT line, account, debit, credit, auxiliary, site, contract
        FROM posting WHERE entry = entry.id
        EXCEPT
        SELECT line, account, credit, debit, auxiliary, site, contract
        FROM posting WHERE entry = of.id) THEN 'reversal-is-not-exact'
    END AS rule FROM entry INDEXED BY entry_reversed_once
    LEFT JOIN entry AS of ON of.id = entry.reverses
    WHERE entry.reverses IS NOT NULL AND entry.id >= :since AND rule IS NOT NULL
    """,
    // A day of a closed month waits, whatever it says; that none replaces another is the key's.
    """
    SELECT 'days-are-closed' FROM meter_day WHERE EXISTS (SELECT 1 FROM closing)
      AND leaf >= :since AND NOT waits
      AND day <= (SELECT last_day FROM closing ORDER BY month DESC LIMIT 1) LIMIT 1
    """,
    """
    SELECT 'schema-constraint' FROM entry WHERE replaces IS NOT NULL AND id >= :since
      AND NOT EXISTS (SELECT 1 FROM entry AS of WHERE of.id = entry.replaces)
    """,
  ]
}
