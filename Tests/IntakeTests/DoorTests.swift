import Agreements
import Intake
import Production
import Store
import TestSupport
import Testing
import Units

/// The doors themselves: founding, folders, meters, profiles, and a book without statutes.
@Suite struct DoorTests {
  @Test(arguments: [
    ("[organisation]", "[company]", "kind-is-unknown"),
    ("siren = \"012345674\"", "siren = \"012345675\"", "siren-is-wrong"),
    ("first_end = 2025-12-31", "first_end = 2024-12-31", "ends-before-it-starts"),
    ("first_end = 2025-12-31", "first_end = 2025-12-30", "first-year-ends-within-a-month"),
    ("floor_cents = 100000", "floor_cents = 99999999999", "floor-exceeds-the-ceiling"),
    ("id = \"companies\"", "id = \"citizens\"", "college-is-described-twice"),
    ("[capital]", "[[capital]]", "value-has-wrong-type"),
  ]) func `faulty statutes found no book`(old: String, new: String, expected: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("book.soleil")
    let found = codes {
      _ = try Intake.found(
        bookAt: path, statutes: TinyBook.file("s.toml", Tiny.statutes.replacing(old, with: new)),
        secret: Array(repeating: 1, count: 32), now: Tiny.now)
    }
    #expect(found.contains(expected), "\(found)")
    #expect(!Disk.exists(path))
  }

  @Test func `founding over an existing book leaves it as it was`() throws {
    let tiny = try TinyBook(.founded)
    let before = try tiny.dump()
    let found = codes {
      _ = try Intake.found(
        bookAt: tiny.path, statutes: TinyBook.file("s.toml", Tiny.statutes),
        secret: Array(repeating: 1, count: 32), now: Tiny.now)
    }
    #expect(found == ["book-exists"])
    #expect(try tiny.dump() == before)
  }

  @Test func `a book without statutes takes nothing in`() throws {
    let folder = try TemporaryFolder()
    let book = try Book(creating: folder.path("b"), secret: Array(repeating: 1, count: 32))
    let attempts: [() throws -> Void] = [
      { _ = try apply(TinyBook.facts, to: book, now: Tiny.now) },
      { _ = try importMembers(TinyBook.members, to: book, now: Tiny.now) },
      { _ = try importShares(TinyBook.shares, to: book, now: Tiny.now) },
      { _ = try post(TinyBook.entries, to: book, now: Tiny.now) },
      {
        _ = try importProduction(
          TinyBook.readings, to: book, options: ReadingOptions(), now: Tiny.now)
      },
    ]
    for attempt in attempts {
      #expect(throws: IntakeRefusal.bookHasNoStatutes) { try attempt() }
    }
    #expect(try book.read { try $0.facts(on: Day.endOfTime) }.isEmpty)
  }

