import GRDB
import Intake
import Journal
import Store
import TestSupport
import Units

/// The tiny cooperative over two fiscal years, with everything that a second year can bring: an
/// opening, a transfer and a withdrawal of shares, rents, a current account of a member, dividends,
/// a correction and a replacement, letters.
struct FullBook {
  let folder: TemporaryFolder
  let book: Book

  /// 2027-01-15: both years have ended.
  static let now = Instant(seconds: 1_800_000_000)
  static let years = [2025, 2026].map { year in
    FiscalYear(
      first: Month(year: year, monthOfYear: 1).first, last: Month(year: year, monthOfYear: 12).last)
  }

  /// Made once; each test has a copy of its own.
  private static let prepared = Result { try FullBook(filling: EmptyBook()).folder }

  init() throws {
    folder = try TemporaryFolder()
    try folder.copy("book.soleil", from: Self.prepared.get())
    book = try Book(opening: folder.path("book.soleil"))
  }

  private init(filling empty: EmptyBook) throws {
    folder = empty.folder
    book = empty.book
    let facts = [
      Self.file("sites.toml", Tiny.sites), Self.file("contracts.toml", Tiny.contracts),
    ]
    _ = try apply(facts, to: book, now: Self.now)
    _ = try importMembers(Self.file("members.csv", Tiny.members), to: book, now: Self.now)
    _ = try importShares(Self.file("shares.csv", Tiny.shares), to: book, now: Self.now)
    _ = try post(
      [Self.file("entries.toml", Tiny.entries), Self.file("2025.toml", Self.first)], to: book,
      now: Self.now)
    _ = try post([Self.file("2026.toml", Self.second)], to: book, now: Self.now)
    _ = try importShares(Self.file("2026.csv", Self.shares), to: book, now: Self.now)
    try open(2026)
    let wrong = try book.read { try $0.reference(of: "ASS-2026", in: Self.years[1]) }
    _ = try reverse(
      wrong, in: book, now: Self.now, reason: "montant faux",
      replacement: Self.file("juste.toml", Self.replacement))
    _ = try letterWhatIsPlain(ofAccounts: "4", in: book, now: Self.now)
  }

  static func file(_ path: String, _ text: String) -> InputFile {
    InputFile(path: path, bytes: Array(text.utf8))
  }

  /// Opens a year with what the one before left: entered late, after entries of January.
  private func open(_ year: Int) throws {
    let eve = Self.years[0].last
    try book.write(at: Self.now) { page in
      var postings: [Posting] = []
      var result: Int64 = 0
      for line in try page.reader.accounts(over: Self.years[0].period) where line.unit == .cents {
        switch line.account.first {
        case "6", "7": result += line.closing
        case "9": continue
        default:
          if line.closing != 0 { postings.append(.debit(line.account, Cents(line.closing))) }
        }
      }
      postings.append(.debit(result > 0 ? "129000" : "120000", Cents(result)))
      try page.post(
        Entry(
          checking: DraftEntry(
            key: "opening:\(year)", date: eve.next, journal: .opening, voucher: "AN-\(year)",
            voucherDate: eve.next, label: "À-nouveaux \(year)", origin: "essai",
            postings: postings, role: .opening)))
    }
  }

  static func entry(
    _ key: String, _ date: String, _ journal: String, _ label: String, _ lines: String...
  ) -> String {
    """
    [[entry]]
    key = "\(key)"
    date = \(date)
    journal = "\(journal)"
    voucher = "\(key)"
    label = "\(label)"
    lines = [\(lines.map { "{ \($0) }" }.joined(separator: ", "))]

    """
  }

