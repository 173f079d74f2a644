import Journal
import Store
import Text
import Units

/// One durable entry at a time, each its own commit: the book against bare SQLite.
///
/// Both take turns of a few entries, so that a slow moment of the disk falls on both.
public struct DurableBench {
  /// The journal.
  public let journal: BenchJournal
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String

  /// A benchmark in a folder that exists.
  public init(journal: BenchJournal, runs: Int, folder: String) {
    self.journal = journal
    self.runs = runs
    self.folder = folder
  }

  private struct Cost {
    var cpu: Int64 = 0
    var wall: Int64 = 0

    mutating func count(_ body: () throws -> Void) rethrows {
      let (cpu, wall) = (ownCPU(), Bench.now())
      try body()
      self.cpu += ownCPU() - cpu
      self.wall += Bench.now() - wall
    }
  }

  private static let turn = 25

  /// Measures both, in turns.
  ///
  /// - Throws: ``BenchFault``, and what the book refuses.
  public func measure() throws -> Report {
    let runs = try (0..<runs).map(run)
    let cpu = median(runs.map { Thousandths($0.bare.cpu, over: $0.ours.cpu) })
    let wall = median(runs.map { Thousandths($0.bare.wall, over: $0.ours.wall) })
    return Report(
      title: "durable: \(journal.transactions) commits of one entry, synchronous FULL, medians of "
        + "\(runs.count)",
      figures: [
        Figure(name: "soleil", value: rate(runs.map(\.ours))),
        Figure(name: "bare SQLite", value: rate(runs.map(\.bare))),
        Figure(
          name: "entries a second, soleil / bare", value: wall.description, goal: "at least 0.8",
          isReached: wall.value >= 800),
        Figure(name: "entries a CPU second, soleil / bare", value: cpu.description),
      ],
      details: [
        "runs": .array(runs.map { ["soleil": json($0.ours), "bare": json($0.bare)] })
      ])
  }

  private func run(_ index: Int) throws -> (ours: Cost, bare: Cost) {
    let paths = ["durable-\(index).soleil", "bare-\(index).sqlite"].map { "\(folder)/\($0)" }
    for path in paths { Disk.remove(path) }
    let book = try Book(creating: paths[0], secret: Array(repeating: 1, count: 32))
    let first = BenchJournal.firstMonth
    let instant = Instant(seconds: 1_735_600_000)
    try book.write(at: instant) {
      try $0.open(FiscalYear(first: first.first, last: first.adding(11).last))
    }
    let bare = try BareDatabase(paths[1])
    var costs = (ours: Cost(), bare: Cost())
    var waiting: [DraftEntry] = []
    var number: Int64 = 0
    func takeTurns() throws {
      try costs.ours.count {
        for draft in waiting {
          try book.write(at: instant) { _ = try $0.post(Entry(checking: draft)) }
        }
      }
      try costs.bare.count {
        for draft in waiting {
          try bare.commit(draft, number: number)
          number += 1
        }
      }
      waiting = []
    }
    try journal.forEach { draft in
      waiting.append(draft)
      if waiting.count == Self.turn { try takeTurns() }
    }
    try takeTurns()
    return costs
  }

  private func rate(_ costs: [Cost]) -> String {
    let count = Int64(journal.transactions) * 1_000_000
    return "\(count / max(1, median(costs.map(\.wall))))/s, "
      + "\(count / max(1, median(costs.map(\.cpu)))) a CPU second"
  }

  private func json(_ cost: Cost) -> JSON {
    ["cpuMicroseconds": .integer(cost.cpu), "wallMicroseconds": .integer(cost.wall)]
  }
}
