import GRDB
import Store
import TestSupport
import Testing
import Units

/// The book defends itself against any hand that holds it, not only against our program.
@Suite struct GuardTests {
  private static let kept = [
    "fact", "member", "movement", "movement_lot", "source_file", "meter_day", "closing", "residue",
    "statement", "fiscal_year", "leaf", "secret", "nominal", "reading_decision",
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
      "UPDATE entry SET validated_at = validated_at + 1 WHERE key = 'E-1'",
      "validated-entry-is-immutable"
    ),
    ("DELETE FROM entry WHERE key = 'E-2'", "validated-entry-is-immutable"),
    ("UPDATE posting SET debit = 5 WHERE debit > 0", "validated-entry-is-immutable"),
    ("DELETE FROM posting", "validated-entry-is-immutable"),
    (
      "INSERT INTO posting VALUES ((SELECT min(id) FROM entry), 9, '512100', 'cents', 5, 0, NULL, NULL, NULL)",
      "validated-entry-is-immutable"
    ),
    ("UPDATE account SET unit = 'wh' WHERE number = '512100'", "account-is-append-only"),
    ("UPDATE account SET number = '512999' WHERE number = '512100'", "account-is-append-only"),
    ("INSERT INTO leaf VALUES (99, 'x', zeroblob(32))", "leaf-out-of-order"),
    (closing("2025-03", 3, "2025-03-31"), "closing-out-of-order"),
    (closing("2024-12", 2, "2024-12-31"), "closing-out-of-order"),
    ("UPDATE account SET label_fr = 'Autre'", "account-is-append-only"),
    ("DELETE FROM account", "account-is-append-only"),
    ("INSERT INTO never VALUES (1)", "capital-differs-from-register"),
  ]) func `what a hand must not do has a name`(sql: String, expected: String) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(filled.refusal(of: sql) == expected)
    #expect(try filled.dump() == before)
  }

  @Test func `a replacing insert takes neither an entry nor an account`() throws {
    let filled = try FilledBook()
    let entry = "(SELECT min(id) FROM entry)"
    for (id, key) in [(entry, "'other'"), ("50", "'E-1'")] {
      #expect(
        filled.refusal(
          of: "INSERT OR REPLACE INTO entry (id, key, fiscal_year, number, date, journal, voucher,"
            + " voucher_date, label, origin, recorded_at, validated_at, lines) VALUES (\(id), "
            + "\(key), '2025-01-01', 3, '2025-02-01', 'OD', 'V', '2025-02-01', 'L', 'O', 1, 1, 2)")
          == "validated-entry-is-immutable")
    }
    _ = filled.refusal(
      of: "INSERT OR REPLACE INTO account VALUES ('512100', 'wh', 'Autre', 'Other', NULL)")
    let unit = try filled.raw.read {
      try String.fetchOne($0, sql: "SELECT unit FROM account WHERE number = '512100'")
    }
    #expect(unit == "cents")
  }

  private static let lateReading = """
    INSERT INTO meter_day SELECT meter, '2025-01-31', 99, wh, exact_mws, covered_s, quality,
      register_first, register_last, source, first_line, last_line, recorded_at, leaf, 0, curve
    FROM meter_day LIMIT 1
    """
  private static let lateDecision = """
    INSERT INTO reading_decision SELECT leaf, meter, '2025-01-31', version, 'confirmed', 'x', 1, NULL,
      NULL, NULL
    FROM meter_day LIMIT 1
    """

  @Test(
    arguments: [
      (lateReading, "days-are-closed"), (lateDecision, "days-are-closed"),
      (fact("loan", from: "2025-01-31"), "fact-reaches-into-closed-months"),
      (fact("party", from: "2025-01-31"), nil), (fact("loan", from: "2025-02-01"), nil),
    ] as [(String, String?)])
  func `what closed months were reckoned from stays`(sql: String, expected: String?) throws {
    #expect(try FilledBook().refusal(of: sql) == expected)
  }

  @Test(arguments: [
    ("2025-01-31", 0, "days-are-closed"), ("2025-01-31", 1, nil), ("2025-02-01", 0, nil),
  ])
  func `readings by the thousand leave closed months as they are`(
    day: String, waits: Int, expected: String?
  ) throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    let sql = """
      INSERT INTO meter_day SELECT meter, '\(day)', 99, wh, exact_mws, covered_s, quality,
        register_first, register_last, source, first_line, last_line, recorded_at,
        (SELECT max(position) FROM leaf), \(waits), curve
      FROM meter_day LIMIT 1
      """
    #expect(filled.refusal(loading: sql, leaves: 1) == expected)
    #expect((try filled.dump() == before) == (expected != nil))
    #expect(filled.refusal(of: Self.lateReading) != nil, "the guard is awake again")
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

  private static let leaf =
    "INSERT INTO leaf SELECT 1 + max(position), 'entry', zeroblob(32) FROM leaf;"

  /// An entry as a hand would write it after its leaf: its lines, then itself.
  private static func entry(
    date: String = "2025-02-01", journal: String = "OD", number: Int = 3,
    year: String = "2025-01-01", count: Int? = nil, more: String = "NULL, NULL, NULL, 0",
    lines: [(String, String, Int, Int)]
  ) -> String {
    let rows = lines.enumerated().map { place, line in
      "INSERT INTO posting VALUES ((SELECT max(position) FROM leaf), \(place + 1), '\(line.0)', "
        + "'\(line.1)', \(line.2), \(line.3), NULL, NULL, NULL);"
    }
    return rows.joined()
      + "INSERT INTO entry (id, key, fiscal_year, date, journal, number, voucher, voucher_date, "
      + "label, origin, recorded_at, validated_at, lines, reverses, replaces, reason, restates) "
      + "SELECT max(position), 'H-1', '\(year)', '\(date)', '\(journal)', \(number), 'V', "
      + "'\(date)', 'L', 'O', 1, 1, \(count ?? lines.count), \(more) FROM leaf;"
  }

  private static let bank = [("512100", "cents", 7, 0), ("701000", "cents", 0, 7)]
  private static let second = "(SELECT id FROM entry WHERE key = 'E-2')"

  private static let entries: [(sql: String, expected: String?)] = [
    (entry(lines: bank), nil),
    (
      entry(lines: [("512100", "cents", 7, 0), ("701000", "cents", 0, 6)]), "entry-is-unbalanced"
    ),
    (entry(lines: []), "entry-has-too-few-lines"),
    (entry(count: 3, lines: bank), "entry-has-other-lines"),
    (
      entry(lines: [("512100", "wh", 7, 0), ("701000", "wh", 0, 7)]),
      "FOREIGN KEY constraint failed"
    ),
    (entry(journal: "EX", number: 2, lines: bank), "entry-mixes-memorandum"),
    (
      entry(lines: bank + [("911000", "wh", 1, 0), ("912000", "wh", 0, 1)]),
      "entry-mixes-memorandum"
    ),
    (
      entry(
        journal: "EX", number: 2, lines: [("911000", "wh", 1, 0), ("915000", "wh", 0, 1)]),
      "energy-does-not-add-up"
    ),
    (
      entry(
        journal: "EX", number: 2, lines: [("911000", "wh", 1, 0), ("912000", "wh", 0, 1)]), nil
    ),
    (
      entry(journal: "BQ", lines: [("512100", "cents", 7, 0), ("101320", "cents", 0, 7)]),
      "capital-is-outside-its-journals"
    ),
    (
      entry(journal: "PA", lines: [("512100", "cents", 7, 0), ("101320", "cents", 0, 7)]),
      "FOREIGN KEY constraint failed"
    ),
    (entry(date: "2025-01-31", lines: bank), "month-is-closed"),
    (entry(date: "2027-01-01", lines: bank), "date-is-outside-fiscal-years"),
    (entry(number: 4, lines: bank), "number-is-not-next"),
    (entry(number: 2, lines: bank), "number-is-not-next"),
    (
      entry(
        date: "2026-01-01", journal: "AN", number: 1, year: "2026-01-01",
        more: "NULL, NULL, NULL, 1", lines: bank),
      "opening-restates-balances-only"
    ),
    (
      entry(
        date: "2026-01-01", journal: "AN", number: 1, year: "2026-01-01",
        lines: [("512100", "cents", 7, 0), ("411000", "cents", 0, 7)]),
      "opening-is-written-by-the-year-end"
    ),
    (
      entry(
        journal: "AN", more: "NULL, NULL, NULL, 1",
        lines: [("512100", "cents", 7, 0), ("411000", "cents", 0, 7)]),
      "opening-is-written-by-the-year-end"
    ),
    (entry(more: "\(second), NULL, 'r', 0", lines: bank), "reversal-is-not-exact"),
    (
      entry(
        more: "\(second), NULL, 'r', 0",
        lines: [("512100", "cents", 0, 99), ("701000", "cents", 99, 0)]), nil
    ),
  ]

  private static let openings =
    "INSERT INTO account VALUES ('411000', 'cents', 'a', 'b', NULL), "
    + "('101320', 'cents', 'a', 'b', NULL), ('915000', 'wh', 'a', 'b', NULL);"
    + "INSERT INTO fiscal_year VALUES ('2026-01-01', '2026-12-31')"

  @Test(arguments: entries)
  func `an entry goes in only when it keeps every rule`(sql: String, expected: String?) throws {
    let filled = try FilledBook()
    _ = filled.refusal(of: Self.openings)
    let before = try filled.dump()
    #expect(filled.refusal(of: Self.leaf + sql) == expected)
    #expect((try filled.dump() == before) == (expected != nil))
  }

  /// What else may be found first when many are judged: the key of a column, the count of all lines.
  private static let others = [
    "FOREIGN KEY constraint failed": ["schema-constraint", "entry-mixes-memorandum"],
    "number-is-not-next": ["schema-constraint"],
    "entry-has-too-few-lines": ["entry-has-other-lines"],
  ]

  @Test(arguments: entries)
  func `entries by the thousand are judged by the same rules before the commit`(
    sql: String, expected: String?
  ) throws {
    let filled = try FilledBook()
    _ = filled.refusal(of: Self.openings)
    let (before, schema) = try (filled.dump(), filled.schema())
    let found = filled.refusal(loading: sql, leaves: 1)
    #expect(found == expected || Self.others[expected ?? ""]?.contains(found ?? "") == true)
    #expect((try filled.dump() == before) == (expected != nil))
    #expect(try filled.schema() == schema, "the guards are awake again")
    #expect(filled.refusal(of: "DELETE FROM posting") == "validated-entry-is-immutable")
  }

  @Test func `what no entry can be is found when many are loaded`() throws {
    let filled = try FilledBook()
    let line = "'512100', 'cents', 5, 0, NULL, NULL, NULL"
    for (sql, name) in [
      ("INSERT INTO posting VALUES (99, 1, \(line))", "entry-has-other-lines"),
      ("INSERT INTO leaf VALUES (99, 'x', zeroblob(32))", "leaf-out-of-order"),
      ("UPDATE posting SET debit = 5", "validated-entry-is-immutable"),
      ("INSERT INTO month_total VALUES ('999999', '2025-02', 1, 1)", "schema-constraint"),
    ] {
      let before = try filled.dump()
      #expect(filled.refusal(loading: sql) == name, "\(sql)")
      #expect(try filled.dump() == before)
    }
  }

  @Test func `lines without an entry do not outlive their transaction`() throws {
    let filled = try FilledBook()
    let before = try filled.dump()
    #expect(
      filled.refusal(
        of: "INSERT INTO posting VALUES (99, 1, '512100', 'cents', 5, 0, NULL, NULL, NULL)")
        == "FOREIGN KEY constraint failed")
    #expect(try filled.dump() == before)
  }

  @Test(arguments: [
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 0, 0, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 5, 5, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', -5, 0, NULL, NULL, NULL)",
    "INSERT INTO posting VALUES (50, 1, '512100', 'cents', 1.5, 0, NULL, NULL, NULL)",
    "INSERT INTO account VALUES ('5121', 'cents', 'a', 'b', NULL)",
    "INSERT INTO account VALUES ('512101', 'watts', 'a', 'b', NULL)",
    "INSERT INTO identity VALUES ('M0099', 1, zeroblob(32), '{}')",
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
