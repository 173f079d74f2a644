import Foundation
import GRDB
import Journal
import Store
import TestSupport
import Testing
import Units

/// What is no book is refused by name; what fails leaves nothing behind.
@Suite struct OpeningTests {
  private let folder: TemporaryFolder
  private let secret = [UInt8](repeating: 1, count: 32)

  init() throws { folder = try TemporaryFolder() }

  private func open(_ path: String) -> StoreRefusal? {
    do {
      _ = try Book(opening: path)
      return nil
    } catch { return error as? StoreRefusal }
  }

  @Test func `nothing, a folder, a text and another database are no books`() throws {
    #expect(open(folder.path("none")) == .bookIsMissing(folder.path("none")))
    #expect(open(folder.path) == .fileIsNotRegular(folder.path))
    let text = try folder.write("text", "Ceci n'est pas un livre de comptes, mais un texte. ")
    #expect(open(text) == .fileIsNoBook(text))
    let empty = try folder.write("empty", "")
    #expect(open(empty) == .fileIsNoBook(empty))
    let other = folder.path("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(open(other) == .fileIsNoBook(other))
  }

  @Test func `a newer book is refused, naming its version`() throws {
    let path = folder.path("newer")
    _ = try Book(creating: path, secret: secret)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 7") }
    #expect(open(path) == .bookIsNewer(path, version: 7))
  }

  @Test func `a busy book says so within seconds and is left as it was`() throws {
    let filled = try FilledBook()
    let before = try folder.bytes(of: filled.path)
    try filled.raw.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: StoreRefusal.self) {
        try filled.book.write(at: FilledBook.now) {
          try $0.post(FilledBook.entry("B", "2025-03-01", 1))
        }
      }
      #expect(error == .bookIsBusy(filled.path) && error?.outcome == .busy)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try folder.bytes(of: filled.path) == before)
  }

  @Test func `a book is created readable by its owner only, and never over something`() throws {
    let path = folder.path("new")
    _ = try Book(creating: path, secret: secret)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let before = try folder.bytes("new")
    #expect(throws: StoreRefusal.bookExists(path)) { try Book(creating: path, secret: secret) }
    #expect(try folder.bytes("new") == before)
  }

  @Test func `a creation that fails leaves no file`() throws {
    let path = folder.path("short")
    #expect(throws: StoreRefusal.guardHeld("schema-constraint")) {
      try Book(creating: path, secret: [1, 2, 3])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let lost = folder.path("no/such/folder")
    #expect {
      try Book(creating: lost, secret: secret)
    } throws: {
      guard case .fileCannotBeCreated(lost, _)? = $0 as? StoreRefusal else { return false }
      return true
    }
  }

  @Test func `a rehearsal leaves every byte of the book as it was`() throws {
    let filled = try FilledBook()
    let before = try folder.bytes(of: filled.path)
    let outcome = try filled.book.write(at: FilledBook.now, rehearsing: true) { page in
      try page.post(FilledBook.entry("R", "2025-03-01", 1))
    }
    #expect(outcome == .posted(try EntryReference("2025/3")))
    #expect(try folder.bytes(of: filled.path) == before)
  }

  @Test func `a damaged book fails by name, not by a crash`() throws {
    let filled = try FilledBook()
    var bytes = try folder.bytes(of: filled.path)
    for place in 4096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
    let path = try folder.write("damaged", bytes)
    #expect {
      try Book(opening: path).read { try $0.closings() }
    } throws: {
      guard case .databaseFailed? = $0 as? StoreRefusal else { return false }
      return true
    }
  }
}

extension TemporaryFolder {
  fileprivate func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }
}
