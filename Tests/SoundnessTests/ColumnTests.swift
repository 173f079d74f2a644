import GRDB
import Store
import TestSupport
import Testing

/// Whatever the log vouches for is told by its leaf, or recomputed.
@Suite struct ColumnTests {
  /// What may change unseen: places of which only the order counts, and when the days of a meter were
  /// recorded, which their file tells.
  private static let untold: Set = [
    "event.id", "fact.id", "statement.position", "meter_day.recorded_at",
  ]

  @Test func `no column of what the log vouches for changes unseen`() throws {
    let original = try SoundBook()
    let columns = try DatabaseQueue(path: original.path).read { db in
      try examinedTables.sorted().flatMap { table in
        try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map { row in
          (table: table, name: row["name"] as String, type: row["type"] as String)
        }.filter { try Int.fetchOne(db, sql: "SELECT count(\($0.name)) FROM \(table)") != 0 }
      }
    }
    #expect(columns.count > 100)
    for (table, name, type) in columns where !Self.untold.contains("\(table).\(name)") {
      let other = ["INTEGER": "\(name) + 1", "BLOB": "zeroblob(length(\(name)))"][type]
      let book = try SoundBook()
      try book.damage(
        "UPDATE OR IGNORE \(table) SET \(name) = \(other ?? "\(name) || 'x'") "
          + "WHERE \(name) IS NOT NULL")
      #expect(try !book.examine().isSound, "\(table).\(name)")
    }
  }
}
