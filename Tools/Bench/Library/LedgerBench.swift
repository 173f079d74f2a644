import Seal
import Simulation
import Store
import Text
import Units

/// The ledger against `ledger`, on the same journal: taking it in, and telling its balances.
public struct LedgerBench {
  /// The journal.
  public let journal: BenchJournal
  /// How many times everything is measured.
  public let runs: Int
  /// The folder that is written to.
  public let folder: String
  /// The path of `soleil`.
  public let soleil: String

  /// A benchmark in a folder that exists.
  public init(journal: BenchJournal, runs: Int, folder: String, soleil: String) {
    self.journal = journal
    self.runs = runs
    self.folder = folder
    self.soleil = soleil
  }

  /// One run: each program once, one after the other; the two balances the median of five.
  private struct Run {
    let peer: Usage
    let fullPeer: Usage
    let post: Usage
    let large: Usage
    let small: Usage
  }

  private static let smallSize = 1000

  /// Writes the files, measures, compares the answers.
  ///
  /// - Throws: ``BenchFault``.
  public func measure() throws -> Report {
    let small = journal.shortened(to: Self.smallSize)
    try writeStatutes()
    try journal.writeLedger("\(folder)/large.ledger")
    try journal.writeCSV("\(folder)/large.csv")
    try small.writeCSV("\(folder)/small.csv")
    _ = try post("small")
    let runs = try (0..<runs).map { _ in try run() }
    let (ours, theirs) = try (ourBalances(), peerBalances())
    return report(runs, ours, agree: ours == theirs)
  }

  private func run() throws -> Run {
    let posting = try post("large")
    Disk.remove("\(folder)/full.ledger")
    _ = try command("large", ["export", "ledger", "--out", "\(folder)/full.ledger"]).run()
    // The bare text last: its answer is the one that is compared.
    let full = try peer("full")
    return Run(
      peer: try peer("large"), fullPeer: full, post: posting,
      large: try balance("large"), small: try balance("small"))
  }

  private func peer(_ name: String) throws -> Usage {
    try ChildProcess(
      program: "ledger", arguments: ["-f", "\(folder)/\(name).ledger", "balance"],
      output: "\(folder)/ledger.out"
    ).run()
  }

  private func writeStatutes() throws {
    let files = Scale(first: BenchJournal.firstMonth).cooperative
    guard let statutes = files.first(where: { $0.path == "statutes.toml" }) else {
      throw BenchFault.answerIsUnreadable("statutes.toml")
    }
    let file = try StreamedFile("\(folder)/statutes.toml")
    try file.write(statutes.text)
    try file.close()
  }

  /// Posts a journal on a fresh book; only the posting is measured.
  private func post(_ name: String) throws -> Usage {
    Disk.remove("\(folder)/\(name).soleil")
    _ = try command(name, ["init", "--statutes", "\(folder)/statutes.toml"]).run()
    return try command(name, ["post", "\(folder)/\(name).csv"]).run()
  }

  private func balance(_ name: String) throws -> Usage {
    let usages = try (0..<5).map { _ in try command(name, ["balance"]).run() }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak)))
  }

  private func command(_ book: String, _ arguments: [String]) -> ChildProcess {
    ChildProcess(
      program: soleil, arguments: arguments + ["--book", "\(folder)/\(book).soleil"],
      output: "\(folder)/soleil.out")
  }

  /// `account balance` in cents, those that are not zero, in order: what moved over all years, for
  /// charges and income begin anew with each of them.
  private func ourBalances() throws -> [String] {
    let days = "\(journal.period.first)..\(journal.period.last ?? journal.period.first)"
    _ = try command("large", ["balance", "--json", "--period", days]).run()
    let answer = try JSON(reading: Disk.read("\(folder)/soleil.out"))
    guard let lines = answer["accounts"]?.arrayValue else {
      throw BenchFault.answerIsUnreadable("soleil balance")
    }
    return lines.compactMap { line in
      guard let account = line["account"]?.stringValue, let debit = line["debit"]?.integerValue,
        let credit = line["credit"]?.integerValue, debit != credit
      else { return nil }
      return "\(account) \(debit - credit)"
    }.sorted()
  }

  /// The same, as the peer printed it: `12.34 EUR  512100`.
  private func peerBalances() throws -> [String] {
    let text = String(decoding: try Disk.read("\(folder)/ledger.out"), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[1] == "EUR" else { return nil }
      return Int64(words[0].filter { $0 != "." }).map { "\(words[2]) \($0)" }
    }.sorted()
  }
}

extension LedgerBench {
  private func report(_ runs: [Run], _ balances: [String], agree: Bool) -> Report {
    let digest = sha256(Array(balances.joined(separator: "\n").utf8)).hex
    let imports = median(runs.map { Thousandths($0.post.cpu, over: $0.peer.cpu) })
    let views = median(runs.map { Thousandths($0.peer.cpu, over: $0.large.cpu) })
    let growth = median(runs.map { Thousandths($0.large.cpu, over: $0.small.cpu) })
    let peak = runs.map(\.post.peak).max() ?? 0
    let figures = [
      Figure(name: "ledger balance", value: middle(runs, \.peer).text),
      Figure(
        name: "ledger balance, with all that the book knows", value: middle(runs, \.fullPeer).text),
      Figure(name: "soleil post", value: middle(runs, \.post).text),
      Figure(name: "soleil balance", value: middle(runs, \.large).text),
      Figure(name: "soleil balance, 1,000 entries", value: middle(runs, \.small).text),
      Figure(
        name: "CPU of post / ledger balance", value: imports.description, goal: "at most 0.7",
        isReached: imports.value <= 700),
      Figure(
        name: "CPU of post / ledger balance, with all that the book knows",
        value: median(runs.map { Thousandths($0.post.cpu, over: $0.fullPeer.cpu) }).description),
      Figure(
        name: "peak memory of post", value: "\(peak / 1024) MiB", goal: "under 100 MiB",
        isReached: peak < 100 * 1024),
      Figure(
        name: "CPU of ledger balance / soleil balance", value: views.description,
        goal: "at least 100 from 1,000,000 entries on",
        isReached: journal.transactions < 1_000_000 ? nil : views.value >= 100_000),
      Figure(
        name: "CPU of balance, all / 1,000 entries", value: growth.description, goal: "about 1",
        isReached: growth.value <= 1_250),
      Figure(
        name: "balances", value: String(digest.prefix(16)), goal: "as ledger says", isReached: agree
      ),
    ]
    return Report(
      title: "ledger: \(journal.transactions) entries, \(journal.accounts.count) accounts, seed "
        + "\(journal.seed), medians of \(runs.count)",
      figures: figures,
      details: [
        "balancesSha256": .string(digest), "agree": .boolean(agree),
        "runs": .array(runs.map(json)),
      ])
  }

  private func middle(_ runs: [Run], _ part: KeyPath<Run, Usage>) -> Usage {
    let usages = runs.map { $0[keyPath: part] }
    return Usage(
      cpu: median(usages.map(\.cpu)), wall: median(usages.map(\.wall)),
      peak: median(usages.map(\.peak)))
  }

  private func json(_ run: Run) -> JSON {
    [
      "ledgerBalance": run.peer.json, "ledgerBalanceOfAll": run.fullPeer.json,
      "post": run.post.json, "balance": run.large.json,
      "balanceSmall": run.small.json,
    ]
  }
}
