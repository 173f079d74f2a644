import GRDB
import GRDBSQLite
import Units

/// A statement that is bound by hand, for rows that come by the hundred thousand.
///
/// Binding through boxed arguments takes as long as SQLite needs to insert the row.
@safe struct Pen {
  private let statement: Statement
  private let handle: SQLiteStatement

  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
  }

  /// A value as the database takes it.
  enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    init(_ text: String?) { self = text.map(Value.text) ?? .null }
    init(_ number: Int64?) { self = number.map(Value.integer) ?? .null }
  }

  /// Runs a statement that answers nothing.
  ///
  /// - Throws: `DatabaseError`.
  func run(_ values: Value...) throws {
    try bind(values)
    defer { unsafe sqlite3_reset(handle) }
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_DONE || result == SQLITE_ROW else { throw failure(result) }
  }

  /// The integers of the first row a statement answers, or nothing when there is none.
  ///
  /// - Throws: `DatabaseError`.
  func first(_ values: Value...) throws -> Row? {
    try bind(values)
    let result = unsafe sqlite3_step(handle)
    guard result == SQLITE_ROW else {
      unsafe sqlite3_reset(handle)
      guard result == SQLITE_DONE else { throw failure(result) }
      return nil
    }
    return Row(pen: self)
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

    /// Lets go of the row: an open statement would keep its transaction from ending.
    func close() { unsafe sqlite3_reset(pen.handle) }
  }

  private func bind(_ values: [Value]) throws {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let result =
        switch value {
        case .integer(let number): unsafe sqlite3_bind_int64(handle, place, number)
        case .text(let text): bind(text, at: place)
        case .bytes(let bytes):
          unsafe sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Pen.copied)
        case .null: unsafe sqlite3_bind_null(handle, place)
        }
      guard result == SQLITE_OK else { throw failure(result) }
    }
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        unsafe sqlite3_bind_text(handle, place, bytes.baseAddress, Int32(bytes.count), Pen.copied)
      }
    }
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
