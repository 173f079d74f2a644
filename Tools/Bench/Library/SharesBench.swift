import Store
import Text
import Units

/// `shares import` against bare SQLite, on the rows it writes, and against itself at a tenth.
public struct SharesBench {
  /// The members and their movements.
  public let register: BenchRegister
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String
  /// The path of `soleil`.
  public let soleil: String

  /// A benchmark in a folder that exists.
  public init(register: BenchRegister, runs: Int, folder: String, soleil: String) {
    self.register = register
    self.runs = runs
    self.folder = folder
    self.soleil = soleil
  }

  private struct Run {
    let ours: Usage
    let tenth: Usage
    let bare: (cpu: Int64, rows: Int64)
  }

  /// Most memory that an import may take, in KiB, whatever its size.
  private static let mostMemory: Int64 = 200 * 1024

  /// Measures the import of the whole and of a tenth, and the same rows by bare SQLite.
  ///
  /// - Throws: ``BenchFault``.
  public func measure() throws -> Report {
    let tenth = BenchRegister(
      seed: register.seed, members: max(2, register.members / 10),
      movements: max(2, register.movements / 10))
    try prepare(register, "whole")
    try prepare(tenth, "tenth")
    let runs = try (0..<runs).map { _ in
      Run(ours: try take("whole"), tenth: try take("tenth"), bare: try bare())
    }
    return report(runs, tenth)
  }

  /// A book with the members and no movements.
  private func prepare(_ register: BenchRegister, _ name: String) throws {
    try register.writeStatutes("\(folder)/\(name).toml")
    try register.writeMembers("\(folder)/\(name)-members.csv")
    try register.writeMovements("\(folder)/\(name).csv")
    Disk.remove("\(folder)/\(name)-members.soleil")
    for words in [
      ["init", "--statutes", "\(folder)/\(name).toml"],
      ["members", "import", "\(folder)/\(name)-members.csv"],
    ] { _ = try run(soleil, words + ["--book", "\(folder)/\(name)-members.soleil"]) }
  }

  private func take(_ name: String) throws -> Usage {
    let book = "\(folder)/\(name).soleil"
    Disk.remove(book)
    _ = try run("cp", ["\(folder)/\(name)-members.soleil", book])
    return try run(soleil, ["shares", "import", "\(folder)/\(name).csv", "--book", book])
  }

  private func bare() throws -> (cpu: Int64, rows: Int64) {
    Disk.remove("\(folder)/bare.db")
    let rows = try BareRows("\(folder)/bare.db", besides: "\(folder)/whole.soleil")
    let start = ownCPU()
    let count = try rows.write()
    return (ownCPU() - start, count)
  }

  private func run(_ program: String, _ words: [String]) throws -> Usage {
    try ChildProcess(program: program, arguments: words, output: "\(folder)/out.txt").run()
  }
}

extension SharesBench {
  private func report(_ runs: [Run], _ tenth: BenchRegister) -> Report {
    let (ours, part) = (middle(runs, \.ours), middle(runs, \.tenth))
    let bare = median(runs.map(\.bare.cpu))
    let growth = median(
      runs.map {
        Thousandths(
          $0.ours.cpu * Int64(tenth.movements), over: $0.tenth.cpu * Int64(register.movements))
      })
    let isLarge = register.movements >= 100_000
    return Report(
      title: "shares: \(register.members) members, \(register.movements) movements, seed "
        + "\(register.seed), medians of \(runs.count)",
      figures: [
        Figure(name: "soleil shares import", value: ours.text),
        Figure(name: "of a tenth", value: part.text),
        Figure(
          name: "CPU a movement",
          value: "\(Thousandths(ours.cpu, over: Int64(register.movements) * 1000)) ms"),
        Figure(
          name: "bare SQLite, the same rows", value: "\(bare / 1000) ms CPU, \(rows(runs)) rows"),
        Figure(
          name: "CPU of import / bare SQLite",
          value: median(runs.map { Thousandths($0.ours.cpu, over: $0.bare.cpu) }).description),
        Figure(
          name: "peak memory", value: "\(ours.peak / 1024) MiB", goal: "under 200 MiB",
          isReached: ours.peak < Self.mostMemory),
        Figure(
          name: "CPU a movement / that of a tenth", value: growth.description,
          goal: "at most 1.25", isReached: isLarge ? growth.value <= 1250 : nil),
      ],
      details: [
        "members": .integer(Int64(register.members)),
        "movements": .integer(Int64(register.movements)), "rows": .integer(rows(runs)),
        "runs": .array(
          runs.map {
            [
              "shares": $0.ours.json, "tenth": $0.tenth.json,
              "bareMicroseconds": .integer($0.bare.cpu),
            ]
          }),
      ])
  }

  private func rows(_ runs: [Run]) -> Int64 { runs.first?.bare.rows ?? 0 }

  private func middle(_ runs: [Run], _ part: KeyPath<Run, Usage>) -> Usage {
    let usages = runs.map { $0[keyPath: part] }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak)))
  }
}
