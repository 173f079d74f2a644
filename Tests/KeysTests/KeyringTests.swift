import Foundation
import Keys
import Seal
import Store
import TestSupport
import Testing
import Text
import Units
import Verifier

/// 2026-01-01T00:00:00Z.
private let start = Instant(seconds: 1_767_225_600)
private func phrase(_ text: String = "une longue phrase") -> Passphrase {
  var bytes = Array(text.utf8)
  return Passphrase(wiping: &bytes)
}

/// A folder with keys, made for a fictional cooperative.
private struct Kept {
  let folder: TemporaryFolder
  let keyring: Keyring
  let organisation: OrganisationName

  init(authorityKey: String? = nil) throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    keyring = Keyring(
      keys: folder.path("keys"), trust: folder.path("trust"),
      authorityKey: authorityKey.map { folder.path($0) })
    organisation = try OrganisationName(name: "Carreau d’Essai", siren: "123456782")
  }

  static func made(authorityKey: String? = nil) throws -> Kept {
    let kept = try Kept(authorityKey: authorityKey)
    _ = try kept.keyring.create(
      for: kept.organisation, phrase(), from: Month("2026-01"), now: start)
    return kept
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
  }
}

@Suite struct KeyringTests {
  @Test func keysAreEncryptedAndForTheirOwnerAlone() throws {
    let kept = try Kept.made()
    #expect(try kept.mode("keys") == 0o700)
    for name in ["keys/authority.key.pem", "keys/signing.key.pem"] {
      #expect(try kept.mode(name) == 0o600)
      let text = String(decoding: try kept.folder.bytes(name), as: UTF8.self)
      #expect(text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
    }
    #expect(try kept.keyring.signer(phrase()).certificate == kept.keyring.signing)
    #expect(throws: SealRefusal.passphraseIsWrong) {
      try kept.keyring.signer(phrase("une autre phrase"))
    }
  }

  @Test func aKeyIsNeverOverwritten() throws {
    let kept = try Kept.made()
    #expect(throws: KeysRefusal.keyExists(path: kept.keyring.authorityKey)) {
      try kept.keyring.create(
        for: kept.organisation, phrase(), from: Month("2026-01"), now: start)
    }
  }

  @Test func aMissingKeyIsNamed() throws {
    let kept = try Kept()
    let missing = KeysRefusal.keyIsNotThere(path: kept.folder.path("trust/ca.pem"))
    #expect(throws: missing) { try kept.keyring.signer(phrase()) }
  }

  @Test func theAuthoritysKeyMayBeKeptElsewhere() throws {
    let kept = try Kept.made(authorityKey: "stick/authority.key.pem")
    #expect(try kept.mode("stick/authority.key.pem") == 0o600)
    #expect(!FileManager.default.fileExists(atPath: kept.folder.path("keys/authority.key.pem")))
    let near = Keyring(keys: kept.keyring.keys, trust: kept.keyring.trust)
    #expect(try near.signer(phrase()).certificate == near.signing)
    #expect(throws: KeysRefusal.keyIsNotThere(path: near.authorityKey)) {
      try near.openAuthority(phrase())
    }
    #expect(try kept.keyring.openAuthority(phrase()).certificate == near.authority)
  }

  @Test func aTrustListThatIsNoneIsRefused() throws {
    let kept = try Kept.made()
    let path = kept.folder.path("trust/trust.json")
    for text in ["{}", "[", "{\"format\":\"soleil-trust/2\"}"] {
      try kept.folder.write("trust/trust.json", text)
      #expect(throws: KeysRefusal.trustListIsMalformed(path: path)) { try kept.keyring.trustList }
    }
  }

  @Test func anotherKeyTakesOverAndWhatTheOldOneSignedStands() throws {
    let kept = try Kept.made()
    let old = try kept.keyring.signing
    let signed = try signDetached([1, 2, 3], with: kept.keyring.signer(phrase()), at: start)
    #expect(!signed.isEmpty)
    let authority = try kept.keyring.openAuthority(phrase())
    let later = Instant(seconds: start.seconds + 63_000_000)
    let event = try kept.keyring.rotate(
      authority, phrase(), next: Month("2028-01"), now: later)
    let new = try kept.keyring.signing
    #expect(new != old && event.certificate == new && event.action == .rotated)
    #expect(try kept.keyring.signer(phrase()).certificate == new)
    #expect(new.notBefore < old.notAfter, "the certificates overlap")
    #expect(
      try kept.keyring.trustList.signers == [
        .init(old.fingerprint, from: Month("2026-01"), to: Month("2028-01")),
        .init(new.fingerprint, from: Month("2027-01")),
      ])
    #expect(FileManager.default.fileExists(atPath: kept.folder.path("keys/signing.key.pem")))
    // A second turn, and the first key's months stay as they were.
    _ = try kept.keyring.rotate(authority, phrase(), next: Month("2029-06"), now: later)
    let signers = try kept.keyring.trustList.signers
    #expect(signers.map(\.to) == [try Month("2028-01"), try Month("2029-06"), nil])
    #expect(signers[2].from == (try Month("2028-06")))
  }

  @Test func aCertificateIsTakenBackByTheBeginningOfItsFingerprint() throws {
    let kept = try Kept.made()
    let authority = try kept.keyring.openAuthority(phrase())
    let old = try kept.keyring.signing
    _ = try kept.keyring.rotate(authority, phrase(), next: Month("2026-06"), now: start)
    func revoke(_ name: String?, _ earlier: [Revocation] = []) throws -> KeyEvent {
      try kept.keyring.revoke(
        name, authority, earlier: earlier, since: start, reason: .superseded, now: start)
    }
    #expect(throws: KeysRefusal.certificateIsUnknown("ABCD")) { try revoke("ABCD") }
    #expect(throws: KeysRefusal.certificateIsUnknown("0000 0000")) { try revoke("0000 0000") }
    let event = try revoke(String(old.fingerprint.grouped.prefix(9)))
    #expect(event.certificate == old)
    let kept1 = try #require(Revocation(event: event.body))
    #expect(kept1.serial == old.serialNumber && kept1.reason == .superseded)
    #expect(throws: KeysRefusal.certificateIsRevoked(old.fingerprint)) {
      try revoke(old.fingerprint.hex, [kept1])
    }
    let second = try revoke(nil, [kept1])
    #expect(try second.certificate == kept.keyring.signing)
    let named = try #require(try kept.keyring.trustList.revocations)
    #expect(sha256(try kept.folder.bytes("trust/\(named.file)")) == named.sha256)
  }

  @Test(.disabled(if: OpenSSL.isMissing, "the openssl command is not installed"))
  func theOpenSSLCommandTakesTheListOfRevocations() throws {
    let kept = try Kept.made()
    let authority = try kept.keyring.openAuthority(phrase())
    let serial = hex(try kept.keyring.signing.serialNumber.dropFirst(2)).uppercased()
    try FileManager.default.copyItem(
      atPath: kept.folder.path("trust/signing.pem"), toPath: kept.folder.path("leaf.pem"))
    let check = ["verify", "-crl_check", "-CAfile", "both.pem", "-attime", "\(start.seconds)"]
    let empty = try authority.revocationList([], number: 1, at: start)
    let pem = authority.certificate.pem
    try kept.folder.write("both.pem", pem + empty)
    #expect(try OpenSSL.run(check + ["leaf.pem"], in: kept.folder).code == 0)
    _ = try kept.keyring.revoke(
      nil, authority, earlier: [], since: start, reason: .keyCompromise, now: start)
    let list = String(decoding: try kept.folder.bytes("trust/revoked.crl"), as: UTF8.self)
    try kept.folder.write("both.pem", pem + list)
    let answer = try OpenSSL.run(check + ["leaf.pem"], in: kept.folder)
    #expect(answer.code != 0 && answer.text.contains("certificate revoked"))
    let shown = try OpenSSL.run(
      ["crl", "-in", "trust/revoked.crl", "-noout", "-text"], in: kept.folder
    ).text
    #expect(shown.contains(serial) && shown.contains("Key Compromise"))
  }

  /// From the first day nobody is revoked, and that is signed: what a statement of long-term form carries.
  @Test(.disabled(if: OpenSSL.isMissing, "the openssl command is not installed"))
  func aNewAuthorityPublishesAListOfNobody() throws {
    let kept = try Kept.made()
    let named = try #require(try kept.keyring.trustList.revocations)
    #expect(named.file == "revoked.crl")
    #expect(sha256(try kept.folder.bytes("trust/revoked.crl")) == named.sha256)
    let crl = ["crl", "-in", "trust/revoked.crl", "-CAfile", "trust/ca.pem", "-noout", "-text"]
    let shown = try OpenSSL.run(crl, in: kept.folder)
    #expect(shown.text.contains("verify OK") && shown.text.contains("No Revoked Certificates"))
    // The first one taken back makes the list of the next number.
    let authority = try kept.keyring.openAuthority(phrase())
    _ = try kept.keyring.revoke(
      nil, authority, earlier: [], since: start, reason: .keyCompromise, now: start)
    let next = try OpenSSL.run(crl, in: kept.folder).text
    #expect(next.contains("verify OK") && !next.contains("No Revoked Certificates"))
  }

  @Test func theAuthoritySignsWhomToTrust() throws {
    let kept = try Kept.made()
    let bytes = try kept.folder.bytes("trust/trust.json")
    #expect(try TrustList(JSON(reading: bytes))?.json.canonical == bytes)
    let signature = try kept.folder.bytes("trust/trust.json.p7s")
    #expect(!signature.isEmpty)
    let service = try kept.keyring.authority
    let before = try kept.keyring.trustList
    _ = try kept.keyring.believe(service, kept.keyring.openAuthority(phrase()), now: start)
    #expect(try kept.keyring.trustList.timestamping.map(\.sha256) == [service.fingerprint])
    #expect(try kept.folder.bytes("trust/trust.json.p7s") != signature)
    // Without the authority nobody can sign it, and an old signature must not stay.
    _ = try kept.keyring.believe(service, nil, now: start)
    #expect(!FileManager.default.fileExists(atPath: kept.folder.path("trust/trust.json.p7s")))
    #expect(before.timestamping.isEmpty)
  }
}

