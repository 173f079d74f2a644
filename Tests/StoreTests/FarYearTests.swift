import Journal
import Store
import TestSupport
import Testing
import Units

/// A mistyped year opens no thousand fiscal years.
@Suite struct FarYearTests {
  @Test(arguments: [("2026-12-31", true), ("2027-01-01", false), ("9999-12-31", false)])
  func `only the year after this one is opened ahead`(date: String, isTaken: Bool) throws {
    let filled = try FilledBook()
    let day = try Day(date)
    let entry = try FilledBook.entry("Y-1", date, 1)
    if isTaken {
      _ = try filled.book.write(at: FilledBook.now) { try $0.post(entry) }
    } else {
      #expect(throws: JournalRefusal.dateIsOutsideFiscalYears(day)) {
        try filled.book.write(at: FilledBook.now) { try $0.post(entry) }
      }
    }
    #expect(try filled.book.read { try $0.fiscalYears().count } == (isTaken ? 2 : 1))
  }
}
