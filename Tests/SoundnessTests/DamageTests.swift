import GRDB
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Units

/// Each damage that a hand with the file can do is found, under its name and no other.
@Suite struct DamageTests {
  @Test func `a book that nobody touched is sound, and much of it was looked at`() throws {
    let book = try SoundBook()
    let report = try Store.examine(
      bookAt: book.path, closings: book.closings, also: [.sharing])
    #expect(report.faults == [] && report.isSound)
    #expect(report.results.map(\.check) == SoundnessCheck.allCases)
    #expect(report.results.allSatisfy { $0.ending == .sound && $0.obstacle == nil })
    let counts = Dictionary(
      uniqueKeysWithValues: report.results.flatMap(\.counts).map { ($0.figure, $0.number) })
    let many: [SoundnessFigure] = [
      .objects, .leaves, .rows, .entries, .lines, .totals, .movements,
    ]
    for figure in many { #expect((counts[figure] ?? 0) > 4, "\(figure)") }
    #expect(counts[.leaves] == counts[.rows] && counts[.closings] == 2 && counts[.folders] == 2)
  }

  @Test(arguments: [
    // One cent from one member to another.
    """
    UPDATE posting SET credit = credit + iif(auxiliary = 'member:M0001', 1, -1)
    WHERE entry = (SELECT id FROM entry WHERE key = 'close:2025-02:allocation:result')
      AND auxiliary IN ('member:M0001', 'member:M0002')
    """,
    // One part of a watt-hour carried to the next month.
    """
    UPDATE residue SET owed = CAST(owed AS INTEGER) + iif(beneficiary = 'member:M0001', 1, -1)
    WHERE month = '2025-02' AND division = 'energy/members'
      AND beneficiary IN ('member:M0001', 'member:M0002')
    """,
  ])
  func `an allocation that the book does not give is found`(_ damage: String) throws {
    let book = try SoundBook()
    try book.damage(damage)
    let report = try Store.examine(
      bookAt: book.path, closings: book.closings, also: [.sharing])
    let found = report.results.first { $0.check == .sharing }?.faults.map(\.code)
    #expect(found == ["sharing-does-not-follow"])
  }

  private static let last = "(SELECT max(id) FROM entry)"
  private static let line = "entry = (SELECT id FROM entry WHERE key = 'MARS-3') AND line = 1"

  /// Puts the totals right again, as a careful hand would.
  private static let totals = """
    ; DELETE FROM month_total; INSERT INTO month_total
      SELECT account, substr(date, 1, 7), sum(debit), sum(credit)
      FROM posting JOIN entry ON entry.id = posting.entry WHERE NOT restates GROUP BY 1, 2
    """

  static let damages: [(sql: String, found: [String])] = [
    // The file.
    ("UPDATE account SET label_fr = '' WHERE number = '616100'", ["file-is-damaged"]),
    ("DELETE FROM account WHERE number = '616100'", ["row-has-no-parent"]),
    // The schema.
    ("CREATE TABLE notes (text TEXT)", ["schema-object-is-foreign"]),
    ("CREATE VIEW cash AS SELECT 1", ["schema-object-is-foreign"]),
    ("DROP INDEX posting_by_account", ["schema-object-is-missing"]),
    ("PRAGMA user_version = 1", ["schema-is-older"]),
    // The log and the rows it vouches for.
    ("UPDATE frontier SET tree = zeroblob(length(tree))", ["log-is-not-its-leaves"]),
    ("UPDATE frontier SET tree = x'00'", ["log-is-not-its-leaves"]),
    (
      "INSERT INTO leaf SELECT max(position) + 1, 'entry', x'00' FROM leaf",
      ["leaf-has-no-row", "log-is-not-its-leaves"]
    ),
    (
      "UPDATE leaf SET hash = zeroblob(32) WHERE position = (SELECT max(leaf) FROM event)",
      ["log-is-not-its-leaves", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE leaf SET hash = zeroblob(32) WHERE position = 1",
      ["log-is-not-its-leaves", "row-is-not-its-leaf", "sealed-log-is-other"]
    ),
    (
      "DELETE FROM leaf WHERE position = (SELECT max(leaf) FROM event)",
      ["leaf-is-missing", "log-is-not-its-leaves", "row-has-no-parent"]
    ),
    ("UPDATE entry SET label = 'autre' WHERE key = 'ASS-1'", ["row-is-not-its-leaf"]),
    ("UPDATE entry SET voucher_date = '2025-02-02' WHERE key = 'ASS-1'", ["row-is-not-its-leaf"]),
    ("UPDATE entry SET reason = 'autre' WHERE reverses IS NOT NULL", ["row-is-not-its-leaf"]),
    // Two numbers that change places leave no gap.
    (
      "UPDATE entry SET number = number + 1000 WHERE key IN ('MARS-1', 'MARS-3'); "
        + "UPDATE entry SET number = number - 998 WHERE key = 'MARS-1'; "
        + "UPDATE entry SET number = number - 1002 WHERE key = 'MARS-3'", ["row-is-not-its-leaf"]
    ),
    (
      "UPDATE entry SET replaces = NULL, reason = NULL WHERE key = 'MARS-3'",
      ["row-is-not-its-leaf"]
    ),
    ("UPDATE posting SET site = 'nord' WHERE \(line)", ["row-is-not-its-leaf"]),
    ("UPDATE fact SET valid_from = '2024-01-01' WHERE kind = 'meter'", ["row-is-not-its-leaf"]),
    // Another version of the same day would count.
    (
      "UPDATE fact SET id = -1 WHERE id = 3; UPDATE fact SET id = 3 WHERE id = 4; "
        + "UPDATE fact SET id = 4 WHERE id = -1", ["row-is-not-its-leaf"]
    ),
    ("UPDATE member SET joined = '2025-01-01'", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET amount_cents = amount_cents + 1", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET wh = wh + 1 WHERE day = '2025-01-02'", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET quality = 'estimated'", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET exact_mws = exact_mws + 3600000", ["row-is-not-its-leaf"]),
    ("DELETE FROM meter_day WHERE day = '2025-01-02'", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET curve = x'00' WHERE day = '2025-01-02'", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET covered_s = 5 WHERE waits", ["row-is-not-its-leaf"]),
    ("UPDATE meter_day SET waits = 0", ["row-is-not-its-leaf"]),
    ("UPDATE reading_decision SET wh = wh + 1", ["row-is-not-its-leaf"]),
    (
      "UPDATE reading_decision SET verdict = 'rejected', month = NULL, wh = NULL",
      ["row-is-not-its-leaf"]
    ),
    ("UPDATE reading_decision SET reason = 'autre'", ["row-is-not-its-leaf"]),
    ("DELETE FROM reading_decision", ["leaf-has-no-row"]),
    ("UPDATE event SET body = '{}'", ["row-is-not-its-leaf"]),
    ("UPDATE attachment SET name = 'autre.txt'", ["row-is-not-its-leaf"]),
    ("UPDATE attachment SET entry = entry + 1", ["row-is-not-its-leaf"]),
    ("DELETE FROM attachment", ["leaf-has-no-row"]),
    (
      "DELETE FROM voucher_file WHERE digest NOT IN (SELECT digest FROM attachment)",
      ["document-is-missing"]
    ),
    (
      "UPDATE event SET leaf = 0 WHERE id = (SELECT max(id) FROM event)",
      ["leaf-has-no-row", "leaf-is-missing"]
    ),
    ("DELETE FROM event", ["leaf-has-no-row"]),
    (
      "DELETE FROM posting WHERE entry = \(last); DELETE FROM entry WHERE id = \(last)" + totals,
      ["leaf-has-no-row"]
    ),
    ("UPDATE identity SET body = '{}' WHERE member = 'M0002'", ["identity-is-not-committed"]),
    ("UPDATE identity SET salt = zeroblob(32)", ["identity-is-not-committed"]),
    // The salts of the bank's movements come from it as well.
    (
      "UPDATE secret SET value = zeroblob(32)",
      ["identity-is-not-committed", "row-is-not-its-leaf"]
    ),
    ("DELETE FROM identity WHERE member = 'M0002'", ["identity-is-missing"]),
    (
      "INSERT INTO sealed_detail VALUES ('M0002', 1, 'account', zeroblob(60))",
      ["identity-is-not-committed"]
    ),
    (
      "INSERT INTO erasure VALUES ('M0002', 0, 'x', 0)",
      ["identity-outlives-erasure", "leaf-is-missing"]
    ),
    // The bank.
    ("UPDATE bank_line SET text = 'autre' WHERE id = 2", ["row-is-not-its-leaf"]),
    (
      "UPDATE bank_line SET cents = cents - 1 WHERE id = 3",
      ["bank-statement-does-not-add-up", "row-is-not-its-leaf"]
    ),
    (
      "DELETE FROM bank_line WHERE id = 3",
      ["bank-statement-does-not-add-up", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE bank_statement SET closing_cents = 0 WHERE id = 2",
      ["bank-statement-does-not-add-up", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE bank_statement SET known = '[1]' WHERE id = 2",
      ["bank-statement-does-not-add-up", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE bank_match SET body = '{}' WHERE id = 1",
      ["bank-match-is-not-its-lines", "row-is-not-its-leaf"]
    ),
    ("DELETE FROM bank_matched_line", ["bank-match-is-not-its-lines"]),
    ("DELETE FROM bank_matched_posting", ["bank-match-is-not-its-lines"]),
    ("UPDATE bank_matched_line SET line = 2", ["bank-match-is-not-its-lines"]),
    ("INSERT INTO bank_matched_line VALUES (2, 2)", ["bank-match-is-not-its-lines"]),
    ("UPDATE bank_unmatch SET reason = 'autre'", ["row-is-not-its-leaf"]),
    ("DELETE FROM bank_unmatch", ["bank-match-is-not-its-lines", "leaf-has-no-row"]),
    // Entries.
    (
      "UPDATE entry SET number = number + 1 WHERE id = \(last)",
      ["numbers-are-missing", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE posting SET debit = debit + 1 WHERE \(line)" + totals,
      ["entry-is-unbalanced", "row-is-not-its-leaf"]
    ),
    (
      "DELETE FROM posting WHERE \(line)" + totals, ["lines-are-other", "row-is-not-its-leaf"]
    ),
    (
      "DELETE FROM posting WHERE \(line); UPDATE entry SET lines = 1 WHERE key = 'MARS-3'" + totals,
      ["entry-has-too-few-lines", "entry-is-unbalanced", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE entry SET journal = 'EX', number = 99 WHERE id = \(last)" + totals,
      ["account-is-in-the-wrong-journal", "numbers-are-missing", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE posting SET account = '915000' WHERE account = '912000'; INSERT OR IGNORE INTO account "
        + "VALUES ('915000', 'wh', 'a', 'b', NULL)" + totals,
      ["energy-does-not-add-up", "row-is-not-its-leaf"]
    ),
    (
      "INSERT INTO fiscal_year VALUES ('2026-03-01', '2027-02-28'); UPDATE entry SET number = 1, "
        + "fiscal_year = '2026-03-01' WHERE id = \(last)",
      ["entry-is-outside-its-year", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE posting SET debit = iif(debit, 4999, 0), credit = iif(credit, 4999, 0) WHERE entry = "
        + "(SELECT id FROM entry WHERE reverses IS NOT NULL)" + totals,
      ["reversal-is-not-exact", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE month_total SET debit = debit + 1, credit = credit + 1 WHERE account = '512100'",
      ["total-is-not-the-sum"]
    ),
    ("DELETE FROM month_total WHERE account = '616100'", ["total-is-not-the-sum"]),
    // Shares and capital.
    (
      "UPDATE posting SET auxiliary = 'member:M0001' WHERE account = '902000'",
      ["register-differs-from-accounts", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE capital_day SET cents = cents + 5000, shares = shares + 1",
      ["capital-day-is-not-the-sum"]
    ),
    ("DELETE FROM capital_day WHERE date = '2025-01-18'", ["capital-day-is-not-the-sum"]),
    (
      "UPDATE nominal SET cents = 5001",
      [
        "capital-differs-from-shares", "college-differs-from-accounts", "nominal-is-not-declared",
      ]
    ),
    (
      "UPDATE posting SET debit = 2 * debit, credit = 2 * credit WHERE entry = (SELECT id FROM entry "
        + "WHERE key = 'shares:BS-3:capital'); UPDATE capital_day SET cents = cents + 55000 WHERE "
        + "date = '2025-01-18'" + totals,
      [
        "capital-differs-from-shares", "college-differs-from-accounts",
        "opening-is-not-the-balance", "row-has-no-parent", "row-is-not-its-leaf",
      ]
    ),
    (
      "UPDATE posting SET account = '101320' WHERE account = '101310' AND entry = (SELECT id FROM "
        + "entry WHERE key = 'shares:RT-1:capital')" + totals,
      ["college-differs-from-accounts", "row-is-not-its-leaf"]
    ),
    (
      "INSERT INTO standing SELECT 1, 'M0003', 'college', '2025-03-01', 'companies', 'x', 0, max("
        + "position) FROM leaf", ["college-differs-from-accounts", "leaf-is-missing"]
    ),
    ("UPDATE movement_lot SET lot = 3", ["row-is-not-its-leaf"]),
    ("UPDATE movement_lot SET shares = shares + 1", ["row-is-not-its-leaf"]),
    ("DELETE FROM movement_lot", ["row-is-not-its-leaf"]),
    ("INSERT INTO movement_lot VALUES (4, 1, 7)", ["row-is-not-its-leaf"]),
    ("INSERT INTO movement_lot VALUES (99, 1, 1)", ["row-has-no-parent"]),
    (
      "UPDATE movement SET effective = '2025-01-19' WHERE reference = 'BS-3'",
      [
        "college-differs-from-accounts", "register-differs-from-accounts", "row-is-not-its-leaf",
      ]
    ),
    (
      "UPDATE movement SET moved = 1 WHERE reference = 'RT-1'",
      [
        "college-differs-from-accounts", "register-differs-from-accounts", "row-is-not-its-leaf",
      ]
    ),
    ("UPDATE movement SET subject = 1 WHERE reference = 'OT-1'", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET due = '2030-01-01' WHERE reference = 'BS-3'", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET premium_cents = 1", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET price_cents = 1 WHERE reference = 'RT-1'", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET approved = '2025-01-01'", ["row-is-not-its-leaf"]),
    ("UPDATE movement SET reason = 'autre'", ["row-is-not-its-leaf"]),
    // Closings.
    (
      "UPDATE closing SET signature = x'' WHERE sequence = 2",
      ["folder-is-other", "signature-is-missing"]
    ),
    (
      "UPDATE closing SET manifest = x'7b7d' WHERE sequence = 2",
      ["folder-is-other", "manifest-is-not-its-digest"]
    ),
    ("UPDATE closing SET sequence = 3 WHERE sequence = 2", ["chain-is-broken"]),
    (
      "DELETE FROM closing WHERE sequence = 1",
      ["chain-is-broken", "folder-is-unknown", "leaf-has-no-row", "row-has-no-parent"]
    ),
    (
      "UPDATE statement SET body = x'7b7d' WHERE month = '2025-02'",
      ["row-is-not-its-leaf", "statements-are-other"]
    ),
    (
      "UPDATE entry SET date = '2025-01-31' WHERE id = "
        + "(SELECT max(id) FROM entry WHERE date = '2025-02-28')" + totals,
      ["entry-came-after-closing", "row-is-not-its-leaf"]
    ),
    // Years and vouchers.
    (
      "UPDATE posting SET account = '401000' WHERE account = '512100' AND entry = "
        + "(SELECT id FROM entry WHERE restates)",
      ["opening-is-not-the-balance", "row-is-not-its-leaf"]
    ),
    (
      "UPDATE year_closing SET result_cents = result_cents + 1",
      ["result-is-not-the-sum", "row-is-not-its-leaf"]
    ),
    ("UPDATE year_closing SET closed_at = closed_at + 1", ["row-is-not-its-leaf"]),
    ("UPDATE appropriation SET decided_on = '2025-03-04'", ["row-is-not-its-leaf"]),
    ("DELETE FROM appropriation", ["leaf-has-no-row"]),
    // What is paid to members.
    ("UPDATE attestation SET year = 2027", ["row-is-not-its-leaf"]),
    ("DELETE FROM attestation", ["leaf-has-no-row"]),
    ("UPDATE payment_batch SET body = replace(body, '9999', '9998')", ["row-is-not-its-leaf"]),
    ("UPDATE payment_batch SET paid_on = '2025-03-13'", ["row-is-not-its-leaf"]),
    ("UPDATE payment_return SET cents = cents - 1", ["row-is-not-its-leaf"]),
    ("DELETE FROM payment_return", ["leaf-has-no-row"]),
    ("UPDATE tax_return SET paid_on = '2025-04-16'", ["row-is-not-its-leaf"]),
    ("DELETE FROM tax_return", ["leaf-has-no-row"]),
    // What is invoiced, and the VAT declared.
    ("UPDATE invoice SET number = 'F-2'", ["row-is-not-its-leaf"]),
    ("UPDATE invoice SET last = '2025-01-14'", ["row-is-not-its-leaf"]),
    ("UPDATE invoice SET body = replace(body, '7777', '7778')", ["row-is-not-its-leaf"]),
    ("UPDATE invoice SET file = zeroblob(32)", ["row-is-not-its-leaf"]),
    ("DELETE FROM invoice", ["leaf-has-no-row"]),
    ("UPDATE vat_return SET body = replace(body, '12300', '12301')", ["row-is-not-its-leaf"]),
    ("UPDATE vat_return SET last = '2025-03-31'", ["row-is-not-its-leaf"]),
    ("DELETE FROM vat_return", ["leaf-has-no-row"]),
    (
      "UPDATE voucher_file SET body = CAST('Facturé' AS BLOB), bytes = 8",
      ["voucher-is-not-its-digest"]
    ),
  ]

  @Test(arguments: damages) func `a damage is found by its name`(sql: String, expected: [String])
    throws
  {
    let book = try SoundBook()
    try book.damage(sql)
    let report = try book.examine()
    #expect(Set(report.faults.map(\.code)).sorted() == expected)
    #expect(report.isSound == expected.isEmpty)
    #expect(report.results.allSatisfy { $0.obstacle == nil })
  }

  @Test(arguments: [
    ("DROP TRIGGER entry_stays", ["schema-object-is-missing"]),
    (
      "DROP TRIGGER entry_stays; CREATE TRIGGER entry_stays BEFORE UPDATE ON entry WHEN 0 "
        + "BEGIN SELECT 1; END", ["schema-object-is-altered"]
    ),
    (
      "CREATE TRIGGER quiet AFTER INSERT ON posting BEGIN SELECT 1; END",
      ["schema-object-is-foreign"]
    ),
  ])
  func `a guard that was taken away, changed or added is found`(sql: String, expected: [String])
    throws
  {
    let book = try SoundBook()
    try book.run(sql)
    #expect(try book.found() == expected)
  }

  @Test func `every finding names where it is`() throws {
    let book = try SoundBook()
    try book.damage("UPDATE entry SET label = 'autre' WHERE key = 'ASS-1'; DROP VIEW IF EXISTS v")
    #expect(
      try book.examine().faults
        == [.rowIsNotItsLeaf(BookFault.Subject(kind: "entry", name: "ASS-1"))])
  }

  @Test func `of many findings the first are told and the others counted`() throws {
    let book = try SoundBook()
    try book.damage("UPDATE posting SET site = 'x'; UPDATE fact SET valid_from = '2024-01-01'")
    let log = try book.examine().results.first { $0.check == .log }
    #expect(log?.faults.count == SoundnessResult.mostKept)
    #expect((log?.more ?? 0) > 0)
  }

  @Test func `a check that cannot go on says why, and the others go on`() throws {
    let book = try SoundBook()
    try book.run("PRAGMA foreign_keys = OFF")
    try book.run("DROP TABLE attachment; DROP TABLE voucher_file")
    let report = try book.examine()
    #expect(!report.isSound)
    let endings = Dictionary(
      uniqueKeysWithValues: report.results.map { ($0.check, $0.ending) })
    #expect(endings[.schema] == .unsound && endings[.vouchers] == .impossible)
    #expect(endings[.totals] == .sound && endings[.folders] == .sound)
  }
}
