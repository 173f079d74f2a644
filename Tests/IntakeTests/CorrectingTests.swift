import Intake
import Journal
import Store
import TestSupport
import Testing
import Units

/// What a treasurer does after the fact: late entries, reversals, drafts, letters.
@Suite struct CorrectingTests {
  private static func entry(
    _ key: String, _ date: String, _ amount: Int = 500, account: String = "616100"
  ) -> InputFile {
    TinyBook.file(
      "e.toml",
      """
      [[entry]]
      key = "\(key)"
      date = \(date)
      journal = "AC"
      voucher = "F-\(key)"
      label = "Facture"
      lines = [
        { account = "\(account)", debit_cents = \(amount), site = "nord" },
        { account = "401000", credit_cents = \(amount), aux = "supplier:ville" },
      ]
      """)
  }

  /// A book in which January is closed, as far as entries are concerned.
  private func closed() throws -> TinyBook {
    let tiny = try TinyBook(.posted)
    try tiny.book.write(at: Tiny.now) { page in
      try page.record(
        StoredClosing(
          month: TinyBook.january, sequence: 1, closedAt: Tiny.now, manifest: [1], signature: [2]))
    }
    return tiny
  }

  private func stored(_ key: String, _ tiny: TinyBook) throws -> DraftEntry? {
    try tiny.book.read { try $0.entry(key: key)?.content }
  }

  @Test func `a late operation goes in on the first open day and tells its real one`() throws {
    let tiny = try closed()
    let late = Self.entry("F-1", "2025-01-20")
    #expect(throws: Refusals.self) { try post([late], to: tiny.book, now: Tiny.now) }
    let mode = PostingMode(admitsLate: true)
    let posted = try post([late], to: tiny.book, now: Tiny.now, mode: mode)
    #expect(posted.posted == 1)
    let entry = try #require(try stored("F-1", tiny))
    #expect(try entry.date == Day("2025-02-01"))
    #expect(try entry.voucherDate == Day("2025-01-20"))
    #expect(entry.label == "Facture (opération survenue le 2025-01-20)")
    // The same file again is the same entry, though another month is closed meanwhile.
    try tiny.book.write(at: Tiny.now) { page in
      try page.record(
        StoredClosing(
          month: TinyBook.january.next, sequence: 2, closedAt: Tiny.now, manifest: [3],
          signature: [4]))
    }
    for mode in [mode, PostingMode()] {
      #expect(try post([late], to: tiny.book, now: Tiny.now, mode: mode).known == 1)
    }
  }

