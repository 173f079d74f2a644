import Foundation
import Testing
import Units

/// The stand-alone program, beside the tests when the whole package was built.
private let program = Bundle.main.bundleURL.appending(path: "soleil-verify")
private let programIsMissing = !FileManager.default.isExecutableFile(atPath: program.path)

/// Runs the program; its exit code and standard output.
private func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ["SOURCE_DATE_EPOCH": String(present.seconds), "LANG": "fr_FR.UTF-8"]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

@Suite(.disabled(if: programIsMissing, "soleil-verify was not built"))
struct ProgramTests {
  @Test func theExitCodeTellsTheVerdict() throws {
    let world = try World()
    #expect(try run([world.folder]).code == 0)
    try world.write([1], "closings/2026-10/journal.csv")
    #expect(try run([world.folder]).code == 1)
    let signature = world.root.appending(path: "closings/2026-10/manifest.json.p7s")
    try FileManager.default.removeItem(at: signature)
    #expect(try run([world.folder]).code == 2)
  }

  @Test func onlyJSONStandsOnStandardOutputWhenAskedFor() throws {
    let world = try World()
    let text = try run(["--json", world.folder]).text
    #expect(text.hasPrefix("{") && text.hasSuffix("}\n"))
    #expect(try run([world.folder, "--lang", "en"]).text.hasPrefix("VALID — "))
  }

  @Test(
    arguments: [
      ([], 64), (["--trust"], 64), (["x", "--lang", "de"], 64), (["--colour", "x"], 64),
      (["/nowhere"], 66), (["/tmp", "--trust", "/nowhere"], 66),
      (["/tmp", "--head", "/dev/null"], 66),
    ] as [([String], Int32)])
  func aWrongCommandLineHasItsCode(arguments: [String], code: Int32) throws {
    #expect(try run(arguments).code == code)
    #expect(try run(arguments).text.isEmpty)
  }
}
