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
  @Test(arguments: rows) func signaturesOfOthers(row: Row) throws { try row.check() }
}
