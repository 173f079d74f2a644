import CSQLiteSettings
import GRDB
import Seal
public import Units

/// The book: one SQLite file that holds everything, and defends itself.
///
/// Reading and writing go through transactions: what a block does happens whole or not at all.
public final class Book {
  /// "Soleil" in the file's header, so that a book is told from any other database.
  static let applicationID: Int32 = 0x534F_4C45

  /// The path as the user named it.
  public let path: String
  let queue: DatabaseQueue

  /// Opens a book.
  ///
  /// - Throws: ``StoreRefusal``.
  public init(opening path: String) throws {
    guard Disk.exists(path) else { throw StoreRefusal.bookIsMissing(path) }
    guard !Disk.isFolder(path) else { throw StoreRefusal.fileIsNotRegular(path) }
    self.path = path
    self.queue = try translating(path) {
      try DatabaseQueue(path: path, configuration: Book.configuration)
    }
    try translating(path) {
      if try queue.read({ db in try Schema.isOlder(db, path) }) { try Schema.migrate(queue, path) }
    }
  }

  /// Creates a book with the schema and nothing else.
  ///
  /// On failure no file is left behind.
  ///
  /// - Parameters:
  ///   - secret: 32 random bytes from which the salts of statements are derived.
  ///   - derivesSalts: whether those of identities are, too, so that the book can be made again to
  ///     the byte; else they are random, and an erased identity cannot even be guessed at.
  /// - Throws: ``StoreRefusal``.
  public init(creating path: String, secret: [UInt8], derivesSalts: Bool = true) throws {
    guard !Disk.exists(path) else { throw StoreRefusal.bookExists(path) }
    try Disk.create(path, [], mode: 0o600)
    self.path = path
    do {
      let queue = try translating(path) {
        try DatabaseQueue(path: path, configuration: Book.configuration)
      }
      self.queue = queue
      try translating(path) { try queue.write { db in try Book.lay(db, secret, derivesSalts) } }
    } catch {
      Disk.remove(path)
      throw error
    }
  }

  /// Runs a block that only reads, on one consistent state of the book.
  public func read<Value>(_ body: (BookReader) throws -> Value) throws -> Value {
    try translating(path) { try queue.read { db in try body(BookReader(db: db)) } }
  }

  /// Runs a block that writes: all of it is kept, or, when it throws or only rehearses, nothing.
  ///
  /// - Parameters:
  ///   - now: the instant recorded with everything that is written.
  ///   - rehearsing: whether to undo everything at the end (`--dry-run`).
  ///   - loading: whether rows come by the thousand: what the guards ask of each is then asked of
  ///     all of them at the end.
  public func write<Value>(
    at now: Instant, rehearsing: Bool = false, loading: Bool = false,
    _ body: (BookWriter) throws -> Value
  ) throws -> Value {
    try translating(path) {
      try queue.writeWithoutTransaction { db in
        var result: Value?
        if loading { try db.execute(sql: Book.forLoading) }
        defer { if loading { try? db.execute(sql: Book.asEver) } }
        try db.inTransaction(.immediate) {
          let writer = try BookWriter(db: db, now: now, isLoading: loading)
          let load = loading ? try Loading(writer) : nil
          result = try body(writer)
          try load?.addUpCapital()
          try writer.finish()
          try load?.judge(writer)
          return rehearsing ? .rollback : .commit
        }
        guard let result else { throw StoreRefusal.databaseFailed("no result") }
        return result
      }
    }
  }

  /// Foreign keys are asked at the end; an index made anew is sorted in parts on the disk, for in memory
  /// it would take as much as all the lines.
  private static let forLoading = "PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE"
  private static let asEver = "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY"

  /// Rollback journal and full synchronisation: one file, durable at each commit.
  ///
  /// Foreign keys are on by default in GRDB. The time-out is short: a person waits.
  private static var configuration: Configuration {
    _ = withoutMemoryStatistics
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;
          PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY
          """)
    }
    return configuration
  }

  /// Whether SQLite was told not to count its memory, once, before the first database is opened.
  ///
  /// It counts under a lock at every allocation, and nobody here reads the count.
  private static let withoutMemoryStatistics = soleil_sqlite_without_memory_statistics()

  private static func lay(_ db: Database, _ secret: [UInt8], _ derivesSalts: Bool) throws {
    try Schema.lay(db)
    if !derivesSalts {
      try db.execute(
        sql: "INSERT INTO setting (name, value) VALUES ('identity-salts', 'random')")
    }
    try db.execute(
      sql: "INSERT INTO secret (name, value) VALUES ('salt', ?)", arguments: [secret.blob])
    try db.execute(sql: "INSERT INTO frontier (id, size, tree) VALUES (1, 0, x'')")
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
  }
}

/// A transaction that reads.
public struct BookReader {
  let db: Database
}

extension BookReader {
  /// The log's frontier, from which it grows on.
  func log() throws -> MerkleLog {
    let statement = try db.cachedStatement(sql: "SELECT size, tree FROM frontier")
    guard let row = try Row.fetchOne(statement) else {
      throw StoreRefusal.databaseFailed("frontier")
    }
    let tree: [UInt8] = bytes(row["tree"])
    guard tree.count.isMultiple(of: 32) else { throw StoreRefusal.logDoesNotRecompute }
    let frontier = stride(from: 0, to: tree.count, by: 32).map { Digest(Array(tree[$0..<$0 + 32])) }
    return try MerkleLog(size: row["size"], frontier: frontier)
  }

  /// The secret from which salts are derived.
  func saltSecret() throws -> [UInt8] {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM secret WHERE name = 'salt'"))
    else { throw StoreRefusal.databaseFailed("secret") }
    return bytes(row["value"])
  }

  /// A salt of 32 bytes for a purpose: the same book and purpose give the same salt, and nobody
  /// without the book's secret can tell it from random bytes.
  ///
  /// - Source: HMAC-SHA256 as a pseudo-random function, RFC 2104, NIST SP 800-108.
  public func salt(for purpose: String) throws -> [UInt8] {
    hmacSHA256(key: try saltSecret(), message: Array(purpose.utf8))
  }
}
