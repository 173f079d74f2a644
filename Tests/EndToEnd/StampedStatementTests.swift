import Foundation
import TestSupport
import Testing

/// A statement with everything that is to be had: what it is judged by years later was put into it before
/// it was signed, and a time stamp after.
@Suite(.enabled(if: StampingAuthority.command != nil, "the openssl command is not installed"))
struct StampedStatementTests {
  private let folder: TemporaryFolder
  private let authority: StampingAuthority
  /// Time stamps tell the time of the clock, so everything else does here.
  private let clock = ["SOURCE_DATE_EPOCH": String(Int(Date.now.timeIntervalSince1970))]
  private let page = "statements/2025-01/M0002.pdf"

  init() throws {
    folder = try Prepared.copy(.tiny, .empty)
    authority = try StampingAuthority()
    try folder.write("root.pem", authority.root)
    try folder.write("root.crl", authority.revocationList())
    let pass = ["--passphrase-file", "passphrase.txt"]
    for command in Prepared.opening { try soleil(command) }
    let first = try Command.run(
      StampingAuthority.command ?? "",
      ["x509", "-in", "trust/signing.pem", "-noout", "-fingerprint", "-sha256"], in: folder.path,
      [:]
    ).out.split(separator: "=").last?.filter(\.isHexDigit).lowercased()
    for command in [
      ["key", "rotate"] + pass,
      ["key", "revoke", try #require(first), "--reason", "superseded"] + pass,
      ["key", "timestamping", "root.pem"] + pass, ["timestamp", "revocations", "root.crl"],
      ["close", "2025-01"] + pass, ["statements", "2025-01"] + pass,
    ] { try soleil(command) }
    for (subject, name) in [("2025-01", "2025-01"), (page, "2025-01-M0002")] {
      try soleil(["timestamp", "request", subject])
      let reply = try authority.reply(to: folder.bytes("timestamps/\(name).tsq"))
      try folder.write("\(name).tsr", reply)
      try soleil(["timestamp", "attach", subject, "\(name).tsr"])
    }
  }

  @discardableResult
  private func soleil(_ arguments: [String]) throws -> String {
    let run = try Program.soleil.run(arguments, in: folder.path, clock)
    try #require(run.code == 0, "\(arguments): \(run.err)")
    return run.out
  }

  /// What a program of others says.
  private func judged(_ words: String...) throws -> Run? {
    let program = ["/usr/bin/\(words[0])", words[0]]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else { return nil }
    return try Command.run(
      program, Array(words.dropFirst()), in: folder.path, ["PATH": "/usr/bin:/bin"])
  }

  /// What both verifiers and the auditor's script say.
  private func verdicts(
    of paths: [String], _ options: [String] = ["--require-timestamp"]
  ) throws -> [Int32] {
    var codes = [Program.soleil, .verify].map { program in
      try? program.run(
        (program == .soleil ? ["verify"] : []) + options + paths, in: folder.path, clock
      ).code
    }
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") {
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Tools/audit.py").standardized.path
      codes.append(
        try Command.run(
          "/usr/bin/python3", ["-B", script] + options + paths, in: folder.path,
          clock.merging(["PATH": "/usr/bin:/bin"]) { $1 }
        ).code)
    }
    return codes.compactMap(\.self)
  }

  @Test func `others find the whole document signed, stamped, and judged years later`() throws {
    for (name, isStamped) in [(page, true), ("statements/2025-01/M0001.pdf", false)] {
      if let pdfsig = try judged("pdfsig", "-nocert", name)?.out {
        #expect(pdfsig.contains("Signature is Valid"), "\(pdfsig)")
        #expect(pdfsig.contains("Total document signed"), "\(pdfsig)")
      }
      if let qpdf = try judged("qpdf", "--check", name) { #expect(qpdf.code == 0, "\(qpdf)") }
      if let dss = try judged("mutool", "show", name, "trailer/Root/DSS")?.out {
        // The cooperative's authority and the service's, each with its list, in the one revision.
        #expect(dss.matches(of: #/\d+ 0 R/#).count == 4, "\(dss)")
      }
      let bytes = String(decoding: try folder.bytes(name), as: Unicode.ASCII.self)
      #expect(bytes.components(separatedBy: "%%EOF").count == 2)
      guard let pyhanko = ProcessInfo.processInfo.environment["SOLEIL_PYHANKO"] else { continue }
      let run = try #require(
        try judged(
          pyhanko, "sign", "adesverify", "--trust", "trust/ca.pem", "--trust", "root.pem", name))
      let text = run.out + run.err
      #expect(run.code == 0 && text.contains("TRUSTED"), "\(text)")
      #expect(text.contains("TIMESTAMP_TOKEN<INTACT:TRUSTED>") == isStamped, "\(text)")
    }
  }

  @Test
  func `both verifiers and the script take it, and none when one byte of the stamp is another`()
    throws
  {
    let paths = ["closings/2025-01", page]
    #expect(Set(try verdicts(of: paths)) == [0])
    // A statement without a stamp is valid, and its date a claim.
    let other = ["closings/2025-01", "statements/2025-01/M0001.pdf"]
    #expect(Set(try verdicts(of: other, [])) == [0])
    #expect(Set(try verdicts(of: other)) == [2])
    var bytes = try folder.bytes(page)
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let place = try #require(text.firstMatch(of: #/ByteRange \[0 (\d+) (\d+) /#))
    let (start, end) = (try #require(Int(place.1)), try #require(Int(place.2)))
    // The last digits before the zeros belong to the stamp.
    let last = try #require(bytes[start..<end - 1].lastIndex { $0 != UInt8(ascii: "0") })
    bytes[last - 40] = bytes[last - 40] == UInt8(ascii: "1") ? UInt8(ascii: "2") : 0x31
    try folder.write(page, bytes)
    #expect(Set(try verdicts(of: paths)) == [1])
  }

  @Test func `a list of revocations is kept for the authority that signed it alone`() throws {
    let other = try StampingAuthority()
    try folder.write("other.crl", other.revocationList())
    for (file, code) in [("other.crl", "revocation-list-is-foreign"), ("root.pem", "malformed")] {
      let run = try Program.soleil.run(
        ["timestamp", "revocations", file], in: folder.path, clock)
      #expect(run.code != 0 && run.err.contains(code), "\(run.err)")
    }
    let text = try soleil(["timestamp", "revocations", "root.crl", "--json"])
    #expect(text.contains("authoritiesSha256"))
  }
}
