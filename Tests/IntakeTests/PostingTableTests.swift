import Intake
import Journal
import Store
import TestSupport
import Testing
import Text
import Units

/// Entries from tables: bulk, atomic, every refusal at its line.
@Suite struct PostingTableTests {
  private static let heading =
    "key,date,journal,voucher,voucher_date,label,account,aux,site,contract,debit_cents,"
    + "credit_cents,debit_wh,credit_wh,debit_shares,credit_shares\n"

  private static func table(
    _ rows: String..., name: String = "e.csv", block: Int = 7, bytes: Int = 0
  ) -> EntryTable {
    var rest = Array((heading + rows.joined(separator: "\n") + "\n").utf8)[...]
    return EntryTable(path: name, bytes: bytes) {
      defer { rest = rest.dropFirst(block) }
      return Array(rest.prefix(block))
    }
  }

  private static let sale = [
    "K-1,2025-02-01,OD,V-1,2025-01-30,\"Vente, directe\",411000,customer:x,nord,,1234,,,,,",
    "K-1,2025-02-01,OD,V-1,2025-01-30,\"Vente, directe\",701000,,nord,,,1234,,,,",
  ]

  private func refusals(_ tables: [EntryTable], _ mode: PostingMode = PostingMode()) throws
    -> [String]
  {
    let tiny = try TinyBook(.shares)
    let before = try tiny.dump()
    do {
      _ = try post([], tables: tables, to: tiny.book, now: Tiny.now, mode: mode)
      return []
    } catch let refusals as Refusals {
      #expect(try tiny.dump() == before, "all or nothing")
      return refusals.all.map { refusal in
        "\((refusal as? Located)?.place.line ?? 0) \(refusal.code)"
      }
    }
  }

  @Test(arguments: [1, 7, 100_000]) func `rows of one key are one entry, in any block`(
    block: Int
  ) throws {
    let tiny = try TinyBook(.shares)
    let rows = (0..<40).flatMap { step in
      Self.sale.map { $0.replacing("K-1", with: "K-\(step)") }
    }
    let posted = try post(
      [], tables: [Self.table(rows.joined(separator: "\n"), block: block)], to: tiny.book,
      now: Tiny.now)
    #expect(posted.posted == 40 && posted.known == 0 && posted.outcomes.isEmpty)
    let entry = try #require(try tiny.book.read { try $0.entry(key: "K-39") }).content
    #expect(entry.label == "Vente, directe")
    #expect(try entry.voucherDate == Day("2025-01-30"))
    #expect(entry.postings.map(\.analysis.auxiliary) == ["customer:x", nil])
    #expect(entry.origin == "e.csv:80")
    let again = try post(
      [], tables: [Self.table(rows.joined(separator: "\n"))], to: tiny.book, now: Tiny.now)
    #expect(again.posted == 0 && again.known == 40)
  }

  @Test(
    arguments: [
      ([], []),
      ([("1234,,,,,", "1233,,,,,")], ["2 entry-is-unbalanced"]),
      ([("1234,,,,,", "1234,5,,,,")], ["2 line-has-not-one-side"]),
      ([("1234,,,,,", ",,,,,")], ["2 line-has-not-one-side"]),
      ([("1234,,,,,", "12.34,,,,,")], ["2 amount-is-no-integer"]),
      (
        [("1234,,,,,", ",,1234,,,")],
        ["2 account-has-another-unit", "2 entry-is-unbalanced", "2 entry-is-unbalanced"]
      ),
      ([("411000", "199999")], ["2 account-is-unknown"]),
      ([("OD", "XX")], ["2 journal-is-unknown"]),
      ([("2025-02-01", "2025-02-30")], ["2 day-is-not-a-calendar-day"]),
      ([("2025-02-01", "2024-02-01")], ["2 date-is-outside-fiscal-years"]),
      ([("nord", "nulle-part")], ["2 site-is-unknown"]),
      ([("customer:x", "member:M9999")], ["2 member-is-unknown"]),
      ([("customer:x", "loan:x")], ["2 loan-is-unknown"]),
      ([("customer:x,nord,", "customer:x,nord,x")], ["2 contract-is-unknown"]),
      ([("K-1", "close:2025-01:x")], ["2 key-is-reserved"]),
      (
        [("411000", "911000")], ["2 account-has-another-unit", "2 account-is-in-the-wrong-journal"]
      ),
      ([("411000,customer:x", "101310,"), ("OD", "PA")], ["2 account-follows-from-elsewhere"]),
      ([("411000,customer:x", "101310,")], ["2 account-is-in-the-wrong-journal"]),
    ] as [([(String, String)], [String])])
  func `what is wrong is told at its line`(changes: [(String, String)], expected: [String]) throws {
    let rows = changes.reduce(Self.sale) { rows, change in
      rows.map { $0.replacing(change.0, with: change.1) }
    }
    var found: [String]
    do { found = try refusals([Self.table(rows[0], rows[1])]) } catch let refusal
      as JournalRefusal
    { found = ["0 \(refusal.code)"] }
    #expect(found == expected)
  }