  @Test func `a reversal and its replacement come together`() throws {
    let tiny = try TinyBook(.posted)
    _ = try post([Self.entry("F-1", "2025-02-20")], to: tiny.book, now: Tiny.now)
    let original = try EntryReference("2025/8")
    let before = try tiny.dump()
    #expect(throws: Refusals.self) {
      try reverse(
        original, in: tiny.book, now: Tiny.now, reason: "montant",
        replacement: Self.entry("F-1-bis", "2025-02-20", account: "999999"))
    }
    #expect(try tiny.dump() == before, "both or neither")
    let corrected = try reverse(
      original, in: tiny.book, now: Tiny.now, reason: "montant",
      replacement: Self.entry("F-1-bis", "2025-02-20", 600))
    #expect(corrected.reversal == (try EntryReference("2025/9")))
    #expect(corrected.replacements == [try EntryReference("2025/10")])
    let inverse = try #require(try stored("reverse:F-1", tiny))
    #expect(inverse.date == (try Day("2025-02-20")))
    #expect(inverse.postings.map(\.side) == [.credit, .debit])
    #expect(inverse.postings.map(\.analysis.site) == ["nord", nil])
    #expect(inverse.label == "Contrepassation de l'écriture 2025/8 : montant")
    #expect(
      try stored("F-1-bis", tiny)?.role == .replacement(of: "F-1", reason: "montant"))
    #expect(throws: JournalRefusal.entryIsReversedAlready(original, by: corrected.reversal)) {
      try reverse(original, in: tiny.book, now: Tiny.now, reason: "encore")
    }
    #expect(throws: JournalRefusal.entryIsAReversal(corrected.reversal)) {
      try reverse(corrected.reversal, in: tiny.book, now: Tiny.now, reason: "encore")
    }
  }

  @Test func `an entry of a closed month is reversed on the first open day`() throws {
    let tiny = try closed()
    let loan = try #require(try tiny.book.read { try $0.entry(key: "PRET-1") })
    let corrected = try reverse(loan.reference, in: tiny.book, now: Tiny.now, reason: "faux")
    let inverse = try tiny.book.read { try $0.entry(corrected.reversal) }.content
    #expect(try inverse.date == Day("2025-02-01"))
    #expect(inverse.voucherDate == loan.content.voucherDate)
    let closed = try Day("2025-01-31")
    let day = try Day("2025-01-20")
    let insurance = try #require(try tiny.book.read { try $0.entry(key: "ASS-1") })
    #expect(throws: JournalRefusal.monthIsClosed(day, closedThrough: closed)) {
      try reverse(insurance.reference, in: tiny.book, now: Tiny.now, reason: "faux", on: day)
    }
  }

  @Test func `what follows from the register is corrected there`() throws {
    let tiny = try TinyBook(.posted)
    let shares = try tiny.book.read { try $0.entry(EntryReference("2025/1")) }
    #expect(
      throws: JournalRefusal.entryFollowsFromElsewhere(shares.reference, key: shares.content.key)
    ) { try reverse(shares.reference, in: tiny.book, now: Tiny.now, reason: "faux") }
  }

  @Test func `a replacement that holds nothing replaces nothing, and the entry stays`() throws {
    let tiny = try TinyBook(.posted)
    let loan = try #require(try tiny.book.read { try $0.entry(key: "PRET-1") })
    let before = try tiny.dump()
    let empty = TinyBook.file("vide.toml", "# rien\n")
    #expect(throws: IntakeRefusal.nothingToTakeIn("vide.toml")) {
      try reverse(
        loan.reference, in: tiny.book, now: Tiny.now, reason: "faux", replacement: empty)
    }
    #expect(try tiny.dump() == before)
  }

  @Test func `a replacement and a draft of a closed month go in late`() throws {
    let tiny = try closed()
    let loan = try #require(try tiny.book.read { try $0.entry(key: "PRET-1") })
    _ = try reverse(
      loan.reference, in: tiny.book, now: Tiny.now, reason: "faux",
      replacement: Self.entry("PRET-2", "2025-01-15"))
    let day = try Day("2025-02-01")
    #expect(try stored("PRET-2", tiny)?.date == day)
    _ = try post(
      [Self.entry("D-3", "2025-01-20")], to: tiny.book, now: Tiny.now,
      mode: PostingMode(asDrafts: true, admitsLate: true))
    #expect(try tiny.book.read { try $0.draft("D-3").entry.date } == day)
  }

  @Test func `what was before the book is not late`() throws {
    let tiny = try closed()
    let error = #expect(throws: Refusals.self) {
      try post(
        [Self.entry("F-0", "2024-12-31")], to: tiny.book, now: Tiny.now,
        mode: PostingMode(admitsLate: true))
    }
    #expect(error?.all.map(\.code) == ["date-is-outside-fiscal-years"])
  }

  @Test func `a voucher holds something`() throws {
    let tiny = try TinyBook(.posted)
    let loan = try #require(try tiny.book.read { try $0.entry(key: "PRET-1") })
    #expect(throws: IntakeRefusal.nothingToTakeIn("vide.pdf")) {
      try attach(
        [InputFile(path: "vide.pdf", bytes: [])], to: loan.reference, in: tiny.book, now: Tiny.now)
    }
  }

  @Test func `drafts are kept, changed, validated together, or thrown away`() throws {
    let tiny = try TinyBook(.posted)
    let mode = PostingMode(asDrafts: true)
    for amount in [500, 700] {
      let posted = try post(
        [Self.entry("D-1", "2025-02-20", amount)], to: tiny.book, now: Tiny.now, mode: mode)
      #expect(posted.drafts == 1 && posted.posted == 0)
    }
    _ = try post(
      [Self.entry("D-2", "2025-02-10", account: "999999")], to: tiny.book, now: Tiny.now,
      mode: mode)
    #expect(try tiny.book.read { try $0.drafts().map(\.entry.key) } == ["D-2", "D-1"])
    let before = try tiny.dump()
    #expect(throws: Refusals.self) { try validateDrafts([], in: tiny.book, now: Tiny.now) }
    let error = #expect(throws: Refusals.self) {
      try validateDrafts(["D-1", "D-9"], in: tiny.book, now: Tiny.now)
    }
    #expect(error?.code == "draft-is-unknown")
    #expect(try tiny.dump() == before)
    #expect(
      try validateDrafts(["D-1"], in: tiny.book, now: Tiny.now)
        == [.posted(try EntryReference("2025/8"))])
    #expect(try stored("D-1", tiny)?.postings.map(\.amount) == [700, 700])
    try discardDrafts(["D-2"], in: tiny.book, now: Tiny.now)
    #expect(try tiny.book.read { try $0.drafts() }.isEmpty)
  }

  @Test func `letters join what is plain, and leave the doubtful to a person`() throws {
    let tiny = try TinyBook(.shares)
    let rows = [
      ("I-1", "401000", "F-1", -500), ("P-1", "401000", "VIR-1", 500),
      ("I-2", "401000", "F-2", -300), ("P-2", "401000", "F-2", 100), ("P-3", "401000", "F-2", 200),
      ("I-4", "401000", "F-4", -900), ("I-5", "401000", "F-5", -900), ("P-4", "401000", "V-9", 900),
    ]
    let files = rows.map { key, account, voucher, amount in
      TinyBook.file(
        "\(key).toml",
        """
        [[entry]]
        key = "\(key)"
        date = 2025-02-20
        journal = "OD"
        voucher = "\(voucher)"
        label = "L"
        lines = [
          { account = "\(account)", \(amount < 0 ? "credit" : "debit")_cents = \(abs(amount)), aux = "supplier:ville" },
          { account = "616100", \(amount < 0 ? "debit" : "credit")_cents = \(abs(amount)) },
        ]
        """)
    }
    _ = try post(files, to: tiny.book, now: Tiny.now)
    let done = try letterWhatIsPlain(ofAccounts: "401", in: tiny.book, now: Tiny.now)
    #expect(done.map(\.code) == ["AA", "AB"])
    let left = try tiny.book.read { try $0.unletteredLines(ofAccounts: "401", through: .endOfTime) }
    #expect(left.map(\.entry.key) == ["I-4", "I-5", "P-4"])
    #expect(try letterWhatIsPlain(ofAccounts: "401", in: tiny.book, now: Tiny.now).isEmpty)
  }
}
