import GRDB
import Store
import TestSupport
import Testing
import Units

/// The book defends itself against any hand that holds it, not only against our program.
@Suite struct GuardTests {
  private static let kept = [
    "fact", "member", "movement", "source_file", "meter_day", "closing", "residue", "statement",
    "fiscal_year", "leaf", "secret",
  ]

  @Test(arguments: kept) func `rows that were written are neither changed nor deleted`(
    table: String
  ) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(before[table]?.isEmpty == false, "\(table) holds something to defend")
    let columns = try filled.raw.read { try $0.columns(in: table).map(\.name) }
    for column in columns {
      #expect(
        filled.refusal(of: "UPDATE \(table) SET \(column) = \(column)")
          == "\(table)-is-append-only", "\(table).\(column)")
    }
    #expect(filled.refusal(of: "DELETE FROM \(table)") == "\(table)-is-append-only")
    #expect(try filled.dump() == before)
  }

  @Test(arguments: kept + ["account", "entry", "posting"])
  func `no row takes the place of another by INSERT OR REPLACE`(table: String) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    let columns = try filled.raw.read { db in
      try Row.fetchAll(db, sql: "PRAGMA table_xinfo(\(table))")
        .filter { $0["hidden"] == 0 }.map { $0["name"] as String }
    }
    let list = columns.joined(separator: ", ")
    _ = filled.refusal(
      of: "INSERT OR REPLACE INTO \(table) (\(list)) SELECT \(list) FROM \(table) LIMIT 1")
    #expect(try filled.dump() == before)
  }

  @Test(arguments: [
    ("UPDATE entry SET label = 'autre' WHERE key = 'E-1'", "validated-entry-is-immutable"),
    ("UPDATE entry SET number = 9 WHERE key = 'E-1'", "validated-entry-is-immutable"),
    (
      "UPDATE entry SET validated_at = NULL, number = NULL, leaf = NULL WHERE key = 'E-1'",
      "validated-entry-is-immutable"
    ),
    ("DELETE FROM entry WHERE key = 'E-2'", "validated-entry-is-immutable"),
    ("UPDATE posting SET debit = 5 WHERE debit > 0", "validated-entry-is-immutable"),
    ("DELETE FROM posting", "validated-entry-is-immutable"),
    (
      "INSERT INTO posting VALUES (1, 9, '512100', 'cents', 5, 0, NULL, NULL, NULL)",
      "validated-entry-is-immutable"
    ),
    ("UPDATE account SET unit = 'wh' WHERE number = '512100'", "account-is-append-only"),
    ("UPDATE account SET number = '512999' WHERE number = '512100'", "account-is-append-only"),
    ("INSERT INTO leaf VALUES (99, 'x', zeroblob(32))", "leaf-out-of-order"),
    (closing("2025-03", 3, "2025-03-31"), "closing-out-of-order"),
    (closing("2024-12", 2, "2024-12-31"), "closing-out-of-order"),
    (
      "INSERT INTO entry (key, digest, fiscal_year, number, date, journal, voucher, voucher_date, "
        + "label, origin, recorded_at, validated_at, leaf) VALUES ('B', zeroblob(32), '2025-01-01', "
        + "9, '2025-02-01', 'OD', 'V', '2025-02-01', 'L', 'O', 1, 1, 0)", "entry-starts-as-draft"
    ),
  ]) func `what a hand must not do has a name`(sql: String, expected: String) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql) == expected)
    #expect(try filled.dump() == before)
  }

  @Test func `a replacing insert cannot carry a validated entry back to a draft`() throws {
    let filled = try FilledBook()
    for key in ["'E-1'", "'other'"] {
      #expect(
        filled.refusal(
          of: "INSERT OR REPLACE INTO entry (id, key, digest, fiscal_year, date, journal, voucher,"
            + " voucher_date, label, origin, recorded_at) VALUES (1, \(key), zeroblob(32), "
            + "'2025-01-01', '2025-02-01', 'OD', 'V', '2025-02-01', 'L', 'O', 1)")
          == "validated-entry-is-immutable")
    }
    _ = filled.refusal(
      of: "INSERT OR REPLACE INTO account VALUES ('512100', 'wh', 'Autre', 'Other')")
    let unit = try filled.raw.read {
      try String.fetchOne($0, sql: "SELECT unit FROM account WHERE number = '512100'")
    }
    #expect(unit == "cents")
  }

  private static let lateReading = """
    INSERT INTO meter_day SELECT meter, '2025-01-31', 99, wh, exact_mws, covered_s, quality,
      register_first, register_last, source, first_line, last_line, recorded_at, leaf
    FROM meter_day LIMIT 1
    """

  @Test(
    arguments: [
      (lateReading, "days-are-closed"),
      (fact("loan", from: "2025-01-31"), "fact-reaches-into-closed-months"),
      (fact("party", from: "2025-01-31"), nil), (fact("loan", from: "2025-02-01"), nil),
    ] as [(String, String?)])
  func `what closed months were reckoned from stays`(sql: String, expected: String?) throws {
    #expect(try FilledBook().refusal(of: sql) == expected)
  }

  @Test(arguments: [
    ("M12a", true), ("M1234567890", true), ("M", true), ("m1", true), ("M123456789", false),
  ])
  func `a member's number can be a file's name`(number: String, isRefused: Bool) throws {
    let found = try FilledBook().refusal(of: Self.member(number))
    #expect(found?.hasPrefix("CHECK constraint failed") == (isRefused ? true : nil))
  }

  private static func fact(_ kind: String, from day: String) -> String {
    "INSERT INTO fact (kind, key, valid_from, body, origin, recorded_at, leaf) "
      + "VALUES ('\(kind)', 'x', '\(day)', '{}', '', 1, (SELECT position FROM leaf WHERE position "
      + "NOT IN (SELECT leaf FROM fact)))"
  }

  private static func member(_ number: String) -> String {
    "INSERT INTO member VALUES ('\(number)', 'c', 'person', '2025-01-01', zeroblob(32), 1, "
      + "(SELECT position FROM leaf WHERE position NOT IN (SELECT leaf FROM member)))"
  }

  private static func closing(_ month: String, _ sequence: Int, _ last: String) -> String {
    "INSERT INTO closing VALUES ('\(month)', \(sequence), 1, '\(last)', x'01', x'02', "
      + "randomblob(32))"
  }

  /// A draft, its lines and its validation, as a hand would write them.
  private static func draft(
    date: String = "2025-02-01", journal: String = "OD", number: Int = 3,
    year: String = "2025-01-01", lines: [(String, String, Int, Int)]
  ) -> String {
    let head =
      "INSERT INTO entry (id, key, digest, fiscal_year, date, journal, voucher, voucher_date, "
      + "label, origin, recorded_at) VALUES (50, 'H-1', zeroblob(32), '\(year)', '\(date)', "
      + "'\(journal)', 'V', '\(date)', 'L', 'O', 1);"
    let rows = lines.enumerated().map { place, line in
      "INSERT INTO posting VALUES (50, \(place + 1), '\(line.0)', '\(line.1)', \(line.2), "
        + "\(line.3), NULL, NULL, NULL);"
    }
    return head + rows.joined()
      + "INSERT INTO leaf SELECT 1 + max(position), 'entry', zeroblob(32) FROM leaf;"
      + "UPDATE entry SET validated_at = 1, number = \(number), "
      + "leaf = (SELECT max(position) FROM leaf) WHERE id = 50;"
  }

  private static let bank = [("512100", "cents", 7, 0), ("701000", "cents", 0, 7)]

  @Test(
    arguments: [
      (draft(lines: bank), nil),
      (
        draft(lines: [("512100", "cents", 7, 0), ("701000", "cents", 0, 6)]), "entry-is-unbalanced"
      ),
      (draft(lines: []), "entry-has-too-few-lines"),
      (draft(lines: [("512100", "wh", 7, 0), ("701000", "wh", 0, 7)]), "account-has-another-unit"),
      (draft(journal: "EX", lines: bank), "entry-mixes-memorandum"),
      (
        draft(lines: bank + [("911000", "wh", 1, 0), ("912000", "wh", 0, 1)]),
        "entry-mixes-memorandum"
      ),
      (draft(date: "2025-01-31", lines: bank), "month-is-closed"),
      (draft(date: "2026-01-01", lines: bank), "date-is-outside-fiscal-years"),
      (draft(number: 4, lines: bank), "number-is-not-next"),
      (draft(number: 2, lines: bank), "number-is-not-next"),
    ] as [(String, String?)])
  func `an entry is validated only when it keeps every rule`(sql: String, expected: String?) throws
  {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql) == expected)
    #expect((try filled.dump() == before) == (expected != nil))
  }

  @Test(arguments: [
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 0, 0, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 5, 5, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', -5, 0, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 1.5, 0, NULL, NULL, NULL)",
    "INSERT INTO account VALUES ('5121', 'cents', 'a', 'b')",
    "INSERT INTO account VALUES ('512101', 'watts', 'a', 'b')",
    "INSERT INTO identity VALUES ('M0099', zeroblob(32), '{}')",
    "INSERT INTO secret VALUES ('short', x'00')",
  ]) func `values against the schema are refused`(sql: String) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql) != nil)
    #expect(try filled.dump() == before)
  }

  @Test func `a guard that holds against the program reaches people by its name`() throws {
    let filled = try FilledBook()
    #expect(throws: StoreRefusal.guardHeld("closing-out-of-order")) {
      try filled.book.write(at: FilledBook.now) { page in
        try page.record(
          StoredClosing(
            month: FilledBook.january.adding(2), sequence: 7, closedAt: FilledBook.now,
            manifest: [9], signature: [9]))
      }
    }
    #expect(throws: StoreRefusal.guardHeld("schema-constraint")) {
      try filled.book.write(at: FilledBook.now) { page in
        try page.open("12", unit: .cents, french: "a", english: "b")
      }
    }
  }
}
