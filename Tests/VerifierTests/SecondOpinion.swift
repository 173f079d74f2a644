import Foundation
import Testing
import Units
import Verifier

/// Verifies, and has the auditor's own script say what it thinks: it must find the same.
///
/// It stands before the verifier's function of this name in every test of this room; where there is no
/// `python3` or no `openssl`, the verifier is heard alone.
func verify(
  paths: [String], trust: String? = nil, head: String? = nil, requireTimestamp: Bool = false,
  now: Int64
) throws -> Report {
  let first = Result {
    try Verifier.verify(
      paths: paths, trust: trust, head: head, requireTimestamp: requireTimestamp, now: now)
  }
  if Script.isThere {
    var arguments = paths + ["--json"]
    if let trust { arguments += ["--trust", trust] }
    if let head { arguments += ["--head", head] }
    if requireTimestamp { arguments.append("--require-timestamp") }
    let second = try Script.answer(arguments, now: now)
    switch first {
    case .success(let report):
      #expect(second.exit == report.verdict.exitCode, "the script: \(second.codes)")
      #expect(second.codes == report.findings.map(\.code.rawValue).sorted(), "\(report.findings)")
    case .failure(let fault): #expect(second.exit == (fault as? VerifierFault)?.exitCode)
    }
  }
  return try first.get()
}

/// The auditor's script, `Tools/audit.py`, run as a person runs it.
enum Script {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Tools/audit.py").standardized.path

  static let isThere = program("python3") != nil && program("openssl") != nil

  static func answer(_ arguments: [String], now: Int64) throws -> (exit: Int32, codes: [String]) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(program("python3")))
    process.arguments = ["-B", path] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": String(now)]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    let findings = json?["findings"] as? [[String: String]] ?? []
    return (process.terminationStatus, findings.compactMap { $0["code"] }.sorted())
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

@Suite struct SecondOpinionTests {
  @Test(.enabled(if: Script.isThere, "python3 and openssl are not both here"))
  func theScriptSaysWhatItIsNotAskedInVain() throws {
    #expect(try Script.answer(["--nonsense"], now: present.seconds).exit == 64)
    let world = try World()
    #expect(try Script.answer([world.folder, "--json"], now: present.seconds).exit == 0)
  }
}
