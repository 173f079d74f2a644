import GRDB

/// The schema of the book, version by version.
///
/// Each version is SQL that was never edited once shipped, so it means the same in ten years; none
/// uses a type of the program.
enum Schema {
  /// What each version adds, from the first.
  private static let versions: [[String]] = [
    [Embedded.v0001_book, Embedded.v0001_guards],
    [Embedded.v0002_ledger, Embedded.v0002_guards],
    [
      Embedded.v0003_ledger, Embedded.v0003_parties, Embedded.v0003_shares,
      Embedded.v0003_colleges, Embedded.v0003_payments, Embedded.v0003_production,
    ],
    [
      Embedded.v0004_store, Embedded.v0004_agreements, Embedded.v0004_sales,
      Embedded.v0004_bank, Embedded.v0004_allocation, Embedded.v0004_sealing,
    ],
  ]

  /// The newest version this program knows.
  static var newest: Int { versions.count }

  /// Lays the whole schema into an empty database.
  static func lay(_ db: Database) throws { try lay(db, from: 0) }

  private static func lay(_ db: Database, from version: Int) throws {
    for sql in versions[version...].joined() { try db.execute(sql: sql) }
    try db.execute(sql: "PRAGMA user_version = \(newest)")
  }

  /// Whether a book waits for newer versions of the schema.
  ///
  /// - Throws: ``StoreRefusal/fileIsNoBook(_:)``, ``StoreRefusal/bookIsNewer(_:version:)``.
  static func isOlder(_ db: Database, _ path: String) throws -> Bool {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard id == Book.applicationID else { throw StoreRefusal.fileIsNoBook(path) }
    let found = try version(db)
    guard found <= newest else { throw StoreRefusal.bookIsNewer(path, version: found) }
    return found < newest
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Brings a book to the newest version, whole or not at all.
  ///
  /// Tables that others refer to are rebuilt, so foreign keys rest meanwhile and are checked after.
  static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
      try db.inTransaction(.immediate) {
        // Another process may have been faster.
        if try isOlder(db, path) {
          try lay(db, from: version(db))
          guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
            throw StoreRefusal.databaseFailed("foreign_key_check")
          }
        }
        return .commit
      }
    }
  }
}
