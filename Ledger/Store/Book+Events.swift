import GRDB
public import Text
public import Units

/// Something that happened to the book itself: an export, for one.
public struct Event: Hashable, Sendable {
  /// What kind of thing.
  public let kind: String
  /// When.
  public let recordedAt: Instant
  /// What is to be remembered of it.
  public let body: JSON
}

extension BookWriter {
  /// Records an event; it is a leaf of the log.
  public func record(event kind: String, _ body: JSON) throws {
    let leaf = Event(kind: kind, recordedAt: now, body: body).leaf
    try db.execute(
      sql: "INSERT INTO event (kind, recorded_at, body, leaf) VALUES (?, ?, ?, ?)",
      arguments: [kind, now.seconds, body.text, try appendLeaf("event", leaf.canonical)])
  }
}

extension BookReader {
  /// The events of a kind, oldest first.
  public func events(kind: String) throws -> [Event] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, recorded_at, body FROM event WHERE kind = ? ORDER BY id",
      arguments: [kind])
    return try rows.map { row in
      Event(
        kind: row["kind"], recordedAt: Instant(seconds: row["recorded_at"]),
        body: try JSON(reading: Array((row["body"] as String).utf8)))
    }
  }
}

extension Event {
  /// The event as a leaf of the log.
  var leaf: JSON {
    [
      "type": "event", "kind": .string(kind), "recordedAt": .integer(recordedAt.seconds),
      "body": body,
    ]
  }
}
