import ArgumentParser
import Bench

/// `bank`: a year of the bank read and matched, against `sqlite3 .import`.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "bank import and match against sqlite3 .import.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of movements.") var lines = 1_000_000
  @OptionGroup var tested: TestedProgram

  func run() throws {
    guard lines >= 1 else { throw ValidationError("--lines ≥ 1") }
    let statement = BenchStatement(seed: options.seed, lines: lines)
    try options.report { folder in
      try BankBench(
        statement: statement, runs: options.runs, folder: folder, soleil: tested.path
      ).measure()
    }
  }
}
