import Simulation
import Store
import Text
import Units

/// A year of the bank, read and matched, against `sqlite3` on the same file: its import into one table,
/// and the join of what the book has and the bank tells.
public struct BankBench {
  /// The year.
  public let statement: BenchStatement
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String
  /// The path of `soleil`.
  public let soleil: String

  /// A benchmark in a folder that exists.
  public init(statement: BenchStatement, runs: Int, folder: String, soleil: String) {
    self.statement = statement
    self.runs = runs
    self.folder = folder
    self.soleil = soleil
  }

  private struct Run {
    let take: Usage
    let match: Usage
    let peer: Usage
  }

  /// The most processor time that a million movements may take, read and matched, in microseconds.
  private static let mostTime: Int64 = 60_000_000

  /// Writes the files, posts the entries once, measures, and asks how many are certain.
  ///
  /// - Throws: ``BenchFault``.
  public func measure() throws -> Report {
    try write("statutes.toml", try statutes())
    try write("facts.toml", BenchStatement.facts)
    try statement.writeCSV("\(folder)/bank.csv")
    try statement.writeEntries("\(folder)/entries.csv")
    Disk.remove("\(folder)/posted.soleil")
    for words in [
      ["init", "--statutes", "\(folder)/statutes.toml"], ["apply", "\(folder)/facts.toml"],
      ["post", "\(folder)/entries.csv"],
    ] { _ = try ours(words, "posted") }
    let runs = try (0..<runs).map { _ in try run() }
    let counts = try JSON(reading: Disk.read("\(folder)/match.out"))
    guard let certain = counts["certain"]?.integerValue else {
      throw BenchFault.answerIsUnreadable("soleil bank match")
    }
    return report(runs, certain: certain)
  }

  private func statutes() throws -> String {
    let files = Scale(first: BenchJournal.firstMonth).cooperative
    guard let statutes = files.first(where: { $0.path == "statutes.toml" }) else {
      throw BenchFault.answerIsUnreadable("statutes.toml")
    }
    return statutes.text
  }

  private func write(_ name: String, _ text: String) throws {
    let file = try StreamedFile("\(folder)/\(name)")
    try file.write(text)
    try file.close()
  }

  private func run() throws -> Run {
    Disk.remove("\(folder)/book.soleil")
    _ = try ChildProcess(
      program: "cp", arguments: ["\(folder)/posted.soleil", "\(folder)/book.soleil"],
      output: "\(folder)/cp.out"
    ).run()
    return Run(
      take: try ours(["bank", "import", "\(folder)/bank.csv"], "book"),
      match: try ours(["bank", "match", "--summary", "--json"], "book", into: "match.out"),
      peer: try peer())
  }

  private func ours(
    _ words: [String], _ book: String, into output: String = "soleil.out"
  ) throws -> Usage {
    try ChildProcess(
      program: soleil, arguments: words + ["--book", "\(folder)/\(book).soleil"],
      output: "\(folder)/\(output)"
    ).run()
  }

  /// The least that reading the rows must cost: neither understood, nor checked, nor hashed.
  private func peer() throws -> Usage {
    Disk.remove("\(folder)/peer.db")
    return try ChildProcess(
      program: "sqlite3",
      arguments: [
        "\(folder)/peer.db", "-cmd", ".mode csv", "-cmd", ".separator ;",
        ".import \(folder)/bank.csv line",
      ], output: "\(folder)/peer.out"
    ).run()
  }
}

extension BankBench {
  private func report(_ runs: [Run], certain: Int64) -> Report {
    let lines = Int64(statement.lines)
    let both = median(runs.map { $0.take.cpu + $0.match.cpu })
    let peak = runs.map { max($0.take.peak, $0.match.peak) }.max() ?? 0
    let most = Self.mostTime * lines / 1_000_000
    return Report(
      title: "bank: \(lines) movements against as many entries, seed \(statement.seed), medians of "
        + "\(runs.count)",
      figures: [
        Figure(name: "soleil bank import", value: text(runs, \.take)),
        Figure(name: "soleil bank match", value: text(runs, \.match)),
        Figure(name: "sqlite3 .import of the same file", value: text(runs, \.peer)),
        Figure(
          name: "CPU of import / sqlite3 .import",
          value: median(runs.map { Thousandths($0.take.cpu, over: $0.peer.cpu) }).description),
        Figure(
          name: "CPU of import and match", value: "\(both / 1000) ms",
          goal: "under 60 s a million", isReached: both < most),
        Figure(name: "peak memory", value: "\(peak / 1024) MiB"),
        Figure(
          name: "certain", value: "\(certain)", goal: "all", isReached: certain == lines),
      ],
      details: [
        "lines": .integer(lines), "certain": .integer(certain),
        "runs": .array(
          runs.map { ["import": $0.take.json, "match": $0.match.json, "peer": $0.peer.json] }),
      ])
  }

  private func text(_ runs: [Run], _ part: KeyPath<Run, Usage>) -> String {
    let usages = runs.map { $0[keyPath: part] }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak))
    ).text
  }
}
