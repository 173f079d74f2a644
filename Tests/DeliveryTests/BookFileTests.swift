import Delivery
import Exports
import Foundation
import Journal
import Store
import TestSupport
import Testing
import Text
import Units

/// The book as other programs read it: their balances are ours, in all three units.
@Suite struct BookFileTests {
  private let full: FullBook

  init() throws { full = try FullBook() }

  /// What each account holds at the end of a day, as its fiscal year sees it.
  private func balances(through last: Day) throws -> [String: Int64] {
    var balances: [String: Int64] = [:]
    let year = FullBook.years.first { $0.period.contains(last) }
    try full.book.read { page in
      try page.eachLine(over: Period(first: Day(number: 0), last: last)) { line in
        guard !line.entry.restates else { return }
        let (account, amount) = (line.posting.account, line.posting.debit - line.posting.credit)
        let isYearly = account.hasPrefix("6") || account.hasPrefix("7")
        let isOver = isYearly && line.entry.reference.year != year?.name
        balances[isOver ? "result" : account, default: 0] += amount
      }
    }
    if let result = balances.removeValue(forKey: "result") {
      balances[result > 0 ? "129000" : "120000", default: 0] += result
    }
    return balances.filter { $0.value != 0 }
  }

  private func text(_ format: PlainFormat, _ first: String, _ last: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try full.book.export(
      format, over: Period(first: Day(first), last: Day(last)), scope: "\(first)..\(last)",
      to: .stream { bytes += $0 }, now: FullBook.now)
    return bytes
  }

  static let periods = [
    ("1970-01-01", "2025-12-31"), ("1970-01-01", "2026-12-31"), ("2026-01-01", "2026-12-31"),
    ("2025-07-01", "2026-06-30"), ("2026-06-20", "2026-12-31"),
  ]

  @Test(.enabled(if: Judge.hledger.isInstalled, "hledger is not installed"), arguments: periods)
  func `hledger finds our balances`(first: String, last: String) throws {
    let text = try text(.hledger, first, last)
    #expect(try Judge.hledger.run(["-f", "FILE", "check", "--strict"], on: text).status == 0)
    let answer = try Judge.hledger.run(
      ["-f", "FILE", "balance", "-N", "--flat", "-O", "csv"], on: text)
    #expect(try PlainBalances.hledger(answer.text) == balances(through: Day(last)))
  }

  @Test(.enabled(if: Judge.ledger.isInstalled, "ledger is not installed"), arguments: periods)
  func `ledger finds our balances`(first: String, last: String) throws {
    let answer = try Judge.ledger.run(
      [
        "-f", "FILE", "--strict", "--pedantic", "balance", "--flat", "--no-total",
        "--balance-format", "%(account)|%(display_total)\n",
      ], on: text(.ledger, first, last))
    #expect(try PlainBalances.ledger(answer.text) == balances(through: Day(last)))
  }

  @Test(.enabled(if: Judge.beancount.isInstalled, "Python has no beancount"), arguments: periods)
  func `beancount finds our balances and no error`(first: String, last: String) throws {
    let answer = try Judge.beancount.run(
      ["-c", PlainBalances.beancountProgram, "FILE"], on: text(.beancount, first, last))
    #expect(try PlainBalances.beancount(answer.text) == balances(through: Day(last)))
  }

  @Test(.enabled(if: Judge.beanCheck.isInstalled, "bean-check is not installed"))
  func `bean-check has nothing to say`() throws {
    let answer = try Judge.beanCheck.run(
      ["FILE"], on: text(.beancount, "1970-01-01", "2026-12-31"))
    #expect(answer.status == 0 && answer.text.isEmpty)
  }

  @Test func `an export to a file is recorded with its fingerprint, once`() throws {
    let path = full.folder.path("livre/book.hledger")
    let period = FullBook.years[0].period
    let first = try full.book.export(
      .hledger, over: period, scope: "2025", to: .file(path), now: FullBook.now)
    let again = try full.book.export(
      .hledger, over: period, scope: "2025", to: .file(path), now: FullBook.now)
    #expect(first.isNew && !again.isNew)
    #expect(first.record.bytes == (try Disk.read(path)).count)
    #expect(
      (first.record.what, first.record.scope, first.record.file) == (
        "hledger", "2025", "book.hledger"
      ))
    try full.folder.write("livre/book.hledger", "autre chose")
    let third = try full.book.export(
      .hledger, over: period, scope: "2025", to: .file(path), now: FullBook.now)
    let kept = try #require(third.replaced)
    #expect(try Disk.read("\(kept)/book.hledger") == Array("autre chose".utf8))
    #expect(try full.book.read { try $0.exports() }.count == 1)
  }

  @Test func `the journal as a table is that of a closing, and readable in French`() throws {
    func table(_ style: CSVStyle) throws -> [String] {
      var bytes: [UInt8] = []
      let delivered = try full.book.exportJournal(
        over: FullBook.years[1].period, scope: "2026", style: style, to: .stream { bytes += $0 },
        now: FullBook.now)
      let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map(String.init)
      #expect(delivered.record.rows == lines.count - 1)
      return lines
    }
    let plain = try table(.plain)
    #expect(plain[0].hasPrefix("series,number,line,date,journal,voucher,voucher_date,label,"))
    #expect(plain.contains { $0.contains(",701000,cents,0,310007,,nord,oa-nord,0") })
    #expect(plain.contains { $0.contains(",AN,") && $0.hasSuffix(",1") })
    let french = try table(.excelFrench)
    #expect(french[0].hasPrefix("\u{FEFF}series;number"))
    #expect(french.contains { $0.contains(";701000;EUR;0,00;3100,07;;nord;oa-nord;0") })
    #expect(french.contains { $0.contains(";902000;shares;") })
  }
}
