import ArgumentParser
import Bench

/// `contracts`: a month of a thousand sites with five contracts each, in their twentieth year.
struct ContractsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contracts", abstract: "all accruals of a month, reckoned and posted.")

  @OptionGroup var options: BenchOptions
  @Option(help: "Number of sites.") var sites = 1000

  func run() throws {
    guard sites >= 1 else { throw ValidationError("--sites ≥ 1") }
    try options.report { folder in
      try ContractsBench(sites: sites, runs: options.runs, folder: folder).measure()
    }
  }
}