  static let first =
    entry(
      "VTE-2025", "2025-06-30", "VE", "Vente d'électricité, toit nord",
      #"account = "411000", debit_cents = 900001, aux = "buyer:acheteur", site = "nord", contract = "oa-nord""#,
      #"account = "701000", credit_cents = 900001, site = "nord", contract = "oa-nord""#)
    + entry(
      "CCA-1", "2025-07-01", "BQ", "Apport en compte courant",
      #"account = "512100", debit_cents = 500000"#,
      #"account = "455100", credit_cents = 500000, aux = "member:M0002""#)

  static let second =
    entry(
      "ENC-2025", "2026-01-20", "BQ", "Encaissement de la vente",
      #"account = "512100", debit_cents = 900001"#,
      #"account = "411000", credit_cents = 900001, aux = "buyer:acheteur", site = "nord", contract = "oa-nord""#
    )
    + entry(
      "VTE-2026", "2026-02-28", "VE", "Vente d'électricité ; \\\"hiver\\\" | toit nord",
      #"account = "411000", debit_cents = 310007, aux = "buyer:acheteur", site = "nord", contract = "oa-nord""#,
      #"account = "701000", credit_cents = 310007, site = "nord", contract = "oa-nord""#)
    + entry(
      "LOY-2026", "2026-03-31", "AC", "Redevance de toiture",
      #"account = "613200", debit_cents = 20200, site = "nord", contract = "titre-nord""#,
      #"account = "401000", credit_cents = 20200, aux = "supplier:ville", site = "nord""#)
    + entry(
      "LOY-2026-P", "2026-04-15", "BQ", "Paiement de la redevance",
      #"account = "401000", debit_cents = 20200, aux = "supplier:ville", site = "nord""#,
      #"account = "512100", credit_cents = 20200"#)
    + entry(
      "ASS-2026", "2026-04-20", "AC", "Assurance", #"account = "616100", debit_cents = 4322"#,
      #"account = "401000", credit_cents = 4322, aux = "supplier:ville""#)
    + entry(
      "CCA-2", "2026-05-02", "BQ", "Remboursement du compte courant",
      #"account = "455100", debit_cents = 200000, aux = "member:M0002""#,
      #"account = "512100", credit_cents = 200000"#)
    + entry(
      "AG-2026", "2026-06-15", "OD", "Affectation du résultat 2025",
      #"account = "120000", debit_cents = 895680"#,
      #"account = "106100", credit_cents = 44784"#,
      #"account = "457000", credit_cents = 500896, aux = "member:M0001""#,
      #"account = "457000", credit_cents = 350000, aux = "member:M0002""#)
    + entry(
      "DIV-2026", "2026-07-01", "BQ", "Dividendes",
      #"account = "457000", debit_cents = 500896, aux = "member:M0001""#,
      #"account = "512100", credit_cents = 500896"#)

  static let replacement = entry(
    "ASS-2026-R", "2026-04-20", "AC", "Assurance", #"account = "616100", debit_cents = 4232"#,
    #"account = "401000", credit_cents = 4232, aux = "supplier:ville""#)

  static let shares = """
    date,kind,member,counterparty,shares,amount_cents,reference
    2026-02-03,transfer,M0002,M0003,4,20000,OT-2
    2026-02-09,transfer,M0001,M0002,3,15000,OT-3
    2026-09-05,withdrawal,M0003,,2,10000,RT-2
    2026-10-05,subscription,M0003,,5,25000,BS-4

    """
}

extension BookReader {
  /// The name of the entry with a key in a year.
  fileprivate func reference(of key: String, in year: FiscalYear) throws -> EntryReference {
    var found: EntryReference?
    try eachLine(ofAccountsOf: year) { if $0.entry.key == key { found = $0.entry.reference } }
    guard let found else { throw JournalRefusal.entryIsUnknown(key) }
    return found
  }
}

extension FullBook {
  /// Posts one more entry.
  func add(_ entry: String) throws {
    _ = try Intake.post([Self.file("plus.toml", entry)], to: book, now: Self.now)
  }

  /// Changes the book past the program, as a hand on the file could.
  func spoil(_ sql: String) throws {
    let raw = try DatabaseQueue(path: folder.path("book.soleil"))
    try raw.write { db in
      try db.execute(sql: "DROP TRIGGER account_stays")
      try db.execute(sql: sql)
    }
  }
}

/// A book that was founded and nothing more.
struct EmptyBook {
  let folder: TemporaryFolder
  let book: Book

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("book.soleil")
    _ = try found(
      bookAt: path, statutes: FullBook.file("statutes.toml", Tiny.statutes),
      secret: Array(repeating: 3, count: 32), now: FullBook.now)
    book = try Book(opening: path)
  }
}
