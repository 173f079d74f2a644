import GRDBSQLite
import Journal
import Units

/// Bare SQLite: the rows of the book in its tables and indexes, without a check, a trigger, a hash
/// or a library between; each entry is one commit, as durable as ours.
@safe final class BareDatabase {
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = unsafe [:]

  init(_ path: String) throws(BenchFault) {
    var opened: OpaquePointer?
    guard unsafe sqlite3_open(path, &opened) == SQLITE_OK, let opened = unsafe opened else {
      throw .database("sqlite3_open \(path)")
    }
    unsafe handle = opened
    try execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;" + Self.tables)
    // The trap: a library may lower the durability behind one's back.
    guard try integer("PRAGMA synchronous") == 2 else { throw .database("not synchronous = FULL") }
  }

  deinit {
    unsafe statements.values.forEach { unsafe _ = sqlite3_finalize($0) }
    unsafe sqlite3_close(handle)
  }

  /// Writes an entry, and has it on the disk when it returns.
  func commit(_ entry: DraftEntry, number: Int64) throws(BenchFault) {
    let date = entry.date.description
    let hash = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 32)
    try run("BEGIN IMMEDIATE", [])
    try run(
      "INSERT INTO leaf (position, kind, hash) VALUES (?, ?, ?)",
      [.integer(number), .text("entry"), .bytes(hash)])
    try run(
      "INSERT INTO entry VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(number), .text(entry.key), .bytes(hash), .text("2020-01-01"), .integer(number),
        .text(date), .text(entry.journal.rawValue), .text(entry.voucher), .text(date),
        .text(entry.label), .text(entry.origin), .integer(0), .integer(0), .integer(number),
      ])
    for (index, line) in entry.postings.enumerated() {
      try run(
        "INSERT INTO posting VALUES (?, ?, ?, 'cents', ?, ?, NULL, NULL, NULL)",
        [
          .integer(number), .integer(Int64(index) + 1), .text(line.account), .integer(line.debit),
          .integer(line.credit),
        ])
      try run(
        "INSERT INTO month_total VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
          + "debit = debit + excluded.debit, credit = credit + excluded.credit",
        [
          .text(line.account), .text(String(date.prefix(7))), .integer(line.debit),
          .integer(line.credit),
        ])
    }
    try run("UPDATE frontier SET size = ?, tree = ?", [.integer(number), .bytes(hash)])
    try run("COMMIT", [])
  }

  private enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
  }

  private func run(_ sql: String, _ values: [Value]) throws(BenchFault) {
    let statement = unsafe try prepared(sql)
    for (index, value) in values.enumerated() {
      unsafe bind(value, Int32(index + 1), statement)
    }
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw .database("\(sql): \(code)") }
  }

  private func bind(_ value: Value, _ index: Int32, _ statement: OpaquePointer) {
    // The database copies what it is given before the call returns.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
    case .text(let text): unsafe sqlite3_bind_text(statement, index, text, -1, copied)
    case .bytes(let bytes):
      unsafe sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
    }
  }

  private func prepared(_ sql: String) throws(BenchFault) -> OpaquePointer {
    if let known = unsafe statements[sql] { return unsafe known }
    var new: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &new, nil) == SQLITE_OK, let new = unsafe new
    else { throw .database(sql) }
    unsafe statements[sql] = new
    return unsafe new
  }

  private func execute(_ sql: String) throws(BenchFault) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw .database(sql)
    }
  }

  private func integer(_ sql: String) throws(BenchFault) -> Int64 {
    let statement = unsafe try prepared(sql)
    defer { unsafe sqlite3_reset(statement) }
    guard unsafe sqlite3_step(statement) == SQLITE_ROW else { throw .database(sql) }
    return unsafe sqlite3_column_int64(statement, 0)
  }

  private static let tables = """
    CREATE TABLE leaf (position INTEGER PRIMARY KEY, kind TEXT, hash BLOB);
    CREATE TABLE frontier (id INTEGER PRIMARY KEY, size INTEGER, tree BLOB);
    INSERT INTO frontier VALUES (1, 0, x'');
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY, key TEXT UNIQUE, digest BLOB, fiscal_year TEXT, series TEXT,
      number INTEGER, date TEXT, journal TEXT, voucher TEXT, voucher_date TEXT, label TEXT,
      origin TEXT, recorded_at INTEGER, validated_at INTEGER, leaf INTEGER UNIQUE,
      UNIQUE (fiscal_year, series, number));
    CREATE INDEX entry_by_date ON entry (date, id);
    CREATE TABLE posting (
      entry INTEGER, line INTEGER, account TEXT, unit TEXT, debit INTEGER, credit INTEGER,
      auxiliary TEXT, site TEXT, contract TEXT, PRIMARY KEY (entry, line)) WITHOUT ROWID;
    CREATE INDEX posting_by_account ON posting (account, entry);
    CREATE TABLE month_total (
      account TEXT, month TEXT, debit INTEGER, credit INTEGER, PRIMARY KEY (account, month)
    ) WITHOUT ROWID;
    """
}
