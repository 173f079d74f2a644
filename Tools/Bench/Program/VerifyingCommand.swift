import ArgumentParser
import Bench

/// `verifying`: a chain of closings, and statements with their proofs.
struct VerifyingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verifying", abstract: "a chain of closings and statements with proofs, verified.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of closings.") var closings = 240
  @Option(help: "Number of statements.") var statements = 2_000

  func run() throws {
    guard closings >= 1, statements >= 1 else {
      throw ValidationError("--closings ≥ 1, --statements ≥ 1")
    }
    try options.report { folder in
      try VerifyingBench(
        closings: closings, statements: statements, runs: options.runs, folder: folder
      ).measure()
    }
  }
}

/// `mutations`: bytes changed at random, none of which may pass.
struct MutationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutations", abstract: "bytes changed at random in a folder and a statement.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of changes of each.") var count = 10_000

  func run() throws {
    guard count >= 1 else { throw ValidationError("--count ≥ 1") }
    try options.report { folder in
      try MutationRun(count: count, seed: options.seed, folder: folder).measure()
    }
  }
}
