import Exports
import Journal
import Tables
import TestSupport
import Testing
import Units

/// A book of two years and a half, and what its balances are by a reckoning of our own.
@Suite struct PlainBookTests {
  static let words = PlainScope.Words(
    opening: "À-nouveaux", carried: { "Résultat \($0)" }, memorandum: "Suivi extra-comptable",
    head: "Carreau de Soleil\ntout le livre")

  static let first = FiscalYear(
    first: Month(year: 2025, monthOfYear: 3).first,
    last: Month(year: 2025, monthOfYear: 12).last)
  static let years = [first, first.following, first.following.following]

  /// Lines in the order the book gives them: series, year, number.
  static func lines() throws -> [JournalLine] {
    let site = Analysis(auxiliary: "member:M0042", site: "nord", contract: "oa-nord")
    var sold = try Lines.entry(
      2, "2025-06-30", .sales, label: "Vente \"d'été\"; [3] (nord) | toit",
      voucher: "V; 1, [2025-01-01]",
      .debit("411000", Cents(100_005), site), .credit("701000", Cents(100_005), site))
    sold[0] = try Lines.lettered(sold[0], "AA", "2025-07-01")
    return try [
      Lines.entry(
        1, "2025-03-01", .opening, .debit("512100", Cents(900)), .credit("101310", Cents(900))),
      sold,
      Lines.entry(
        3, "2025-12-31", .purchases, .debit("613200", Cents(5)), .credit("401000", Cents(5))),
      Lines.entry(
        2, "2026-01-01", .opening, year: "2026", restates: true, .debit("512100", Cents(900)),
        .debit("411000", Cents(100_005)), .credit("401000", Cents(5)),
        .credit("101310", Cents(900)),
        .credit("120000", Cents(100_000))),
      Lines.entry(
        1, "2026-01-05", .bank, year: "2026", .debit("613200", Cents(70)),
        .credit("512100", Cents(70))),
      Lines.entry(
        3, "2026-07-01", .miscellaneous, year: "2026", .debit("120000", Cents(100_000)),
        .credit("457000", Cents(99_000)), .credit("106100", Cents(1_000))),
      Lines.entry(
        1, "2027-01-02", .bank, year: "2027", .debit("627000", Cents(1)),
        .credit("512100", Cents(1))),
      Lines.entry(
        1, "2025-06-30", .memorandum, Posting(.debit, "911000", 12_345_678, .wh),
        Posting(.credit, "912000", 12_345_678, .wh)),
      Lines.entry(
        2, "2025-07-01", .memorandum, Posting(.debit, "902000", 18, .shares),
        Posting(.credit, "901000", 18, .shares)),
    ].flatMap(\.self)
  }

  /// What each account holds at the end: years' results on 120 or 129 once they are over.
  static func balances(through last: Day) throws -> [String: Int64] {
    var balances: [String: Int64] = [:]
    var results: [String: Int64] = [:]
    let year = years.first { $0.period.contains(last) }
    for line in try lines() where !line.entry.restates && line.date <= last {
      let (account, amount) = (line.posting.account, line.posting.debit - line.posting.credit)
      let isYearly = account.hasPrefix("6") || account.hasPrefix("7")
      if isYearly, line.entry.reference.year != year?.name {
        results[line.entry.reference.year, default: 0] += amount
      } else {
        balances[account, default: 0] += amount
      }
    }
    for result in results.values {
      balances[result > 0 ? "129000" : "120000", default: 0] += result
    }
    return balances.filter { $0.value != 0 }
  }

  /// The book of a period as a format writes it.
  static func text(_ format: PlainFormat, from first: String, through last: String) throws
    -> [UInt8]
  {
    let period = Period(first: try Day(first), last: try Day(last))
    let before = try balances(through: period.first.previous)
    var openings = before.compactMap { account, balance in
      Chart.account(account).map {
        PlainScope.Opening(account: account, unit: $0.unit, balance: balance)
      }
    }.sorted { $0.account < $1.account }
    if period.first <= Self.first.first { openings = [] }
    let labels = Dictionary(
      try lines().map { ($0.posting.account, "Compte : \($0.posting.account)") }
    ) { $1 }
    var book = PlainBook(
      format,
      PlainScope(
        organisation: "Carreau \"de\" Soleil", period: period, years: years, accounts: labels,
        openings: openings, words: words))
    for line in try lines() where period.contains(line.date) { book.append(line) }
    book.finish()
    return book.take()
  }

