import GRDB
public import Journal
import Text
public import Units
public import YearEnd

/// A closed fiscal year as the book keeps it.
public struct StoredYearClosing: Hashable, Sendable {
  /// The first day of the fiscal year.
  public let first: Day
  /// When it was closed.
  public let closedAt: Instant
  /// Its result.
  public let result: Cents
  /// The entry that opened the next year; nothing for an empty book.
  public let opening: EntryReference?
}

extension BookReader {
  /// The balances of classes 1 to 5 on a day, told apart by auxiliary, site and contract; opening
  /// entries say nothing new and are left out, and so are the results of earlier years.
  ///
  /// - Complexity: O(postings up to the day).
  public func standings(through day: Day) throws -> [AccountBalance] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT account, auxiliary, site, contract, sum(debit - credit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE NOT restates AND date <= ? AND account < '600000'
        GROUP BY account, auxiliary, site, contract HAVING balance <> 0
        """, arguments: [day.description]
    ).map { row in
      AccountBalance(
        account: row["account"],
        analysis: Analysis(
          auxiliary: row["auxiliary"], site: row["site"], contract: row["contract"]),
        balance: Cents(row["balance"]))
    }
  }

  /// The results of the fiscal years that have ended on a day, in order.
  public func results(through day: Day) throws -> [Cents] {
    try fiscalYears().filter { $0.last <= day }.map { try result(over: $0.period) }
  }

  /// The balances of a day with the results of ended years on 120000 and 129000.
  public func balanceSheet(on day: Day) throws -> [AccountBalance] {
    try standings(through: day) + results(through: day).compactMap(AccountBalance.result)
  }

  /// The lines that open the year after another, reckoned from everything posted until then.
  ///
  /// - Complexity: O(postings up to the year's last day).
  public func expectedOpening(after year: FiscalYear) throws -> [Posting] {
    try YearEnd.expectedOpening(
      standings(through: year.last), results: results(through: year.last))
  }

  /// The closed fiscal years, in order.
  public func yearClosings() throws -> [StoredYearClosing] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT year_closing.fiscal_year, closed_at, result_cents, \(EntryReference.columns)
        FROM year_closing LEFT JOIN entry ON entry.id = opening_entry
        LEFT JOIN fiscal_year ON first = entry.fiscal_year ORDER BY year_closing.fiscal_year
        """)
    return try rows.map { row in
      StoredYearClosing(
        first: try Day(row["fiscal_year"] as String),
        closedAt: Instant(seconds: row["closed_at"]), result: Cents(row["result_cents"]),
        opening: EntryReference(row))
    }
  }

  /// The first fiscal year that ended before a day and is not closed.
  public func openYear(before day: Day) throws -> FiscalYear? {
    let closed = Set(try yearClosings().map(\.first))
    var year = try firstFiscalYear()
    while let candidate = year, candidate.last < day {
      guard closed.contains(candidate.first) else { return candidate }
      year = candidate.following
    }
    return nil
  }

  /// How far the end of each fiscal year has gone, from the first to that of a day or of the last
  /// entry, whichever is later.
  public func yearStates(through day: Day) throws -> [YearState] {
    let known = try fiscalYears()
    guard var year = known.first, let last = known.map(\.last).max() else { return [] }
    let closedThrough = try closedThrough()
    let closed = Set(try yearClosings().map(\.first))
    var states: [YearState] = []
    while year.first <= max(day, last) {
      states.append(
        YearState(
          year: year, closedThrough: closedThrough, drafts: try drafts(in: year),
          result: try result(over: year.period), isClosed: closed.contains(year.first),
          appropriatedBy: try appropriations(of: year).first { $0.kind == .annual }?.reference))
      year = year.following
    }
    return states
  }

  private func drafts(in year: FiscalYear) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM draft WHERE date BETWEEN ? AND ?",
      arguments: [year.first.description, year.last.description]) ?? 0
  }
}

extension EntryReference {
  /// The columns an entry's name is read from, where its fiscal year is joined to it.
  static let columns = "substr(last, 1, 4) AS year, series, number"

  /// The name of an entry, or nothing where none was joined.
  init?(_ row: Row) {
    guard let number: Int = row["number"] else { return nil }
    self.init(year: row["year"], isMemorandum: row["series"] as String == "EX", number: number)
  }
}

extension BookWriter {
  /// Posts the entry that opens the next year and records that a fiscal year is closed: from here on
  /// the first month of the next one can be closed.
  ///
  /// - Returns: the lines and the name of the opening entry, if there is anything to open with.
  /// - Throws: ``JournalRefusal``.
  public func close(_ year: FiscalYear) throws -> (opening: [Posting], entry: EntryReference?) {
    try open(year)
    let result = try reader.result(over: year.period)
    let lines = try reader.expectedOpening(after: year)
    let draft = YearEndEntries.opening(after: year, lines)
    if let draft { try post(Entry(checking: draft)) }
    let entry = try draft.flatMap { try reader.entry(key: $0.key) }
    let leaf = yearClosingLeaf(
      first: year.first.description, closedAt: now.seconds, result: result.units, opening: entry?.id
    )
    try db.execute(
      sql: """
        INSERT INTO year_closing (fiscal_year, closed_at, result_cents, opening_entry, leaf)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        year.first.description, now.seconds, result.units, entry?.id,
        try appendLeaf("year-closing", leaf.canonical),
      ])
    return (lines, entry?.reference)
  }
}

/// A year's closing as a leaf of the log, from the columns of its row.
func yearClosingLeaf(first: String, closedAt: Int64, result: Int64, opening: Int64?) -> JSON {
  var leaf: [String: JSON] = [
    "type": "year-closing", "fiscalYear": .string(first), "closedAt": .integer(closedAt),
    "resultCents": .integer(result),
  ]
  leaf["openingEntry"] = opening.map(JSON.integer)
  return .object(leaf)
}
