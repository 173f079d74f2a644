import Foundation
import GRDB
import TestSupport
import Testing

/// The program is killed at any moment, or the disk is full: the book holds all of an import or nothing,
/// and the next run gives what an undisturbed one gives.
@Suite(.serialized) struct InterruptionTests {
  /// A book without readings, and what one undisturbed import makes of it.
  private struct Whole: Sendable {
    let folder: TemporaryFolder
    let empty: [String: [String]]
    let full: [String: [String]]
    let seconds: Double
  }

  private static let importing = [
    "production", "import", "coop/production/2025-01", "coop/production/2025-02",
  ]

  private static let whole = Result {
    let folder = try Prepared.copy(.sample, .empty)
    for command in Prepared.opening.dropLast() {
      let run = try Program.soleil.run(command, in: folder.path)
      try #require(run.code == 0, "\(run.err)")
    }
    let copy = try TemporaryFolder()
    try copy.copy("book.soleil", from: folder)
    try copy.copy("coop", from: folder)
    let empty = try dump(copy)
    let start = ContinuousClock.now
    let run = try Program.soleil.run(importing, in: copy.path)
    try #require(run.code == 0, "\(run.err)")
    let seconds = Double(start.duration(to: .now) / .milliseconds(1)) / 1000
    return Whole(folder: folder, empty: empty, full: try dump(copy), seconds: seconds)
  }

  /// Every row of every table, as the next program that opens the book sees it.
  private static func dump(_ folder: TemporaryFolder) throws -> [String: [String]] {
    let queue = try DatabaseQueue(path: folder.path("book.soleil"))
    defer { try? queue.close() }
    return try queue.write { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          (table, try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted())
        })
    }
  }

  private func copy(of whole: Whole) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in ["book.soleil", "coop"] { try copy.copy(name, from: whole.folder) }
    return copy
  }

  /// The book has all or nothing; then one undisturbed run gives what it must.
  private func expectWholeOrNothing(_ folder: TemporaryFolder, _ whole: Whole) throws {
    let found = try Self.dump(folder)
    #expect(found == whole.empty || found == whole.full)
    let again = try Program.soleil.run(Self.importing, in: folder.path)
    #expect(again.code == 0, "\(again.err)")
    #expect(try Self.dump(folder) == whole.full)
    #expect(try Program.soleil.run(["doctor"], in: folder.path).code == 0)
  }

  /// Half of the kills fall anywhere in the run, half while the book is being written.
  @Test(arguments: 0..<10) func `a killed import leaves all or nothing`(seed: UInt64) throws {
    let whole = try Self.whole.get()
    let folder = try copy(of: whole)
    var random = SplitMix(seed: seed)
    let part = Double(random.next() % 1000) / 1000
    let process = Process()
    process.executableURL = URL(filePath: Program.soleil.path)
    process.arguments = Self.importing
    process.environment = Program.environment
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if seed.isMultiple(of: 2) {
      Thread.sleep(forTimeInterval: whole.seconds * part)
    } else {
      let journal = folder.path("book.soleil-journal")
      while process.isRunning, !FileManager.default.fileExists(atPath: journal) { usleep(50) }
      usleep(UInt32(part * 20_000))
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try expectWholeOrNothing(folder, whole)
  }

  /// Files may grow to so many KiB and no further, as on a quota; the book itself is 200 KiB and more.
  @Test(arguments: [1, 16, 64, 200, 240, 256])
  func `a file that may not grow leaves all or nothing`(
    kibibytes: Int
  ) throws {
    let whole = try Self.whole.get()
    let folder = try copy(of: whole)
    let run = try Command.run(
      "/bin/bash",
      [
        "-c", "trap '' XFSZ; ulimit -f \(kibibytes); exec \"$@\"", "sh",
        Program.soleil.path,
      ] + Self.importing, in: folder.path, Program.environment)
    #expect(run.code == 74 || run.code == 0, "\(run.err)")
    if run.code == 74 { #expect(try Self.dump(folder) == whole.empty) }
    try expectWholeOrNothing(folder, whole)
  }

  private static let mayMount = {
    let run = try? Command.run(
      "/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"],
      in: "/", ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    return run?.code == 0
  }()

  /// A disk of its own that is full: the book lies on it with less and less room beside it.
  @Test(.enabled(if: mayMount, "user namespaces may not mount here"), arguments: [4, 40, 120, 400])
  func `a full disk leaves all or nothing`(room: Int) throws {
    let whole = try Self.whole.get()
    let folder = try copy(of: whole)
    let size = try folder.bytes("book.soleil").count / 1024 + 4
    try FileManager.default.createDirectory(
      atPath: folder.path("disk"), withIntermediateDirectories: true)
    // What the full disk holds is copied back out, journal and all, for the judges outside.
    let script = """
      mount -t tmpfs -o size=\(size + room)k tmpfs disk && cp book.soleil disk/ || exit 99
      "$@" --book disk/book.soleil; code=$?
      rm book.soleil; cp disk/book.soleil* . ; exit $code
      """
    let run = try Command.run(
      "/usr/bin/unshare",
      ["-rm", "/bin/sh", "-c", script, "sh", Program.soleil.path]
        + Self.importing, in: folder.path,
      Program.environment.merging(
        ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 })
    #expect(run.code == 74 || run.code == 0, "\(run.code): \(run.err)")
    if run.code == 74 {
      #expect(run.plain.err.contains("[database-failed]"))
      #expect(try Self.dump(folder) == whole.empty)
    }
    try expectWholeOrNothing(folder, whole)
  }
}
