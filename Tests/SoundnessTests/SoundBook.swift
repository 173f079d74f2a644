import Foundation
import GRDB
import Intake
import Invoices
import Journal
import Membership
import MonthEnd
import Payments
import Seal
import Store
import TestSupport
import Testing
import Text
import Units
import YearEnd

/// A real book: a small cooperative with two closed months and work of the third, made once and
/// copied for each case, in the hands of somebody who knows SQL.
final class SoundBook {
  let folder: TemporaryFolder
  var path: String { folder.path("book.soleil") }
  var closings: String { folder.path("closings") }

  static let now = Tiny.now
  static let january = Month(year: 2025, monthOfYear: 1)

  /// A copy of the book as January left it, or as it stands now.
  init(_ stage: Stage = .now) throws {
    folder = try TemporaryFolder()
    let original = try Self.original.get()
    try folder.copy("closings", from: original)
    try FileManager.default.copyItem(
      atPath: original.path(stage.rawValue), toPath: folder.path("book.soleil"))
  }

  enum Stage: String { case now = "book.soleil", january = "january.soleil" }

  func examine() throws -> SoundnessReport { try Store.examine(bookAt: path, closings: closings) }

  /// The names of what is found, each once.
  func found() throws -> [String] { Set(try examine().faults.map(\.code)).sorted() }

  /// Does what a hand with the file can do: takes the guards away, and puts them back.
  func damage(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let raw = try DatabaseQueue(path: path, configuration: configuration)
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")
      let guards = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in guards { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
      try db.execute(sql: sql)
      for row in guards { try db.execute(sql: row[1]) }
    }
    try raw.close()
  }

  /// Runs SQL as any hand would, guards and all.
  func run(_ sql: String) throws {
    let raw = try DatabaseQueue(path: path)
    try raw.write { try $0.execute(sql: sql) }
    try raw.close()
  }

  private static let original = Result { try make() }

