import Foundation
import Seal
import Units

/// 2025-01-01T00:00:00Z, when the test authority begins.
let beginning = Instant(seconds: 1_735_689_600)
/// 2026-11-22T12:00:00Z, when the tests verify.
let present = Instant(seconds: 1_795_348_800)

/// An authority with one listed signer and one that is not listed.
struct Keys {
  let name: OrganisationName
  let authority: Authority
  let key: PrivateKey
  let signer: SigningKey
  let otherKey: PrivateKey
  let unlisted: SigningKey

  init(siren: String = "123456782", from start: Instant = beginning) throws {
    name = try OrganisationName(name: "Coopérative Solaire d’Essai", siren: siren)
    authority = try Authority(for: name, from: start)
    key = try PrivateKey()
    signer = try SigningKey(
      key, certificate: authority.issueSigningCertificate(for: name, key: key, from: start),
      chain: [authority.certificate])
    let other = try PrivateKey()
    otherKey = other
    unlisted = try SigningKey(
      other, certificate: authority.issueSigningCertificate(for: name, key: other, from: start),
      chain: [authority.certificate])
  }

  static let shared = Result { try Keys() }
  static let strangers = Result { try Keys() }
}

/// A folder with `trust/`, `closings/` and `statements/`, written by a writer of the tests' own.
final class World {
  let root: URL
  let keys: Keys
  /// The bytes of the last manifest written.
  var lastManifest: [UInt8] = []
  /// What trust.json says besides: its members, by their names.
  var trusting: [String: String] = [:]

  init(months: [String] = ["2026-10"], keys: Keys? = nil) throws {
    self.keys = try keys ?? Keys.shared.get()
    root = FileManager.default.temporaryDirectory.appending(path: "verifier-\(UUID().uuidString)")
    for name in ["trust", "closings", "statements"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    try writeTrust()
    for (place, month) in months.enumerated() {
      try writeClosing(Closing(month: month, sequence: place + 1))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appending(path: name).path }
  var folder: String { path("closings/2026-10") }

  func writeTrust(to: String? = nil, from: String = "2025-01") throws {
    let authority = keys.authority.certificate
    try write(Array(authority.pem.utf8), "trust/ca.pem")
    let until = to.map { ",\"to\":\"\($0)\"" } ?? ""
    trusting["signers"] =
      "[{\"from\":\"\(from)\",\"sha256\":\"\(keys.signer.certificate.fingerprint)\"\(until)}]"
    try writeTrustList()
  }

  /// Writes trust.json, as what it says besides asks for.
  func writeTrustList() throws {
    let own = [
      "authority": "{\"file\":\"ca.pem\",\"sha256\":\"\(keys.authority.certificate.fingerprint)\"}",
      "format": "\"soleil-trust/1\"",
      "organisation": "{\"name\":\"\(keys.name.name)\",\"siren\":\"\(keys.name.siren)\"}",
    ].merging(trusting) { $1 }
    let text = own.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    try write(Array("{\(text.joined(separator: ","))}".utf8), "trust/trust.json")
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: root.appending(path: name))
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: name)))
  }

  /// Writes and signs a closing; `signature` replaces the way it is signed.
  func writeClosing(
    _ closing: Closing, in folder: String? = nil,
    edit: (String) -> String = { $0 },
    signature: ((World, [UInt8]) throws -> [UInt8])? = nil
  ) throws {
    let name = "closings/\(folder ?? closing.month)"
    try FileManager.default.createDirectory(
      at: root.appending(path: name), withIntermediateDirectories: true)
    for (file, text) in closing.files { try write(Array(text.utf8), "\(name)/\(file)") }
    let previous = lastManifest.isEmpty ? "" : sha256(lastManifest).hex
    let text = edit(
      closing.manifest(siren: keys.name.siren, previous: closing.previous ?? previous))
    let bytes = Array(text.utf8)
    try write(bytes, "\(name)/manifest.json")
    let signed =
      try signature?(self, bytes)
      ?? signDetached(bytes, with: keys.signer, at: closing.closedAt)
    try write(signed, "\(name)/manifest.json.p7s")
    lastManifest = bytes
  }
}

/// What a test closing says.
struct Closing {
  var month: String
  var sequence: Int
  var previous: String?
  var statements: (count: Int, root: Digest) = (0, sha256([]))
  var files: [(String, String)]
  var closedAt: Instant

  init(month: String, sequence: Int) {
    self.month = month
    self.sequence = sequence
    files = Self.tables(month: month, sequence: sequence)
    let next = (try? Month(month))?.next.first ?? Day(number: 0)
    closedAt = Instant(seconds: Int64(next.number) * 86_400 + 2 * 86_400 + 33_120)
  }

  /// Tables that agree: one sale of a euro and five watt-hours a month, since the first closing.
  private static func tables(month: String, sequence: Int) -> [(String, String)] {
    let lines = [
      "512000,cents,100,0", "701000,cents,0,100", "915000,wh,5,0", "911000,wh,0,5",
    ]
    let before = 100 * (sequence - 1)
    let energy = 5 * (sequence - 1)
    return [
      (
        "allocation.csv",
        "division,beneficiary,unit,divided,amount,final\nenergy,member:M0002,wh,5,5,yes\n"
      ),
      (
        "journal.csv",
        "series,number,label,account,unit,debit,credit,restates\n"
          + lines.map { "GL,\(sequence),\"Vente, \(month)\",\($0),0\n" }.joined()
      ),
      ("production.csv", "meter,day,wh\nm,\(month)-01,2\nm,\(month)-02,3\n"),
      ("register.csv", "member,shares,capital_cents\nM0002,1,5000\n"),
      (
        "trial-balance.csv",
        """
        account,unit,opening,debit,credit,closing
        101310,cents,-5000,0,0,-5000
        512000,cents,\(5000 + before),100,0,\(5100 + before)
        701000,cents,\(-before),0,100,\(-100 - before)
        911000,wh,\(-energy),0,5,\(-5 - energy)
        915000,wh,\(energy),5,0,\(5 + energy)

        """
      ),
    ]
  }

