import GRDB
public import Journal
import Text
public import Units

/// A draft as the book holds it: free until it is validated.
public struct Draft: Hashable, Sendable {
  /// What was written; nothing about it has been checked.
  public let entry: DraftEntry
  /// When it was first recorded.
  public let recordedAt: Instant
}

extension BookReader {
  /// The drafts, by date, then by key.
  public func drafts() throws -> [Draft] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT body, origin, recorded_at FROM draft ORDER BY date, key")
    return try rows.map { row in
      let json = try JSON(reading: Array((row["body"] as String).utf8))
      return Draft(
        entry: try DraftEntry(json, origin: row["origin"]),
        recordedAt: Instant(seconds: row["recorded_at"]))
    }
  }

  /// The draft of a key.
  ///
  /// - Throws: ``JournalRefusal/draftIsUnknown(_:)``.
  public func draft(_ key: String) throws -> Draft {
    guard let draft = try drafts().first(where: { $0.entry.key == key }) else {
      throw JournalRefusal.draftIsUnknown(key)
    }
    return draft
  }
}

extension BookWriter {
  /// Keeps a draft; one of the same key is replaced, and remembers when it was first recorded.
  ///
  /// - Throws: ``JournalRefusal/keyIsTaken(_:entry:)`` when the key is that of an entry.
  public func save(_ draft: DraftEntry) throws {
    if let entry = try reader.entry(key: draft.key) {
      throw JournalRefusal.keyIsTaken(draft.key, entry: entry.reference)
    }
    try db.execute(
      sql: """
        INSERT INTO draft (key, date, body, origin, recorded_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE
        SET date = excluded.date, body = excluded.body, origin = excluded.origin
        """,
      arguments: [
        draft.key, draft.date.description, String(decoding: draft.content, as: UTF8.self),
        draft.origin,
        now.seconds,
      ])
  }

  /// Throws a draft away.
  ///
  /// - Throws: ``JournalRefusal/draftIsUnknown(_:)``.
  public func discard(draft key: String) throws {
    try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [key])
    guard db.changesCount == 1 else { throw JournalRefusal.draftIsUnknown(key) }
  }

  /// Validates a draft: it becomes an entry, which never changes, and is a draft no more.
  ///
  /// - Throws: ``Refusals`` with what is wrong in itself, and as ``post(_:recordedAt:)``.
  @discardableResult
  public func validate(_ draft: Draft) throws -> PostOutcome {
    let outcome = try post(Entry(checking: draft.entry), recordedAt: draft.recordedAt)
    try discard(draft: draft.entry.key)
    return outcome
  }
}
