import Delivery
import Exports
import Foundation
import Journal
import Store
import TestSupport
import Testing
import Units

/// The tax file of a year with everything in it.
@Suite struct TaxFileTests {
  private let full: FullBook
  private let exports: String

  init() throws {
    full = try FullBook()
    exports = full.folder.path("exports")
  }

  private func export(
    _ year: String? = "2026", names: Bool = false, at now: Instant = FullBook.now
  ) throws -> TaxFile {
    try TaxFile(of: full.book, year: year, in: exports, showsNames: names, now: now)
  }

  private func records(_ file: TaxFile) throws -> [[String]] {
    String(decoding: try Disk.read(file.path), as: UTF8.self).split(separator: "\r\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(
    .enabled(if: Judge.taxFileExaminer.isInstalled, "Python has no accounting_fr"),
    arguments: ["2025", "2026"], [false, true])
  func `an independent examiner finds no error and warns of nothing`(
    year: String, names: Bool
  ) throws {
    let file = try export(year, names: names)
    let program = """
      import os, sys
      from accounting_fr.fec_check import check_fec
      path = sys.argv[1]
      report = check_fec(open(path, "rb").read(), os.path.basename(path))
      print(report.errors, report.warnings, report.stats["lignes"], report.stats["ecritures"])
      """
    let answer = try Judge.taxFileExaminer.run(["-c", program, file.path])
    #expect(answer.text == "[] [] \(file.report.rows) \(file.report.entries)\n")
  }

  @Test func `the book knows its own export, whoever holds it, and one that was touched`() throws {
    let file = try export()
    let known = try full.book.read { try $0.exports() }
    func trace(_ path: String) throws -> TaxFileTrace { try TaxFileTrace(of: path, among: known) }
    #expect(try trace(file.path) == .exported(at: FullBook.now))
    let bytes = try Disk.read(file.path)
    let elsewhere = full.folder.path("ailleurs.txt")
    try Disk.replace(elsewhere, bytes)
    #expect(try trace(elsewhere) == .exported(at: FullBook.now))
    try Disk.replace(elsewhere, bytes + [0x20])
    #expect(try trace(elsewhere) == .unknown)
    try Disk.replace(file.path, bytes + [0x20])
    #expect(try trace(file.path) == .altered(at: FullBook.now))
    #expect(try trace(file.path).isAltered)
    #expect(try !trace(elsewhere).isAltered)
  }

  @Test func `our own examiner finds nothing, and the year has all it should`() throws {
    let file = try export()
    let report = try examineTaxFile(file.path)
    #expect(report.findings.isEmpty)
    #expect(report == file.report)
    let records = try records(file).dropFirst()
    let accounts = Set(records.map { $0[4] })
    #expect(
      accounts.isSuperset(of: ["101310", "120000", "401000", "455100", "457000", "613200"]))
    #expect(!accounts.contains { $0.hasPrefix("9") })
    #expect(records.contains { !$0[13].isEmpty && $0[14] == "20270115" })
    #expect(Set(records.map { $0[0] }) == ["AN", "AC", "BQ", "OD", "PA", "VE"])
  }

  @Test func `opening entries stand first, then the numbers follow`() throws {
    let numbers = try records(export()).dropFirst().map { $0[2] }
    let entries = numbers.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(entries.first?.hasSuffix("-AN") == true)
    #expect(entries.first != "1-AN")
    let rest = entries.dropFirst().compactMap { Int($0.prefix { $0 != "-" }) }
    #expect(rest == rest.sorted())
    #expect(Set(entries.compactMap { Int($0.prefix { $0 != "-" }) }) == Set(1...entries.count))
  }

