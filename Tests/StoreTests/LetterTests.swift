import Journal
import Store
import TestSupport
import Testing
import Units

/// Letters and vouchers join what belongs together; entries stay as they are.
@Suite struct LetterTests {
  private let filled: FilledBook

  init() throws {
    filled = try FilledBook()
    _ = try filled.book.write(at: FilledBook.now) { page in
      for (key, amount, isInvoice) in [("F-1", 50, true), ("P-1", 30, false), ("P-2", 20, false)]
        as [(String, Int64, Bool)]
      {
        let day = try Day("2025-02-10")
        let party = Analysis(auxiliary: "supplier:ville")
        try page.post(
          Entry(
            checking: DraftEntry(
              key: key, date: day, journal: .purchases, voucher: "F-1", voucherDate: day,
              label: "Essai", origin: "essai",
              postings: [
                Posting(isInvoice ? .credit : .debit, "401000", amount, .cents, party),
                Posting(isInvoice ? .debit : .credit, "616100", amount, .cents),
              ])))
      }
    }
  }

  private func line(_ text: String, _ line: Int) throws -> LineReference {
    LineReference(entry: try EntryReference(text), line: line)
  }

  private func letter(_ lines: LineReference...) throws -> Lettering {
    try filled.book.write(at: FilledBook.now) { page in
      try page.letter(lines, on: Day("2025-03-01"))
    }
  }

  @Test func `an invoice and its two payments are lettered, and set free again`() throws {
    let lines = try [line("2025/3", 1), line("2025/4", 1), line("2025/5", 1)]
    #expect(throws: JournalRefusal.linesDoNotBalance(debit: 30, credit: 50)) {
      try letter(lines[0], lines[1])
    }
    #expect(throws: JournalRefusal.linesAreOfSeveralAccounts(["401000 supplier:ville", "616100"])) {
      try letter(lines[0], line("2025/3", 2))
    }
    #expect(throws: JournalRefusal.lineIsUnknown(try EntryReference("2025/3"), line: 3)) {
      try letter(line("2025/3", 3))
    }
    let before = try filled.book.read {
      try $0.unletteredLines(ofAccounts: "401", through: .endOfTime)
    }
    #expect(before.count == 3)
    let lettering = try letter(lines[0], lines[1], lines[2])
    #expect(
      lettering == Lettering(account: "401000", auxiliary: "supplier:ville", code: "AA"))
    #expect(
      throws: JournalRefusal.lineIsLettered(try EntryReference("2025/3"), line: 1, code: "AA")
    ) { try letter(lines[0], lines[1], lines[2]) }
    let left = try filled.book.read { try $0.unletteredLines(ofAccounts: "4", through: .endOfTime) }
    #expect(left.isEmpty)
    let shown = try filled.book.read {
      try $0.journal(over: Period(first: Day(number: 0), last: nil))
    }
    #expect(shown.compactMap(\.letters?.code) == ["AA", "AA", "AA"])
    try filled.book.write(at: FilledBook.now) { try $0.unletter(lettering) }
    #expect(throws: JournalRefusal.lettersAreUnknown("401000", code: "AA")) {
      try filled.book.write(at: FilledBook.now) { try $0.unletter(lettering) }
    }
    #expect(try letter(lines[0], lines[1], lines[2]).code == "AA")
  }

  @Test func `codes go on from AZ to BA and from ZZ to AAA`() throws {
    let codes = try filled.book.write(at: FilledBook.now) { page in
      try (0..<703).map { step in
        let day = try Day("2025-02-10")
        let outcome = try page.post(
          Entry(
            checking: DraftEntry(
              key: "L-\(step)", date: day, journal: .miscellaneous, voucher: "V", voucherDate: day,
              label: "Essai", origin: "essai",
              postings: [
                Posting(.debit, "411000", 1, .cents), Posting(.credit, "411000", 1, .cents),
              ])))
        guard case .posted(let entry) = outcome else { return "" }
        return try page.letter(
          [LineReference(entry: entry, line: 1), LineReference(entry: entry, line: 2)], on: day
        ).code
      }
    }
    #expect(
      [0, 1, 25, 26, 675, 676, 702].map { codes[$0] } == [
        "AA", "AB", "AZ", "BA", "ZZ", "AAA", "ABA",
      ])
  }

  @Test func `the database keeps letters to one account`() throws {
    #expect(
      filled.refusal(
        of: """
          INSERT INTO lettering VALUES (1, '401000', 'supplier:ville', 'AA', '2025-03-01');
          INSERT INTO lettered SELECT entry, line, 1 FROM posting WHERE account = '616100' LIMIT 1
          """) == "letter-mixes-accounts")
  }

  @Test func `a voucher is kept with its digest, once, and never changed`() throws {
    let entry = try EntryReference("2025/3")
    let bytes = Array("%PDF-1.7 facture".utf8)
    let attach = { (name: String, content: [UInt8]) in
      try filled.book.write(at: FilledBook.now) { try $0.attach(name, content, to: entry) }
    }
    #expect(try attach("facture.pdf", bytes))
    #expect(try attach("autre.pdf", bytes + [1]))
    #expect(try !attach("facture.pdf", bytes))
    let attachments = try filled.book.read { try $0.attachments(of: entry) }
    #expect(attachments.map(\.name) == ["facture.pdf", "autre.pdf"])
    #expect(try filled.book.read { try $0.voucher(attachments[0].digest) } == bytes)
    for table in ["attachment", "voucher_file"] {
      #expect(filled.refusal(of: "DELETE FROM \(table)") == "\(table)-is-append-only")
      #expect(
        filled.refusal(of: "UPDATE \(table) SET digest = digest") == "\(table)-is-append-only")
    }
    let most = BookWriter.mostVoucherBytes
    #expect(throws: JournalRefusal.voucherIsTooLarge("gros.pdf", bytes: most + 1, most: most)) {
      try attach("gros.pdf", [UInt8](repeating: 0, count: most + 1))
    }
  }
}