  private static func make() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = folder.path("book.soleil")
    // A first year of two months, so that the book holds a year's end too.
    let statutes = Tiny.statutes.replacing("first_end = 2025-12-31", with: "first_end = 2025-02-28")
    let files = [("statutes", statutes), ("sites", Tiny.sites), ("contracts", Tiny.contracts)]
      .map { InputFile(path: "\($0.0).toml", bytes: Array($0.1.utf8)) }
    _ = try Intake.found(
      bookAt: path, statutes: files[0], secret: Array(repeating: 5, count: 32), now: now)
    let book = try Book(opening: path)
    _ = try apply(Array(files[1...]), to: book, now: now)
    _ = try importMembers(
      InputFile(path: "m.csv", bytes: Array(Tiny.members.utf8)), to: book, now: now)
    _ = try importShares(
      InputFile(path: "s.csv", bytes: Array(Tiny.shares.utf8)), to: book, now: now)
    _ = try importShares(
      InputFile(path: "t.csv", bytes: Array(tranches.utf8)), to: book, now: now)
    _ = try post(
      [InputFile(path: "e.toml", bytes: Array(Tiny.entries.utf8))], to: book, now: now)
    let readings = ["nord-1", "sud-1"].flatMap { meter in
      (0...1).map { offset in
        let month = january.adding(offset)
        return InputFile(
          path: "\(meter)-\(month).csv", bytes: Array(Tiny.readings(meter, month).utf8))
      }
    }
    _ = try importProduction(readings, to: book, options: ReadingOptions(), now: now)
    let end = MonthEnd(
      book: book, closings: folder.path("closings"), now: now, software: "essai")
    let signer = try signer()
    _ = try end.close(january, signer: signer)
    try FileManager.default.copyItem(atPath: path, toPath: folder.path("january.soleil"))
    _ = try importProduction(
      [
        InputFile(path: "tard.csv", bytes: Array(Tiny.readings("nord-1", [(january.last, 5)]).utf8))
      ],
      to: book, options: ReadingOptions(), now: now)
    _ = try decide(.confirmed, [.file("tard.csv")], reason: "essai", in: book, now: now)
    _ = try end.close(january.next, signer: signer)
    try bank(book)
    try book.write(at: now) { page in
      try endYear(page)
      try pay(page)
      try invoice(page)
      try work(page)
    }
    return folder
  }

  /// March: a statement told twice over, one movement matched, another matched and undone.
  private static func bank(_ book: Book) throws {
    let account = """
      [[bank_account]]
      id = "courant"
      iban = "FR7630004000031234567890143"
      account = "512100"
      valid_from = 2025-03-01
      """
    _ = try apply(
      [InputFile(path: "b.toml", bytes: Array(account.utf8))], to: book, now: now)
    let banking = Banking(book: book, now: now)
    for rows in ["", "05/03/2025;FRAIS;-3,00;95,00\n"] {
      let text =
        "Date;Libellé;Montant;Solde\n03/03/2025;FRAIS;-1,00;99,00\n"
        + "04/03/2025;FRAIS;-1,00;98,00\n" + rows
      _ = try banking.take([InputFile(path: "r.csv", bytes: Array(text.utf8))])
    }
    var fee = BankChoice()
    fee.account = "627000"
    _ = try banking.confirm([1, 2], choosing: fee)
    _ = try banking.unmatch(2, reason: "essai")
  }

  /// March: a transfer of a tranche that is not the oldest.
  private static let tranches = """
    date,kind,member,counterparty,shares,amount_cents,reference,tranche
    2025-03-06,transfer,M0003,M0002,2,10000,OT-2,2

    """

  private static func endYear(_ page: BookWriter) throws {
    let year = FiscalYear(first: try Day("2025-01-01"), last: try Day("2025-02-28"))
    _ = try page.close(year)
    let text = """
      format = "soleil-resolution/1"
      reference = "AG-1"
      date = 2025-03-05
      kind = "annual"
      """
    let resolution = Resolution(
      TableReader(
        try TOMLDocument(reading: Array(text.utf8), file: "ag.toml"), faults: Faults()))
    _ = try page.record(
      resolution, of: year, sequence: 1, body: ["format": "essai"], entry: nil, papers: [])
  }

  /// March: an entry, its reversal, what stands in its place, an event, a voucher.
  private static func work(_ page: BookWriter) throws {
    try page.post(entry("MARS-1", 5000, .plain))
    let lines = try draft("MARS-1", 5000, .plain).postings.map {
      Posting($0.side.opposite, $0.account, $0.amount, $0.unit, $0.analysis)
    }
    var reversal = try draft("MARS-2", 5000, .reversal(of: "MARS-1", reason: "montant"))
    reversal.postings = lines
    try page.post(Entry(checking: reversal))
    try page.post(entry("MARS-3", 5500, .replacement(of: "MARS-1", reason: "montant")))
    let first = EntryReference(year: "2025", isMemorandum: false, number: 1)
    _ = try page.attach(document: Array("Convention".utf8), ending: ".pdf", to: "titre-nord")
    _ = try page.attach("facture.txt", Array("Facture".utf8), to: first)
    try page.record(event: "export", ["format": "essai"])
  }

  /// March: an invoice of the buyer, and a return of VAT.
  private static func invoice(_ page: BookWriter) throws {
    let day = try Day("2025-03-14")
    let invoice = Invoice(
      kind: .sale, number: "F-1", issued: day, party: "acheteur", contract: "oa-nord",
      period: Period(first: try Day("2025-01-01"), last: try Day("2025-01-13")),
      lines: [Invoice.Line(amount: Cents(7_777))], total: Cents(7_777))
    let record = InvoiceRecord(invoice)
    _ = try page.record(
      record, file: sha256([1]),
      entry: InvoiceEntries.sale(record, site: "nord", again: 0))
    let balances = ["445660": Cents(12_300)]
    var vat = try draft("MARS-5", 12_300, .plain)
    vat.postings = [
      .debit("445660", Cents(12_300)),
      .credit("401000", Cents(12_300), Analysis(auxiliary: "supplier:ville")),
    ]
    try page.post(Entry(checking: vat))
    let form = VATReturn(
      january.next.period, taxed: [:], reverseCharged: .zero, balances: balances)
    _ = try page.record(form, entry: form.entry(balances, on: day, again: 0))
  }

  /// March: a dividend is paid, comes back, and its taxes are declared.
  private static func pay(_ page: BookWriter) throws {
    let member = try MemberNumber("M0002")
    var owed = try draft("MARS-4", 1, .plain)
    owed.journal = .miscellaneous
    owed.postings = [
      .debit("110000", Cents(9_999)),
      .credit("457000", Cents(9_999), Analysis(auxiliary: "member:M0002")),
    ]
    try page.post(Entry(checking: owed))
    let due = Due(
      member: member, account: "457000", balance: Cents(9_999), returned: .zero, status: .person)
    let day = try Day("2025-03-12")
    let batch = try PaymentBatch.paying(
      [due], reference: "DIV-1", kind: .dividend, on: day
    ).batch
    _ = try page.record(batch)
    _ = try page.record(returned: batch.payments[0], of: batch, reason: "AC04", on: day.next)
    _ = try page.record(
      MonthlyReturn(day.month, [batch]), paidOn: try Day("2025-04-15"))
    _ = try page.record(
      Attestation(member: member, kind: .dividend, year: 2026, received: day, paper: nil))
  }

  private static func draft(_ key: String, _ amount: Int64, _ role: EntryRole) throws -> DraftEntry
  {
    let day = try Day("2025-03-10")
    return DraftEntry(
      key: key, date: day, journal: .purchases, voucher: key, voucherDate: day, label: "Essai",
      origin: "essai",
      postings: [
        Posting(.debit, "615600", amount, .cents),
        Posting(.credit, "401000", amount, .cents, Analysis(auxiliary: "supplier:ville")),
      ], role: role)
  }

  private static func entry(_ key: String, _ amount: Int64, _ role: EntryRole) throws -> Entry {
    try Entry(checking: draft(key, amount, role))
  }

  private static func signer() throws -> SigningKey {
    let start = Instant(seconds: 1_735_000_000)
    let name = try OrganisationName(name: "Petit Essai", siren: "012345674")
    let authority = try Authority(for: name, from: start)
    let key = try PrivateKey()
    return try SigningKey(
      key, certificate: authority.issueSigningCertificate(for: name, key: key, from: start),
      chain: [authority.certificate])
  }
}
