import GRDB
public import Journal
public import Reports
public import Units

extension BookReader {
  /// The ledgers of the accounts whose numbers begin with some digits, over a period.
  ///
  /// - Parameter auxiliary: the lines of this party only; results of earlier years are nobody's.
  /// - Throws: ``ReportRefusal/accountIsNotOpen(_:)`` when the book has no such account.
  /// - Complexity: O(n) in the lines shown; with a party, O(n) in all lines of the accounts.
  public func ledgers(of prefix: String, auxiliary: String?, over period: Period) throws
    -> [(account: AccountLine, ledger: AccountLedger)]
  {
    let slicing = try slicing(period)
    var balance = TrialBalance(slicing, carriesResults: false)
    if let auxiliary {
      try addLines(of: prefix, auxiliary, slicing, to: &balance)
    } else {
      balance = try trialBalance(over: period)
    }
    let lines = try balance.lines().filter { $0.account.hasPrefix(prefix) }
    guard try !lines.isEmpty || isOpen(prefix) else { throw ReportRefusal.accountIsNotOpen(prefix) }
    return try lines.flatMap { line in
      try labelled([line]).map { account in
        let moved = try self.lines(of: line.account, auxiliary, over: slicing.period)
        let turns = try balance.turns(of: line.account)
        return (account, try AccountLedger(line, lines: moved, turns: turns))
      }
    }
  }

  private func isOpen(_ prefix: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE number GLOB ? || '*')",
      arguments: [prefix]) ?? false
  }

  private func addLines(
    of prefix: String, _ auxiliary: String, _ slicing: Slicing, to balance: inout TrialBalance
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT account, date, debit, credit FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account GLOB ? || '*' AND auxiliary = ? AND \(counts)
        """, arguments: [prefix, auxiliary])
    while let row = try rows.next() {
      guard let slice = slicing.slice(of: try Day(row[1] as String)) else { continue }
      try balance.add(row[0], slice: slice, debit: row[2], credit: row[3])
    }
  }

  /// The lines of an account in order of date, entry and line.
  private func lines(of account: String, _ auxiliary: String?, over period: Period) throws
    -> [JournalLine]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(BookReader.lineColumns) FROM posting
        \(BookReader.lineJoins)
        WHERE posting.account = ? AND \(counts) AND date BETWEEN ? AND ?
          AND (? IS NULL OR posting.auxiliary = ?)
        ORDER BY date, series, fiscal_year, number, posting.line
        """,
      arguments: [
        account, period.first.description, (period.last ?? .endOfTime).description, auxiliary,
        auxiliary,
      ]
    ).compactMap { try JournalLine($0) }
  }

  /// What a line needs beside its posting.
  static let lineJoins = """
    JOIN entry ON entry.id = posting.entry
    JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
    LEFT JOIN lettered ON lettered.entry = posting.entry AND lettered.line = posting.line
    LEFT JOIN lettering ON lettering.id = lettered.lettering
    """

  /// What is open on accounts at the end of a day, by party and age: lines that no lettering of
  /// that day or before has settled.
  ///
  /// - Complexity: O(n) in the lines of the accounts.
  public func aging(of prefix: String, on day: Day) throws -> Aging {
    guard try isOpen(prefix) else { throw ReportRefusal.accountIsNotOpen(prefix) }
    var aging = Aging(on: day)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT account, auxiliary, voucher_date, debit - credit
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account GLOB ? || '*' AND unit = 'cents' AND \(counts) AND date <= ?
          AND NOT EXISTS (
            SELECT 1 FROM lettered JOIN lettering ON lettering.id = lettered.lettering
            WHERE lettered.entry = posting.entry AND lettered.line = posting.line AND day <= ?)
        """, arguments: [prefix, day.description, day.description])
    while let row = try rows.next() {
      aging.add(
        row[0], auxiliary: row[1], voucher: try Day(row[2] as String), balance: row[3])
    }
    return aging
  }
}

/// A page of the journal.
public struct JournalPage: Sendable {
  /// The lines of the page.
  public let lines: [JournalLine]
  /// How many lines there are on all pages.
  public let count: Int
  /// Debits and credits of all pages by unit.
  public let totals: [Total]

  /// Debits and credits in one unit.
  public struct Total: Hashable, Sendable {
    /// The unit.
    public let unit: Unit
    /// The debits.
    public let debit: Int64
    /// The credits.
    public let credit: Int64
  }
}

extension BookReader {
  /// Some of the lines of a period, in order of series, fiscal year, number and line.
  ///
  /// - Parameters:
  ///   - journal: the lines of this journal only.
  ///   - prefix: those on accounts whose numbers begin so.
  ///   - skipping: how many lines to pass over.
  ///   - limit: how many to read at most; nothing for all.
  /// - Complexity: O(n) in the lines of the period.
  public func journal(
    over period: Period, journal: JournalCode?, account prefix: String, skipping: Int, limit: Int?
  ) throws -> JournalPage {
    let condition = """
      date BETWEEN ? AND ? AND (? IS NULL OR journal = ?) AND posting.account GLOB ? || '*'
      """
    let arguments: StatementArguments = [
      period.first.description, (period.last ?? .endOfTime).description, journal?.rawValue,
      journal?.rawValue, prefix,
    ]
    let sums = try Row.fetchAll(
      db,
      sql: """
        SELECT unit, count(*), sum(debit), sum(credit)
        FROM posting JOIN entry ON entry.id = posting.entry WHERE \(condition) GROUP BY unit
        """, arguments: arguments)
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT \(BookReader.lineColumns) FROM posting
        \(BookReader.lineJoins)
        WHERE \(condition) ORDER BY series, fiscal_year, number, posting.line LIMIT ? OFFSET ?
        """, arguments: arguments + [limit ?? -1, skipping])
    return JournalPage(
      lines: try lines.compactMap { try JournalLine($0) },
      count: sums.reduce(0) { $0 + ($1[1] as Int) },
      totals: sums.compactMap { row in
        Unit(rawValue: row[0]).map { JournalPage.Total(unit: $0, debit: row[2], credit: row[3]) }
      }.sorted { $0.unit < $1.unit })
  }
}