@Suite(.disabled(if: OpenSSL.isMissing, "the openssl command is not installed"))
struct ContainerTests {
  /// A container as a trust service makes it, by the command.
  private func container(
    _ kept: Kept, key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
    usage: String = "digitalSignature,nonRepudiation", chain: Bool = true
  ) throws -> String {
    let folder = kept.folder
    try folder.write(
      "ca.cnf",
      """
      [req]
      distinguished_name=dn
      [dn]
      [ca]
      basicConstraints=critical,CA:TRUE
      keyUsage=critical,keyCertSign,cRLSign
      [leaf]
      basicConstraints=critical,CA:FALSE
      keyUsage=critical,\(usage)
      """)
    let new = ["-newkey"] + key + ["-nodes"]
    let commands = [
      ["req", "-x509", "-config", "ca.cnf", "-extensions", "ca", "-subj", "/CN=Prestataire"] + new
        + ["-days", "3650", "-keyout", "ca.key", "-out", "ca.pem"],
      ["req", "-new", "-config", "ca.cnf", "-subj", "/CN=Cachet"] + new
        + ["-keyout", "leaf.key", "-out", "leaf.csr"],
      [
        "x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "900",
        "-extfile", "ca.cnf", "-extensions", "leaf", "-out", "leaf.pem", "-set_serial", "77",
      ],
      ["pkcs12", "-export", "-in", "leaf.pem", "-inkey", "leaf.key", "-out", "key.p12"]
        + (chain ? ["-certfile", "ca.pem"] : []) + ["-passout", "pass:prestataire"],
    ]
    for command in commands {
      let run = try OpenSSL.run(command, in: folder)
      #expect(run.code == 0, "\(command): \(run.text)")
    }
    return folder.path("key.p12")
  }

