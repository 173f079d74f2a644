import Store
import Text
import Units
import Verifier

/// What verifying costs: a chain of closings, and statements with their proofs.
public struct VerifyingBench {
  private let closings: Int
  private let statements: Int
  private let runs: Int
  private let folder: String

  /// A benchmark that writes into a folder.
  public init(closings: Int, statements: Int, runs: Int, folder: String) {
    (self.closings, self.statements, self.runs) = (closings, statements, runs)
    self.folder = folder
  }

  /// Writes everything once, then measures verifying it.
  ///
  /// - Throws: ``BenchFault``, ``SealRefusal``, ``StoreRefusal``.
  public func measure() throws -> Report {
    let world = try BenchClosings(in: folder)
    let data = (0..<statements).map(world.data)
    try world.write(closings: closings, statements: data)
    try world.write(statements: data)
    let now = world.seal.now.seconds
    let chain = try (0..<runs).map { _ in try cost(["\(folder)/closings"], now: now) }
    let pages = try (0..<runs).map { _ in try cost(["\(folder)/statements/2026-09"], now: now) }
    let rate = Int64(statements) * 1_000_000 / median(pages)
    return Report(
      title: "verifying: \(closings) closings, \(statements) statements, medians of \(runs)",
      figures: [
        Figure(
          name: "CPU milliseconds for the chain", value: "\(median(chain) / 1000)",
          goal: "below 2000", isReached: closings >= 240 ? median(chain) < 2_000_000 : nil),
        Figure(
          name: "statements with proofs, a CPU second", value: "\(rate)", goal: "at least 5000",
          isReached: statements >= 1000 ? rate >= 5000 : nil),
      ],
      details: [
        "closingsMicroseconds": .array(chain.map { .integer($0) }),
        "statementsMicroseconds": .array(pages.map { .integer($0) }),
      ])
  }

  private func cost(_ paths: [String], now: Int64) throws -> Int64 {
    let start = ownCPU()
    let report = try Verifier.verify(paths: paths, now: now)
    let spent = max(1, ownCPU() - start)
    guard report.verdict == .valid, report.statements.allSatisfy(\.isIncluded) else {
      throw BenchFault.programFailed("verify", status: report.verdict.exitCode)
    }
    return spent
  }
}

/// Random bytes changed in a closing's folder and in a statement, one at a time: none may pass.
public struct MutationRun {
  private let count: Int
  private let seed: UInt64
  private let folder: String

  /// A run that writes into a folder.
  public init(count: Int, seed: UInt64, folder: String) {
    (self.count, self.seed, self.folder) = (count, seed, folder)
  }

  /// Changes, verifies and puts back, in turn in the folder and in the statement.
  ///
  /// - Throws: ``BenchFault``, ``SealRefusal``, ``StoreRefusal``.
  public func measure() throws -> Report {
    let world = try BenchClosings(in: folder)
    let data = (0..<5).map(world.data)
    try world.write(closings: 1, statements: data)
    try world.write(statements: data)
    let closing = "\(folder)/closings/2026-09"
    let statement = "\(folder)/statements/2026-09/M3.pdf"
    let files = try Disk.names(in: closing).sorted().map { "\(closing)/\($0)" }
    var dice = SplitMix(seed: seed)
    var (found, passed) = ([String: Int64](), 0)
    for _ in 0..<count {
      let name = files[Int(dice.next() % UInt64(files.count))]
      for (file, subject) in [(name, closing), (statement, statement)] {
        let codes = try change(file, in: subject, &dice, now: world.seal.now.seconds)
        if codes.isEmpty { passed += 1 }
        for code in codes { found[code, default: 0] += 1 }
      }
    }
    return Report(
      title: "mutations: \(count) of a folder and \(count) of a statement, seed \(seed)",
      figures: [
        Figure(
          name: "changes that passed", value: "\(passed)", goal: "none", isReached: passed == 0)
      ] + found.sorted { $0.key < $1.key }.map { Figure(name: $0.key, value: "\($0.value)") },
      details: ["passed": .integer(Int64(passed)), "found": .object(found.mapValues(JSON.integer))])
  }

  /// Changes one byte, says what was found, and puts it back.
  private func change(
    _ file: String, in subject: String, _ dice: inout SplitMix, now: Int64
  ) throws -> Set<String> {
    let bytes = try Disk.read(file)
    var changed = bytes
    let place = Int(dice.next() % UInt64(max(1, bytes.count)))
    guard !bytes.isEmpty else { return ["empty"] }
    changed[place] ^= UInt8(dice.next() % 255 + 1)
    try Disk.replace(file, changed)
    let report = try Verifier.verify(paths: [subject], now: now)
    try Disk.replace(file, bytes)
    return report.verdict == .valid ? [] : Set(report.findings.map(\.code.rawValue))
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
