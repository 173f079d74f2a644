import Foundation

/// A program for accounts in plain text, or a Python with a library, if it is installed here.
struct Tool {
  let path: String?

  var isInstalled: Bool { path != nil }

  static let hledger = Tool("hledger")
  static let ledger = Tool("ledger")
  static let beanCheck = Tool("bean-check")
  /// A Python that knows beancount: the one beside `bean-check`, else the system's.
  static let beancount = python(["beancount"], besides: beanCheck)

  init(_ name: String) { path = Tool.find(name) }

  private init(path: String?) { self.path = path }

  /// The folders of `PATH`.
  private static func find(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return (folders.map(String.init) + ["/usr/bin", "/usr/local/bin"]).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that can import modules.
  static func python(_ modules: [String], variable: String? = nil, besides tool: Tool? = nil)
    -> Tool
  {
    var candidates: [String?] = [variable.flatMap { ProcessInfo.processInfo.environment[$0] }]
    candidates.append(
      (tool?.path).map {
        URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path + "/python3"
      })
    candidates.append(find("python3"))
    let found = candidates.compactMap(\.self).first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? run(path, ["-c", "import \(modules.joined(separator: ", "))"]).status) == 0
    }
    return Tool(path: found)
  }

  /// Runs the program on text; its answer is what it printed and how it ended.
  func run(_ arguments: [String], on text: [UInt8] = [], named name: String = "input") throws -> (
    status: Int32, text: String
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "soleil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text).write(to: file)
    return try Tool.run(
      path ?? "/nonexistent", arguments.map { $0 == "FILE" ? file.path : $0 })
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> (
    status: Int32, text: String
  ) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    // Without a locale that knows UTF-8, hledger cannot read accents.
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
