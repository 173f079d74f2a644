import Foundation

/// How a run of a program ended and what it said.
struct Run: Sendable {
  let code: Int32
  let out: String
  let err: String

  /// The texts with every no-break space as a plain one: typography is not what is judged here.
  var plain: Run {
    func plain(_ text: String) -> String {
      String(text.map { ["\u{00A0}", "\u{202F}"].contains($0) ? " " : $0 })
    }
    return Run(code: code, out: plain(out), err: plain(err))
  }
}

/// The programs of this build, run as a user runs them.
enum Program: String {
  case soleil
  case verify = "soleil-verify"

  /// The folder of this very build: that of the running tests, else the debug build's.
  private static let folder: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folders = [own, CommandLine.arguments[0]].map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    folders += folders.map { $0.deletingLastPathComponent() }
    folders.append(URL(filePath: #filePath).appending(path: "../../../.build/debug"))
    let found = folders.map(\.standardizedFileURL.path).first {
      FileManager.default.isExecutableFile(atPath: "\($0)/soleil")
    }
    return found ?? "."
  }()

  var path: String { "\(Self.folder)/\(rawValue)" }

  /// The environment of every run, before what a test adds: French, at a fixed time.
  static let environment = [
    "PATH": "/usr/bin:/bin", "LANG": "fr_FR.UTF-8", "SOURCE_DATE_EPOCH": "1764547200",
  ]

  /// Runs the program to its end.
  ///
  /// Without a terminal, so that no test ever waits for a person.
  func run(
    _ arguments: [String], in folder: String, _ environment: [String: String] = [:]
  ) throws -> Run {
    try Command.run(
      "/usr/bin/setsid", ["--wait", path] + arguments, in: folder,
      Self.environment.merging(environment) { $1 })
  }
}

/// A command of the system.
enum Command {
  static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs a command; its output goes through files, so that no pipe can fill and block.
  static func run(
    _ command: String, _ arguments: [String], in folder: String, _ environment: [String: String]
  ) throws -> Run {
    let base = FileManager.default.temporaryDirectory
      .appending(path: "soleil-run-\(UUID().uuidString)").path
    let outputs = ["\(base).out", "\(base).err"]
    defer { for path in outputs { try? FileManager.default.removeItem(atPath: path) } }
    for path in outputs { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputs[0]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: outputs[1]))
    try process.run()
    process.waitUntilExit()
    let texts = try outputs.map {
      String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self)
    }
    return Run(code: process.terminationStatus, out: texts[0], err: texts[1])
  }
}
