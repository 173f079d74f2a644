import GRDB
public import Journal
public import Units

/// An entry as the book holds it.
public struct StoredEntry: Hashable, Sendable {
  /// Its place in the log, which is how the book knows it.
  let id: Int64
  /// Its name.
  public let reference: EntryReference
  /// What was validated.
  public let content: DraftEntry
  /// When it was first recorded.
  public let recordedAt: Instant
  /// When it was validated.
  public let validatedAt: Instant
  /// The entry that reverses it.
  public let reversedBy: EntryReference?
}

extension BookReader {
  /// The entry of a name.
  ///
  /// - Throws: ``JournalRefusal/entryIsUnknown(_:)``.
  /// - Complexity: O(log n).
  public func entry(_ reference: EntryReference) throws -> StoredEntry {
    // CROSS JOIN: the few years first, then the index of numbers; the planner would read every entry.
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT entry.id FROM fiscal_year CROSS JOIN entry ON fiscal_year = first
          WHERE substr(last, 1, 4) = ? AND series = ? AND number = ?
          """),
      arguments: [reference.year, reference.isMemorandum ? "EX" : "", reference.number])
    guard let entry = try id.flatMap(entry) else {
      throw JournalRefusal.entryIsUnknown(reference.description)
    }
    return entry
  }

  /// A line of the journal with its letters, or nothing when the entry has no such line.
  ///
  /// - Throws: ``JournalRefusal/entryIsUnknown(_:)``.
  public func line(_ reference: LineReference) throws -> JournalLine? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT \(BookReader.lineColumns) FROM entry
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        JOIN posting ON posting.entry = entry.id
        LEFT JOIN lettered ON lettered.entry = entry.id AND lettered.line = posting.line
        LEFT JOIN lettering ON lettering.id = lettered.lettering
        WHERE entry.id = ? AND posting.line = ?
        """, arguments: [entry(reference.entry).id, reference.line]
    ).flatMap { try JournalLine($0) }
  }

  /// The entry of an idempotency key, or nothing.
  public func entry(key: String) throws -> StoredEntry? {
    try Int64.fetchOne(db, sql: "SELECT id FROM entry WHERE key = ?", arguments: [key])
      .flatMap(entry)
  }

  /// The entry at a place in the log, or nothing when another leaf stands there.
  func entry(_ id: Int64) throws -> StoredEntry? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(BookReader.lineColumns), origin, recorded_at, reason,
          (SELECT key FROM entry AS other WHERE other.id = entry.reverses) AS reverses_key,
          (SELECT key FROM entry AS other WHERE other.id = entry.replaces) AS replaces_key
        FROM entry
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        JOIN posting ON posting.entry = entry.id
        LEFT JOIN lettered ON lettered.entry = entry.id AND lettered.line = posting.line
        LEFT JOIN lettering ON lettering.id = lettered.lettering
        WHERE entry.id = ? ORDER BY posting.line
        """, arguments: [id])
    guard let row = rows.first, let heading = try JournalLine.Heading(row) else { return nil }
    return StoredEntry(
      id: id, reference: heading.reference,
      content: DraftEntry(
        key: heading.key, date: heading.date, journal: heading.journal, voucher: heading.voucher,
        voucherDate: heading.voucherDate, label: heading.label, origin: row["origin"],
        postings: rows.compactMap(Posting.init), role: EntryRole(row)),
      recordedAt: Instant(seconds: row["recorded_at"]), validatedAt: heading.validatedAt,
      reversedBy: try reversal(of: id))
  }

  private func reversal(of id: Int64) throws -> EntryReference? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT substr(last, 1, 4) AS year, series, number
        FROM entry JOIN fiscal_year ON first = fiscal_year WHERE reverses = ?
        """, arguments: [id])
    return row.map { row in
      EntryReference(
        year: row["year"], isMemorandum: row["series"] as String == "EX", number: row["number"])
    }
  }
}

extension EntryRole {
  fileprivate init(_ row: Row) {
    let reason: String = row["reason"] ?? ""
    if let key: String = row["reverses_key"] {
      self = .reversal(of: key, reason: reason)
    } else if let key: String = row["replaces_key"] {
      self = .replacement(of: key, reason: reason)
    } else {
      self = row["restates"] ? .opening : .plain
    }
  }
}
