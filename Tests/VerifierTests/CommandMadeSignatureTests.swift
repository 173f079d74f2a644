import Foundation
import Seal
import Testing
import Units
import Verifier

extension World {
  fileprivate func resign(_ signature: @escaping (World, [UInt8]) throws -> [UInt8]) throws {
    lastManifest = []
    try writeClosing(Closing(month: "2026-10", sequence: 1), signature: signature)
  }
}

extension World {
  /// Signs with a key that the command makes, listed and issued by the authority.
  fileprivate func signed(_ bytes: [UInt8], withKey arguments: String) throws -> [UInt8] {
    let folder = root.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var phrase = Array("correct horse".utf8)
    let authority = try keys.authority.key.encryptedPEM(Passphrase(wiping: &phrase))
    for (name, text) in [
      ("a.pem", authority), ("a.crt", keys.authority.certificate.pem),
      ("ext", "keyUsage=critical,digitalSignature,nonRepudiation\n"),
    ] { try write(Array(text.utf8), "work/\(name)") }
    try write(bytes, "work/content")
    for command in [
      "genpkey \(arguments) -out k.pem", "req -new -key k.pem -subj /CN=T -out r.pem",
      "x509 -req -in r.pem -CA a.crt -CAkey a.pem -passin pass:correct\u{A0}horse -days 400 "
        + "-set_serial 8 -extfile ext -out c.pem",
      "cms -sign -cades -md sha256 -binary -nosmimecap -in content -outform DER -out out "
        + "-signer c.pem -inkey k.pem",
    ] {
      let words = command.split(separator: " ").map { String($0.replacing("\u{A0}", with: " ")) }
      try OpenSSLCommand.run(words, in: folder)
    }
    let leaf = try Certificate(pem: String(decoding: read("work/c.pem"), as: UTF8.self))
    trusting["signers"] = "[{\"from\":\"2025-01\",\"sha256\":\"\(leaf.fingerprint)\"}]"
    try writeTrustList()
    return try read("work/out")
  }
}

/// Which kinds of keys are taken for documents: three, by name.
private let kinds: [Row] =
  [
    ("RSA 3072", "-algorithm RSA -pkeyopt rsa_keygen_bits:3072", true),
    ("P-384", "-algorithm EC -pkeyopt ec_paramgen_curve:P-384", true),
    ("RSA 2048", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", false),
    ("P-521", "-algorithm EC -pkeyopt ec_paramgen_curve:P-521", false),
    ("secp256k1", "-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1", false),
    ("brainpool", "-algorithm EC -pkeyopt ec_paramgen_curve:brainpoolP256r1", false),
  ].map { name, arguments, isTaken in
    let tamper = { @Sendable (world: World) throws in
      try world.resign { world, bytes in try world.signed(bytes, withKey: arguments) }
    }
    return isTaken
      ? Row("key \(name)", exit: 0, tamper: tamper)
      : Row("key \(name)", "weak-algorithm", tamper: tamper)
  }

/// Signatures that our own writer refuses to make, made by the command.
private let rows: [Row] = [
  Row("made by the command as the study says", exit: 0) {
    try $0.resign { world, bytes in
      try world.write(Array(world.keys.authority.certificate.pem.utf8), "ca.pem")
      return try world.signedByCommand(
        bytes, ["-cades", "-md", "sha256", "-certfile", "../ca.pem"])
    }
  },
  Row("32 SHA-1", "weak-algorithm") {
    try $0.resign { world, bytes in try world.signedByCommand(bytes, ["-cades", "-md", "sha1"]) }
  },
  Row("33 no name of the certificate", "ess-missing") {
    try $0.resign { world, bytes in try world.signedByCommand(bytes, ["-md", "sha256"]) }
  },
  Row("no signed attributes at all", "ess-missing") {
    try $0.resign { world, bytes in
      try world.signedByCommand(bytes, ["-noattr", "-md", "sha256"])
    }
  },
  Row("no certificate sent along", "cms-malformed") {
    try $0.resign { world, bytes in
      try world.signedByCommand(bytes, ["-cades", "-nocerts", "-md", "sha256"])
    }
  },
  Row("content sent along", "cms-malformed") {
    try $0.resign { world, bytes in
      try world.signedByCommand(bytes, ["-cades", "-nodetach", "-md", "sha256"])
    }
  },
  Row("two signers", "cms-malformed") {
    try $0.resign { world, bytes in
      try world.signedByCommand(
        bytes,
        ["-cades", "-md", "sha256", "-signer", "leaf2.pem", "-inkey", "open2.pem"])
    }
  },
  Row("a certificate of a stranger sent along", "cms-malformed") {
    try $0.resign { world, bytes in
      let stray = try Keys.strangers.get().authority.certificate
      try world.write(Array(stray.pem.utf8), "stray.pem")
      return try world.signedByCommand(
        bytes, ["-cades", "-md", "sha256", "-certfile", "../stray.pem"])
    }
  },
  Row("31 signed with a key for time stamps", "wrong-key-usage") {
    try $0.resign { world, bytes in
      let key = try PrivateKey()
      let leaf = try world.certificateByCommand(
        for: key,
        extensions: "keyUsage=critical,digitalSignature,nonRepudiation\n"
          + "extendedKeyUsage=critical,timeStamping\n")
      return try world.signedByCommand(
        bytes, ["-cades", "-md", "sha256"], key: key, leaf: leaf)
    }
  },
  Row("a key that may deny", "wrong-key-usage") {
    try $0.resign { world, bytes in
      let key = try PrivateKey()
      let leaf = try world.certificateByCommand(
        for: key, extensions: "keyUsage=critical,digitalSignature\n")
      return try world.signedByCommand(
        bytes, ["-cades", "-md", "sha256"], key: key, leaf: leaf)
    }
  },
  Row("36 signed after expiry", "cert-expired") {
    // Three years from 2020-01-01; the command signs at the clock's time, years later.
    let world = try World(months: [], keys: Keys(from: Instant(seconds: 1_577_836_800)))
    try world.resign { world, bytes in
      try world.signedByCommand(bytes, ["-cades", "-md", "sha256"])
    }
    for name in [
      "trust/ca.pem", "trust/trust.json", "closings/2026-10/manifest.json",
      "closings/2026-10/manifest.json.p7s",
    ] { try $0.write(world.read(name), name) }
  },
]

@Suite(.disabled(if: OpenSSLCommand.isMissing, "the openssl command is not installed"))
struct CommandMadeSignatureTests {
  @Test(arguments: kinds) func kindsOfKeys(row: Row) throws { try row.check() }
  @Test(arguments: rows) func signaturesOfOthers(row: Row) throws { try row.check() }
}
