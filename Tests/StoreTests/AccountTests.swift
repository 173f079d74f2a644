import Journal
import Store
import TestSupport
import Testing
import Units

/// Accounts are opened under one label and closed once, when they stand at zero.
@Suite struct AccountTests {
  private let filled: FilledBook

  init() throws { filled = try FilledBook() }

  private func write(_ body: (BookWriter) throws -> Void) throws {
    try filled.book.write(at: FilledBook.now, body)
  }

  @Test func `a label is given once`() throws {
    try write { try $0.openAccount("512200", french: "Livret", english: "Savings") }
    #expect(throws: JournalRefusal.accountIsOpen("512200", label: "Livret")) {
      try write { try $0.openAccount("512200", french: "Autre", english: "Other") }
    }
    #expect(throws: JournalRefusal.accountIsUnknown("199999")) {
      try write { try $0.openAccount("199999", french: "Autre", english: "Other") }
    }
    #expect(try filled.book.read { try $0.events(kind: "account-opened").count } == 1)
  }

  @Test func `an account is closed once it stands at zero and moves no more`() throws {
    let day = try Day("2025-03-01")
    #expect(throws: JournalRefusal.accountHasABalance("512100", 1333, .cents, on: day)) {
      try write { try $0.closeAccount("512100", from: day) }
    }
    try write { try $0.openAccount("512200", french: "Livret", english: "Savings") }
    try write { page in
      try page.post(
        FilledBook.entry("A-1", "2025-03-05", 5, .miscellaneous, ("512200", "701000")))
      try page.post(
        FilledBook.entry("A-2", "2025-03-05", 5, .miscellaneous, ("701000", "512200")))
    }
    let moved = try Day("2025-03-05")
    #expect(throws: JournalRefusal.accountHasABalance("512200", 0, .cents, on: moved)) {
      try write { try $0.closeAccount("512200", from: day) }
    }
    let later = try Day("2025-03-06")
    try write { try $0.closeAccount("512200", from: later) }
    #expect(throws: JournalRefusal.accountIsClosed("512200", from: later)) {
      try write { try $0.closeAccount("512200", from: later) }
    }
    #expect(throws: JournalRefusal.accountIsClosed("512200", from: later)) {
      try write { page in
        try page.post(
          FilledBook.entry("A-3", "2025-03-06", 5, .miscellaneous, ("512200", "701000")))
      }
    }
  }
}
