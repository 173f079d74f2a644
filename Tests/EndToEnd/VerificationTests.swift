import Foundation
import TestSupport
import Testing

/// What was written is judged by others: the `openssl` command and the separate verifier.
@Suite struct VerificationTests {
  private static let file = "closings/2025-01/manifest.json"

  private func openssl(_ folder: TemporaryFolder) throws -> Int32 {
    let arguments =
      "cms -verify -cades -binary -inform DER -in \(Self.file).p7s -content \(Self.file) "
      + "-CAfile trust/ca.pem -no-CApath -no-CAstore -out /dev/null"
    return try Command.run(
      Command.openssl ?? "", arguments.split(separator: " ").map(String.init), in: folder.path,
      [:]
    ).code
  }

  /// Changes one byte of a file.
  private func spoil(_ name: String, in folder: TemporaryFolder, at place: Int) throws {
    var bytes = try folder.bytes(name)
    bytes[place] ^= 1
    try folder.write(name, bytes)
  }

  @Test(.enabled(if: Command.openssl != nil, "openssl is not installed"))
  func `the openssl command accepts the manifest, and no other`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    #expect(try openssl(folder) == 0)
    let size = try folder.bytes(Self.file).count
    for place in [0, size / 2, size - 1] {
      try spoil(Self.file, in: folder, at: place)
      #expect(try openssl(folder) != 0, "byte \(place)")
      try spoil(Self.file, in: folder, at: place)
    }
    #expect(try openssl(folder) == 0)
    try spoil("\(Self.file).p7s", in: folder, at: try folder.bytes("\(Self.file).p7s").count - 5)
    #expect(try openssl(folder) != 0)
  }

  /// The lines of `LISEZMOI.txt` that begin with `openssl`, typed as they stand.
  private func typed(_ month: String, in folder: TemporaryFolder) throws -> [Run] {
    let text = String(decoding: try folder.bytes("closings/\(month)/LISEZMOI.txt"), as: UTF8.self)
    return try text.split(separator: "\n").filter { $0.hasPrefix("openssl ") }.map {
      try Command.run(
        "/bin/sh", ["-c", String($0)], in: folder.path("closings/\(month)"),
        ["PATH": "/usr/bin:/bin:/usr/local/bin"])
    }
  }

  @Test(.enabled(if: Command.openssl != nil, "openssl is not installed"))
  func `the three lines of the note for readers do what they say`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let runs = try typed("2025-01", in: folder)
    #expect(runs.map(\.code) == [0, 0, 0])
    let shown = try Program.soleil.run(["key", "show", "--json"], in: folder.path).out
    let known = try keys(shown)["authoritySha256"] as? String ?? "none"
    let colons = runs[0].out.replacing(":", with: "").lowercased()
    #expect(colons.contains(known))
    #expect((runs[1].out + runs[1].err).contains("CAdES Verification successful"))
    let manifest = String(
      decoding: try folder.bytes("closings/2025-01/manifest.json"), as: UTF8.self)
    let digests = runs[2].out.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    #expect(digests.count == 8 && digests.allSatisfy { manifest.contains("\"\($0)\"") })
    try spoil(Self.file, in: folder, at: 40)
    #expect(try typed("2025-01", in: folder)[1].code != 0)
  }

  @Test func `both verifiers reach the same verdict on what was written and on what was spoilt`()
    throws
  {
    let folder = try Prepared.copy(.tiny, .closed)
    let paths = ["closings/2025-01", "statements/2025-01/M0002.pdf"]
    for (spoilt, expected) in [
      (nil, Int32(0)), (Self.file, 1), ("closings/2025-01/journal.csv", 1),
      ("closings/2025-01/manifest.json.p7s", 1), ("statements/2025-01/M0002.pdf", 1),
    ] as [(String?, Int32)] {
      if let spoilt { try spoil(spoilt, in: folder, at: try folder.bytes(spoilt).count / 2) }
      let ours = try Program.soleil.run(["verify", "--json"] + paths, in: folder.path)
      let theirs = try Program.verify.run(["--json"] + paths, in: folder.path)
      #expect(ours.code == expected && theirs.code == expected, "\(spoilt ?? "nothing")")
      let verdict = try keys(ours.out)["verdict"] as? String
      #expect(verdict == (expected == 0 ? "valid" : "invalid"))
      #expect(try keys(theirs.out)["verdict"] as? String == verdict)
      if let spoilt { try spoil(spoilt, in: folder, at: try folder.bytes(spoilt).count / 2) }
    }
  }

  @Test func `keys are for their owner's eyes only`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    for (name, mode) in [
      ("keys", 0o700), ("keys/signing.key.pem", 0o600), ("keys/authority.key.pem", 0o600),
      ("book.soleil", 0o600),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
    for (name, data) in try folder.contents("keys") {
      #expect(
        String(decoding: data, as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE KEY"), "\(name)")
    }
  }

  @Test func `statements are written once, and a month interrupted is put in place`() throws {
    let folder = try Prepared.copy(.tiny, .closed)
    let pass = ["--passphrase-file", "passphrase.txt", "--json"]
    let run = try Program.soleil.run(["statements", "2025-01"] + pass, in: folder.path)
    let answer = try keys(run.out)
    #expect(answer["written"] as? [String] == ["M0001", "M0003"])
    #expect(answer["kept"] as? [String] == ["M0002"])
    try FileManager.default.moveItem(
      atPath: folder.path("closings/2025-01"), toPath: folder.path("closings/.2025-01.partial"))
    let next = try Program.soleil.run(["close", "2025-02"] + pass, in: folder.path)
    #expect(next.code == 0, "\(next.err)")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path("closings"))
    #expect(found.sorted() == ["2025-01", "2025-02"])
    #expect(try keys(next.out)["sequence"] as? Int == 2)
  }

  @Test(arguments: 0..<3) func `of two closings at once one closes and the other changes nothing`(
    _ round: Int
  ) async throws {
    let folder = try Prepared.copy(.tiny, .open)
    let arguments = ["close", "2025-01", "--passphrase-file", "passphrase.txt"]
    async let one = Program.soleil.run(arguments, in: folder.path)
    async let other = Program.soleil.run(arguments, in: folder.path)
    let codes = try await [one.code, other.code].sorted()
    #expect(codes == [0, 1] || codes == [0, 75])
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path("closings"))
    #expect(found == ["2025-01"])
    let verified = try Program.soleil.run(["verify", "closings"], in: folder.path)
    #expect(verified.code == 0, "\(verified.out)")
  }
}
