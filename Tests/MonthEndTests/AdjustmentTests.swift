import Closing
import Foundation
import GRDB
import Intake
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// What a closed month turned out to be counts in the open one, at its true date; the closing stays.
@Suite struct AdjustmentTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let signer: SigningKey

  init() throws { signer = try TestSigner.shared.get() }

  private func take(_ text: String, into open: OpenBook) throws -> ProductionImport {
    try importProduction(
      [InputFile(path: "rectifie.csv", bytes: Array(text.utf8))], to: open.book,
      options: ReadingOptions(), now: OpenBook.now)
  }

  private func confirm(_ open: OpenBook) throws -> ReadingDecision {
    try decide(
      .confirmed, [.file("rectifie.csv")], reason: "relevé du gestionnaire", in: open.book,
      now: OpenBook.now)
  }

  private func rows(_ open: OpenBook, _ sql: String) throws -> [String: Int64] {
    try DatabaseQueue(path: open.folder.path("book.soleil")).read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(db, sql: sql).map { ($0[0] as String, $0[1] as Int64) })
    }
  }

  private func balances(_ open: OpenBook, through month: Month) throws -> [String: Int64] {
    try rows(
      open,
      """
      SELECT account, sum(debit - credit) FROM posting JOIN entry ON entry.id = posting.entry
      WHERE date <= '\(month.last)' AND (account LIKE '70%' OR account LIKE '4181%'
        OR account LIKE '6132%' OR account LIKE '911%' OR account LIKE '912%')
      GROUP BY account
      """)
  }

  /// A book whose first month was closed with other energies than the last one it is told.
  private func corrected(_ changes: [Day: Int64]) throws -> OpenBook {
    let open = try OpenBook.tiny(months: 3)
    _ = try open.monthEnd.close(january, signer: signer)
    let done = try take(Tiny.readings("nord-1", january, changing: changes), into: open)
    #expect(done.waiting == changes.count)
    #expect(try confirm(open).adjustments.count == changes.count)
    return open
  }

  @Test func `two months sum to what they are when the first was right from the start`() throws {
    let changes = [try Day("2025-01-03"): Int64(77), try Day("2025-01-20"): 145_671]
    let open = try corrected(changes)
    let right = try OpenBook.tiny(months: 3, changing: changes)
    for book in [right, open] {
      if book === right { _ = try book.monthEnd.close(january, signer: signer) }
      _ = try book.monthEnd.close(january.next, signer: signer)
      _ = try book.monthEnd.close(january.adding(2), signer: signer)
    }
    let last = january.adding(2)
    #expect(try balances(open, through: january) != balances(right, through: january))
    #expect(try balances(open, through: last) == balances(right, through: last))
    #expect(try balances(open, through: january.next) == balances(right, through: january.next))
  }

  @Test func `the closing stays, and the open month tells the true date and the source`() throws {
    let day = try Day("2025-01-20")
    let open = try OpenBook.tiny(months: 2)
    _ = try open.monthEnd.close(january, signer: signer)
    let sealed = try open.folder.contents("closings")
    let energy = Tiny.energy("nord-1", day) - 1_000
    _ = try take(Tiny.readings("nord-1", [(day, energy)]), into: open)
    // What waits for a closed day keeps no open month from closing.
    #expect(try open.monthEnd.checklist(january.next).failures.isEmpty)
    _ = try confirm(open)
    let closed = try open.monthEnd.close(january.next, signer: signer)
    #expect(try open.folder.contents("closings").filter { $0.key.hasPrefix("2025-01/") } == sealed)
    let february = "closings/2025-02"
    let csv = String(decoding: try open.folder.bytes("\(february)/production.csv"), as: UTF8.self)
    let lines = csv.split(separator: "\n").dropFirst()
    let adjustments = lines.filter { $0.contains(",adjustment,") }
    #expect(adjustments.count == 1 && adjustments[0].hasPrefix("nord,nord-1,2025-01-20,-1000,"))
    let sum = lines.reduce(Int64(0)) { $0 + (Int64($1.split(separator: ",")[3]) ?? 0) }
    #expect(sum == closed.reckoning.energy.units)
    let manifest = try JSON(reading: open.folder.bytes("\(february)/manifest.json"))
    #expect(manifest["totals"]?["wh"]?.integerValue == sum)
    let journal = String(decoding: try open.folder.bytes("\(february)/journal.csv"), as: UTF8.self)
    let told = journal.split(separator: "\n").filter { $0.contains("survenue le 2025-01-20") }
    #expect(told.count == 4)
    let report = try examine(
      bookAt: open.folder.path("book.soleil"), closings: open.folder.path("closings"))
    #expect(report.isSound, "\(report.faults)")
  }

  @Test func `the same again changes nothing, and a second correction starts from the first`()
    throws
  {
    let day = try Day("2025-01-20")
    let old = Tiny.energy("nord-1", day)
    let open = try corrected([day: old + 500])
    let before = try open.folder.contents()
    let again = try take(Tiny.readings("nord-1", january, changing: [day: old + 500]), into: open)
    #expect(again.refusal == nil && again.adjustments.isEmpty)
    #expect(throws: ReadingRefusal.nothingWaits("rectifie.csv")) { try confirm(open) }
    #expect(try open.folder.contents() == before)
    _ = try open.monthEnd.close(january.next, signer: signer)
    _ = try take(Tiny.readings("nord-1", [(day, old + 200)]), into: open)
    let second = try confirm(open).adjustments
    #expect(second.map(\.difference.units) == [-300] && second.map(\.month) == [january.adding(2)])
    _ = try open.monthEnd.close(january.adding(2), signer: signer)
    let energy = try rows(
      open,
      "SELECT 'x', sum(debit - credit) FROM posting WHERE account = '912000' AND site = 'nord'")
    let expected = open.truth["nord-1"]?.values.reduce(200, +)
    #expect(energy["x"] == expected)
  }

  @Test func `a second value for an open day stands in the way of its closing`() throws {
    let open = try OpenBook.tiny(months: 1)
    let day = try Day("2025-01-20")
    _ = try take(Tiny.readings("nord-1", [(day, 5)]), into: open)
    let failures = try open.monthEnd.checklist(january).failures
    #expect(failures.map(\.check) == [.readingsHeld] && failures.map(\.subject) == ["nord-1"])
  }
}
