import GRDB
public import Membership
public import Units

extension BookReader {
  /// The register of movements in order of number, as known at an instant.
  ///
  /// - Parameters:
  ///   - period: the days of the operations.
  ///   - number: leaves out what does not name this member.
  /// - Complexity: O(movements of the book).
  public func registerLines(
    _ statutes: Statutes, in period: Period? = nil, naming number: MemberNumber? = nil,
    knownAt instant: Instant? = nil
  ) throws -> [RegisterLine] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT order_number, date, effective, kind, member, counterparty, moved, amount_cents,
          reference, recorded_at
        FROM movement WHERE recorded_at <= ? AND date BETWEEN ? AND ? AND moved > 0
          AND (? IS NULL OR member = ? OR counterparty = ?)
        ORDER BY order_number
        """,
      arguments: [
        instant?.seconds ?? Int64.max, period?.first.description ?? "",
        (period?.last ?? Day.endOfTime).description, number?.description, number?.description,
        number?.description,
      ])
    var lines: [RegisterLine] = []
    while let row = try rows.next() { lines.append(try line(row, statutes)) }
    return lines
  }

  private func line(_ row: Row, _ statutes: Statutes) throws -> RegisterLine {
    let date = try Day(row["date"] as String)
    let effective = try (row["effective"] as String?).map { text in try Day(text) }
    let word: String = row["kind"]
    let kind = MovementKind(rawValue: word)
    let member = try MemberNumber(row["member"] as String)
    let counterparty = try (row["counterparty"] as String?).map { text in try MemberNumber(text) }
    let gives = kind?.isTransfer == true || kind?.isExit == true
    return RegisterLine(
      order: row["order_number"], date: date, effective: effective, kind: word,
      giver: gives ? member : nil, receiver: gives ? counterparty : member,
      shares: Shares(row["moved"]), nominal: statutes.nominal(on: effective ?? date),
      amount: Cents(row["amount_cents"]), reference: row["reference"],
      recordedAt: Instant(seconds: row["recorded_at"]))
  }
}