  @Test func `people are numbers, unless names are asked for`() throws {
    let plain = try records(export())
    #expect(plain.contains { $0[6...7] == ["M0002", "Associé M0002"] })
    #expect(plain.contains { $0[6...7] == ["supplier:ville", "Fournisseur ville"] })
    let named = try export(names: true)
    let records = try records(named)
    #expect(records.contains { $0[6...7] == ["M0002", "Durand Anne"] })
    #expect(records.contains { $0[6...7] == ["M0001", "Essai SA"] })
    #expect(records.contains { $0[6...7] == ["supplier:ville", "Ville d'Essai"] })
    let mode = try FileManager.default.attributesOfItem(atPath: named.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `the same export again records nothing new; another keeps the earlier file`() throws {
    let first = try export()
    let before = try Disk.read(first.path)
    let again = try export()
    #expect(first.isNew && !again.isNew && again.replaced == nil)
    let named = try export(names: true)
    #expect(named.isNew)
    let kept = try #require(named.replaced)
    #expect(kept == "\(exports)/replaced/\(first.record.digest.hex.prefix(12))")
    #expect(try Disk.read("\(kept)/012345674FEC20261231.txt") == before)
    #expect(Disk.exists("\(kept)/012345674FEC20261231_description.txt"))
    _ = try export()
    let listed = try full.book.read { try $0.exports() }
    #expect(listed.map(\.record.traits) == [["interim"], ["names", "interim"], ["interim"]])
    #expect(listed.map(\.record.digest)[0] == listed.map(\.record.digest)[2])
    #expect(listed.map(\.at) == Array(repeating: FullBook.now, count: 3))
    #expect(try Disk.names(in: exports).allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test func `a year still open makes an interim file, and says so`() throws {
    let file = try export()
    #expect(file.isInterim)
    let description = String(
      decoding: try Disk.read("\(exports)/012345674FEC20261231_description.txt"), as: UTF8.self)
    #expect(description.contains("intermédiaire"))
    #expect(description.contains(file.record.digest.hex))
    #expect(description.contains("\(file.report.rows), plus une ligne d'en-tête"))
    #expect(try export(nil).year.name == "2025")
  }

  @Test func `a year that the book does not have is refused, and nothing is written`() throws {
    #expect(throws: ExportsRefusal.yearIsUnknown("2031", known: ["2025", "2026"])) {
      try export("2031")
    }
    #expect(!Disk.exists(exports))
  }

  @Test func `a book without entries has nothing to hand over`() throws {
    let empty = try EmptyBook()
    #expect(throws: ExportsRefusal.yearHasNoEntries("2025")) {
      try TaxFile(
        of: empty.book, year: nil, in: exports, showsNames: false, now: FullBook.now)
    }
    #expect(try Disk.names(in: exports) == [])
    #expect(try empty.book.read { try $0.exports() }.isEmpty)
  }

  @Test func `a faulty file is refused, and the one before stays`() throws {
    let first = try export("2025")
    let before = try Disk.read(first.path)
    // A label of blanks alone: no door lets it in, but a hand on the database could.
    try full.spoil("UPDATE account SET label_fr = ' ' WHERE number = '512100'")
    let refusals = #expect(throws: Refusals.self) { try export("2025") }
    #expect(refusals?.code == "fec-field-is-blank")
    let reason = (refusals?.all.first as? Located)?.reason as? ExportsRefusal
    guard case .taxFileIsFaulty(let finding) = reason else {
      Issue.record("no finding")
      return
    }
    #expect(finding.column == .compteLib)
    #expect(try Disk.read(first.path) == before)
    #expect(try full.book.read { try $0.exports() }.count == 1)
    #expect(try Disk.names(in: exports).allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test func `two exports of a year differ by what came in between`() throws {
    let first = try export()
    try full.add(
      FullBook.entry(
        "NEUF", "2026-12-30", "AC", "Frais", #"account = "627000", debit_cents = 100"#,
        #"account = "512100", credit_cents = 100"#))
    let second = try export()
    let kept = try #require(second.replaced)
    let difference = try compareTaxFiles("\(kept)/\(first.record.file)", second.path)
    #expect(difference.added.map(\.debit) == [100])
    #expect(difference.removed.isEmpty && difference.changed.isEmpty)
    #expect(difference.after.debit - difference.before.debit == 100)
    #expect(throws: StoreRefusal.self) { try compareTaxFiles("nulle-part", second.path) }
  }
}
