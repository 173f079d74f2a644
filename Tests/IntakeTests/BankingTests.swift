import Agreements
import Bank
import GRDB
import Intake
import Journal
import Store
import TestSupport
import Testing
import Units

/// From the bank's file to matched, lettered entries, on a small book.
@Suite struct BankingTests {
  static let iban = "FR7630004000031234567890143"
  static let facts = TinyBook.file(
    "banque.toml",
    """
    [[bank_account]]
    id = "courant"
    iban = "FR76 3000 4000 0312 3456 7890 143"
    account = "512100"
    """)

  /// A supplier's two invoices, one payment already posted, a customer's invoice.
  static let entries = TinyBook.file(
    "factures.toml",
    [
      entry("F-1", "2025-01-05", "AC", "FA-2025-001", [("615600", 10_000), ("401000", -10_000)]),
      entry("F-2", "2025-01-06", "AC", "FA-2025-002", [("615600", 2_500), ("401000", -2_500)]),
      entry("V-1", "2025-01-07", "VE", "VE-77", [("411000", 40_000), ("701000", -40_000)]),
      entry("P-1", "2025-01-09", "BQ", "CHQ-9", [("616100", 777), ("512100", -777)]),
    ].joined(separator: "\n"))

  private static func entry(
    _ key: String, _ day: String, _ journal: String, _ voucher: String,
    _ lines: [(String, Int64)]
  ) -> String {
    let texts = lines.map { line in
      let side = line.1 > 0 ? "debit_cents = \(line.1)" : "credit_cents = \(-line.1)"
      let aux = line.0.hasPrefix("4") ? ", aux = \"supplier:ville\"" : ""
      return "  { account = \"\(line.0)\", \(side)\(aux) },"
    }
    let head = [
      "[[entry]]", "key = \"\(key)\"", "date = \(day)", "journal = \"\(journal)\"",
      "voucher = \"\(voucher)\"", "label = \"Essai\"", "lines = [",
    ]
    return (head + texts + ["]", ""]).joined(separator: "\n")
  }

  /// Rows of the bank in January: what they say, in and out.
  static func statement(_ rows: [(day: Int, cents: Int64, text: String)], opening: Int64 = 500_000)
    -> InputFile
  {
    var balance = opening
    let lines = rows.map { row in
      balance += row.cents
      return "\(row.day < 10 ? "0" : "")\(row.day)/01/2025;\(row.text);"
        + "\(decimalText(row.cents, decimals: 2, mark: ","));"
        + decimalText(balance, decimals: 2, mark: ",")
    }
    let text = "Date;Libellé;Montant;Solde\n" + lines.joined(separator: "\n") + "\n"
    return TinyBook.file("releve.csv", text)
  }

  static let january = statement([
    (9, -777, "PRIME ASSURANCE"), (10, -10_000, "VIR MAINTENANCE FA 2025 001"),
    (12, 40_000, "VIR RECU VILLE D ESSAI REF VE77"), (15, -1_250, "COTISATION TENUE DE COMPTE"),
    (15, -1_250, "COTISATION TENUE DE COMPTE"), (20, -2_000, "VIR INCONNU"),
  ])

  struct Setting {
    let tiny: TinyBook
    let banking: Banking
    var book: Book { tiny.book }

    init() throws {
      tiny = try TinyBook(.founded)
      banking = Banking(book: tiny.book, now: Tiny.now)
      _ = try apply([TinyBook.file("sites.toml", Tiny.sites), facts], to: tiny.book, now: Tiny.now)
      _ = try post([entries], to: tiny.book, now: Tiny.now)
    }

    func balance(_ account: String) throws -> Int64 {
      try book.read { page in
        let period = Period(first: try Day("2025-01-01"), last: try Day("2025-12-31"))
        return try page.accounts(over: period).first { $0.account == account }?.closing ?? 0
      }
    }

    func unmatched() throws -> [Int64] {
      try book.read { try $0.bankLines(unmatched: true).map(\.id) }
    }
  }

