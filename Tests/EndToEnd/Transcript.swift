import Foundation
import TestSupport

/// A file of commands with all they say, in the manner of hledger's shelltests.
///
///     # start: closed sample
///     # clock: now
///     # 1. what this shows
///     $ soleil balance
///     standard output
///     >2
///     standard error
///     >= 0
///
/// The commands of a file run one after the other in one folder, at a fixed time unless the file asks for
/// the clock's: time stamps tell no other. `stamp` has `Tools/stamp` answer a query.
struct Transcript {
  struct Step {
    var comments: [String] = []
    var command = ""
    var out = ""
    var err = ""
    var code: Int32 = 0

    /// The step as the file writes it.
    var text: String {
      comments.map { "\($0)\n" }.joined() + "$ \(command)\n" + out
        + (err.isEmpty ? "" : ">2\n\(err)") + ">= \(code)\n"
    }
  }

  let path: String
  var head: [String] = []
  var steps: [Step] = []

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Transcripts").standardizedFileURL.path

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".test") }.sorted()
  }

  init(reading name: String) throws {
    path = "\(Self.folder)/\(name)"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var step = Step()
    var isError = false
    // A step that somebody has just written has no end yet, and is a step all the same.
    func end(_ code: Int32 = -1) {
      step.code = code
      if !step.command.isEmpty { steps.append(step) }
      (step, isError) = (Step(), false)
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ soleil") || line.hasPrefix("$ stamp "), !step.command.isEmpty { end() }
      if step.command.isEmpty {
        if line.hasPrefix("$ ") {
          step.command = String(line.dropFirst(2))
        } else if line.hasPrefix("# start:") || line.hasPrefix("# clock:") {
          head.append(String(line))
        } else {
          step.comments.append(String(line))
        }
      } else if line.hasPrefix(">= ") {
        end(Int32(line.dropFirst(3)) ?? -1)
      } else if line == ">2" {
        isError = true
      } else if isError {
        step.err += "\(line)\n"
      } else {
        step.out += "\(line)\n"
      }
    }
    end()
  }

  /// The words after `# start:`: how far the work has gone, and on which cooperative.
  private var start: [Substring] {
    head.first { $0.hasPrefix("# start:") }?.dropFirst(8).split(separator: " ") ?? []
  }

  /// Runs the commands; the same steps with what was really said.
  func run() throws -> [Step] {
    let stage = start.first.flatMap { Prepared.Stage(rawValue: String($0)) } ?? .empty
    let folder = try Prepared.copy(start.contains("tiny") ? .tiny : .sample, stage)
    return try steps.map { step in
      let words = step.command.split(separator: " ").map(String.init)
      let run = try run(words, in: folder.path)
      var found = step
      found.out = steady(run.out, folder.path)
      found.err = steady(run.err, folder.path)
      found.code = run.code
      return found
    }
  }

  /// Whether the commands run at the time of the clock.
  private var isOnClock: Bool { head.contains("# clock: now") }

  private func run(_ words: [String], in folder: String) throws -> Run {
    let rest = Array(words.dropFirst())
    guard words.first != "stamp" else {
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Tools/stamp").standardizedFileURL.path
      return try Command.run("/bin/sh", [script] + rest, in: folder, Program.environment)
    }
    let program: Program = words.first == "soleil-verify" ? .verify : .soleil
    let now = String(Int(Date.now.timeIntervalSince1970))
    return try program.run(rest, in: folder, isOnClock ? ["SOURCE_DATE_EPOCH": now] : [:])
  }

  /// The text with placeholders for what varies from run to run, and plain spaces.
  private func steady(_ text: String, _ folder: String) -> String {
    var plain = String(text.map { ["\u{00A0}", "\u{202F}"].contains($0) ? " " : $0 })
    if isOnClock {
      plain = plain.replacing(/\b[0-9a-f]{16}…/, with: "<digest>…")
        .replacing(/"provenAt":\d+/, with: "\"provenAt\":\"<time>\"")
        .replacing(
          /\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\dZ| UTC)/, with: "<time>")
    }
    return plain.replacing(folder, with: "<folder>")
      .replacing(/\b[0-9a-f]{64}\b/, with: "<sha256>")
      .replacing(/[A-Za-z0-9+\/]{43}=/, with: "<base64>")
      .replacing(/\b(?:[0-9A-F]{4} ){15}[0-9A-F]{4}\b/, with: "<fingerprint>")
  }

  func text(_ steps: [Step]) -> String {
    head.map { "\($0)\n" }.joined() + steps.map(\.text).joined()
  }
}
