import Glibc
import Simulation
import Store
import Text
import Units

/// A year of readings into the book, with every check and its provenance, against DuckDB that only takes
/// the same file into a table.
public struct ProductionBench {
  /// The file.
  public let year: InverterYear
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String
  /// The path of `soleil`.
  public let soleil: String
  /// A Python that knows `duckdb`, or nothing.
  public let python: String?

  /// A benchmark in a folder that exists.
  public init(year: InverterYear, runs: Int, folder: String, soleil: String, python: String?) {
    self.year = year
    self.runs = runs
    self.folder = folder
    self.soleil = soleil
    self.python = python
  }

  private struct Run {
    let peer: Usage?
    let peerBytes: Int64
    let ours: Usage
    let ourBytes: Int64
    let small: Usage
    let month: Usage
  }

  private var small: InverterYear {
    InverterYear(seed: year.seed, devices: year.devices, steps: max(300, year.steps / 100))
  }

  /// Writes the files, measures, compares the energies.
  ///
  /// - Throws: ``BenchFault``.
  public func measure() throws -> Report {
    let truth = try year.write("\(folder)/year.csv")
    _ = try small.write("\(folder)/small.csv")
    let scale = Scale(months: 1)
    for file in scale.cooperative { try write("sample/\(file.path)", file.text) }
    _ = try scale.produce { (file: TextFile) throws(any Error) in
      try write("sample/\(file.path)", file.text)
    }
    try write("parc/facts.toml", year.facts)
    let runs = try (0..<runs).map { _ in try run() }
    return report(runs, agree: try energies() == truth.map { $0 * 10 })
  }

  private func write(_ path: String, _ text: String) throws {
    try Disk.makeFolder(Disk.folder(of: "\(folder)/\(path)"))
    let file = try StreamedFile("\(folder)/\(path)")
    try file.write(text)
    try file.close()
  }

  private func run() throws -> Run {
    let peer = try python.map(peer)
    let ours = try take("year", "parc", ["\(folder)/year.csv"])
    return Run(
      peer: peer, peerBytes: size("\(folder)/peer.duckdb"), ours: ours,
      ourBytes: size("\(folder)/year.soleil"),
      small: try take("small", "parc", ["\(folder)/small.csv"]),
      month: try take("month", "sample/contracts", ["\(folder)/sample/production"]))
  }

  /// What the statement alone costs: the interpreter's start is not counted against the peer.
  private func peer(_ python: String) throws -> Usage {
    let database = "\(folder)/peer.duckdb"
    Disk.remove(database)
    let script = """
      import duckdb, resource, time
      def spent():
          u = resource.getrusage(resource.RUSAGE_SELF)
          return int((u.ru_utime + u.ru_stime) * 1e6), time.monotonic_ns() // 1000
      cpu, wall = spent()
      c = duckdb.connect('\(database)')
      c.execute('set threads = 2')
      c.execute("create table r as select * from read_csv('\(folder)/year.csv')")
      c.close()
      ended = spent()
      print(ended[0] - cpu, ended[1] - wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
      """
    let output = "\(folder)/peer.out"
    _ = try ChildProcess(program: python, arguments: ["-c", script], output: output).run()
    let numbers = String(decoding: try Disk.read(output), as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }.compactMap { Int64($0) }
    guard numbers.count == 3 else { throw BenchFault.answerIsUnreadable(python) }
    return Usage(cpu: numbers[0], wall: numbers[1], peak: numbers[2])
  }

  /// Imports into a fresh book; only the import is measured.
  private func take(_ name: String, _ facts: String, _ files: [String]) throws -> Usage {
    Disk.remove("\(folder)/\(name).soleil")
    let statutes = "\(folder)/sample/statutes.toml"
    _ = try command(name, ["init", "--statutes", statutes]).run()
    _ = try command(name, ["apply", "\(folder)/\(facts)"]).run()
    return try command(name, ["production", "import"] + files).run()
  }

