import GRDB
public import Journal
public import Units

extension BookReader {
  /// Hands over the lines of a period one by one, in order of series, fiscal year, number and line.
  ///
  /// Openings of later years are among them, marked as saying again what is known.
  ///
  /// - Complexity: O(lines) in time; one line at a time in memory.
  public func eachLine(over period: Period, _ body: (JournalLine) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(BookReader.lineColumns) FROM entry
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        JOIN posting ON posting.entry = entry.id
        LEFT JOIN lettered ON lettered.entry = entry.id AND lettered.line = posting.line
        LEFT JOIN lettering ON lettering.id = lettered.lettering
        WHERE date BETWEEN ? AND ?
        ORDER BY series, fiscal_year, number, posting.line
        """,
      arguments: [period.first.description, (period.last ?? Day.endOfTime).description])
    while let row = try rows.next() {
      if let line = try JournalLine(row) { try body(line) }
    }
  }

  /// The columns from which a line is read.
  static let lineColumns = """
    entry.key, number, series, substr(fiscal_year.last, 1, 4) AS year, date, journal, voucher,
    voucher_date, label, validated_at, restates, posting.line AS line, posting.account AS account,
    unit, debit, credit, posting.auxiliary AS auxiliary, site, contract, code, day
    """

  /// The lines of a period, in order of series, fiscal year, number and line.
  public func journal(over period: Period) throws -> [JournalLine] {
    var lines: [JournalLine] = []
    try eachLine(over: period) { lines.append($0) }
    return lines
  }
}

extension JournalLine {
  /// A line as the columns of ``BookReader/lineColumns`` tell it.
  init?(_ row: Row) throws {
    guard let heading = try Heading(row), let posting = Posting(row) else { return nil }
    let code: String? = row["code"]
    let letters = try code.map { Letters(code: $0, day: try Day(row["day"] as String)) }
    self.init(entry: heading, line: row["line"], posting: posting, letters: letters)
  }
}

extension JournalLine.Heading {
  init?(_ row: Row) throws {
    guard let journal = JournalCode(rawValue: row["journal"]) else { return nil }
    self.init(
      reference: EntryReference(
        year: row["year"], isMemorandum: row["series"] as String == "EX", number: row["number"]),
      key: row["key"], date: try Day(row["date"] as String), journal: journal,
      voucher: row["voucher"], voucherDate: try Day(row["voucher_date"] as String),
      label: row["label"], validatedAt: Instant(seconds: row["validated_at"]),
      restates: row["restates"])
  }
}

extension Posting {
  init?(_ row: Row) {
    guard let unit = Unit(rawValue: row["unit"]) else { return nil }
    let debit: Int64 = row["debit"]
    self.init(
      debit > 0 ? .debit : .credit, row["account"], debit > 0 ? debit : row["credit"], unit,
      Analysis(auxiliary: row["auxiliary"], site: row["site"], contract: row["contract"]))
  }
}
