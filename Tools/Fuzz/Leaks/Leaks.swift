import COpenSSL
import Seal
import Units

/// Does everything the wrapper of OpenSSL can do, many times and wrongly too, so that the address
/// sanitizer and its leak detector see every object being made and let go.
///
/// Called with `plant` it forgets one object on purpose: then the detector must speak.
@main struct Leaks {
  static func main() throws {
    if CommandLine.arguments.contains("plant") { forget() }
    let now = Instant(seconds: 1_790_812_800)
    for round in 0..<20 {
      let name = try OrganisationName(name: "Essai \(round)", siren: "012345674")
      let authority = try Authority(for: name, from: now)
      let key = try PrivateKey()
      let leaf = try authority.issueSigningCertificate(for: name, key: key, from: now)
      let signer = try SigningKey(key, certificate: leaf, chain: [authority.certificate])
      _ = try signDetached([1, 2, 3], with: signer, at: now)
      _ = try padesSignature(over: [[1, 2][...]], with: signer, at: now)
      _ = try signDetached([1], with: AuthoritySigner(authority), at: now)
      let revocation = Revocation(leaf, at: now, since: now, reason: .keyCompromise)
      _ = try authority.revocationList([revocation], number: 1, at: now)
      _ = try Certificate(pem: leaf.pem)
      try wrong(key, leaf)
      try closed(round)
    }
    print("leaks: 20 rounds over keys, certificates, lists, signatures, boxes: done")
  }

  /// A hundred, for a register or the stack may keep the last by accident.
  @inline(never) private static func forget() {
    for _ in 0..<100 { _ = EVP_PKEY_new() }
  }

  /// What is refused lets go of what it had begun.
  private static func wrong(_ key: PrivateKey, _ leaf: Certificate) throws {
    _ = try? Certificate(der: leaf.der.dropLast() + [0])
    _ = try? Certificate(der: [0x30, 0x80, 1])
    _ = try? Certificate(pem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    _ = try? KeyContainer([0x30, 3, 2, 1, 3], phrase("x"))
    _ = try? PrivateKey(encryptedPEM: "-----BEGIN ENCRYPTED PRIVATE KEY-----\n", phrase("x"))
  }

  /// Keys closed and opened; slow on purpose, so not in every round.
  private static func closed(_ round: Int) throws {
    guard round < 2 else { return }
    let key = try PrivateKey()
    let pem = try key.encryptedPEM(phrase("une longue phrase"))
    _ = try PrivateKey(encryptedPEM: pem, phrase("une longue phrase"))
    _ = try? PrivateKey(encryptedPEM: pem, phrase("une autre phrase"))
    let privacy = try PrivacyKey()
    _ = try PrivacyKey(
      encryptedPEM: privacy.encryptedPEM(phrase("une longue phrase")), phrase("une longue phrase"))
  }

  private static func phrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
  }
}