  private func command(_ book: String, _ arguments: [String]) -> ChildProcess {
    ChildProcess(
      program: soleil, arguments: arguments + ["--book", "\(folder)/\(book).soleil"],
      output: "\(folder)/soleil.out")
  }

  private func size(_ path: String) -> Int64 {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// What the book holds of each inverter in Wh, in the order of the inverters.
  private func energies() throws -> [Int64] {
    let book = try Book(opening: "\(folder)/year.soleil")
    let days = Period(first: Day(number: 0), last: nil)
    return try book.read { page in
      try (0..<year.devices).map { try page.energy(of: "a\($0)", in: days).units }
    }
  }
}

extension ProductionBench {
  private func report(_ runs: [Run], agree: Bool) -> Report {
    let peers = runs.compactMap { run in run.peer.map { (run.ours, $0) } }
    let peak = runs.map(\.ours.peak).max() ?? 0
    let isWhole = year.rows >= 10_000_000
    var figures = [
      Figure(name: "DuckDB, create table as select", value: middle(runs.compactMap(\.peer))),
      Figure(name: "soleil production import", value: middle(runs.map(\.ours))),
      Figure(name: "the same, \(small.rows) rows", value: middle(runs.map(\.small))),
      Figure(name: "a month of the sample", value: middle(runs.map(\.month))),
      Figure(
        name: "peak memory of the import", value: "\(peak / 1024) MiB", goal: "under 130 MiB",
        isReached: peak < 130 * 1024),
      Figure(name: "nanoseconds of CPU a row", value: "\(perRow(runs, \.ours, year.rows))"),
      Figure(
        name: "nanoseconds of CPU a row, \(small.rows) rows",
        value: "\(perRow(runs, \.small, small.rows))"),
      Figure(
        name: "energy of every inverter", value: "\(year.devices) inverters",
        goal: "as the file was made", isReached: agree),
    ]
    if !peers.isEmpty {
      figures += ratios(peers, runs, isWhole)
    }
    return Report(
      title: "production: \(year.rows) rows, \(size("\(folder)/year.csv") / 1_000_000) MB, "
        + "\(year.devices) inverters, seed \(year.seed), medians of \(runs.count)",
      figures: figures, details: ["runs": .array(runs.map(json))])
  }

  private func ratios(
    _ peers: [(Usage, Usage)], _ runs: [Run], _ isWhole: Bool
  ) -> [Figure] {
    let wall = median(peers.map { Thousandths($0.wall, over: $1.wall) })
    let cpu = median(peers.map { Thousandths($0.cpu, over: $1.cpu) })
    let disk = median(runs.map { Thousandths($0.ourBytes, over: $0.peerBytes) })
    return [
      Figure(
        name: "wall of import / DuckDB", value: wall.description, goal: "at most 0.25",
        isReached: isWhole ? wall.value <= 250 : nil),
      Figure(
        name: "CPU of import / DuckDB", value: cpu.description, goal: "at most 0.2",
        isReached: isWhole ? cpu.value <= 200 : nil),
      Figure(
        name: "book / DuckDB's file on disk", value: disk.description, goal: "at most 0.6",
        isReached: isWhole ? disk.value <= 600 : nil),
    ]
  }

  private func perRow(_ runs: [Run], _ part: KeyPath<Run, Usage>, _ rows: Int) -> Int64 {
    median(runs.map { $0[keyPath: part].cpu }) * 1_000 / Int64(rows)
  }

  private func middle(_ usages: [Usage]) -> String {
    guard !usages.isEmpty else { return "absent: SOLEIL_DUCKDB_PYTHON names no Python that has it" }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak))
    ).text
  }

  private func json(_ run: Run) -> JSON {
    [
      "duckdb": run.peer?.json ?? .null, "import": run.ours.json, "small": run.small.json,
      "month": run.month.json, "bookBytes": .integer(run.ourBytes),
      "duckdbBytes": .integer(run.peerBytes),
    ]
  }
}