  /// Changes one of the files.
  mutating func edit(_ name: String, _ change: (String) -> String) {
    files = files.map { $0.0 == name ? ($0.0, change($0.1)) : $0 }
  }

  /// Lists the statements that have these data; `edit` changes the list, not what is signed.
  mutating func list(_ data: [String], edit: (inout [String]) -> Void = { _ in }) {
    let tree = MerkleTree(data.map { leafHash($0.utf8) })
    statements = (tree.size, tree.root)
    var lines = ["member,sha256,leaf,position,log_position"]
    for (place, text) in data.enumerated() {
      let digests = "\(sha256(Array(text.utf8))),\(leafHash(text.utf8))"
      lines.append("M000\(place + 1),\(digests),\(place),\(place + 7)")
    }
    edit(&lines)
    files.append(("statements.csv", lines.map { $0 + "\n" }.joined()))
  }

  /// A log of ten facts a month, and the proof that it goes on from the month before.
  private func log(_ sequence: Int) -> String {
    let tree = MerkleTree((0..<sequence * 10).map { leafHash("fact \($0)".utf8) })
    let proof = sequence == 1 ? [] : tree.consistencyProof(from: (sequence - 1) * 10)
    let list = proof.map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"consistency\":[\(list)],\"root\":\"\(tree.root)\",\"size\":\(sequence * 10)}"
  }

  /// The canonical text, keys in order, written by hand.
  func manifest(siren: String, previous: String) -> String {
    let list = files.map { name, text in
      "{\"bytes\":\(text.utf8.count),\"path\":\"\(name)\",\"sha256\":\"\(sha256(Array(text.utf8)))\"}"
    }.joined(separator: ",")
    return """
      {"closedAt":"\(closedAt)","files":[\(list)],"format":"soleil-closing/1",\
      "log":\(log(sequence)),"month":"\(month)",\
      "organisation":{"name":"Coopérative Solaire d’Essai","siren":"\(siren)"},\
      "previousManifestSha256":"\(previous)","rules":[],"sequence":\(sequence),\
      "software":"test","statements":{"count":\(statements.count),"root":"\(statements.root)"},\
      "totals":{"creditCents":100,"debitCents":100,"entries":1,"perpetualDebitCents":\(100 * sequence),\
      "perpetualWh":\(5 * sequence),"wh":5}}
      """
  }
}

/// The real `openssl` command, to make the signatures that our own writer refuses to make.
enum OpenSSLCommand {
  static let path = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isMissing: Bool { path == nil }

  static func run(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw OpenSSLFailed(arguments: arguments) }
  }

  struct OpenSSLFailed: Error { let arguments: [String] }
}

extension World {
  /// Signs as `openssl cms -sign` does, with more arguments; `key` and its certificate are in PEM.
  func signedByCommand(
    _ content: [UInt8], _ arguments: [String], key: PrivateKey? = nil, leaf: Certificate? = nil
  ) throws -> [UInt8] {
    let folder = root.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var phrase = Array("correct horse".utf8)
    var again = phrase
    let pem = try (key ?? keys.key).encryptedPEM(Passphrase(wiping: &phrase))
    try write(Array(pem.utf8), "work/key.pem")
    let second = try keys.otherKey.encryptedPEM(Passphrase(wiping: &again))
    try write(Array(second.utf8), "work/key2.pem")
    try write(Array(keys.unlisted.certificate.pem.utf8), "work/leaf2.pem")
    for suffix in arguments.contains("leaf2.pem") ? ["", "2"] : [""] {
      try OpenSSLCommand.run(
        [
          "pkey", "-in", "key\(suffix).pem", "-passin", "pass:correct horse", "-out",
          "open\(suffix).pem",
        ], in: folder)
    }
    try write(Array((leaf ?? keys.signer.certificate).pem.utf8), "work/leaf.pem")
    try write(content, "work/content")
    try OpenSSLCommand.run(
      [
        "cms", "-sign", "-binary", "-nosmimecap", "-in", "content", "-outform", "DER", "-out",
        "out",
      ]
        + ["-signer", "leaf.pem", "-inkey", "open.pem"] + arguments,
      in: folder)
    return try read("work/out")
  }

  /// A certificate of our authority with any extensions, made by the command.
  func certificateByCommand(for key: PrivateKey, extensions: String) throws -> Certificate {
    let folder = root.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var one = Array("correct horse".utf8)
    var two = one
    try write(Array(try key.encryptedPEM(Passphrase(wiping: &one)).utf8), "work/k.pem")
    try write(
      Array(try keys.authority.key.encryptedPEM(Passphrase(wiping: &two)).utf8), "work/a.pem")
    try write(Array(keys.authority.certificate.pem.utf8), "work/a.crt")
    try write(Array(extensions.utf8), "work/ext")
    let pass = ["-passin", "pass:correct horse"]
    try OpenSSLCommand.run(
      ["req", "-new", "-key", "k.pem", "-subj", "/CN=T", "-out", "r.pem"] + pass, in: folder)
    try OpenSSLCommand.run(
      ["x509", "-req", "-in", "r.pem", "-CA", "a.crt", "-CAkey", "a.pem", "-days", "400"]
        + ["-set_serial", "7", "-extfile", "ext", "-out", "c.pem"] + pass, in: folder)
    return try Certificate(pem: String(decoding: read("work/c.pem"), as: UTF8.self))
  }
}
