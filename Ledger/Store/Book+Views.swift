import GRDB
public import Journal
public import Units

/// What balances are told apart by.
public enum Grouping: String, Sendable, CaseIterable {
  /// By site.
  case site
  /// By contract.
  case contract
  /// By auxiliary.
  case auxiliary
}

extension BookReader {
  /// The accounts that moved or stand, over a period, in the order of their numbers.
  ///
  /// Whole months come from the totals kept by month; only the days of a month cut by the period
  /// are summed from postings, so the cost does not grow with the book.
  /// - Complexity: O(accounts × months) plus the postings of at most two months.
  public func accounts(over period: Period) throws -> [AccountLine] {
    let last = period.last ?? Day.endOfTime
    let before = try totals(through: period.first.previous)
    let after = try totals(through: last)
    let rows = try Row.fetchAll(
      db, sql: "SELECT number, unit, label_fr, label_en FROM account ORDER BY number")
    return rows.compactMap { row in
      let number: String = row["number"]
      guard let total = after[number], let unit = Unit(rawValue: row["unit"]) else { return nil }
      let opening = before[number] ?? Total()
      return AccountLine(
        account: number, unit: unit, frenchLabel: row["label_fr"], englishLabel: row["label_en"],
        opening: opening.debit - opening.credit, debit: total.debit - opening.debit,
        credit: total.credit - opening.credit)
    }
  }

  private struct Total {
    var debit: Int64 = 0
    var credit: Int64 = 0
  }

  private func totals(through day: Day) throws -> [String: Total] {
    let isWhole = day == day.month.last
    let months = isWhole ? day.month.next : day.month
    var totals: [String: Total] = [:]
    let kept = try Row.fetchAll(
      db,
      sql: """
        SELECT account, sum(debit) AS debit, sum(credit) AS credit FROM month_total
        WHERE month < ? GROUP BY account
        """, arguments: [months.description])
    let rest =
      isWhole
      ? []
      : try Row.fetchAll(
        db,
        sql: """
          SELECT account, sum(debit) AS debit, sum(credit) AS credit
          FROM entry JOIN posting ON posting.entry = entry.id
          WHERE NOT restates AND date BETWEEN ? AND ? GROUP BY account
          """, arguments: [day.month.first.description, day.description])
    for row in kept + rest {
      totals[row["account"], default: Total()].debit += row["debit"] as Int64
      totals[row["account"], default: Total()].credit += row["credit"] as Int64
    }
    return totals
  }

  /// Debits minus credits of an account over a period, told apart by a dimension.
  public func balances(of account: String, over period: Period, by grouping: Grouping) throws
    -> [String: Int64]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(grouping.rawValue) AS name, sum(debit) - sum(credit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account = ? AND NOT restates AND date BETWEEN ? AND ?
          AND \(grouping.rawValue) IS NOT NULL
        GROUP BY name
        """,
      arguments: [
        account, period.first.description, (period.last ?? period.first).description,
      ])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["balance"]) })
  }

  /// The result of a period: sales and other income minus charges, classes 7 and 6.
  public func result(over period: Period) throws -> Cents {
    let lines = try accounts(over: period).filter { "67".contains($0.account.prefix(1)) }
    return try Cents.sum(lines.map { Cents($0.credit - $0.debit) })
  }
}

extension BookReader {
  /// Debits minus credits of an account in each month of a run, months without movement included.
  ///
  /// - Complexity: O(months).
  public func monthlyMovements(
    of account: String, from first: Month, through last: Month
  ) throws -> [(month: Month, movement: Int64)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT month, debit - credit AS movement FROM month_total
        WHERE account = ? AND month BETWEEN ? AND ?
        """, arguments: [account, first.description, last.description])
    let moved: [String: Int64] = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["month"], $0["movement"]) })
    return (0...first.months(until: last)).map { offset in
      let month = first.adding(offset)
      return (month, moved[month.description] ?? 0)
    }
  }

  /// The number of entries of a period.
  public func entryCount(over period: Period) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM entry WHERE date BETWEEN ? AND ?
        """,
      arguments: [
        period.first.description, (period.last ?? Day.endOfTime).description,
      ]) ?? 0
  }
}
