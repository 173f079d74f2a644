import Foundation
import TestSupport
import Testing

/// A row of the tamper matrix: its name there, what is done to real files, and what three programs that
/// share no code must answer.
struct Tampering: Sendable, CustomTestStringConvertible {
  /// What is shown to the programs.
  enum Shown: Sendable { case folder, chain, statement, options([String]) }

  let row: String
  let exit: Int32
  let codes: [String]
  let shown: Shown
  /// At which time it is judged; the clock's when nothing is given.
  let at: Int?
  let tamper: @Sendable (Tampered) throws -> Void
  var testDescription: String { row }

  init(
    _ row: String, on shown: Shown = .folder, exit: Int32 = 1, _ codes: String..., at: Int? = nil,
    tamper: @escaping @Sendable (Tampered) throws -> Void
  ) {
    (self.row, self.shown, self.exit, self.codes, self.at) = (row, shown, exit, codes, at)
    self.tamper = tamper
  }

  var arguments: [String] {
    switch shown {
    case .folder: [TamperWorld.closing]
    case .chain: ["closings"]
    case .statement: [TamperWorld.statement]
    case .options(let words): words
    }
  }
}

/// A copy of the real files, and what is done to them.
struct Tampered {
  let folder: TemporaryFolder

  func flip(_ name: String, at place: Int? = nil) throws {
    var bytes = try folder.bytes(name)
    let index = place.map { $0 < 0 ? bytes.count + $0 : $0 } ?? bytes.count / 2
    bytes[index] ^= 1
    try folder.write(name, bytes)
  }

  func file(_ name: String) -> String { "\(TamperWorld.closing)/\(name)" }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path(name))
  }

  func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(atPath: folder.path(from), toPath: folder.path(to))
  }

  func edit(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try folder.bytes(name)
    change(&bytes)
    try folder.write(name, bytes)
  }

  /// Changes a text of the same length within a file.
  func replace(_ text: String, _ other: String, in name: String) throws {
    try edit(name) { bytes in
      let word = Array(text.utf8)
      guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: word) }) else {
        Issue.record("\(text) is not in \(name)")
        return
      }
      bytes.replaceSubrange(place..<place + word.count, with: other.utf8)
    }
  }

  func openssl(_ words: String) throws {
    let run = try Command.run(
      try #require(Command.openssl), words.split(separator: " ").map(String.init),
      in: folder.path, ["PATH": "/usr/bin:/bin"])
    try #require(run.code == 0, "\(words): \(run.err)")
  }

  /// Signs a manifest anew with the cooperative's own key, by the command alone; the old time stamp goes.
  func resign(
    _ month: String = "2025-04", options: String = "-cades -md sha256 -certfile trust/ca.pem",
    key: String = "-signer trust/signing.pem -inkey keys/signing.key.pem",
    _ edit: (String) -> String = { $0 }
  ) throws {
    let name = "closings/\(month)/manifest.json"
    let text = edit(String(decoding: try folder.bytes(name), as: UTF8.self))
    try folder.write(name, text)
    try folder.write("phrase", "une longue phrase de passe\n")
    try openssl(
      "cms -sign -binary -nosmimecap -in \(name) \(key) -passin file:phrase \(options) "
        + "-outform DER -out \(name).p7s")
    if FileManager.default.fileExists(atPath: folder.path("\(name).p7s.tsr")) {
      try remove("\(name).p7s.tsr")
    }
  }

  /// Lists another path in place of the journal's.
  func list(_ path: String) throws {
    try resign { $0.replacing(#""path":"journal.csv""#, with: #""path":"\#(path)""#) }
  }

  /// A key and certificate of somebody: signed by an authority, or by a stranger of the same name.
  func newSigner(
    by authority: String?, subject: String = "/CN=Inconnu", uses: String, days: Int = 400
  ) throws -> String {
    try openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out other.key")
    try folder.write("other.ext", "basicConstraints=critical,CA:FALSE\n\(uses)")
    try openssl("req -new -key other.key -subj \(subject) -out other.csr")
    try folder.write("phrase", "une longue phrase de passe\n")
    try openssl(
      "x509 -req -in other.csr -days \(days) -set_serial 99 -extfile other.ext -out other.pem "
        + (authority.map { "-CA trust/ca.pem -CAkey \($0) -passin file:phrase" }
          ?? "-signkey other.key"))
    return "-signer other.pem -inkey other.key"
  }
}

/// The auditor's script, and what runs it.
private enum AuditScript {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Tools/audit.py").standardized.path
}

/// The tamper matrix, row by row, on what the commands really wrote: `soleil verify`, `soleil-verify` and
/// the auditor's script each give the expected exit code and the expected codes.
@Suite(
  .enabled(if: Command.openssl != nil && AuditScript.python != nil, "openssl or python3 is missing")
)
struct TamperMatrixTests {
  @Test(arguments: Tampering.files) func files(row: Tampering) throws { try check(row) }
  @Test(arguments: Tampering.signatures) func signatures(row: Tampering) throws { try check(row) }
  @Test(arguments: Tampering.manifests) func manifests(row: Tampering) throws { try check(row) }
  @Test(arguments: Tampering.chains) func chains(row: Tampering) throws { try check(row) }
  @Test(arguments: Tampering.statements) func statements(row: Tampering) throws { try check(row) }

  private func check(_ row: Tampering) throws {
    let folder = try TamperWorld.shared.get().copy()
    try row.tamper(Tampered(folder: folder))
    let clock = ["SOURCE_DATE_EPOCH": String(row.at ?? TamperWorld.now)]
    let words = row.arguments + ["--json"]
    let runs = [
      try Program.soleil.run(["verify"] + words, in: folder.path, clock),
      try Program.verify.run(words, in: folder.path, clock),
      try Command.run(
        try #require(AuditScript.python), ["-B", AuditScript.path] + words, in: folder.path,
        Program.environment.merging(clock) { $1 }),
    ]
    for (name, run) in zip(["soleil verify", "soleil-verify", "audit.py"], runs) {
      #expect(run.code == row.exit, "\(name): \(run.out)\(run.err)")
      let json = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
      let found = (json?["findings"] as? [[String: String]] ?? []).compactMap { $0["code"] }
      #expect(found.sorted() == row.codes.sorted(), "\(name)")
    }
  }
}
