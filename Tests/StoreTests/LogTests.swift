import Foundation
import GRDB
import Journal
import Seal
import Store
import TestSupport
import Testing
import Units

/// The log in the book is the tree of RFC 6962 over its leaves, and it grows on after reopening.
@Suite struct LogTests {
  /// The root by the definition of RFC 6962 § 2.1, with no frontier: the other road.
  private func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let only = leaves.first else { return sha256([]) }
    guard leaves.count > 1 else { return only }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return sha256([1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  private func leaves(_ filled: FilledBook) throws -> [Digest] {
    try filled.raw.read { db in
      try Data.fetchAll(db, sql: "SELECT hash FROM leaf ORDER BY position").map {
        Digest(Array($0))
      }
    }
  }

  private func head(_ book: Book) throws -> (size: Int, root: Digest) {
    try book.write(at: FilledBook.now, rehearsing: true) { $0.head }
  }

  @Test func `the root in the book is the root over its leaves, whoever reopens it`() throws {
    let filled = try FilledBook()
    for step in 0..<20 {
      let book = step.isMultiple(of: 3) ? try Book(opening: filled.path) : filled.book
      try book.write(at: FilledBook.now) { page in
        for part in 0...(step % 4) {
          try page.post(FilledBook.entry("L-\(step)-\(part)", "2025-03-01", 10 + Int64(step)))
        }
      }
      let stored = try leaves(filled)
      let found = try head(Book(opening: filled.path))
      #expect(found.size == stored.count)
      #expect(found.root == root(stored[...]))
    }
  }

  @Test func `an empty book has the root of the empty tree`() throws {
    let filled = try FilledBook(filled: false)
    let found = try head(filled.book)
    #expect(found.size == 0 && found.root == sha256([]))
  }

  @Test func `what a block leaves undone leaves no leaf`() throws {
    struct Interruption: Error {}
    let filled = try FilledBook()
    let before = try head(filled.book)
    #expect(throws: Interruption.self) {
      try filled.book.write(at: FilledBook.now) { page in
        try page.post(FilledBook.entry("I-1", "2025-03-01", 10))
        throw Interruption()
      }
    }
    let after = try head(filled.book)
    #expect(after.size == before.size && after.root == before.root)
  }

  @Test func `a frontier that does not fit the size is refused`() throws {
    let filled = try FilledBook()
    try filled.raw.write { try $0.execute(sql: "UPDATE frontier SET tree = x''") }
    #expect(throws: SealRefusal.self) { try head(filled.book) }
  }

  @Test func `salts depend on the purpose and the book, and come back`() throws {
    let filled = try FilledBook()
    let salts = try filled.book.read { (try $0.salt(for: "a"), try $0.salt(for: "b")) }
    #expect(salts.0 != salts.1 && salts.0.count == 32)
    #expect(try Book(opening: filled.path).read { try $0.salt(for: "a") } == salts.0)
    let folder = try TemporaryFolder()
    let other = try Book(creating: folder.path("o"), secret: Array(repeating: 8, count: 32))
    #expect(try other.read { try $0.salt(for: "a") } != salts.0)
  }
}
