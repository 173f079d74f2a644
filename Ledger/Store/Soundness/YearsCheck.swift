import GRDB
import Journal
import Units

extension Examination {
  /// What each fiscal year opened with is what the years before it left, reckoned again from lines.
  ///
  /// Balance sheet accounts carry over; the results of earlier years stand on 120 or 129 besides what
  /// was posted there.
  func years(_ result: inout SoundnessResult) throws {
    let openings = try Row.fetchAll(
      db,
      sql: """
        SELECT id, fiscal_year, number, series, substr(last, 1, 4) AS year FROM entry
        JOIN fiscal_year ON first = fiscal_year WHERE restates ORDER BY id
        """)
    result.count(.openings, openings.count)
    for opening in openings {
      let restated = try balances("entry.id = ?", [opening["id"] as Int64])
      let left = try carried(before: opening["fiscal_year"])
      for account in Set(restated.keys).union(left.keys).sorted() {
        let (restated, left) = (restated[account] ?? 0, left[account] ?? 0)
        guard restated != left else { continue }
        result.note(
          .openingIsNotTheBalance(
            Self.reference(opening), account: account, restated: restated, balance: left))
      }
    }
    try noteResults(&result)
  }

  private func carried(before day: String) throws -> [String: Int64] {
    var left = try balances("NOT restates AND date < ? AND account < '600000'", [day])
    let years = try String.fetchAll(
      db, sql: "SELECT first FROM fiscal_year WHERE first < ? ORDER BY first", arguments: [day])
    for year in years {
      let sum = try resultSum(ofYear: year)
      left[sum >= 0 ? "120000" : "129000", default: 0] -= sum
    }
    return left.filter { $0.value != 0 }
  }

  /// Debits minus credits by account.
  private func balances(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [String: Int64] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, sum(debit - credit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE \(condition) AND unit = 'cents' GROUP BY account HAVING balance <> 0
        """, arguments: arguments)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// Classes 7 minus 6 of a fiscal year, in cents.
  private func resultSum(ofYear first: String) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT coalesce(sum(credit - debit), 0)
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE NOT restates AND fiscal_year = ? AND account BETWEEN '600000' AND '799999'
        """, arguments: [first]) ?? 0
  }

  private func noteResults(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT fiscal_year, result_cents FROM year_closing ORDER BY fiscal_year")
    for row in rows {
      let sum = try resultSum(ofYear: row[0])
      guard sum != (row[1] as Int64) else { continue }
      result.note(
        .resultIsNotTheSum(try Day(row[0] as String), kept: Cents(row[1]), summed: Cents(sum)))
    }
  }
}
