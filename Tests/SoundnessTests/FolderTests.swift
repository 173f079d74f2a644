import Foundation
import GRDB
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// The book and the folders beside it, and what examining leaves behind: nothing.
@Suite struct FolderTests {
  @Test func `a backup that was restored is told from the newest closing folder`() throws {
    let book = try SoundBook(.january)
    #expect(try book.examine().faults == [.bookIsOlderThanFolder(SoundBook.january.next)])
  }

  @Test func `a folder changed, unknown or missing is told`() throws {
    let book = try SoundBook()
    let manifest = "closings/2025-01/manifest.json"
    let bytes = try book.folder.bytes(manifest)
    try book.folder.write(manifest, bytes.dropLast())
    #expect(try book.examine().faults == [.folderIsOther(SoundBook.january)])
    try book.folder.write(manifest, bytes)
    try FileManager.default.copyItem(
      atPath: book.folder.path("closings/2025-01"), toPath: book.folder.path("closings/2024-12"))
    #expect(try book.examine().faults == [.folderIsUnknown(Month("2024-12"))])
    try FileManager.default.removeItem(atPath: book.closings)
    let report = try book.examine()
    #expect(report.faults == [.foldersAreMissing([SoundBook.january, SoundBook.january.next])])
    #expect(report.isSound && report.results.last?.ending == .warned)
  }

  @Test func `a time stamp changed or lost is told`() throws {
    let book = try SoundBook()
    let stamp = "closings/2025-01/manifest.json.p7s.tsr"
    try Book(opening: book.path).write(at: Tiny.now) { page in
      try page.record(
        event: "timestamp",
        [
          "document": "2025-01", "file": "tsr", "fileSha256": .string(sha256([1, 2, 3]).hex),
        ])
    }
    try book.folder.write(stamp, [1, 2, 3])
    #expect(try book.examine().isSound)
    try book.folder.write(stamp, [1, 2, 4])
    #expect(try book.examine().faults == [.stampIsOther(SoundBook.january)])
    try FileManager.default.removeItem(atPath: book.folder.path(stamp))
    #expect(try book.examine().faults == [.stampIsOther(SoundBook.january)])
  }

  @Test func `another folder of closings is looked at where it is said to be`() throws {
    let book = try SoundBook()
    let report = try examine(bookAt: book.path, closings: book.folder.path("none"))
    #expect(report.faults == [.foldersAreMissing([SoundBook.january, SoundBook.january.next])])
  }

  @Test func `examining writes nothing, not even where it may not write`() throws {
    let book = try SoundBook()
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o400], ofItemAtPath: book.path)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: book.folder.path)
    let before = try (book.folder.contents(), book.folder.names())
    #expect(try book.examine().isSound)
    #expect(try book.folder.contents() == before.0 && book.folder.names() == before.1)
    let damaged = try SoundBook()
    try damaged.damage("UPDATE month_total SET debit = debit + 1")
    let bytes = try damaged.folder.contents()
    #expect(try !damaged.examine().isSound)
    #expect(try damaged.folder.contents() == bytes)
  }

  @Test func `a write that was interrupted is told, and left as it is`() throws {
    let book = try SoundBook()
    let copy = try TemporaryFolder()
    try DatabaseQueue(path: book.path).write { db in
      try db.execute(
        sql:
          """
          PRAGMA cache_size = 1; WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n)
          INSERT INTO setting SELECT i, hex(zeroblob(100)) FROM n LIMIT 3000
          """)
      for name in ["book.soleil", "book.soleil-journal"] { try copy.copy(name, from: book.folder) }
    }
    let before = try copy.contents()
    #expect(before["book.soleil-journal"]?.isEmpty == false)
    #expect(throws: StoreRefusal.writeWasInterrupted(copy.path("book.soleil"))) {
      try examine(bookAt: copy.path("book.soleil"), closings: book.closings)
    }
    #expect(try copy.contents() == before)
    _ = try Book(opening: copy.path("book.soleil")).read { try $0.closings() }
    #expect(try examine(bookAt: copy.path("book.soleil"), closings: book.closings).isSound)
  }

  @Test func `what is no book is refused, not examined`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("text", "Ceci n'est pas un livre de comptes, mais un texte. ")
    for (path, expected) in [
      (folder.path("none"), "book-is-missing"), (folder.path, "file-is-not-regular"),
      (text, "file-is-no-book"),
    ] {
      let error = #expect(throws: StoreRefusal.self) {
        try examine(bookAt: path, closings: folder.path)
      }
      #expect(error?.code == expected)
    }
  }

  @Test func `every table of leaves is examined, and every kind of leaf`() throws {
    let book = try SoundBook()
    let tables = try DatabaseQueue(path: book.path).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
          WHERE m.type = 'table' AND f."table" = 'leaf' ORDER BY 1
          """)
    }
    #expect(Set(tables).subtracting(examinedTables) == [])
  }
}
