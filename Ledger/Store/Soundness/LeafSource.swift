import Agreements
import Foundation
import GRDB
import Membership
import Production
import Seal
import Text
import Units

/// A row of the book that a leaf vouches for.
struct LeafRow {
  /// The place of its leaf.
  let position: Int64
  /// The kind of the leaf found there.
  let kind: String?
  /// The hash of the leaf found there.
  let hash: [UInt8]?
  /// How people find it.
  let name: String
  /// The bytes its leaf was made of, written by the same code that wrote them; nothing when the row
  /// cannot be read as what it was.
  let content: () throws -> [UInt8]?
  /// The bytes that an earlier version of the program would have made its leaf of.
  var earlier: (() throws -> [UInt8]?)?

  /// Whether its leaf was made of it.
  func isItsLeaf() throws -> Bool {
    try [content, earlier].contains { try $0?().map { leafHash($0).bytes == hash } ?? false }
  }

  func subject(_ source: LeafSource) -> BookFault.Subject {
    BookFault.Subject(kind: source.kind, name: name)
  }
}

/// A table whose rows are leaves of the log.
struct LeafSource: Sendable {
  /// The kind of its leaves.
  let kind: String
  /// The table.
  let table: String
  /// Hands over its rows, one at a time.
  let each: @Sendable (BookReader, (LeafRow) throws -> Void) throws -> Void

  /// Every one of them; a test holds the list against the schema.
  static let all =
    [
      entries, facts, members, movements, readings, days, readingDecisions, statements, closings,
      attachments, yearClosings, appropriations, events, standings, identityVersions, relations,
      erasures,
    ] + payments + invoicing + bank

  /// A table with one leaf a row: the columns name and content are read from, `leaf` among them.
  static func simple(
    _ kind: String, _ table: String, more: String = "NULL",
    name: @escaping @Sendable (Row) -> String,
    content: @escaping @Sendable (Row) throws -> [UInt8]?
  ) -> LeafSource {
    each(kind, table, more: more, name: name) { row in ({ try content(row) }, nil) }
  }

  /// The same where the leaf tells when its row was recorded, as those of older books do not.
  static func simple(
    _ kind: String, _ table: String, more: String = "NULL",
    name: @escaping @Sendable (Row) -> String, sinceRecorded column: String,
    content: @escaping @Sendable (Row, Int64?) throws -> [UInt8]?
  ) -> LeafSource {
    each(kind, table, more: more, name: name) { row in
      ({ try content(row, row[column]) }, { try content(row, nil) })
    }
  }

  private typealias Content = () throws -> [UInt8]?

  private static func each(
    _ kind: String, _ table: String, more: String, name: @escaping @Sendable (Row) -> String,
    contents: @escaping @Sendable (Row) -> (now: Content, earlier: Content?)
  ) -> LeafSource {
    LeafSource(kind: kind, table: table) { page, body in
      let rows = try Row.fetchCursor(
        page.db,
        sql: """
          SELECT \(table).*, \(more), leaf.position AS log_position, leaf.kind AS log_kind,
            leaf.hash AS log_hash
          FROM \(table) LEFT JOIN leaf ON leaf.position = \(table).leaf
          """)
      while let row = try rows.next() {
        let (now, earlier) = contents(row)
        try body(
          LeafRow(
            position: row["log_position"] ?? -1, kind: row["log_kind"],
            hash: (row["log_hash"] as Data?).map(bytes), name: name(row), content: now,
            earlier: earlier))
      }
    }
  }

  /// Of two versions of a day the later one counts, so they stand in the order of their leaves.
  private static let facts = each(
    "fact", "fact", more: "lag(fact.leaf, 1, -1) OVER (ORDER BY fact.id) AS before",
    name: { "\($0["kind"] as String) \($0["key"] as String)" }
  ) { row in
    let content = { (tellsOrigin: Bool) -> [UInt8]? in
      guard let kind = FactKind(rawValue: row["kind"]),
        (row["before"] as Int64) < (row["leaf"] as Int64)
      else { return nil }
      return Fact(
        kind: kind, key: row["key"], validFrom: try Day(row["valid_from"] as String),
        body: try JSON(reading: Array((row["body"] as String).utf8)), origin: row["origin"]
      ).leaf(recordedAt: Instant(seconds: row["recorded_at"]), tellsOrigin: tellsOrigin).canonical
    }
    return ({ try content(true) }, { try content(false) })
  }

  private static let members = simple(
    "member", "member", name: { $0["number"] },
    sinceRecorded: "recorded_at",
    content: { row, recordedAt in
      memberLeaf(
        number: row["number"], college: row["college"], kind: row["kind"], joined: row["joined"],
        commitment: digest(row["commitment"]), recordedAt: recordedAt
      ).canonical
    })

  private static let statements = simple(
    "statement", "statement",
    name: { "\($0["month"] as String) \($0["member"] as String)" },
    content: { bytes($0["body"]) })

  private static let attachments = simple(
    "attachment", "attachment",
    more: "(SELECT key FROM entry WHERE id = attachment.entry) AS entry_key",
    name: { $0["name"] },
    sinceRecorded: "attached_at",
    content: { row, attachedAt in
      let key: String? = row["entry_key"]
      return key.map {
        attachmentLeaf(
          entry: $0, name: row["name"], digest: digest(row["digest"]), attachedAt: attachedAt
        ).canonical
      }
    })

  private static let yearClosings = simple(
    "year-closing", "year_closing", name: { $0["fiscal_year"] },
    content: { row in
      yearClosingLeaf(
        first: row["fiscal_year"], closedAt: row["closed_at"], result: row["result_cents"],
        opening: row["opening_entry"]
      ).canonical
    })

  private static let appropriations = simple(
    "appropriation", "appropriation", name: { $0["reference"] },
    content: { row in
      appropriationLeaf(
        first: row["fiscal_year"], kind: row["kind"], sequence: row["sequence"],
        decidedOn: row["decided_on"], reference: row["reference"],
        body: try JSON(reading: Array((row["body"] as String).utf8)), entry: row["entry"],
        recordedAt: row["recorded_at"]
      ).canonical
    })

  private static let standings = simple(
    "standing", "standing",
    name: { "\($0["member"] as String) \($0["aspect"] as String)" },
    content: { row in
      try Standing(row)?.leaf(recordedAt: Instant(seconds: row["recorded_at"])).canonical
    })

  private static let events = simple(
    "event", "event", name: { "\($0["id"] as Int64) \($0["kind"] as String)" },
    content: { row in
      Event(
        kind: row["kind"], recordedAt: Instant(seconds: row["recorded_at"]),
        body: try JSON(reading: Array((row["body"] as String).utf8))
      ).leaf.canonical
    })
}
