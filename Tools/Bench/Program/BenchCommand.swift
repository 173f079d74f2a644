import ArgumentParser
import Bench
import Text

/// Measures Soleil against its peers; see the head of `BenchJournal.swift`.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soleil-bench",
    abstract: "Measures Soleil against its peers, in one run, on the same input.",
    discussion: "Build with -c release. Exit 0: every goal reached; 1: one missed.",
    subcommands: [
      LedgerCommand.self, DurableCommand.self, SharesCommand.self, RegisterCommand.self,
      ProductionCommand.self, SigningCommand.self, VerifyingCommand.self, MutationsCommand.self,
      AllocationCommand.self, BankCommand.self, ContractsCommand.self,
    ])
}

/// The options of every benchmark.
struct BenchOptions: ParsableArguments {
  @Option(help: "Seed of the journal.") var seed: UInt64 = 2025
  @Option(help: "How many runs the medians are taken over.") var runs = 3
  @Option(help: "Folder to write to, emptied of what was made; by default a new one in /tmp.")
  var folder: String?
  @Flag(help: "One JSON value on standard output.") var json = false
  @Flag(help: "Keep the files.") var keep = false

  /// Runs a benchmark in its folder and says what it found.
  func report(_ measure: (String) throws -> Report) throws {
    guard runs >= 1 else { throw ValidationError("--runs: at least 1") }
    let folder = try folder ?? Workplace.make()
    defer { if !keep, self.folder == nil { Workplace.remove(folder) } }
    let report = try measure(folder)
    print(json ? report.json.text : report.text)
    if report.figures.contains(where: { $0.isReached == false }) { throw ExitCode(1) }
  }
}

/// The program that is measured.
struct TestedProgram: ParsableArguments {
  @Option(help: "Path of soleil; by default the one beside this program.") var soleil: String?

  var path: String { soleil ?? Workplace.beside("soleil") }
}

/// `ledger`: taking a journal in and telling its balances, against ledger-cli.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "post and balance against ledger-cli.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of entries.") var transactions = 100_000
  @Option(help: "Number of accounts.") var accounts = 1000
  @OptionGroup var tested: TestedProgram

  func run() throws {
    guard transactions >= 1, (2...1000).contains(accounts) else {
      throw ValidationError("--transactions ≥ 1, --accounts from 2 to 1000")
    }
    let journal = BenchJournal(seed: options.seed, transactions: transactions, accounts: accounts)
    try options.report { folder in
      try LedgerBench(
        journal: journal, runs: options.runs, folder: folder,
        soleil: tested.path
      ).measure()
    }
  }
}

/// `durable`: one commit an entry, against bare SQLite.
struct DurableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "durable", abstract: "one durable entry at a time against bare SQLite.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of entries.") var entries = 1000

  func run() throws {
    guard entries >= 1 else { throw ValidationError("--entries ≥ 1") }
    let journal = BenchJournal(seed: options.seed, transactions: entries)
    try options.report { folder in
      try DurableBench(journal: journal, runs: options.runs, folder: folder).measure()
    }
  }
}

/// `register`: who held what on a day, against sums of sqlite3 over the same rows.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "register --as-of against sums of sqlite3.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of members.") var members = 100_000
  @Option(help: "Number of movements.") var movements = 1_000_000
  @OptionGroup var tested: TestedProgram

  func run() throws {
    guard members >= 2, movements >= members else {
      throw ValidationError("--members ≥ 2, --movements at least as many")
    }
    let register = BenchRegister(seed: options.seed, members: members, movements: movements)
    try options.report { folder in
      try RegisterBench(
        register: register, runs: options.runs, folder: folder,
        soleil: tested.path
      ).measure()
    }
  }
}

/// `shares`: taking movements of shares in, against bare SQLite.
struct SharesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares", abstract: "shares import against bare SQLite on the same rows.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of members.") var members = 10_000
  @Option(help: "Number of movements.") var movements = 100_000
  @OptionGroup var tested: TestedProgram

  func run() throws {
    guard members >= 20, movements >= members else {
      throw ValidationError("--members ≥ 20, --movements at least as many")
    }
    let register = BenchRegister(seed: options.seed, members: members, movements: movements)
    try options.report { folder in
      try SharesBench(
        register: register, runs: options.runs, folder: folder,
        soleil: tested.path
      ).measure()
    }
  }
}

/// `production`: a year of readings into the book, against DuckDB.
struct ProductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "production", abstract: "production import against DuckDB's read_csv.",
    discussion:
      "SOLEIL_DUCKDB_PYTHON names a Python that has duckdb; without it the peer is absent.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of inverters.") var devices = 100
  @Option(help: "Number of steps of five minutes.") var steps = 105_120
  @OptionGroup var tested: TestedProgram

  func run() throws {
    guard (1...100).contains(devices), (300...105_120).contains(steps) else {
      throw ValidationError("--devices from 1 to 100, --steps from 300 to 105120")
    }
    let year = InverterYear(seed: options.seed, devices: devices, steps: steps)
    try options.report { folder in
      try ProductionBench(
        year: year, runs: options.runs, folder: folder,
        soleil: tested.path, python: Workplace.duckDB
      ).measure()
    }
  }
}

/// `allocation`: a month shared among members and sites under ten steps.
struct AllocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation", abstract: "a month shared among members; CPU and memory by size.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of members.") var members = 100_000
  @Option(help: "Number of sites.") var sites = 100

  func run() throws {
    guard (100...10_000_000).contains(members), (1...10_000).contains(sites) else {
      throw ValidationError("--members from 100 to 10000000, --sites from 1 to 10000")
    }
    try options.report { _ in
      try AllocationBench(members: members, sites: sites, runs: options.runs).measure()
    }
  }
}

/// `signing`: signatures against a C loop around CMS_sign, and whole statements.
struct SigningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signing", abstract: "signatures against CMS_sign in C, and signed statements.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of signatures of each kind.") var signatures = 10_000
  @Option(help: "Number of statements.") var statements = 5_000

  func run() throws {
    guard signatures >= 1, statements >= 1 else {
      throw ValidationError("--signatures ≥ 1, --statements ≥ 1")
    }
    let bench = SigningBench(signatures: signatures, statements: statements, runs: options.runs)
    try options.report { _ in try bench.measure() }
  }
}
