import Closing
import Foundation
import GRDB
import Intake
import Journal
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// Once a month is closed, nothing reaches back into it; and nothing false is signed.
@Suite struct ClosedMonthTests {
  private let january = Month(year: 2025, monthOfYear: 1)
  private let open: OpenBook
  private let signer: SigningKey

  init() throws {
    open = try OpenBook.tiny(months: 1)
    signer = try TestSigner.shared.get()
  }

  private func file(_ name: String, _ text: String) -> InputFile {
    InputFile(path: name, bytes: Array(text.utf8))
  }

  private func codes(_ body: () throws -> Void) throws -> [String] {
    let before = try open.folder.contents()
    do {
      try body()
      return []
    } catch let refusals as Refusals {
      #expect(try open.folder.contents() == before)
      return refusals.all.map(\.code)
    } catch let refusal as any Refusal {
      #expect(try open.folder.contents() == before)
      return [refusal.code]
    }
  }

  private func raw(_ sql: String) throws {
    try DatabaseQueue(path: open.folder.path("book.soleil")).write { try $0.execute(sql: sql) }
  }

  @Test(arguments: [
    ("eur_per_kwh = \"0.1151\"", "eur_per_kwh = \"0.2\"", ["fact-reaches-into-closed-months"]),
    ("cents_per_kwc_year = 400", "cents_per_kwc_year = 401", ["fact-reaches-into-closed-months"]),
    ("rate = \"0.0165\"", "rate = \"0.0365\"", ["terms-are-fixed"]),
    ("life_months = 180", "life_months = 240", ["terms-are-fixed"]),
    ("number = \"N-1\"", "number = \"N-1\"", []),
    ("number = \"N-1\"", "number = \"N-2\"\nvalid_from = 2025-02-01", []),
    (
      "number = \"N-1\"", "number = \"N-2\"\nvalid_from = 2025-01-31",
      ["fact-reaches-into-closed-months"]
    ),
  ]) func `no fact reaches into a closed month`(old: String, new: String, expected: [String])
    throws
  {
    #expect(Tiny.contracts.contains(old))
    _ = try open.monthEnd.close(january, signer: signer)
    let changed = file("contracts.toml", Tiny.contracts.replacing(old, with: new))
    #expect(try codes { _ = try apply([changed], to: open.book, now: OpenBook.now) } == expected)
  }

  @Test func `new readings for a closed month are not lost in silence`() throws {
    try raw("DROP TRIGGER meter_day_is_kept")
    try raw("DELETE FROM meter_day WHERE meter = 'sud-1' AND day > '2025-01-20'")
    let waivers = Waivers(codes: ["production-complete"], reason: "onduleur muet")
    _ = try open.monthEnd.close(january, signer: signer, waivers: waivers)
    let late = file("sud.csv", Tiny.readings("sud-1", january))
    let done = try importProduction(
      [late], to: open.book, options: ReadingOptions(), now: OpenBook.now)
    #expect(done.refusal == nil)
    #expect(done.adjustments.map(\.day) == (21...31).map { january.first.adding(days: $0 - 1) })
    #expect(done.adjustments.allSatisfy { $0.month == january.next && $0.replaces == nil })
    for adjustment in done.adjustments {
      #expect(adjustment.difference.units == Tiny.energy("sud-1", adjustment.day))
    }
  }

  @Test(arguments: ["close:2025-02:sales:oa-nord", "shares:BS-1:capital"])
  func `a manual entry cannot take the key of one of ours`(key: String) throws {
    let entry = file(
      "e.toml",
      """
      [[entry]]
      key = "\(key)"
      date = 2025-01-05
      journal = "OD"
      voucher = "V"
      label = "L"
      lines = [ { account = "512100", debit_cents = 1 }, { account = "701000", credit_cents = 1 } ]
      """)
    let found = try codes { _ = try post([entry], to: open.book, now: OpenBook.now) }
    #expect(found == ["key-is-reserved"])
  }

  @Test func `capital that the register does not know is refused`() throws {
    let found = try codes {
      _ = try post([capital("512100", "101310")], to: open.book, now: OpenBook.now)
    }
    #expect(found == ["account-follows-from-elsewhere"])
  }

  @Test func `capital in another college than the register says stands in the way`() throws {
    let day = try Day("2025-01-05")
    let moved = try Entry(
      checking: DraftEntry(
        key: "capital-1", date: day, journal: .shares, voucher: "V", voucherDate: day, label: "L",
        origin: "essai", postings: [.debit("101320", Cents(1)), .credit("101310", Cents(1))]))
    _ = try open.book.write(at: OpenBook.now) { try $0.post(moved) }
    let failures = try open.monthEnd.checklist(january).failures
    #expect(Set(failures.map(\.check)) == [.registerAgrees])
    #expect(failures.map(\.subject) == ["101310", "101320"])
  }

  private func capital(_ debit: String, _ credit: String) -> InputFile {
    file(
      "e.toml",
      """
      [[entry]]
      key = "capital-1"
      date = 2025-01-05
      journal = "PA"
      voucher = "V"
      label = "L"
      lines = [
        { account = "\(debit)", debit_cents = 1 }, { account = "\(credit)", credit_cents = 1 },
      ]
      """)
  }

  @Test(arguments: [
    (
      "UPDATE month_total SET debit = debit + 1 WHERE account = '512100'", "totals-do-not-recompute"
    ),
    ("DELETE FROM month_total WHERE account = '902000'", "totals-do-not-recompute"),
    ("UPDATE frontier SET tree = zeroblob(length(tree))", "log-does-not-recompute"),
    (
      """
      DROP TRIGGER leaf_stays;
      UPDATE leaf SET hash = zeroblob(32) WHERE position = 0
      """, "log-does-not-recompute"
    ),
  ]) func `a book changed behind the program is not signed`(sql: String, expected: String) throws {
    try raw(sql)
    let found = try codes { _ = try open.monthEnd.close(january, signer: signer) }
    #expect(found == [expected])
  }
}
