import Foundation
import Keys
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// A book that is put back to an earlier state signs nothing more.
@Suite struct MemoryTests {
  /// The book of a cooperative as it was before its first closing, and after.
  private struct Restored {
    let open: OpenBook
    let memory: SigningMemory
    let before: [UInt8]

    init() throws {
      open = try OpenBook.tiny()
      try FileManager.default.createDirectory(
        atPath: open.folder.path("keys"), withIntermediateDirectories: true)
      memory = SigningMemory(
        keys: open.folder.path("keys"), closings: open.folder.path("closings"))
      before = try open.folder.bytes("book.soleil")
      _ = try monthEnd().close(ClosedBook.months[0], signer: TestSigner.shared.get())
    }

    func monthEnd() throws -> MonthEnd {
      MonthEnd(
        book: try Book(opening: open.folder.path("book.soleil")),
        closings: open.folder.path("closings"), now: open.monthEnd.now,
        software: "test", memory: memory)
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(atPath: open.folder.path(name))
    }
  }

  @Test func `what goes on from what was signed is signed`() throws {
    let restored = try Restored()
    _ = try restored.monthEnd().close(ClosedBook.months[1], signer: TestSigner.shared.get())
    let text = String(
      decoding: try restored.open.folder.bytes("keys/signed.json"), as: UTF8.self)
    #expect(text.contains("\"sequence\":2"))
  }

  @Test func `a book put back closes no month that was signed`() throws {
    let restored = try Restored()
    try restored.open.folder.write("book.soleil", restored.before)
    let month = ClosedBook.months[0]
    #expect(throws: KeysRefusal.bookIsOlderThanSigned(month, sequence: 1)) {
      try restored.monthEnd().close(month, signer: TestSigner.shared.get())
    }
    // Without the memory of the keys the folder still knows.
    try restored.remove("keys/signed.json")
    #expect(throws: KeysRefusal.folderIsNewerThanBook(month)) {
      try restored.monthEnd().close(month, signer: TestSigner.shared.get())
    }
  }

  @Test func `a month closed otherwise contradicts what was signed`() throws {
    let restored = try Restored()
    let signed = try restored.open.folder.bytes("keys/signed.json")
    try restored.remove("keys/signed.json")
    try restored.remove("closings")
    try restored.open.folder.write("book.soleil", restored.before)
    let other = MonthEnd(
      book: try Book(opening: restored.open.folder.path("book.soleil")),
      closings: restored.open.folder.path("closings"), now: restored.open.monthEnd.now,
      software: "other", memory: restored.memory)
    let month = ClosedBook.months[0]
    _ = try other.close(month, signer: TestSigner.shared.get())
    try restored.open.folder.write("keys/signed.json", signed)
    #expect(throws: KeysRefusal.bookContradictsSigned(month, sequence: 1)) {
      try restored.monthEnd().close(ClosedBook.months[1], signer: TestSigner.shared.get())
    }
  }
}
