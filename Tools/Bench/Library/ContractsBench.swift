import Agreements
import Bookings
import Glibc
import Journal
import Store
import Text
import Units

/// A month of many sites with five contracts each in their twentieth year, reckoned and posted in a book.
///
/// The contracts are a roof convention, a purchase contract, insurance, a plant and a grant.
/// Rents are a part of the sales between floor and cap, which reads the sales of the convention's year;
/// every fourth follows an index of twenty values instead.
public struct ContractsBench {
  /// How many sites.
  public let sites: Int
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String

  /// A benchmark in a folder that exists.
  public init(sites: Int, runs: Int, folder: String) {
    self.sites = sites
    self.runs = runs
    self.folder = folder
  }

  private struct Run {
    let reckoned: Int64
    let posted: Int64
    let entries: Int
  }

  private static let month = Month(year: 2024, monthOfYear: 11)

  /// Builds the contracts once, then reckons and posts the month in a new book each time.
  public func measure() throws -> Report {
    let holdings = (0..<sites).map { BenchHolding(number: $0) }
    let indices = BenchHolding.indices
    let energy = holdings.map { $0.energy(before: Self.month) }
    let runs = try (0..<runs).map { index in
      let start = cpu()
      var drafts: [DraftEntry] = []
      for (holding, days) in zip(holdings, energy) {
        drafts += try holding.accruals(Self.month, days, indices)
      }
      let reckoned = cpu()
      try post(drafts, index)
      return Run(reckoned: reckoned - start, posted: cpu() - reckoned, entries: drafts.count)
    }
    return report(runs)
  }

  private func post(_ drafts: [DraftEntry], _ index: Int) throws {
    let path = "\(folder)/contracts-\(index).soleil"
    Disk.remove(path)
    let book = try Book(creating: path, secret: Array(repeating: 1, count: 32))
    let year = Month(year: Self.month.year, monthOfYear: 1)
    try book.write(at: Instant(seconds: 1_735_600_000)) { page in
      try page.open(FiscalYear(first: year.first, last: year.adding(11).last))
      for draft in drafts { _ = try page.post(Entry(checking: draft)) }
    }
  }

  private func report(_ runs: [Run]) -> Report {
    let both = median(runs.map { $0.reckoned + $0.posted })
    let isGoal = sites == 1000
    return Report(
      title:
        "contracts: a month of \(sites) sites with five contracts each, in their twentieth year, "
        + "medians of \(runs.count)",
      figures: [
        Figure(name: "entries", value: "\(runs.first?.entries ?? 0)"),
        Figure(name: "reckoned, CPU", value: "\(median(runs.map(\.reckoned)) / 1000) ms"),
        Figure(name: "posted in a book, CPU", value: "\(median(runs.map(\.posted)) / 1000) ms"),
        Figure(
          name: "all accruals of the month, CPU", value: "\(both / 1000) ms",
          goal: "under 1 s for 1,000 sites", isReached: isGoal ? both < 1_000_000 : nil),
      ],
      details: [
        "sites": .integer(Int64(sites)),
        "runs": .array(
          runs.map {
            [
              "reckonedMicroseconds": .integer($0.reckoned),
              "postedMicroseconds": .integer($0.posted), "entries": .integer(Int64($0.entries)),
            ]
          }),
      ])
  }

  private func cpu() -> Int64 { Int64(clock()) * 1_000_000 / Int64(CLOCKS_PER_SEC) }
}