  /// A period from the very first day, one within a year, one over the end of a year, and what a year
  /// that is over leaves.
  static let periods = [
    ("1970-01-01", "2027-01-31"), ("1970-01-01", "2026-12-31"), ("1970-01-01", "2027-01-01"),
    ("2025-06-30", "2025-12-31"), ("2025-07-01", "2026-01-31"), ("2026-02-01", "2027-12-31"),
  ]

  @Test(.enabled(if: Judge.hledger.isInstalled, "hledger is not installed"), arguments: periods)
  func `hledger finds the balances we have`(first: String, last: String) throws {
    let text = try Self.text(.hledger, from: first, through: last)
    let check = try Judge.hledger.run(["-f", "FILE", "check", "--strict"], on: text)
    #expect(check.status == 0, "\(check.text)")
    let answer = try Judge.hledger.run(
      ["-f", "FILE", "balance", "-N", "--flat", "-O", "csv"], on: text)
    #expect(try PlainBalances.hledger(answer.text) == Self.balances(through: Day(last)))
  }

  @Test(.enabled(if: Judge.ledger.isInstalled, "ledger is not installed"), arguments: periods)
  func `ledger finds the balances we have`(first: String, last: String) throws {
    let text = try Self.text(.ledger, from: first, through: last)
    let answer = try Judge.ledger.run(
      [
        "-f", "FILE", "--strict", "--pedantic", "balance", "--flat", "--no-total",
        "--balance-format", "%(account)|%(display_total)\n",
      ], on: text)
    #expect(answer.status == 0)
    #expect(try PlainBalances.ledger(answer.text) == Self.balances(through: Day(last)))
  }

  @Test(
    .enabled(if: Judge.beanCheck.isInstalled, "bean-check is not installed"), arguments: periods)
  func `bean-check finds nothing to say`(first: String, last: String) throws {
    let text = try Self.text(.beancount, from: first, through: last)
    let answer = try Judge.beanCheck.run(["FILE"], on: text)
    #expect(answer.status == 0 && answer.text.isEmpty, "\(answer.text)")
  }

  @Test(.enabled(if: Judge.beancount.isInstalled, "Python has no beancount"), arguments: periods)
  func `beancount finds the balances we have`(first: String, last: String) throws {
    let text = try Self.text(.beancount, from: first, through: last)
    let answer = try Judge.beancount.run(["-c", PlainBalances.beancountProgram, "FILE"], on: text)
    #expect(answer.status == 0, "\(answer.text)")
    #expect(try PlainBalances.beancount(answer.text) == Self.balances(through: Day(last)))
  }

  @Test func `a transaction tells its code, voucher, letters and what it concerns`() throws {
    let text = String(
      decoding: try Self.text(.hledger, from: "2025-06-01", through: "2025-06-30"), as: UTF8.self)
    let sale = text.firstRange(of: "2025-06-30 * (2025/2)").map { text[$0.lowerBound...] } ?? ""
    #expect(
      sale.split(separator: "\n").prefix(13).joined(separator: "\n") == """
        2025-06-30 * (2025/2) Vente "d'été" [3] (nord) toit
            ; journal: VE
            ; voucher: V 1 2025-01-01
            ; voucher-date: 2025-06-29
            ; validated: 2025-07-01
          4 Comptes de tiers:41 Clients et comptes rattachés:411000 Compte 411000  1000.05 EUR
            ; auxiliary: member:M0042
            ; site: nord
            ; contract: oa-nord
            ; letters: AA
            ; lettered: 2025-07-01
          7 Comptes de produits:70 Ventes de produits fabriqués, prestations de services, marchandises:701000 Compte 701000  -1000.05 EUR
            ; auxiliary: member:M0042
        """)
  }

  @Test(arguments: PlainFormat.allCases) func `the same lines give the same bytes`(
    format: PlainFormat
  ) throws {
    let texts = try (0..<2).map { _ in
      try Self.text(format, from: "1970-01-01", through: "2027-01-31")
    }
    #expect(texts[0] == texts[1])
  }
}
