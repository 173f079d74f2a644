import Seal
import Store
import Text
import Units

/// The share register against `sqlite3`, on the rows of one book: who held what on a day.
public struct RegisterBench {
  /// The register.
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
    let peer: Usage
    let json: Usage
    let text: Usage
    let colleges: Usage
  }

  /// Fills a book through the program's own commands, measures, compares the answers.
  ///
  /// A book that is in the folder already is asked again.
  ///
  /// - Throws: ``BenchFault``.
  public func measure() throws -> Report {
    var filling: [Usage] = []
    if !Disk.exists("\(folder)/book.soleil") {
      try register.writeStatutes("\(folder)/statutes.toml")
      try register.writeMembers("\(folder)/members.csv")
      try register.writeMovements("\(folder)/shares.csv")
      filling = try [
        ["init", "--statutes", "\(folder)/statutes.toml"],
        ["members", "import", "\(folder)/members.csv"],
        ["shares", "import", "\(folder)/shares.csv", "--json"],
      ].map { try ours($0, into: "soleil.out") }
    }
    let day = BenchRegister.asked
    let runs = try (0..<runs).map { _ in
      Run(
        peer: try peer(day), json: try ours(["register", "--as-of", "\(day)", "--json"]),
        text: try ours(["register", "--as-of", "\(day)"], into: "text.out"),
        colleges: try ours(["colleges", "--as-of", "\(day)"], into: "text.out"))
    }
    let (found, expected) = try (ourHoldings(), peerHoldings())
    return report(runs, filling, expected, agree: found == expected)
  }

  private func ours(_ words: [String], into output: String = "holders.out") throws -> Usage {
    try ChildProcess(
      program: soleil, arguments: words + ["--book", "\(folder)/book.soleil"],
      output: "\(folder)/\(output)"
    ).run()
  }

  /// The least that the rows must cost: added up by member, by the library the book stands on.
  private func peer(_ day: Day) throws -> Usage {
    try ChildProcess(
      program: "sqlite3",
      arguments: [
        "-readonly", "\(folder)/book.soleil",
        """
        SELECT member, sum(shares) FROM (
          SELECT member, iif(kind = 'subscription', moved, -moved) AS shares
          FROM movement WHERE effective <= '\(day)'
          UNION ALL
          SELECT counterparty, moved FROM movement
          WHERE counterparty IS NOT NULL AND effective <= '\(day)')
        GROUP BY member HAVING sum(shares) <> 0 ORDER BY member
        """,
      ], output: "\(folder)/sqlite.out"
    ).run()
  }

  private func ourHoldings() throws -> [String] {
    let answer = try JSON(reading: Disk.read("\(folder)/holders.out"))
    guard let holders = answer["holders"]?.arrayValue else {
      throw BenchFault.answerIsUnreadable("soleil register")
    }
    return holders.compactMap { holder in
      guard let member = holder["member"]?.stringValue, let shares = holder["shares"]?.integerValue
      else { return nil }
      return "\(member)|\(shares)"
    }.sorted()
  }

  private func peerHoldings() throws -> [String] {
    String(decoding: try Disk.read("\(folder)/sqlite.out"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}

extension RegisterBench {
  private func report(
    _ runs: [Run], _ filling: [Usage], _ holdings: [String], agree: Bool
  ) -> Report {
    let digest = sha256(Array(holdings.joined(separator: "\n").utf8)).hex
    let (peer, json, text) = (middle(runs, \.peer), middle(runs, \.json), middle(runs, \.text))
    let slowest = max(json.cpu, text.cpu)
    let peak = runs.flatMap { [$0.json.peak, $0.text.peak] }.max() ?? 0
    let isLarge = register.movements >= 1_000_000
    let names = ["soleil init", "soleil members import", "soleil shares import"]
    return Report(
      title: "register: \(register.members) members, \(register.movements) movements, seed "
        + "\(register.seed), medians of \(runs.count)",
      figures: zip(names, filling).map { Figure(name: $0, value: $1.text) } + [
        Figure(name: "sqlite3, sum by member", value: peer.text),
        Figure(name: "soleil register --as-of --json", value: json.text),
        Figure(name: "soleil register --as-of", value: text.text),
        Figure(name: "soleil colleges --as-of", value: middle(runs, \.colleges).text),
        Figure(
          name: "CPU of register, the slower", value: "\(slowest / 1000) ms",
          goal: "under 1 s for 1,000,000 movements",
          isReached: isLarge ? slowest < 1_000_000 : nil),
        Figure(
          name: "CPU of register --json / sqlite3",
          value: median(runs.map { Thousandths($0.json.cpu, over: $0.peer.cpu) }).description),
        Figure(name: "peak memory of register", value: "\(peak / 1024) MiB"),
        Figure(
          name: "holdings", value: String(digest.prefix(16)), goal: "as sqlite3 says",
          isReached: agree),
      ],
      details: [
        "holdingsSha256": .string(digest), "agree": .boolean(agree),
        "filling": .array(filling.map(\.json)),
        "runs": .array(
          runs.map {
            [
              "sqlite3": $0.peer.json, "registerJSON": $0.json.json, "register": $0.text.json,
              "colleges": $0.colleges.json,
            ]
          }),
      ])
  }

  private func middle(_ runs: [Run], _ part: KeyPath<Run, Usage>) -> Usage {
    let usages = runs.map { $0[keyPath: part] }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak)))
  }
}
