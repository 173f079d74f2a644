public import Seal
import Store
public import Text
public import Units

/// Something that happened to a key, as the book remembers it: nothing secret, nothing personal.
public struct KeyEvent: Hashable, Sendable {
  /// The kind of event in the book.
  public static let kind = "key"

  /// What happened.
  public enum Action: String, Hashable, Sendable {
    /// The authority and its first signing key were made.
    case created
    /// A key came from a trust service.
    case imported
    /// Another key took over.
    case rotated
    /// A certificate was taken back.
    case revoked
    /// A time-stamping service is believed from now on.
    case timestamping
  }

  /// What happened.
  public let action: Action
  /// The certificate concerned.
  public let certificate: Certificate
  /// What else is to be remembered.
  public let more: [String: JSON]

  /// The event as the book keeps it.
  public var body: JSON {
    .object(
      [
        "action": .string(action.rawValue), "sha256": .string(certificate.fingerprint.hex),
        "serial": .string(Units.hex(certificate.serialNumber)),
        "notBefore": .string(certificate.notBefore.description),
        "notAfter": .string(certificate.notAfter.description),
      ].merging(more) { $1 })
  }
}

extension Keyring {
  /// Makes an authority and a signing key, both closed by a passphrase; overwrites none.
  ///
  /// - Parameter month: the first month the key signs for.
  /// - Throws: ``KeysRefusal/keyExists(path:)``, ``SealRefusal``.
  public func create(
    for organisation: OrganisationName, _ passphrase: borrowing Passphrase, from month: Month,
    now: Instant
  ) throws -> KeyEvent {
    for path in [authorityKey, "\(keys)/signing.key.pem", "\(trust)/ca.pem"]
    where Disk.exists(path) { throw KeysRefusal.keyExists(path: path) }
    let authority = try Authority(for: organisation, from: now)
    let key = try PrivateKey()
    let signing = try authority.issueSigningCertificate(for: organisation, key: key, from: now)
    let secrets = [
      (authorityKey, try authority.key.encryptedPEM(passphrase)),
      ("\(keys)/signing.key.pem", try key.encryptedPEM(passphrase)),
    ]
    for (path, pem) in secrets { try keep(pem, at: path) }
    try Disk.makeFolder(trust)
    try Disk.replace("\(trust)/ca.pem", Array(authority.certificate.pem.utf8))
    try Disk.replace("\(trust)/signing.pem", Array(signing.pem.utf8))
    // A list from the first day, of nobody: a statement can carry it, and "not revoked" can be checked.
    let revoked = Array(try authority.revocationList([], number: 0, at: now).utf8)
    try Disk.replace("\(trust)/revoked.crl", revoked)
    let list = TrustList(
      organisation, authority: .init("ca.pem", authority.certificate.fingerprint),
      signers: [.init(signing.fingerprint, from: month)],
      revocations: .init("revoked.crl", sha256(revoked)))
    try publish(list, by: authority, at: now)
    return KeyEvent(
      action: .created, certificate: signing,
      more: [
        "authority": .string(authority.certificate.fingerprint.hex),
        "from": .string(month.description),
      ])
  }

  /// Takes over a key and its certificates from a trust service.
  ///
  /// - Throws: ``KeysRefusal/keyExists(path:)``, ``KeysRefusal/containerDoesNotOpen(path:)``,
  ///   ``KeysRefusal/containerLacksItsAuthority(path:)``, ``SealRefusal``.
  /// - Source: RFC 7292.
  public func importContainer(
    _ path: String, opening container: borrowing Passphrase, for organisation: OrganisationName,
    _ passphrase: borrowing Passphrase, from month: Month, now: Instant
  ) throws -> KeyEvent {
    for path in ["\(keys)/signing.key.pem", "\(trust)/ca.pem"] where Disk.exists(path) {
      throw KeysRefusal.keyExists(path: path)
    }
    guard let found = try KeyContainer(Disk.read(path), container) else {
      throw KeysRefusal.containerDoesNotOpen(path: path)
    }
    guard let authority = found.chain.first(where: \.isAuthority) else {
      throw KeysRefusal.containerLacksItsAuthority(path: path)
    }
    let signer = try SigningKey(found.key, certificate: found.certificate, chain: [authority])
    try keep(found.key.encryptedPEM(passphrase), at: "\(keys)/signing.key.pem")
    try Disk.makeFolder(trust)
    try Disk.replace("\(trust)/ca.pem", Array(authority.pem.utf8))
    try Disk.replace("\(trust)/signing.pem", Array(signer.certificate.pem.utf8))
    let list = TrustList(
      organisation, authority: .init("ca.pem", authority.fingerprint),
      signers: [.init(signer.certificate.fingerprint, from: month)])
    try publish(list, by: nil, at: now)
    return KeyEvent(
      action: .imported, certificate: signer.certificate,
      more: [
        "authority": .string(authority.fingerprint.hex), "from": .string(month.description),
      ])
  }
}
