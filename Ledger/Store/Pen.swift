import GRDB
import GRDBSQLite
import Units

/// A statement that is bound by hand, for rows that come by the hundred thousand.
///
/// Binding through boxed arguments takes as long as SQLite needs to insert the row. The statement itself
/// is kept from one transaction to the next: preparing it takes longer than running it.
@safe struct Pen {
  private let statement: Statement
  private let handle: SQLiteStatement
  private let lent = Lent()

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
  }

  /// Binds a number.
  func bind(_ place: Int32, _ number: Int64) {
    unsafe sqlite3_bind_int64(handle, place, number)
  }

  /// Binds text, or nothing.
  func bind(_ place: Int32, _ text: String?) {
    guard var text else {
      unsafe sqlite3_bind_null(handle, place)
      return
    }
    text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        _ = unsafe sqlite3_bind_text(
          handle, place, bytes.baseAddress, Int32(bytes.count), Pen.copied)
      }
    }
  }

  /// Binds text, or nothing, for one run: everything of such a statement is bound anew each time.
  ///
  /// SQLite would copy it to memory of its own, taken and given back for each value.
  func lend(_ place: Int32, _ text: String?) {
    guard var text else { return bindNull(place) }
    let isLent = text.withUTF8 { utf8 in
      guard let bytes = unsafe lent.keep(utf8) else { return false }
      _ = unsafe sqlite3_bind_text(handle, place, bytes, Int32(utf8.count), nil)
      return true
    }
    if !isLent { bind(place, text) }
  }

  /// Binds bytes for one run, as text is lent.
  func lend(_ place: Int32, _ bytes: [UInt8]) {
    let isLent = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = unsafe lent.keep(buffer) else { return false }
      _ = unsafe sqlite3_bind_blob(handle, place, start, Int32(buffer.count), nil)
      return true
    }
    if !isLent { bind(place, bytes) }
  }

  /// Binds bytes.
  func bind(_ place: Int32, _ bytes: [UInt8]) {
    unsafe sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Pen.copied)
  }

  /// Binds nothing.
  func bindNull(_ place: Int32) { unsafe sqlite3_bind_null(handle, place) }

  /// Runs a statement that answers nothing.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    defer {
      unsafe sqlite3_reset(handle)
      lent.used = 0
    }
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_DONE || result == SQLITE_ROW else { throw failure(result) }
  }

  /// The first row a statement answers, or nothing when there is none.
  ///
  /// - Throws: `DatabaseError`.
  func first() throws -> Row? {
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_ROW else {
      unsafe sqlite3_reset(handle)
      guard result == SQLITE_DONE else { throw failure(result) }
      return nil
    }
    return Row(pen: self)
  }

  /// Hands over the rows a statement answers one by one.
  ///
  /// - Throws: `DatabaseError`, and what the body throws.
  func eachRow(_ body: (Row) throws -> Void) throws {
    defer { unsafe sqlite3_reset(handle) }
    while true {
      let result = unsafe sqlite3_step(handle)
      if result == SQLITE_DONE { return }
      guard result == SQLITE_ROW else { throw failure(result) }
      try body(Row(pen: self))
    }
  }

  /// A row under the pen; it lasts until the statement runs again.
  struct Row {
    fileprivate let pen: Pen

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(pen.handle, column) }

    func bytes(_ column: Int32) -> [UInt8] {
      guard let start = unsafe sqlite3_column_blob(pen.handle, column) else { return [] }
      let count = unsafe Int(sqlite3_column_bytes(pen.handle, column))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    func text(_ column: Int32) -> String {
      guard let start = unsafe sqlite3_column_text(pen.handle, column) else { return "" }
      return unsafe String(cString: start)
    }

    /// The figures of a text as one number: `2025-03` is 202503.
    ///
    /// Numbers are compared faster than words.
    func figures(_ column: Int32) -> Int64 {
      guard let start = unsafe sqlite3_column_text(pen.handle, column) else { return 0 }
      let count = unsafe Int(sqlite3_column_bytes(pen.handle, column))
      return unsafe Store.figures(of: UnsafeBufferPointer(start: start, count: count))
    }

    /// Lets go of the row: an open statement would keep its transaction from ending.
    func close() { unsafe sqlite3_reset(pen.handle) }
  }

  /// `SQLITE_TRANSIENT`, which its header writes as a cast that Swift cannot read.
  private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func failure(_ result: Int32) -> DatabaseError {
    let database = unsafe sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(database)),
      message: unsafe String(cString: sqlite3_errmsg(database)))
  }
}

/// Room for the texts that a statement is lent.
@safe private final class Lent {
  private let bytes: UnsafeMutablePointer<CChar>
  var used = 0

  private static let room = 8192

  init() { unsafe bytes = .allocate(capacity: Lent.room) }

  deinit { unsafe bytes.deallocate() }

  /// Where a copy of some bytes stands, or nothing when there is no room for it.
  func keep(_ text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar>? {
    guard text.count <= Lent.room - used else { return nil }
    let start = unsafe bytes + used
    used += text.count
    if let source = text.baseAddress {
      unsafe UnsafeMutableRawPointer(start).copyMemory(from: source, byteCount: text.count)
    }
    return unsafe UnsafePointer(start)
  }
}

/// The figures among some bytes as one number; what is no figure is passed over.
func figures(of text: some Sequence<UInt8>) -> Int64 {
  var number: Int64 = 0
  for byte in text {
    let figure = byte &- UInt8(ascii: "0")
    if figure <= 9 { number = number &* 10 &+ Int64(figure) }
  }
  return number
}
