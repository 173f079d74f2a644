import GRDB
public import Journal
public import Membership
public import Units

extension BookReader {
  /// The accounts on which the cooperative owes its members money: citizens' loans (168), current
  /// accounts with their interest (455), dividends to be paid (457).
  private static let ofMembers = """
    posting.auxiliary GLOB 'member:*' AND unit = 'cents' AND NOT restates AND (account GLOB '168*'
    OR account GLOB '455*' OR account GLOB '457*')
    """

  /// What was owed to each member before a day; those to whom nothing was are left out.
  ///
  /// - Complexity: O(postings on those accounts).
  public func owedToMembers(before day: Day) throws -> [MemberNumber: Cents] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(posting.auxiliary, 8) AS member, sum(credit - debit) AS cents
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE \(Self.ofMembers) AND date < ? GROUP BY member HAVING cents <> 0
        """, arguments: [day.description])
    return try Dictionary(
      uniqueKeysWithValues: rows.map {
        (try MemberNumber($0["member"] as String), Cents($0["cents"]))
      })
  }

  /// What moved on those accounts in a period, by member, in order of day and entry.
  ///
  /// - Complexity: O(postings on those accounts).
  public func memberAccountLines(in period: Period) throws -> [MemberNumber: [MemberAccountLine]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(posting.auxiliary, 8) AS member, account, date,
          sum(credit - debit) AS cents, \(EntryReference.columns)
        FROM posting JOIN entry ON entry.id = posting.entry
        JOIN fiscal_year ON first = entry.fiscal_year
        WHERE \(Self.ofMembers) AND date BETWEEN ? AND ?
        GROUP BY member, entry.id, account HAVING cents <> 0 ORDER BY date, entry.id, account
        """,
      arguments: [period.first.description, (period.last ?? period.first).description])
    var lines: [MemberNumber: [MemberAccountLine]] = [:]
    for row in rows {
      guard let entry = EntryReference(row) else { continue }
      lines[try MemberNumber(row["member"] as String), default: []].append(
        MemberAccountLine(
          day: try Day(row["date"] as String), entry: entry, account: row["account"],
          amount: Cents(row["cents"])))
    }
    return lines
  }
}
