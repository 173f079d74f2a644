import Foundation
import TestSupport
import Testing

/// A fiscal year put away is verified by itself, by the verifier and by the script alike.
@Suite struct ArchiveTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Tools/audit.py").standardized.path
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What the verifier says, and that the script says the same.
  private func verified(_ folder: TemporaryFolder) throws -> Int32 {
    let ours = try Program.verify.run(["archives/2025", "--json"], in: folder.path)
    if let python = Self.python, Command.openssl != nil {
      let theirs = try Command.run(
        python, ["-B", Self.script, "archives/2025", "--json"], in: folder.path,
        Program.environment)
      #expect(theirs.code == ours.code, "\(ours.out)\n\(theirs.out)\(theirs.err)")
      #expect(try codes(theirs.out) == codes(ours.out))
    }
    return ours.code
  }

  private func codes(_ text: String) throws -> [String] {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let findings = json?["findings"] as? [[String: String]] ?? []
    return findings.compactMap { $0["code"] }.sorted()
  }

  @Test func `an archive holds a year, and nothing in it can change`() throws {
    let folder = try Prepared.copy(.tiny, .year)
    let arguments = ["archive", "2025", "--passphrase-file", "passphrase.txt"]
    let made = try Program.soleil.run(arguments, in: folder.path)
    #expect(made.code == 0, "\(made.err)")
    #expect(try verified(folder) == 0)
    if let openssl = Command.openssl {
      // The recipe of the archive's notice.
      let recipe = """
        cms -verify -cades -binary -inform DER -in archive.json.p7s -content archive.json \
        -CAfile trust/ca.pem -no-CApath -no-CAstore -attime 1764547200 -out /dev/null
        """
      let check = try Command.run(
        openssl, recipe.split(separator: " ").map(String.init),
        in: folder.path("archives/2025"), Program.environment)
      #expect(check.code == 0, "\(check.err)")
    }
    let again = try Program.soleil.run(arguments, in: folder.path)
    #expect(again.code != 0 && again.err.contains("archives/2025"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("archives/2025"))
      .filter {
        !["closings", "fec", "trust"].contains($0) && !$0.hasSuffix("2025-0\($0.last ?? "0")")
      }
      .sorted()
    #expect(names.contains("keys.json") && names.contains("closings/2025-01/manifest.json"))
    for name in names {
      let place = "archives/2025/\(name)"
      guard !folder.path(place).isEmpty, let bytes = try? folder.bytes(place), !bytes.isEmpty
      else { continue }
      var changed = bytes
      changed[bytes.count / 2] ^= 1
      try folder.write(place, changed)
      #expect(try Program.verify.run(["archives/2025"], in: folder.path).code == 1, "\(name)")
      try folder.write(place, bytes)
    }
    try folder.write("archives/2025/closings/2025-01/.hidden", "x")
    #expect(try verified(folder) == 1)
  }

  @Test func `a year that is open is not archived`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let made = try Program.soleil.run(
      ["archive", "2025", "--passphrase-file", "passphrase.txt"], in: folder.path)
    #expect(made.code == 1 && made.err.contains("month-is-not-closed"), "\(made.err)")
  }
}
