import GRDBSQLite
import Units

/// The rows of a book written again by bare SQLite: one `INSERT` a row, in one transaction, into the
/// book's own tables and indexes, without a trigger, a hash or a library between.
@safe final class BareRows {
  private let handle: OpaquePointer

  /// What an import of movements writes.
  private static let tables = [
    ("movement", ""), ("movement_lot", ""), ("leaf", "WHERE kind IN ('movement', 'entry')"),
    ("entry", ""), ("posting", ""), ("month_total", ""),
  ]

  /// An empty database beside a book that is only read.
  init(_ path: String, besides book: String) throws(BenchFault) {
    var opened: OpaquePointer?
    guard unsafe sqlite3_open(path, &opened) == SQLITE_OK, let opened = unsafe opened else {
      throw .database("sqlite3_open \(path)")
    }
    unsafe handle = opened
    try execute("PRAGMA synchronous = FULL; ATTACH '\(book)' AS book")
    for (table, _) in Self.tables {
      let statements = try texts(
        "SELECT sql FROM book.sqlite_schema WHERE tbl_name = '\(table)' AND type <> 'trigger' "
          + "AND sql <> '' ORDER BY type DESC")
      for sql in statements { try execute(sql) }
    }
  }

  deinit { unsafe sqlite3_close(handle) }

  /// Writes every row, and has them on the disk when it returns.
  ///
  /// - Returns: how many rows.
  func write() throws(BenchFault) -> Int64 {
    var rows: Int64 = 0
    try execute("BEGIN IMMEDIATE")
    for (table, filter) in Self.tables { rows += try copy(table, filter) }
    try execute("COMMIT")
    return rows
  }

  private func copy(_ table: String, _ filter: String) throws(BenchFault) -> Int64 {
    let names = try texts("SELECT name FROM pragma_table_info('\(table)', 'book')")
    let columns = names.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let source = unsafe try prepared("SELECT \(columns) FROM book.\(table) \(filter)")
    defer { unsafe sqlite3_finalize(source) }
    let target = unsafe try prepared("INSERT INTO main.\(table) (\(columns)) VALUES (\(marks))")
    defer { unsafe sqlite3_finalize(target) }
    var rows: Int64 = 0
    while unsafe sqlite3_step(source) == SQLITE_ROW {
      for column in 0..<Int32(names.count) {
        unsafe sqlite3_bind_value(target, column + 1, sqlite3_column_value(source, column))
      }
      let code = unsafe sqlite3_step(target)
      unsafe sqlite3_reset(target)
      guard code == SQLITE_DONE else { throw .database("\(table): \(code)") }
      rows += 1
    }
    return rows
  }

  private func texts(_ sql: String) throws(BenchFault) -> [String] {
    let statement = unsafe try prepared(sql)
    defer { unsafe sqlite3_finalize(statement) }
    var found: [String] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      if let text = unsafe sqlite3_column_text(statement, 0) {
        unsafe found.append(String(cString: text))
      }
    }
    return found
  }

  private func prepared(_ sql: String) throws(BenchFault) -> OpaquePointer {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK,
      let statement = unsafe statement
    else { throw .database(sql) }
    return unsafe statement
  }

  private func execute(_ sql: String) throws(BenchFault) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw .database(sql)
    }
  }
}
