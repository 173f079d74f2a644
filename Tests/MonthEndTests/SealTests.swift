import Foundation
import GRDB
import Membership
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Text
import Units

/// What is signed names everything: files, statements, log, and the month before.
@Suite struct SealTests {
  @Test(arguments: ClosedBook.Which.allCases)
  func `the manifest names every file of the folder by its digest`(which: ClosedBook.Which) throws {
    let closed = try ClosedBook.shared(which)
    for month in ClosedBook.months {
      let manifest = try closed.manifest(month)
      #expect(try manifest.canonical == closed.file(month, "manifest.json"))
      let listed = manifest["files"]?.arrayValue ?? []
      let found = try closed.folder.contents("closings/\(month)")
      let paths = listed.compactMap { $0["path"]?.stringValue }
      #expect(Set(found.keys) == Set(paths + ["manifest.json", "manifest.json.p7s"]))
      #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      for file in listed {
        let bytes = try #require(found[file["path"]?.stringValue ?? ""])
        #expect(file["bytes"]?.integerValue == Int64(bytes.count))
        #expect(file["sha256"]?.stringValue == sha256(bytes).hex)
      }
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `each manifest names the one before, and the log only grows`(which: ClosedBook.Which) throws
  {
    let closed = try ClosedBook.shared(which)
    let leaves = try DatabaseQueue(path: closed.folder.path("book.soleil")).read { db in
      try Data.fetchAll(db, sql: "SELECT hash FROM leaf ORDER BY position").map {
        Digest(Array($0))
      }
    }
    var previous = ""
    var size: Int64 = 0
    for (place, month) in ClosedBook.months.enumerated() {
      let manifest = try closed.manifest(month)
      #expect(manifest["previousManifestSha256"]?.stringValue == previous)
      #expect(manifest["sequence"]?.integerValue == Int64(place + 1))
      #expect(manifest["month"]?.stringValue == month.description)
      previous = sha256(try closed.file(month, "manifest.json")).hex
      let grown = manifest["log"]?["size"]?.integerValue ?? 0
      #expect(grown > size)
      size = grown
      #expect(
        manifest["log"]?["root"]?.stringValue
          == MerkleTree(Array(leaves.prefix(Int(size)))).root.hex)
    }
    let stored = try closed.book().read { try $0.closings() }
    #expect(stored.map(\.month) == ClosedBook.months)
    #expect(stored.last?.digest.hex == previous)
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `the statements rebuild the root that is signed, and statements.csv lists them`(
    which: ClosedBook.Which
  ) throws {
    let closed = try ClosedBook.shared(which)
    for month in ClosedBook.months {
      let statements = try closed.book().read { try $0.statements(of: month) }
      let root = MerkleTree(statements.map { leafHash($0.body) }).root
      let head = try closed.manifest(month)["statements"]
      #expect(head?["root"]?.stringValue == root.hex)
      #expect(head?["count"]?.integerValue == Int64(statements.count))
      let rows = try closed.rows(month, "statements.csv")
      #expect(rows.map { $0["member"] } == statements.map { $0.member.description })
      #expect(rows.map { $0["sha256"] } == statements.map { sha256($0.body).hex })
      #expect(rows.map { value($0, "position") } == Array(0..<Int64(statements.count)))
      #expect(rows.map { value($0, "log_position") } == statements.map { Int64($0.leaf) })
      let salts = try statements.map { try JSON(reading: $0.body)["salt"]?.stringValue ?? "" }
      #expect(Set(salts).count == salts.count && salts.allSatisfy { $0.utf8.count == 64 })
    }
  }

  @Test(arguments: ClosedBook.Which.allCases)
  func `nobody's name stands in a closing`(which: ClosedBook.Which) throws {
    let closed = try ClosedBook.shared(which)
    let names = Set(
      try closed.book().read { try $0.identities().values }
        .flatMap { [$0.lastName, $0.email, $0.street] })
    #expect(which == .tiny || names.count > 100)
    for month in ClosedBook.months {
      for (path, data) in try closed.folder.contents("closings/\(month)")
      where path != "LISEZMOI.txt" {
        let words = String(decoding: data, as: UTF8.self)
          .split { ",;:\"\n".contains($0) }.map(String.init)
        #expect(names.isDisjoint(with: words), "\(path)")
      }
    }
  }

  @Test func `perpetual totals grow by each month's own`() throws {
    let closed = try ClosedBook.shared(.tiny)
    var (cents, energy) = (Int64(0), Int64(0))
    for month in ClosedBook.months {
      let totals = try #require(try closed.manifest(month)["totals"])
      cents += totals["debitCents"]?.integerValue ?? 0
      energy += totals["wh"]?.integerValue ?? 0
      #expect(totals["debitCents"] == totals["creditCents"])
      #expect(totals["perpetualDebitCents"]?.integerValue == cents)
      #expect(totals["perpetualWh"]?.integerValue == energy)
      let lines = try closed.rows(month, "journal.csv")
      #expect(
        totals["entries"]?.integerValue
          == Int64(Set(lines.map { "\($0["series"] ?? "") \($0["number"] ?? "")" }).count))
    }
  }
}
