import Foundation
import GRDB
import Intake
import Membership
import Seal
import Store
import TestSupport
import Testing
import Units

/// A book of version 2 that holds shares is taken over whole, and is as sound as before.
@Suite struct OlderBookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A book of this version with members, movements and their entries.
  private func newBook() throws -> String {
    let path = folder.path("new.soleil")
    func file(_ name: String, _ text: String) -> InputFile {
      InputFile(path: name, bytes: Array(text.utf8))
    }
    _ = try Intake.found(
      bookAt: path, statutes: file("s.toml", Tiny.statutes),
      secret: Array(repeating: 5, count: 32), now: Tiny.now)
    let book = try Book(opening: path)
    _ = try importMembers(file("m.csv", Tiny.members), to: book, now: Tiny.now)
    _ = try importShares(file("s.csv", Tiny.shares), to: book, now: Tiny.now)
    return path
  }

  /// The same book as version 2 wrote it: its schema, and of every row the columns it had.
  private func oldBook() throws -> String {
    let (new, old) = (try newBook(), folder.path("old.soleil"))
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: old, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      for name in ["v0001_book", "v0001_guards", "v0002_ledger", "v0002_guards"] {
        try db.execute(sql: Self.schema(name))
      }
      let guards = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in guards { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
      try db.execute(sql: "ATTACH '\(new)' AS new")
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM main.sqlite_schema WHERE type = 'table'")
      for table in tables { try Self.copy(table, db) }
      try db.execute(sql: "DETACH new")
      for row in guards { try db.execute(sql: row[1]) }
      try db.execute(sql: "PRAGMA application_id = 0x534F4C45; PRAGMA user_version = 2")
    }
    try queue.close()
    return old
  }

  private static func schema(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Ledger/Store/Schema/\(name).sql"), encoding: .utf8)
  }

  private static func copy(_ table: String, _ db: Database) throws {
    func columns(_ schema: String) throws -> [String] {
      try Row.fetchAll(db, sql: "PRAGMA \(schema).table_xinfo(\(table))")
        .filter { $0["hidden"] == 0 }.map { $0["name"] }
    }
    let new = try columns("new")
    let shared = try columns("main").filter(new.contains).joined(separator: ", ")
    guard !shared.isEmpty else { return }
    try db.execute(sql: "DELETE FROM main.\(table)")
    try db.execute(
      sql: "INSERT INTO main.\(table) (\(shared)) SELECT \(shared) FROM new.\(table)")
  }

  @Test func `movements of version 2 take effect when they did, and the book is sound`() throws {
    let path = try oldBook()
    try #require(try version(path) == 2)
    let book = try Book(opening: path)
    #expect(try version(path) == 4)
    let report = try examine(bookAt: path, closings: folder.path("closings"))
    #expect(report.faults == [])
    #expect(report.results.flatMap(\.counts).contains { $0.figure == .movements && $0.number == 5 })
    let found = try book.read { page in
      try page.movements().map {
        "\($0.order) \($0.movement.reference) \($0.effective?.description ?? "") \($0.moved.units)"
      }
    }
    #expect(
      found == [
        "1 BS-1 2025-01-02 70", "2 BS-2 2025-01-02 31", "3 BS-3 2025-01-18 11",
        "4 OT-1 2025-02-08 7", "5 RT-1 2025-03-05 2",
      ])
  }

  @Test func `a migrated register goes on as a new one does`() throws {
    let paths = try (oldBook(), folder.path("new.soleil"))
    let late = "date,kind,member,counterparty,shares,amount_cents,reference\n"
    let rows = "2025-04-01,transfer,M0003,M0002,15,75000,OT-2\n"
    let dumps = try [paths.0, paths.1].map { path in
      _ = try importShares(
        InputFile(path: "l.csv", bytes: Array((late + rows).utf8)), to: Book(opening: path),
        now: Tiny.now)
      return try DatabaseQueue(path: path).read { db in
        try ["movement", "capital_day", "leaf", "posting"].flatMap { table in
          try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted()
        }
      }
    }
    #expect(dumps[0] == dumps[1])
  }

  /// What leaves were before they told when their rows were recorded and validated.
  private static let earlierLeaves = """
    SELECT id, '{"date":"' || date || '","journal":"' || journal || '","key":"' || key
      || '","label":"' || label || '","lines":[' || (
        SELECT group_concat('{"account":"' || account || '"'
          || coalesce(',"auxiliary":"' || auxiliary || '"', '')
          || coalesce(',"contract":"' || contract || '"', '') || ',"credit":' || credit
          || ',"debit":' || debit || coalesce(',"site":"' || site || '"', '')
          || ',"unit":"' || unit || '"}')
        FROM (SELECT * FROM posting WHERE entry = id ORDER BY line))
      || '],"type":"entry","voucher":"' || voucher || '","voucherDate":"' || voucher_date || '"}'
    FROM entry
    UNION ALL
    SELECT leaf, '{"amountCents":' || amount_cents
      || coalesce(',"counterparty":"' || counterparty || '"', '') || ',"date":"' || date
      || '","kind":"' || kind || '","member":"' || member || '","order":'
      || order_number || ',"reference":"' || reference || '","shares":' || shares
      || ',"type":"movement"}'
    FROM movement
    UNION ALL
    SELECT leaf, '{"college":"' || college || '","commitment":"' || lower(hex(commitment))
      || '","joined":"' || joined || '","kind":"' || kind || '","member":"' || number
      || '","type":"member"}'
    FROM member
    UNION ALL
    SELECT leaf, '{"body":' || body || ',"key":"' || key || '","kind":"' || kind
      || '","recordedAt":' || recorded_at || ',"type":"fact","validFrom":"' || valid_from || '"}'
    FROM fact
    """

  @Test func `leaves that do not tell when their rows were recorded stay what they are`() throws {
    let path = try newBook()
    let raw = try DatabaseQueue(path: path)
    try raw.write { db in
      let guards = try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name IN ('leaf_stays', 'leaf_in_order')")
      try db.execute(sql: "DROP TRIGGER leaf_stays; DROP TRIGGER leaf_in_order")
      for row in try Row.fetchAll(db, sql: Self.earlierLeaves) {
        try db.execute(
          sql: "UPDATE leaf SET hash = ? WHERE position = ?",
          arguments: [Data(sha256([0] + Array((row[1] as String).utf8)).bytes), row[0] as Int64])
      }
      var log = MerkleLog()
      for hash in try Data.fetchAll(db, sql: "SELECT hash FROM leaf ORDER BY position") {
        log.append(leafHash: Digest(Array(hash)))
      }
      try db.execute(
        sql: "UPDATE frontier SET tree = ?", arguments: [Data(log.frontier.flatMap(\.bytes))])
      for sql in guards { try db.execute(sql: sql) }
    }
    let closings = folder.path("closings")
    #expect(try examine(bookAt: path, closings: closings).faults == [])
    let size = try Book(opening: path).read { try $0.logHead().size }
    _ = try importShares(
      InputFile(path: "s.csv", bytes: Array(Tiny.shares.utf8)), to: Book(opening: path),
      now: Tiny.now)
    #expect(try Book(opening: path).read { try $0.logHead().size } == size)
    try raw.write { db in
      try db.execute(sql: "DROP TRIGGER entry_stays; UPDATE entry SET label = 'autre' WHERE id = 9")
    }
    #expect(
      try examine(bookAt: path, closings: closings).faults.map(\.code).contains(
        "row-is-not-its-leaf"))
  }

  private func version(_ path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }
}
