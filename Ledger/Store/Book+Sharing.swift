public import Allocation
import GRDB
public import Units

/// What a month's entries add to its result: by site, and one by one where they mend another month.
public struct ResultLine: Hashable, Sendable {
  /// The key of the entry, where it mends another month.
  public let key: String?
  /// What happened, and the true day of what came late.
  public let label: String
  /// The label of the entry that it reverses, and the day on which that one stands.
  public let reversed: (label: String, day: Day)?
  /// The site, where the entry names one.
  public let site: String?
  /// Whether the amount is sales.
  public let isSales: Bool
  /// Income less charges.
  public let amount: Cents

  /// Compares everything.
  public static func == (left: ResultLine, right: ResultLine) -> Bool {
    left.key == right.key && left.label == right.label && left.site == right.site
      && left.isSales == right.isSales && left.amount == right.amount
      && left.reversed?.label == right.reversed?.label && left.reversed?.day == right.reversed?.day
  }

  /// Feeds what tells lines apart into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(site)
    hasher.combine(amount)
  }
}

extension BookReader {
  /// The charges and income of a period but for what allocations charged.
  ///
  /// - Parameter mention: the words by which labels tell the real date of what came late.
  /// - Complexity: O(entries of the period).
  public func resultLines(over period: Period, late mention: String) throws -> [ResultLine] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT mends.key, mends.label, other_label, other_date, site, is_sales, sum(amount) AS amount
        FROM (
          SELECT
            iif(e.reverses IS NOT NULL OR e.key GLOB 'close:*:sales-correction:*'
              OR instr(e.label, ?3) > 0, e.key, NULL) AS key,
            iif(e.reverses IS NOT NULL OR e.key GLOB 'close:*:sales-correction:*'
              OR instr(e.label, ?3) > 0, e.label, '') AS label,
            other.label AS other_label, other.date AS other_date, site,
            substr(account, 1, 2) = '70' AS is_sales, credit - debit AS amount
          FROM entry AS e JOIN posting ON posting.entry = e.id
          LEFT JOIN entry AS other ON other.id = e.reverses
          WHERE e.date BETWEEN ?1 AND ?2 AND NOT e.restates
            AND (account GLOB '6*' OR account GLOB '7*')
            AND e.key NOT GLOB 'close:*:allocation*'
        ) AS mends
        GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 5, 6
        """,
      arguments: [period.first.description, (period.last ?? Day.endOfTime).description, mention])
    return try rows.map { row in
      let other: String? = row["other_label"]
      let reversed = try other.map {
        (label: $0, day: try Day(row["other_date"] as String))
      }
      return ResultLine(
        key: row["key"], label: row["label"], reversed: reversed, site: row["site"],
        isSales: row["is_sales"], amount: Cents(row["amount"]))
    }
  }

  /// What the closing of a month left to the next: the residues of every division.
  public func residues(of month: Month) throws -> [Residue] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT division, beneficiary, weight, owed FROM residue
        WHERE month = ? ORDER BY division, beneficiary
        """, arguments: [month.description])
    return try rows.map { row in
      guard let owed = Int128(row["owed"] as String) else {
        throw StoreRefusal.databaseFailed("residue")
      }
      return Residue(
        division: row["division"], beneficiary: try Beneficiary(row["beneficiary"]),
        weight: row["weight"], owed: owed)
    }
  }
}
