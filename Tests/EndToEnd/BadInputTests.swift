import Foundation
import GRDB
import TestSupport
import Testing

/// Bad input at every door: the right exit code, the code of the rule, nothing on standard output,
/// and not a byte changed in the folder.
@Suite struct BadInputTests {
  @Test(arguments: BadInput.all) func `bad input is refused at the door`(bad: BadInput) throws {
    let folder = try Prepared.copy(.tiny, bad.stage)
    for name in bad.removed { try FileManager.default.removeItem(atPath: folder.path(name)) }
    for (name, text) in bad.files { try folder.write(name, text) }
    let before = try folder.contents()
    for language in ["fr", "en"] {
      let run = try Program.soleil.run(bad.arguments + ["--lang", language], in: folder.path)
        .plain
      #expect(run.code == bad.exit, "\(run.err)")
      #expect(run.out.isEmpty)
      #expect(!run.err.isEmpty && run.err.hasSuffix("\n"))
      if !bad.code.isEmpty {
        #expect(run.err.contains("[\(bad.code)]"), "\(run.err)")
        #expect(
          run.err.hasPrefix(language == "fr" ? "soleil : erreur : " : "soleil: error: "))
        #expect(run.err.contains("\n  → "))
      }
    }
    try expectJSON(bad, folder)
    #expect(try folder.contents() == before)
  }

  private func expectJSON(_ bad: BadInput, _ folder: TemporaryFolder) throws {
    let run = try Program.soleil.run(bad.arguments + ["--json"], in: folder.path)
    #expect(run.code == bad.exit)
    let errors = try keys(run.out)["errors"] as? [[String: Any]]
    // What the library of the command line refuses has no code of ours.
    #expect(errors?.first?["code"] as? String == (bad.code.isEmpty ? "usage" : bad.code))
    #expect(errors?.first?["message"] is String)
  }

  /// The command did its work and says that its answer is lost.
  @Test func `an answer that cannot be written is no success`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let run = try Command.run(
      "/bin/sh", ["-c", "exec '\(Program.soleil.path)' balance > /dev/full"], in: folder.path,
      Program.environment
    ).plain
    #expect(run.code == 74)
    #expect(run.err.contains("[output-failed]"))
  }

  @Test func `names are distinct, so that each case can be found`() {
    #expect(Set(BadInput.all.map(\.name)).count == BadInput.all.count)
    #expect(BadInput.all.count > 50)
  }

  @Test func `a book in use is left alone, with exit code 75`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let other = try DatabaseQueue(path: folder.path("book.soleil"))
    let before = try folder.contents()
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      for arguments in [
        ["post", "coop/entries"],
        ["close", "2025-01", "--passphrase-file", "passphrase.txt"],
      ] {
        let run = try Program.soleil.run(arguments, in: folder.path)
        #expect(run.code == 75 && run.err.contains("[book-is-busy]") && run.out.isEmpty)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try folder.contents() == before)
  }

  @Test func `readings refused are reported on standard output and explained on standard error`()
    throws
  {
    let folder = try Prepared.copy(.tiny, .open)
    let strange = try String(
      decoding: folder.bytes("coop/production/2025-02/sud-1.csv"), as: UTF8.self
    ).replacing("1002", with: "7777")
    try folder.write("strange.csv", strange)
    let changed = try String(
      decoding: folder.bytes("coop/production/2025-02/sud-1.csv"), as: UTF8.self
    ).replacing("28.02.2025;", with: "28.02.2025;9")
    try folder.write("changed.csv", changed)
    let before = try folder.contents()
    let run = try Program.soleil.run(["production", "import", "strange.csv"], in: folder.path)
    #expect(run.code == 65 && run.err.contains("[files-were-refused]"))
    #expect(run.out.contains("strange.csv"))
    let json = try Program.soleil.run(
      ["--json", "production", "import", "strange.csv"], in: folder.path)
    let files = try keys(json.out)["files"] as? [[String: Any]]
    #expect(json.code == 65 && files?.first?["verdict"] as? String == "refuse")
    #expect(try folder.contents() == before)
  }

  @Test func `a date of now that is no number is refused`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    let run = try Program.soleil.run(
      ["balance"], in: folder.path, ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(run.code == 64 && run.err.contains("[epoch-is-no-number]") && run.out.isEmpty)
  }
}

/// The members of the one JSON value that a text must be.
func keys(_ text: String) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return try #require(value as? [String: Any])
}