  @Test func `a name that the book does not know says which`() throws {
    let tiny = try TinyBook(.shares)
    let rows = Self.sale.map { $0.replacing("nord", with: "nulle-part") }
    let error = #expect(throws: Refusals.self) {
      try post(
        [], tables: [Self.table(rows.joined(separator: "\n"))], to: tiny.book, now: Tiny.now)
    }
    let reason = (error?.all.first as? Located)?.reason as? JournalRefusal
    #expect(reason == JournalRefusal.nameIsUnknown(.site, "nulle-part"))
  }

  @Test(arguments: [("101310", "OD"), ("101310", "PA"), ("901000", "EX"), ("911000", "EX")])
  func `what the register and the readings write is not written by hand`(
    account: String, journal: String
  ) throws {
    let tiny = try TinyBook(.shares)
    let unit = account == "101310" ? "cents" : account == "901000" ? "shares" : "wh"
    let other = account == "101310" ? "512100" : account == "901000" ? "902000" : "912000"
    let file = TinyBook.file(
      "e.toml",
      """
      [[entry]]
      key = "H-1"
      date = 2025-02-01
      journal = "\(journal)"
      voucher = "V"
      label = "L"
      lines = [
        { account = "\(other)", debit_\(unit) = 1 }, { account = "\(account)", credit_\(unit) = 1 },
      ]
      """)
    let error = #expect(throws: Refusals.self) { try post([file], to: tiny.book, now: Tiny.now) }
    let reasons = (error?.all ?? []).compactMap { ($0 as? Located)?.reason as? IntakeRefusal }
    // In the wrong journal the entry is not sound at all.
    let first = account == "101310" ? account : other
    #expect(reasons == (journal == "OD" ? [] : [.accountFollowsFromElsewhere(first)]))
  }

  @Test func `rows of one entry agree on what they share`() throws {
    let other = Self.sale[1].replacing("V-1", with: "V-2")
    #expect(
      try refusals([Self.table(Self.sale[0], other)]) == ["3 rows-of-entry-differ"])
  }

  @Test func `an entry that stands twice in a row is not an entry of twice the amount`() throws {
    let rows = (Self.sale + Self.sale).joined(separator: "\n")
    #expect(try refusals([Self.table(rows)]) == ["2 rows-of-entry-are-repeated"])
    let tiny = try TinyBook(.shares)
    let error = #expect(throws: Refusals.self) {
      try post([], tables: [Self.table(rows)], to: tiny.book, now: Tiny.now)
    }
    let reason = (error?.all.first as? Located)?.reason as? IntakeRefusal
    #expect(reason == .rowsOfEntryAreRepeated(2))
  }

  /// A table said to be large is loaded while the guards rest; the book is the same to the byte.
  @Test func `a large table makes the book that a small one makes`() throws {
    let rows = (1...300).flatMap { step in
      Self.sale.map { $0.replacing("K-1", with: "K-\(step)").replacing("1234", with: "\(step)") }
    }
    let dumps = try [0, 1 << 20].map { bytes in
      let tiny = try TinyBook(.shares)
      let table = Self.table(rows.joined(separator: "\n"), block: 4096, bytes: bytes)
      #expect(try post([], tables: [table], to: tiny.book, now: Tiny.now).posted == 300)
      return try tiny.dump()
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test func `a key that comes back later is another entry`() throws {
    let rows = Self.sale + Self.sale.map { $0.replacing("K-1", with: "K-2") }
    let back = Self.sale.map { $0.replacing("1234", with: "1") }
    #expect(
      try refusals([Self.table((rows + back).joined(separator: "\n"))]) == ["6 key-is-taken"])
  }

  @Test func `faults of all tables and files are told together`() throws {
    let bad = Self.sale.map { $0.replacing("411000", with: "199999") }
    #expect(
      try refusals([Self.table(bad[0], bad[1], name: "a.csv"), Self.table(bad[0], bad[1])])
        == ["2 account-is-unknown", "2 account-is-unknown"])
    #expect(
      try refusals([EntryTable(path: "x.csv") { [] }]) == ["0 csv-heading-is-missing"])
  }

  @Test func `after a thousand faults nobody reads on`() throws {
    let rows = (0..<1500).flatMap { step in
      Self.sale.map { $0.replacing("K-1", with: "K-\(step)").replacing("411000", with: "199999") }
    }
    let told = try refusals([Self.table(rows.joined(separator: "\n"), block: 4096)])
    #expect(told.count == 1001)
    #expect(told.last == "0 reading-stopped")
    #expect(IntakeRefusal.readingStopped(after: 1000).outcome == .badData)
  }

  @Test func `a table without an entry is told, not passed over`() throws {
    #expect(throws: IntakeRefusal.nothingToTakeIn("e.csv")) {
      try post([], tables: [Self.table("")], to: TinyBook(.shares).book, now: Tiny.now)
    }
  }
}
