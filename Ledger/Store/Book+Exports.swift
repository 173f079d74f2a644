import GRDB
public import Journal
public import Units

extension BookReader {
  /// Hands over the lines of a year's accounts one by one: its opening entries first, then the others,
  /// each in the order of their numbers; the memorandum stays outside.
  ///
  /// - Complexity: O(lines) in time, in the order of an index; one line at a time in memory.
  public func eachLine(ofAccountsOf year: FiscalYear, _ body: (JournalLine) throws -> Void) throws {
    for isOpening in [true, false] {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(BookReader.lineColumns) FROM entry
          JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
          JOIN posting ON posting.entry = entry.id
          LEFT JOIN lettered ON lettered.entry = entry.id AND lettered.line = posting.line
          LEFT JOIN lettering ON lettering.id = lettered.lettering
          WHERE fiscal_year = ? AND series = '' AND (journal = 'AN') = ?
          ORDER BY number, posting.line
          """, arguments: [year.first.description, isOpening])
      while let row = try rows.next() {
        if let line = try JournalLine(row) { try body(line) }
      }
    }
  }

  /// Debits minus credits through a day, by account and by the first day of the fiscal year they
  /// moved in; openings that say balances again are left out.
  ///
  /// - Complexity: O(lines through the day).
  public func movements(
    through day: Day
  ) throws -> [(account: String, unit: Unit, year: Day, balance: Int64)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, unit, fiscal_year, sum(debit) - sum(credit) AS balance
        FROM entry JOIN posting ON posting.entry = entry.id
        WHERE NOT restates AND date <= ? GROUP BY account, fiscal_year ORDER BY account
        """, arguments: [day.description])
    return try rows.compactMap { row in
      guard let unit = Unit(rawValue: row["unit"]) else { return nil }
      return (row["account"], unit, try Day(row["fiscal_year"] as String), row["balance"])
    }
  }

  /// The French labels of all accounts, by number.
  public func accountLabels() throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT number, label_fr FROM account")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["number"], $0["label_fr"]) })
  }
}