  private func take(_ kept: Kept, _ path: String, _ text: String = "prestataire") throws {
    _ = try kept.keyring.importContainer(
      path, opening: phrase(text), for: kept.organisation, phrase(), from: Month("2026-01"),
      now: start)
  }

  @Test(arguments: [
    (["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], 72),
    (["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], 104), (["rsa:3072"], 384), (["rsa:4096"], 512),
  ]) func aKeyOfATrustServiceIsTakenOver(key: [String], length: Int) throws {
    let kept = try Kept()
    try take(kept, container(kept, key: key))
    let signer = try kept.keyring.signer(phrase())
    #expect(signer.chain == [try kept.keyring.authority])
    let now = Instant(seconds: signer.certificate.notBefore.seconds + 60)
    let bytes = try signDetached([1, 2, 3], with: signer, at: now)
    #expect(padesSignatureLengthMax(for: signer) > length + signer.certificate.der.count)
    try kept.folder.write("content", [1, 2, 3])
    try kept.folder.write("signature", bytes)
    let check = try OpenSSL.run(
      [
        "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature", "-content",
        "content", "-CAfile", "trust/ca.pem", "-no-CApath", "-no-CAstore", "-out", "/dev/null",
      ], in: kept.folder)
    #expect(check.code == 0, "\(check.text)")
    let path = kept.folder.path("keys/signing.key.pem")
    #expect(throws: KeysRefusal.keyExists(path: path)) { try take(kept, container(kept)) }
  }

  @Test func aContainerThatDoesNotServeIsRefused() throws {
    let kept = try Kept()
    let path = try container(kept)
    #expect(throws: KeysRefusal.containerDoesNotOpen(path: path)) { try take(kept, path, "autre") }
    let junk = kept.folder.path("ca.pem")
    #expect(throws: KeysRefusal.containerDoesNotOpen(path: junk)) { try take(kept, junk) }
    let bare = try container(kept, chain: false)
    #expect(throws: KeysRefusal.containerLacksItsAuthority(path: bare)) { try take(kept, bare) }
    // What some trust services hand out still; what to ask them for is said.
    for key in [
      ["ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"], ["rsa:2048"], ["rsa:3064"],
      ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:3072"],
    ] {
      let other = try container(kept, key: key)
      #expect(throws: SealRefusal.keyIsNotOfAnAllowedKind) { try take(kept, other) }
    }
    for usage in ["digitalSignature", "nonRepudiation", "keyEncipherment"] {
      let other = try container(kept, usage: usage)
      #expect(throws: SealRefusal.certificateIsNotForSigning) { try take(kept, other) }
    }
    #expect(!FileManager.default.fileExists(atPath: kept.keyring.keys))
  }
}
