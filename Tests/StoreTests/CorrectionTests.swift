import GRDB
import Journal
import Store
import TestSupport
import Testing
import Text
import Units

/// Corrections add, they never edit: drafts, reversals, letters, vouchers.
@Suite struct CorrectionTests {
  private let filled: FilledBook

  init() throws { filled = try FilledBook() }

  private func write<Value>(_ body: (BookWriter) throws -> Value) throws -> Value {
    try filled.book.write(at: FilledBook.now, body)
  }

  private func reversal(of key: String, _ amount: Int64, as name: String = "R-1") throws -> Entry {
    let day = try Day("2025-02-10")
    return try Entry(
      checking: DraftEntry(
        key: name, date: day, journal: .miscellaneous, voucher: "V", voucherDate: day,
        label: "Inverse", origin: "essai",
        postings: [
          Posting(.credit, "512100", amount, .cents), Posting(.debit, "701000", amount, .cents),
        ], role: .reversal(of: key, reason: "erreur")))
  }

  @Test func `what is stored is read back as it was written`() throws {
    let entry = try FilledBook.entry("K-9", "2025-02-07", 77)
    let outcome = try write { try $0.post(entry) }
    #expect(outcome == .posted(try EntryReference("2025/3")))
    let stored = try filled.book.read { try $0.entry(EntryReference("2025/3")) }
    #expect(stored.content == entry.draft && stored.reversedBy == nil)
    #expect(try filled.book.read { try $0.entry(key: "K-9") } == stored)
    #expect(throws: JournalRefusal.entryIsUnknown("2025/4")) {
      try filled.book.read { try $0.entry(EntryReference("2025/4")) }
    }
  }

  @Test func `what is kept of a draft is canonical JSON, whatever it says`() throws {
    var draft = try FilledBook.entry("D-é\"\\|\n", "2025-02-07", 77).draft
    draft.postings[0] = Posting(
      .debit, "512100", 77, .cents,
      Analysis(auxiliary: "supplier:x", site: "nord", contract: "oa-\u{1}"))
    for role in [
      .plain, .opening, .reversal(of: "a", reason: "b"), .replacement(of: "a", reason: "b"),
    ]
      as [EntryRole]
    {
      draft.role = role
      try write { try $0.save(draft) }
      #expect(try filled.book.read { try $0.drafts().map(\.entry) } == [draft])
      let kept = try filled.raw.read { try String.fetchOne($0, sql: "SELECT body FROM draft") }
      let bytes = Array(try #require(kept).utf8)
      #expect(try JSON(reading: bytes).canonical == bytes)
    }
  }

  @Test func `a reversal is the exact inverse, once`() throws {
    for (amount, name) in [(98, "reversal-is-not-exact"), (99, nil)] as [(Int64, String?)] {
      do {
        let outcome = try write { try $0.post(reversal(of: "E-2", amount)) }
        let third = try EntryReference("2025/3")
        #expect(name == nil && outcome == .posted(third))
      } catch let refusal as StoreRefusal { #expect(refusal.code == name) }
    }
    let stored = try filled.book.read { try $0.entry(EntryReference("2025/2")) }
    #expect(stored.reversedBy == (try EntryReference("2025/3")))
    #expect(throws: StoreRefusal.guardHeld("entry-is-reversed-already")) {
      try write { try $0.post(reversal(of: "E-2", 99, as: "R-2")) }
    }
    #expect(throws: StoreRefusal.guardHeld("entry-is-a-reversal")) {
      try write { page in
        let day = try Day("2025-02-10")
        let entry = try FilledBook.entry("R-3", "2025-02-10", 99)
        var draft = entry.draft
        draft.role = .reversal(of: "R-1", reason: "encore")
        draft.date = day
        try page.post(Entry(checking: draft))
      }
    }
    #expect(throws: JournalRefusal.entryIsUnknown("nulle part")) {
      try write { try $0.post(reversal(of: "nulle part", 99, as: "R-4")) }
    }
  }

  @Test func `the database alone keeps a replacement from taking a reversal's place`() throws {
    _ = try write { try $0.post(reversal(of: "E-2", 99)) }
    let before = try filled.dump()
    let sql = """
      INSERT INTO leaf SELECT 1 + max(position), 'entry', zeroblob(32) FROM leaf;
      INSERT INTO posting SELECT (SELECT max(position) FROM leaf), line, account, unit, credit,
        debit, auxiliary, site, contract
      FROM posting WHERE entry = (SELECT id FROM entry WHERE key = 'E-2');
      INSERT OR REPLACE INTO entry (id, key, fiscal_year, date, journal, number, voucher,
        voucher_date, label, origin, recorded_at, validated_at, lines, reverses, reason)
      SELECT (SELECT max(position) FROM leaf), 'H', fiscal_year, date, journal, number + 2, 'V',
        date, 'L', 'O', 1, 1, 2, id, 'r' FROM entry WHERE key = 'E-2'
      """
    #expect(filled.refusal(of: sql) == "entry-is-reversed-already")
    #expect(try filled.dump() == before)
  }

  @Test func `a draft is free, and an entry when it is validated`() throws {
    let day = try Day("2025-02-10")
    var draft = try FilledBook.entry("D-1", "2025-02-10", 5).draft
    draft.postings.removeLast()
    try write { try $0.save(draft) }
    #expect(throws: Refusals.self) { try write { try $0.validate($0.reader.draft("D-1")) } }
    #expect(try filled.book.read { try $0.entry(key: "D-1") } == nil)
    draft.postings.append(Posting(.credit, "701000", 5, .cents))
    try filled.book.write(at: FilledBook.now.adding(seconds: 60)) { try $0.save(draft) }
    #expect(try filled.book.read { try $0.drafts().map(\.entry) } == [draft])
    let later = FilledBook.now.adding(seconds: 3600)
    let outcome = try filled.book.write(at: later) { try $0.validate($0.reader.draft("D-1")) }
    #expect(outcome == .posted(try EntryReference("2025/3")))
    let stored = try filled.book.read { try $0.entry(EntryReference("2025/3")) }
    #expect(stored.recordedAt == FilledBook.now && stored.validatedAt == later)
    #expect(stored.content.date == day)
    #expect(try filled.book.read { try $0.drafts() }.isEmpty)
    #expect(throws: JournalRefusal.draftIsUnknown("D-1")) {
      try write { try $0.discard(draft: "D-1") }
    }
    #expect(throws: JournalRefusal.draftIsUnknown("D-1")) {
      try filled.book.read { try $0.draft("D-1") }
    }
    #expect(throws: JournalRefusal.keyIsTaken("E-1", entry: try EntryReference("2025/1"))) {
      try write { try $0.save(FilledBook.entry("E-1", "2025-02-10", 6).draft) }
    }
  }

  @Test func `an account that is closed takes nothing from its day on`() throws {
    try filled.raw.write {
      try $0.execute(sql: "UPDATE account SET closed_from = '2025-02-15' WHERE number = '512100'")
    }
    let closing = try Day("2025-02-15")
    _ = try write { try $0.post(FilledBook.entry("A-1", "2025-02-14", 1)) }
    #expect(throws: JournalRefusal.accountIsClosed("512100", from: closing)) {
      try write { try $0.post(FilledBook.entry("A-2", "2025-02-15", 1)) }
    }
    #expect(
      filled.refusal(of: "UPDATE account SET closed_from = NULL WHERE number = '512100'")
        == "account-is-append-only")
  }

  @Test func `only the first fiscal year is opened by hand`() throws {
    let accounts = ("512100", "411000")
    _ = try write { try $0.post(FilledBook.entry("AN-1", "2025-02-01", 7, .opening, accounts)) }
    let day = try Day("2026-01-01")
    #expect(throws: JournalRefusal.openingIsWrittenByTheYearEnd(day)) {
      try write { try $0.post(FilledBook.entry("AN-2", "2026-01-01", 7, .opening, accounts)) }
    }
    let before = try filled.book.read { try $0.accounts(over: Period(first: day, last: nil)) }
    var opening = try FilledBook.entry("AN-2", "2026-01-01", 7, .opening, accounts).draft
    opening.role = .opening
    _ = try write { try $0.post(Entry(checking: opening)) }
    let after = try filled.book.read { try $0.accounts(over: Period(first: day, last: nil)) }
    #expect(before == after, "what only says again what is known moves nothing")
  }
}