  @Test func aMonthIsMatched() throws {
    let book = try Setting()
    let first = try book.banking.take([Self.january])
    #expect(first.map(\.fresh.count) == [6] && first.map(\.account) == ["courant"])
    // Twice changes nothing, and the two equal fees are two.
    let again = try book.banking.take([Self.january])
    #expect(again.map(\.fresh.count) == [0] && again.map(\.known) == [6])
    #expect(try book.unmatched() == [1, 2, 3, 4, 5, 6])

    let proposed = try book.banking.proposals()
    let told = proposed.map { ($0.lines.map(\.id), $0.items.map(\.name), $0.confidence) }
    #expect(told.map(\.0) == [[1], [2], [3], [4], [5], [6]])
    #expect(told.map(\.1) == [["2025/4:2"], ["2025/1:2"], ["2025/3:1"], [], [], []])
    #expect(told.map(\.2) == [.likely, .certain, .certain, nil, nil, nil])

    let certain = try book.banking.confirmAll(atLeast: .certain)
    #expect(certain.map(\.lines) == [[2], [3]] && certain.allSatisfy { $0.letters.count == 1 })
    #expect(try book.balance("401000") == -2_500 && book.balance("411000") == 0)
    let pointed = try book.banking.confirm([1])
    #expect(pointed[0].entry == nil && pointed[0].postings.map(\.line) == [2])

    // What a fee is, is said once; the next one like it is proposed.
    var fee = BankChoice()
    fee.account = "627000"
    _ = try book.banking.confirm([4], choosing: fee)
    let learned = try #require(try book.banking.proposals().first { $0.lines[0].id == 5 })
    #expect(learned.proposal?.rule?.account == "627000" && learned.confidence == .likely)
    _ = try book.banking.confirm([5])
    #expect(try book.balance("627000") == 2_500)
    #expect(try book.banking.rules().map(\.times) == [2])

    // A part of an invoice cannot be settled to the cent; with the rest said, it can.
    var part = BankChoice()
    part.items = [LineReference(entry: try EntryReference("2025/2"), line: 2)]
    #expect(
      throws: BankRefusal.choiceDoesNotSum(bank: Cents(-2_000), chosen: Cents(-2_500))
    ) { try book.banking.confirm([6], choosing: part) }
    part.account = "758000"
    _ = try book.banking.confirm([6], choosing: part)
    #expect(try book.balance("758000") == -500 && book.balance("401000") == 0)
    #expect(try book.unmatched() == [])
    let state = try book.banking.reconciliations(on: Day("2025-01-31"))
    #expect(state[0].onlyAtBank == [] && state[0].onlyInBook == [])
    // The book never had the balance that the bank began with.
    #expect(state[0].difference == Cents(-500_000) && !state[0].agrees)
  }

  @Test func whatWasConfirmedIsUndone() throws {
    let book = try Setting()
    _ = try book.banking.take([Self.january])
    _ = try book.banking.confirm([2])
    #expect(
      throws: BankRefusal.lineIsMatched(2, entry: "2025/5")
    ) { try book.banking.confirm([2]) }
    let reversal = try book.banking.unmatch(2, reason: "autre facture")
    #expect(reversal?.description == "2025/6")
    #expect(try book.balance("401000") == -12_500 && book.balance("512100") == -777)
    #expect(throws: BankRefusal.lineIsNotMatched(2)) {
      try book.banking.unmatch(2, reason: "encore")
    }
    // It can be matched again, under a key of its own.
    let again = try book.banking.confirm([2])
    #expect(again[0].entry?.description == "2025/7")
    #expect(try book.balance("401000") == -2_500)
  }

  @Test func whatCannotBeIsRefused() throws {
    let book = try Setting()
    _ = try book.banking.take([Self.january])
    func refusal(_ line: Int64, _ change: (inout BankChoice) throws -> Void) throws -> BankRefusal?
    {
      var choice = BankChoice()
      try change(&choice)
      do {
        _ = try book.banking.confirm([line], choosing: choice)
        return nil
      } catch { return error as? BankRefusal }
    }
    #expect(try refusal(99) { _ in } == BankRefusal.lineIsUnknown(99))
    #expect(try refusal(6) { _ in } == .lineHasNoProposal(6))
    #expect(
      try refusal(6) { $0.account = "101310" } == BankRefusal.accountFollowsFromElsewhere("101310"))
    #expect(try refusal(6) { $0.account = "512100" } == .accountFollowsFromElsewhere("512100"))
    #expect(
      try refusal(6) { $0.analysis = Analysis(site: "nord") } == .nothingIsChosen)
    let bank = LineReference(entry: try EntryReference("2025/4"), line: 2)
    _ = try book.banking.confirm([1])
    #expect(try refusal(6) { $0.items = [bank] } == .itemIsNotOpen("2025/4:2"))
    #expect(
      try refusal(6) {
        $0.items = [bank, LineReference(entry: try EntryReference("2025/1"), line: 2)]
      } == .itemIsNotOpen("2025/4:2"))
  }

  @Test func filesOfStrangersAreRefused() throws {
    let book = try Setting()
    let camt = TinyBook.file(
      "r.xml",
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>
      <Acct><Id><IBAN>FR7610107001011234567890129</IBAN></Id></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5247.23</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-01-01</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5247.23</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-01-31</Dt></Dt></Bal>
      </Stmt></BkToCstmrStmt></Document>
      """)
    let found = codes { _ = try book.banking.take([camt]) }
    #expect(found == ["bank-account-is-unknown"])
    // With two accounts a table must be told whose it is.
    _ = try apply(
      [
        TinyBook.file(
          "b.toml",
          """
          [[bank_account]]
          id = "livret"
          iban = "FR7610107001011234567890129"
          account = "512200"
          """)
      ], to: book.book, now: Tiny.now)
    #expect(codes { _ = try book.banking.take([Self.january]) } == ["bank-account-is-not-told"])
    #expect(try book.banking.take([Self.january], account: "livret").map(\.account) == ["livret"])
    // A gap between two statements, and a day told otherwise, leave nothing behind.
    let gap = Self.statement([(25, -100, "X")], opening: 1)
    #expect(
      codes { _ = try book.banking.take([gap], account: "livret") }
        == ["statement-does-not-follow"])
    let other = Self.statement([(9, -776, "PRIME"), (10, -10_001, "VIR")])
    #expect(
      codes { _ = try book.banking.take([other], account: "livret") }
        == ["statement-contradicts"])
    #expect(try book.unmatched().count == 6)
    // What the bank calls by its number needs no telling.
    #expect(try book.banking.take([camt]).map(\.account) == ["livret"])
  }

  static let badFacts: [(text: String, code: String)] = [
    (
      "iban = \"FR7630004000031234567890144\"\naccount = \"512100\"", "bank-account-number-is-wrong"
    ),
    ("iban = \"FR7630004000031234567890143\"\naccount = \"401000\"", "bank-account-is-malformed"),
    (
      "iban = \"FR7610107001011234567890129\"\naccount = \"512100\"", "bank-account-is-shared"
    ),
    (
      "iban = \"FR7610107001011234567890129\"\naccount = \"512200\"\nbank = \"nulle-part\"",
      "reference-is-unknown"
    ),
  ]

  @Test(arguments: badFacts) func accountsThatCannotBeAreRefused(text: String, code: String) throws
  {
    let book = try Setting()
    let file = TinyBook.file("b.toml", "[[bank_account]]\nid = \"autre\"\n\(text)\n")
    #expect(codes { _ = try apply([file], to: book.book, now: Tiny.now) } == [code])
  }

  /// The invoice is open, its payment stands on the bank's account, and nobody lettered the two.
  @Test func whatIsPostedIsNotPaidAgain() throws {
    let book = try Setting()
    let payment = TinyBook.file(
      "p.toml",
      Self.entry("P-2", "2025-01-11", "BQ", "VIR-1", [("401000", 10_000), ("512100", -10_000)]))
    _ = try post([payment], to: book.book, now: Tiny.now)
    _ = try book.banking.take([
      Self.statement([(10, -10_000, "VIR MAINTENANCE FA 2025 001")])
    ])
    let before = try book.book.read { try $0.logHead().size }
    let done = try book.banking.confirmAll(atLeast: .likely)
    let posted = LineReference(entry: try EntryReference("2025/5"), line: 2)
    #expect(done.map(\.lines) == [[1]] && done.map(\.postings) == [[posted]])
    #expect(done.allSatisfy { $0.entry == nil && $0.letters.isEmpty })
    // One leaf, that of the match: no entry was written, and what is owed is the other invoice.
    #expect(try book.book.read { try $0.logHead().size } == before + 1)
    #expect(try book.balance("401000") == -2_500 && book.balance("512100") == -10_777)
    #expect(try book.unmatched() == [] && book.banking.confirmAll(atLeast: .possible).isEmpty)
  }

  /// What pain.001 ordered in one batch is one line of the journal, and one transfer a member at the bank.
  @Test func theTransfersOfABatchAreConfirmedTogether() throws {
    let book = try Setting()
    let batch = TinyBook.file(
      "b.toml",
      Self.entry("P-9", "2025-01-11", "BQ", "DIV-2025", [("467000", 6_000), ("512100", -6_000)]))
    _ = try post([batch], to: book.book, now: Tiny.now)
    _ = try book.banking.take([
      Self.statement([
        (12, -1_000, "VIR SEPA DIV-2025 M0001"), (12, -2_000, "VIR SEPA DIV-2025 M0002"),
        (13, -3_000, "VIR SEPA DIV-2025 M0003"),
      ])
    ])
    let done = try book.banking.confirm([2])
    #expect(done.map(\.lines) == [[1, 2, 3]] && done[0].entry == nil)
    #expect(done[0].amount == Cents(-6_000) && done[0].postings.count == 1)
    #expect(try book.unmatched() == [] && book.balance("512100") == -6_777)
    // Undone by any of them, it is undone for all.
    #expect(try book.banking.unmatch(3, reason: "essai") == nil)
    #expect(try book.unmatched() == [1, 2, 3])
  }

  @Test func twoThingsThatFitAreLeftToThePerson() throws {
    let book = try Setting()
    let twin = TinyBook.file(
      "t.toml",
      Self.entry("F-9", "2025-01-19", "AC", "AUTRE", [("606100", 2_000), ("401000", -2_000)])
        .replacing("supplier:ville", with: "supplier:acheteur")
        + "\n"
        + Self.entry("F-8", "2025-01-21", "AC", "ENCORE", [("606100", 2_000), ("401000", -2_000)]))
    _ = try post([twin], to: book.book, now: Tiny.now)
    _ = try book.banking.take([Self.january])
    let proposed = try #require(try book.banking.proposals().first { $0.lines[0].id == 6 })
    #expect(proposed.rivals.count == 1 && proposed.confidence == .possible)
    let error = #expect(throws: BankRefusal.self) { try book.banking.confirm([6]) }
    #expect(error == .lineIsAmbiguous(6, candidates: ["2025/5:2", "2025/6:2"]))
  }
}
