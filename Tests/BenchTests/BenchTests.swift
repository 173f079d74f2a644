import Bench
import Foundation
import Journal
import TestSupport
import Testing
import Text
import Units

/// The benchmarks run, tiny, so that they cannot rot; their figures here mean nothing.
@Suite struct BenchTests {
  private static func program(_ name: String) -> String? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folders = [own, CommandLine.arguments[0]].map {
      URL(filePath: $0).deletingLastPathComponent().path
    }
    folders += folders.map { URL(filePath: $0).deletingLastPathComponent().path }
    folders += (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map(String.init)
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  @Test func `the journal is that of its seed, in order, balanced, 2.8 lines an entry`() throws {
    let journal = BenchJournal(seed: 7, transactions: 5000)
    #expect(journal.accounts.count == 1000 && Set(journal.accounts).count == 1000)
    var (drafts, again): ([DraftEntry], [DraftEntry]) = ([], [])
    journal.forEach { drafts.append($0) }
    journal.forEach { again.append($0) }
    #expect(drafts == again && drafts.count == 5000)
    #expect(zip(drafts, drafts.dropFirst()).allSatisfy { $0.date <= $1.date })
    #expect(drafts.first?.date == journal.period.first)
    let lines = drafts.reduce(0) { $0 + $1.postings.count }
    #expect((13_700...14_300).contains(lines))
    for draft in drafts.prefix(500) { _ = try Entry(checking: draft) }
    var others: [DraftEntry] = []
    BenchJournal(seed: 8, transactions: 5000).forEach { others.append($0) }
    #expect(others != drafts)
  }

  @Test(
    .enabled(if: program("ledger") != nil, "ledger is not on the path"),
    .enabled(if: program("soleil") != nil, "soleil is not built"))
  func `the ledger is measured, and its balances are those of ledger`() throws {
    let folder = try TemporaryFolder()
    let report = try LedgerBench(
      journal: BenchJournal(seed: 3, transactions: 60), runs: 2,
      folder: folder.path, soleil: Self.program("soleil") ?? ""
    ).measure()
    #expect(report.details["agree"] == .boolean(true))
    #expect(report.details["runs"]?.arrayValue?.count == 2)
    #expect(report.figures.contains { $0.name == "balances" && $0.isReached == true })
    #expect(report.text.contains("CPU of post / ledger balance"))
  }

  @Test func `a month of contracts is measured, five entries a site`() throws {
    let folder = try TemporaryFolder()
    let report = try ContractsBench(sites: 8, runs: 2, folder: folder.path).measure()
    #expect(report.figures.first?.value == "40")
    #expect(report.details["runs"]?.arrayValue?.count == 2)
  }

  @Test(
    .enabled(if: program("sqlite3") != nil, "sqlite3 is not on the path"),
    .enabled(if: program("soleil") != nil, "soleil is not built"))
  func `the bank is measured, and every movement is certain`() throws {
    let folder = try TemporaryFolder()
    let report = try BankBench(
      statement: BenchStatement(seed: 3, lines: 400), runs: 1, folder: folder.path,
      soleil: Self.program("soleil") ?? ""
    ).measure()
    #expect(report.details["certain"] == .integer(400))
    #expect(report.text.contains("CPU of import / sqlite3 .import"))
  }

  @Test func `durable commits are measured on both sides`() throws {
    let folder = try TemporaryFolder()
    let report = try DurableBench(
      journal: BenchJournal(seed: 3, transactions: 30), runs: 1, folder: folder.path
    ).measure()
    let run = report.details["runs"]?.arrayValue?.first
    for side in ["soleil", "bare"] {
      #expect((run?[side]?["wallMicroseconds"]?.integerValue ?? 0) > 0)
    }
  }

  @Test(.enabled(if: program("soleil") != nil, "soleil is not built"))
  func `a year of readings is taken in, and the book holds what the file was made of`() throws {
    let folder = try TemporaryFolder()
    let report = try ProductionBench(
      year: InverterYear(seed: 3, devices: 3, steps: 900), runs: 1, folder: folder.path,
      soleil: Self.program("soleil") ?? "", python: nil
    ).measure()
    #expect(
      report.figures.contains { $0.name == "energy of every inverter" && $0.isReached == true })
    #expect(report.text.contains("absent"))
    let first = try folder.bytes("year.csv").prefix(200_000)
    #expect(InverterYear(seed: 3, devices: 3, steps: 900).rows == 2_700)
    #expect(String(decoding: first, as: UTF8.self).split(separator: "\n").count == 2_701)
  }

  @Test func `a program that fails is named with its status`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: BenchFault.self) {
      try LedgerBench(
        journal: BenchJournal(seed: 3, transactions: 2), runs: 1, folder: folder.path,
        soleil: "/bin/false"
      ).measure()
    }
    #expect(error?.description == "/bin/false: ended with 1")
  }

  @Test(
    .enabled(if: program("sqlite3") != nil, "sqlite3 is not on the path"),
    .enabled(if: program("soleil") != nil, "soleil is not built"))
  func `the register is measured, and its holdings are those of sqlite3`() throws {
    let folder = try TemporaryFolder()
    let report = try RegisterBench(
      register: BenchRegister(seed: 3, members: 20, movements: 300), runs: 1,
      folder: folder.path, soleil: Self.program("soleil") ?? ""
    ).measure()
    #expect(report.details["agree"] == .boolean(true))
  }

  @Test(.enabled(if: program("soleil") != nil, "soleil is not built"))
  func `an import of shares is measured beside the same rows in bare SQLite`() throws {
    let folder = try TemporaryFolder()
    let report = try SharesBench(
      register: BenchRegister(seed: 3, members: 20, movements: 300), runs: 1,
      folder: folder.path, soleil: Self.program("soleil") ?? ""
    ).measure()
    // A leaf, two entries with theirs, and four lines or more a movement.
    #expect((report.details["rows"]?.integerValue ?? 0) > 300 * 9)
    let run = report.details["runs"]?.arrayValue?.first
    for part in ["shares", "tenth"] {
      #expect((run?[part]?["cpuMicroseconds"]?.integerValue ?? 0) > 0)
    }
    #expect((run?["bareMicroseconds"]?.integerValue ?? 0) > 0)
    #expect(report.figures.contains { $0.name == "peak memory" && $0.isReached != nil })
  }
}
