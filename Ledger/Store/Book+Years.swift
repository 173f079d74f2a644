import GRDB
public import Journal
public import Units

extension BookWriter {
  /// Opens the first fiscal year; the others follow by themselves.
  public func open(_ year: FiscalYear) throws {
    try db.execute(
      sql: "INSERT INTO fiscal_year (first, last) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [year.first.description, year.last.description])
  }
}

extension BookReader {
  /// The fiscal years that something was posted in, and the first, in order.
  public func fiscalYears() throws -> [FiscalYear] {
    let statement = try db.cachedStatement(
      sql: "SELECT first, last FROM fiscal_year ORDER BY first")
    return try Row.fetchAll(statement).map { row in
      FiscalYear(first: try Day(row["first"] as String), last: try Day(row["last"] as String))
    }
  }

  /// The first fiscal year of the book.
  public func firstFiscalYear() throws -> FiscalYear? { try fiscalYears().first }

  /// The fiscal year a day lies in, opened or not; nothing before the first.
  public func fiscalYear(containing day: Day) throws -> FiscalYear? {
    try firstFiscalYear()?.containing(day)
  }

  /// The last day of the last closed month.
  public func closedThrough() throws -> Day? {
    let statement = try db.cachedStatement(
      sql: "SELECT last_day FROM closing ORDER BY month DESC LIMIT 1")
    return try String.fetchOne(statement).map { try Day($0) }
  }
}
