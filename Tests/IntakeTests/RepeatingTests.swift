import Agreements
import Allocation
import Foundation
import GRDB
import Intake
import Journal
import Membership
import Production
import Store
import TestSupport
import Testing
import Units

/// Files come twice, in any order, from any folder: the book says the same.
@Suite struct RepeatingTests {
  /// The two entries of the tiny cooperative, known.
  private var known: [PostOutcome] {
    get throws {
      try ["2025/6", "2025/7"].map { .alreadyPosted(try EntryReference($0)) }
    }
  }

  @Test func `importing everything again changes nothing`() throws {
    let tiny = try TinyBook(.produced)
    let before = try tiny.dump()
    let later = Tiny.now.adding(seconds: 3600)
    let facts = try apply(TinyBook.facts, to: tiny.book, now: later)
    #expect(!facts.isEmpty && facts.allSatisfy { $0.change == .same })
    let members = try importMembers(TinyBook.members, to: tiny.book, now: later)
    #expect(members.new == 0 && members.known == 3)
    #expect(try importShares(TinyBook.shares, to: tiny.book, now: later).new == 0)
    let posted = try post(TinyBook.entries, to: tiny.book, now: later)
    #expect(try posted.outcomes == known)
    let merged = try importProduction(
      TinyBook.readings, to: tiny.book, options: ReadingOptions(), now: later)
    #expect(merged.refusal == nil && !merged.decisions.contains { $0.kind == .take })
    #expect(try tiny.dump() == before)
  }

  private static let python = Judge.python(["zipfile"])

  @Test(.enabled(if: python.isInstalled, "no Python here"))
  func `names in an archive are labels; only hidden files are passed over`() throws {
    let folder = try TemporaryFolder()
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], 'w') as z:
        for n in ['./a.csv', '../b.csv', 'd/../c.csv', '.x.csv', 'd/.y.csv', '__MACOSX/a.csv',
                  'notes.xlsx']:
          z.writestr(n, n)
      """
    _ = try Self.python.run(["-c", script, folder.path("z.zip")])
    let found = try ProductionFiles(named: [folder.path("z.zip")])
    #expect(found.passedOver == [folder.path("z.zip/notes.xlsx")])
    let names = found.files.map(\.path)
    #expect(names.map { $0.split(separator: "/").last } == ["b.csv", "a.csv", "c.csv"])
  }

  @Test(.enabled(if: python.isInstalled, "no Python here"))
  func `an archive, a folder and the files by themselves make the same book`() throws {
    let books = try (0..<3).map { _ in try TinyBook(.posted) }
    let folder = try TemporaryFolder()
    for file in TinyBook.readings { try folder.write("in/\(file.path)", file.bytes) }
    let script = "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])"
    _ = try Self.python.run(["-c", script, folder.path("envoi"), folder.path("in")])
    let ways = try [
      ProductionFiles(named: [folder.path("envoi.zip")]).files,
      ProductionFiles(named: [folder.path("in")]).files,
      TinyBook.readings.map(ProductionFile.inMemory),
    ]
    let dumps = try zip(books, ways).map { tiny, files in
      let done = try importProduction(
        files, to: tiny.book, options: ReadingOptions(), now: Tiny.now)
      #expect(done.refusal == nil)
      return try tiny.dump()
    }
    #expect(dumps[0] == dumps[1] && dumps[1] == dumps[2])
    #expect(dumps[0]["meter_day"]?.count == 2 * 59)
  }

  @Test func `a rehearsal says what would happen and changes nothing`() throws {
    let tiny = try TinyBook(.founded)
    let before = try tiny.dump()
    let facts = try apply(TinyBook.facts, to: tiny.book, now: Tiny.now, rehearsing: true)
    #expect(facts.count == 13 && facts.allSatisfy { $0.change == .new })
    #expect(
      try importMembers(TinyBook.members, to: tiny.book, now: Tiny.now, rehearsing: true).new == 3)
    #expect(try tiny.dump() == before)
  }

  @Test func `the order of files changes nothing, down to the root of the log`() throws {
    let tiny = try TinyBook(.produced)
    let other = try TinyBook(.founded)
    _ = try apply(TinyBook.facts.reversed(), to: other.book, now: Tiny.now)
    let rows = Tiny.members.split(separator: "\n")
    let turned = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    _ = try importMembers(TinyBook.file("m.csv", turned), to: other.book, now: Tiny.now)
    _ = try importShares(TinyBook.shares, to: other.book, now: Tiny.now)
    // Where an entry came from, name and line, is sealed with it.
    let pieces = Tiny.entries.components(separatedBy: "[[entry]]")
    let parts = pieces.indices.dropFirst().map { index in
      let above = pieces[..<index].joined().count { $0 == "\n" }
      let text = String(repeating: "\n", count: above) + "[[entry]]" + pieces[index]
      return TinyBook.file("elsewhere/\(TinyBook.entries[0].path)", text)
    }
    _ = try post(parts.reversed(), to: other.book, now: Tiny.now)
    _ = try importProduction(
      TinyBook.readings.reversed(), to: other.book, options: ReadingOptions(), now: Tiny.now)
    #expect(try other.root() == tiny.root())
  }

  @Test func `an entry keeps its key when its file moves or gains a line above it`() throws {
    let tiny = try TinyBook(.posted)
    let before = try tiny.dump()
    let moved = TinyBook.file("/ailleurs/ecritures.toml", "# une note\n\n" + Tiny.entries)
    #expect(
      try post([moved], to: tiny.book, now: Tiny.now).outcomes == known)
    #expect(try tiny.dump() == before)
  }

  @Test func `a changed fact is a new version, and the old one stays known`() throws {
    let tiny = try TinyBook(.applied)
    let later = Tiny.now.adding(seconds: 3600)
    let changed = TinyBook.file(
      "sites.toml", Tiny.sites.replacing("peak_watts = 9000", with: "peak_watts = 9100"))
    let facts = try apply([changed], to: tiny.book, now: later)
    #expect(facts.filter { $0.change == .changed }.map(\.fact.key) == ["sud"])
    #expect(facts.filter { $0.change == .new }.isEmpty)
    let versions = try tiny.raw.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM fact WHERE kind = 'site' AND key = 'sud'")
    }
    #expect(versions == 2)
    try tiny.book.read { page in
      let now = try Cooperative(page, on: Day("2025-06-01"))
      let then = try Cooperative(page, on: Day("2025-06-01"), knownAt: Tiny.now)
      #expect(now.dossier.sites["sud"]?.peakWatts == 9100)
      #expect(then.dossier.sites["sud"]?.peakWatts == 9000)
    }
  }

  @Test func `a fact valid from a later day counts from that day only`() throws {
    let tiny = try TinyBook(.applied)
    let later = Tiny.contracts.components(separatedBy: "[[rules]]")[1]
      .replacing("2025-01-01", with: "2025-03-01").replacing("version = 1", with: "version = 2")
    _ = try apply([TinyBook.file("r.toml", "[[rules]]" + later)], to: tiny.book, now: Tiny.now)
    let versions = try tiny.book.read { page in
      try ["2025-02-28", "2025-03-01"].map { try Cooperative(page, on: Day($0)).rules?.version }
    }
    #expect(versions == [1, 2])
  }
}