  @Test func `nothing to take in is said, not passed over`() throws {
    let tiny = try TinyBook(.applied)
    try tiny.folder.write("empty/readme.md", "x")
    #expect(throws: IntakeRefusal.nothingToTakeIn(tiny.folder.path("empty"))) {
      _ = try InputFile.read([tiny.folder.path("empty")], endings: [".toml"])
    }
    #expect(throws: IntakeRefusal.nothingToTakeIn("a.toml, b.toml")) {
      _ = try post(
        [TinyBook.file("a.toml", ""), TinyBook.file("b.toml", "format = \"x\"\n")],
        to: tiny.book, now: Tiny.now)
    }
  }

  @Test func `folders are read by ending and in order of name; every missing file is named`() throws
  {
    let folder = try TemporaryFolder()
    for name in ["b.toml", "a.toml", "c.csv"] { try folder.write("in/\(name)", name) }
    let files = try InputFile.read([folder.path("in")], endings: [".toml"])
    #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a.toml", "b.toml"])
    #expect(
      codes { _ = try InputFile.read([folder.path("x"), folder.path("y")], endings: [".toml"]) }
        == ["file-cannot-be-opened", "file-cannot-be-opened"])
  }

  @Test func `a meter or profile that nobody knows is refused before any file is read`() throws {
    let tiny = try TinyBook(.applied)
    #expect(throws: IntakeRefusal.meterIsUnknown("lune-1")) {
      _ = try importProduction(
        TinyBook.readings, to: tiny.book, options: ReadingOptions(meter: "lune-1"), now: Tiny.now)
    }
    let known = Profile.builtIn.map(\.name)
    #expect(throws: IntakeRefusal.profileIsUnknown("lune", known: known)) {
      _ = try importProduction(
        TinyBook.readings, to: tiny.book, options: ReadingOptions(profile: "lune"), now: Tiny.now)
    }
    #expect(throws: IntakeRefusal.profileIsUnknown("lune", known: known)) {
      _ = try readProductionFiles(
        TinyBook.readings.map(ProductionFile.inMemory), options: ReadingOptions(profile: "lune"),
        now: Tiny.now)
    }
  }

  @Test func `what the book holds of each day is what the file says, to the watt-hour`() throws {
    let tiny = try TinyBook(.produced)
    let period = Period(first: TinyBook.january.first, last: TinyBook.january.next.last)
    let days = try tiny.book.read { try $0.meterDays(in: period) }
    #expect(days.count == 2 * 59)
    for stored in days {
      let reading = stored.reading
      #expect(reading.energy.units == Tiny.energy(reading.meter, reading.day))
      #expect(stored.version == 1)
    }
  }

  @Test(
    arguments: [("nord-1", nil), ("sud-1", .filesWereRefused(1))] as [(String, IntakeRefusal?)])
  func `a file read for a meter of our choice must come from that meter`(
    meter: String, expected: IntakeRefusal?
  ) throws {
    let tiny = try TinyBook(.applied)
    let file = TinyBook.file("nord.csv", Tiny.readings("nord-1", TinyBook.january))
    let merged = try importProduction(
      [file], to: tiny.book, options: ReadingOptions(meter: meter), now: Tiny.now)
    #expect(merged.refusal as? IntakeRefusal == expected)
    #expect(try tiny.count("meter_day") == (expected == nil ? 31 : 0))
  }

  /// A day of the grid's load curve for the meter with serial 1001.
  private func curve(_ flow: String) throws -> InputFile {
    var text =
      "Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;"
      + "Grandeur metier;Etape metier;Unite;Pas en minutes\n1001;Courbe de charge;01/01/2025;"
      + "02/01/2025;Energie active;\(flow);Comptage Brut;W;30\nHorodate;Valeur\n"
    for half in 1...48 {
      let hour = half / 2 % 24
      text +=
        "2025-01-0\(half == 48 ? 2 : 1)T\(hour < 10 ? "0" : "")\(hour):"
        + "\(half.isMultiple(of: 2) ? "00" : "30"):00+01:00;\(half * 10)\n"
    }
    return TinyBook.file("curve.csv", text)
  }

  @Test func `patterns, folders with all below them and archives stand for what they hold`() throws
  {
    let folder = try TemporaryFolder()
    for name in ["in/2025/b.csv", "in/2025/a.CSV", "in/2024/c.txt", "in/readme.md", "in/.x.csv"] {
      try folder.write(name, name)
    }
    let root = folder.path
    func found(_ path: String) throws -> [String] {
      try ProductionFiles(named: [folder.path(path)]).files.map {
        String($0.path.dropFirst(root.count + 1))
      }
    }
    #expect(try found("in") == ["in/2024/c.txt", "in/2025/a.CSV", "in/2025/b.csv"])
    // A workbook among eight files must not look like success.
    let passedOver = try ProductionFiles(named: [folder.path("in")]).passedOver
    #expect(passedOver == [folder.path("in/readme.md")])
    #expect(try found("in/*/[ab].*") == ["in/2025/a.CSV", "in/2025/b.csv"])
    #expect(codes { _ = try found("in/*/z*") } == ["file-cannot-be-opened"])
    try folder.write("empty/readme.md", "x")
    #expect(codes { _ = try found("empty") } == ["nothing-to-take-in"])
    try folder.write("cut.zip", [0x50, 0x4B, 3, 4, 0])
    #expect(codes { _ = try found("cut.zip") } == ["archive-is-damaged"])
  }

  @Test func `a file that two formats fit is held whole until one is named`() throws {
    let tiny = try TinyBook(.applied)
    let before = try tiny.dump()
    let whole = try curve("Production").bytes
    let rows = String(decoding: whole, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = rows.prefix(4).joined(separator: "\n") + "\n"
    let done = try importProduction(
      [TinyBook.file("un.csv", text), TinyBook.februaryFile], to: tiny.book,
      options: ReadingOptions(), now: Tiny.now)
    #expect(done.refusal as? IntakeRefusal == .filesAreHeld(1))
    #expect(try tiny.dump() == before)
  }

  @Test func `what was taken from the grid is not taken for what was sold`() throws {
    let tiny = try TinyBook(.applied)
    let before = try tiny.dump()
    #expect(
      codes {
        _ = try importProduction(
          [try curve("Consommation")], to: tiny.book, options: ReadingOptions(), now: Tiny.now)
      } == [IntakeRefusal.fileTellsConsumption("curve.csv", meter: "nord-1").code])
    #expect(try tiny.dump() == before)
    let merged = try importProduction(
      [try curve("Production")], to: tiny.book, options: ReadingOptions(), now: Tiny.now)
    #expect(merged.refusal == nil)
    let day = try tiny.book.read { try $0.meterDays(in: TinyBook.january.period) }.first
    #expect(day?.reading.energy == WattHours(48 * 49 / 2 * 10 / 2))
  }
}
