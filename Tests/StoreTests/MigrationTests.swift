import Foundation
import GRDB
import Journal
import Production
import Seal
import Store
import TestSupport
import Testing
import Units

/// A book of an earlier version opens, whole, in this one.
@Suite struct MigrationTests {
  /// A book of version 1, laid by the SQL of that version and filled by hand.
  private func oldBook() throws -> String {
    let path = folder.path("old.soleil")
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      for name in ["v0001_book.sql", "v0001_guards.sql"] {
        let sql = root.appending(path: "Ledger/Store/Schema/\(name)")
        try db.execute(sql: String(contentsOf: sql, encoding: .utf8))
      }
      try db.execute(sql: Self.filling)
    }
    try queue.close()
    return path
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let filling = """
    PRAGMA application_id = 0x534F4C45; PRAGMA user_version = 1;
    INSERT INTO secret VALUES ('salt', zeroblob(32));
    INSERT INTO leaf VALUES (0, 'fact', zeroblob(32)), (1, 'entry', zeroblob(32)),
      (2, 'entry', zeroblob(32)), (3, 'readings', x'\(readingsLeaf)');
    INSERT INTO source_file VALUES (zeroblob(32), 'janvier.csv', 9, 'sunny-explorer-month', 1);
    INSERT INTO meter_day VALUES
      ('nord-1', '2025-01-01', 1, 5, 18000000, 86400, 'measured', NULL, NULL, zeroblob(32), 3, 3, 1, 3),
      ('nord-1', '2025-01-02', 1, 6, 21600000, 86400, 'measured', 100, 106, zeroblob(32), 4, 4, 1, 3);
    INSERT INTO frontier VALUES (1, 0, x'');
    INSERT INTO fact VALUES (1, 'capital', 'capital', '2025-01-01',
      '{"share_nominal_cents":5000}', 'o', 1, 0);
    INSERT INTO fiscal_year VALUES ('2025-01-01', '2025-12-31');
    INSERT INTO account VALUES ('512100', 'cents', 'a', 'b'), ('101310', 'cents', 'a', 'b'),
      ('901000', 'shares', 'a', 'b'), ('902000', 'shares', 'a', 'b');
    INSERT INTO entry (id, key, digest, fiscal_year, date, journal, voucher, voucher_date, label,
      origin, recorded_at) VALUES
      (1, 'P-1', zeroblob(32), '2025-01-01', '2025-01-02', 'PA', 'V', '2025-01-02', 'L', 'O', 1),
      (2, 'P-2', zeroblob(32), '2025-01-01', '2025-01-02', 'EX', 'V', '2025-01-02', 'L', 'O', 1);
    INSERT INTO posting VALUES (1, 1, '512100', 'cents', 15000, 0, NULL, NULL, NULL),
      (1, 2, '101310', 'cents', 0, 15000, 'member:M0001', NULL, NULL),
      (2, 1, '902000', 'shares', 3, 0, 'member:M0001', NULL, NULL),
      (2, 2, '901000', 'shares', 0, 3, NULL, NULL, NULL);
    UPDATE entry SET number = 1, validated_at = 1, leaf = id;
    UPDATE frontier SET size = 4, tree = zeroblob(32);
    """

  /// The leaf that version 1 wrote for two days of a meter.
  private static let readingsLeaf: String = {
    let zeros = String(repeating: "0", count: 64)
    let days = [(1, 5, 3), (2, 6, 4)].map { day, energy, line in
      "{\"day\":\"2025-01-0\(day)\",\"firstLine\":\(line),\"lastLine\":\(line),"
        + "\"quality\":\"measured\",\"wh\":\(energy)}"
    }.joined(separator: ",")
    let text =
      "{\"days\":[\(days)],\"meter\":\"nord-1\",\"source\":\"\(zeros)\",\"type\":\"readings\"}"
    return sha256([0] + Array(text.utf8)).hex
  }()

  @Test func `the readings of an old book count as before, and their leaf still vouches for them`()
    throws
  {
    let path = try oldBook()
    let book = try Book(opening: path)
    let days = try book.read { try $0.meterDays(in: Month("2025-01").period) }
    #expect(days.map(\.reading.energy.units) == [5, 6] && days.map(\.version) == [1, 1])
    #expect(days[1].reading.register == WattHours(100)...WattHours(106))
    #expect(
      try book.read { try $0.curve(of: "nord-1", on: days[0].reading.day, version: 1) } == nil)
    let faults = try examine(bookAt: path, closings: folder.path("closings")).faults
    let wrong = faults.compactMap { fault in
      if case .rowIsNotItsLeaf(let subject) = fault { subject.kind } else { nil }
    }
    // The other leaves of this hand-made book were never reckoned.
    #expect(!wrong.isEmpty && !wrong.contains("readings") && !wrong.contains("days"))
  }

  @Test func `entries, lines and totals are those of before, under the new guards`() throws {
    let book = try Book(opening: oldBook())
    let entry = try book.read { try $0.entry(EntryReference("2025/1")) }
    #expect(entry.content.key == "P-1" && entry.content.postings.map(\.amount) == [15000, 15000])
    let year = try Period(checking: Day("2025-01-01"), Day("2025-12-31"))
    let accounts = try book.read { try $0.accounts(over: year) }
    #expect(accounts.map(\.closing) == [-15000, 15000, -3, 3])
    // The capital of the old book is watched over from here on.
    let day = try Day("2025-01-02")
    #expect(
      throws: JournalRefusal.capitalDiffersFromRegister(
        day, capital: Cents(15001), shares: Shares(3), nominal: Cents(5000))
    ) {
      try book.write(at: FilledBook.now) { page in
        try page.post(
          FilledBook.entry("X", "2025-01-02", 1, .shares, ("512100", "101310")))
      }
    }
    _ = try book.write(at: FilledBook.now) { try $0.post(FilledBook.entry("Y", "2025-01-03", 1)) }
    #expect(try book.read { try $0.entry(EntryReference("2025/2")) }.content.key == "Y")
  }

  @Test func `a migrated book has the schema of a new one`() throws {
    let old = try oldBook()
    _ = try Book(opening: old)
    let new = folder.path("new.soleil")
    _ = try Book(creating: new, secret: [UInt8](repeating: 1, count: 32))
    let schemas = try [old, new].map { path in
      try DatabaseQueue(path: path).read { db in
        try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql <> '' ORDER BY name")
      }
    }
    #expect(schemas[0] == schemas[1])
  }

  @Test func `a book of a later version is left alone`() throws {
    let path = try oldBook()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: StoreRefusal.bookIsNewer(path, version: 99)) { try Book(opening: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }
}
