import Foundation

/// A program that judges our exports without us, if it is installed here: each takes what it reads
/// from a file of ours.
public struct Judge: Sendable {
  let path: String?

  /// Whether it was found.
  public var isInstalled: Bool { path != nil }

  /// `hledger`.
  public static let hledger = Judge("hledger")
  /// `ledger`.
  public static let ledger = Judge("ledger")
  /// `bean-check`.
  public static let beanCheck = Judge("bean-check")
  /// A Python that knows beancount: the one beside `bean-check`, else the system's.
  public static let beancount = python(["beancount"], besides: beanCheck)

  private init(_ name: String) { path = Judge.find(name) }

  private init(path: String?) { self.path = path }

  /// A Python that knows the independent examiner of tax files of the package `django-accounting-fr`.
  public static let taxFileExaminer = python(
    ["accounting_fr.fec_check"], variable: "SOLEIL_FEC_CHECKER_PYTHON", besides: beanCheck)

  /// The program at the first of the folders of `PATH` that has it.
  private static func find(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return (folders.map(String.init) + ["/usr/bin", "/usr/local/bin"]).map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that can import modules.
  public static func python(
    _ modules: [String], variable: String? = nil, besides tool: Judge? = nil
  )
    -> Judge
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
    return Judge(path: found)
  }

  /// Runs the program on text; its answer is what it printed and how it ended.
  public func run(_ arguments: [String], on text: [UInt8] = [], named name: String = "input") throws
    -> (
      status: Int32, text: String
    )
  {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "soleil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text).write(to: file)
    return try Judge.run(
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
