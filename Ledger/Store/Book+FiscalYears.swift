import GRDB
public import Journal
public import Units

extension BookReader {
  /// The fiscal years of the book.
  public func fiscalYears() throws -> [FiscalYear] {
    try Row.fetchAll(db, sql: "SELECT first, last FROM fiscal_year ORDER BY first").map {
      FiscalYear(first: try Day($0["first"] as String), last: try Day($0["last"] as String))
    }
  }
  /// The fiscal year of a day.
  public func fiscalYear(containing day: Day) throws -> FiscalYear? {
    try firstFiscalYear()?.containing(day)
  }
}
