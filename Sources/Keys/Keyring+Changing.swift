public import Seal
import Store
public import Text
public import Units

extension Keyring {
  /// How many months the new key may sign for that the old one signed for too: statements of a closed
  /// month are still written for a while.
  public static let overlap = 12

  /// Puts a new signing key in place of the one in use; what the old one signed keeps its value.
  ///
  /// The new key signs for the twelve months before the next closing as well, the old one up to it. The
  /// old key stays where it is, closed; the new one counts from the moment its certificate is in place.
  /// - Parameter next: the month to be closed next.
  /// - Throws: ``KeysRefusal``, ``SealRefusal``.
  public func rotate(
    _ authority: Authority, _ passphrase: borrowing Passphrase, next: Month, now: Instant
  ) throws -> KeyEvent {
    var list = try trustList
    let old = try signing
    let key = try PrivateKey()
    let certificate = try authority.issueSigningCertificate(
      for: list.organisation, key: key, from: now)
    let first = list.signers.map(\.from).min() ?? next
    let from = max(next.adding(-Keyring.overlap), first)
    for place in list.signers.indices where list.signers[place].to == nil {
      list.signers[place].to = next
    }
    list.signers.append(.init(certificate.fingerprint, from: from))
    let name = certificate.fingerprint.short
    try keep(key.encryptedPEM(passphrase), at: "\(keys)/signing-\(name).key.pem")
    try Disk.replace("\(trust)/signing-\(old.fingerprint.short).pem", Array(old.pem.utf8))
    try publish(list, by: authority, at: now)
    try Disk.replace("\(trust)/signing.pem", Array(certificate.pem.utf8))
    return KeyEvent(
      action: .rotated, certificate: certificate,
      more: [
        "authority": .string(authority.certificate.fingerprint.hex),
        "from": .string(from.description), "replaces": .string(old.fingerprint.hex),
      ])
  }

  /// Takes a signing certificate back.
  ///
  /// - Parameters:
  ///   - start: how its fingerprint begins; nothing means the one in use.
  ///   - earlier: what was taken back before.
  ///   - since: since when the key is suspected.
  /// - Throws: ``KeysRefusal/certificateIsUnknown(_:)``, ``KeysRefusal/certificateIsRevoked(_:)``,
  ///   ``SealRefusal``.
  public func revoke(
    _ start: String?, _ authority: Authority, earlier: [Revocation], since: Instant,
    reason: Revocation.Reason, now: Instant
  ) throws -> KeyEvent {
    let certificate = try certificate(beginning: start)
    guard !earlier.contains(where: { $0.serial == certificate.serialNumber }) else {
      throw KeysRefusal.certificateIsRevoked(certificate.fingerprint)
    }
    let revocations =
      earlier + [Revocation(certificate, at: now, since: since, reason: reason)]
    let pem = try authority.revocationList(revocations, number: revocations.count, at: now)
    let bytes = Array(pem.utf8)
    var list = try trustList
    list.revocations = .init("revoked.crl", sha256(bytes))
    try Disk.replace("\(trust)/revoked.crl", bytes)
    try publish(list, by: authority, at: now)
    return KeyEvent(
      action: .revoked, certificate: certificate,
      more: [
        "revokedAt": .integer(now.seconds), "since": .integer(since.seconds),
        "reason": .string(reason.name),
      ])
  }

  /// Has the time stamps of a service believed.
  ///
  /// - Throws: ``KeysRefusal``, ``SealRefusal``.
  public func believe(
    _ service: Certificate, _ authority: Authority?, now: Instant
  ) throws -> KeyEvent {
    var list = try trustList
    let name = "tsa-\(service.fingerprint.short).pem"
    let named = TrustList.NamedFile(name, service.fingerprint)
    if !list.timestamping.contains(named) { list.timestamping.append(named) }
    try Disk.replace("\(trust)/\(name)", Array(service.pem.utf8))
    try publish(list, by: authority, at: now)
    return KeyEvent(action: .timestamping, certificate: service, more: [:])
  }

  /// The certificate, in use or earlier, whose fingerprint begins so; spaces do not matter.
  func certificate(beginning start: String?) throws -> Certificate {
    let digits = (start ?? "").lowercased().filter { $0.isHexDigit }
    guard let start else { return try signing }
    let names = try Disk.names(in: trust).filter { $0.hasPrefix("signing") && $0.hasSuffix(".pem") }
    let found = try names.map { try Certificate(pem: text("\(trust)/\($0)")) }
      .filter { $0.fingerprint.hex.hasPrefix(digits) }
    guard digits.count >= 8, Set(found.map(\.fingerprint)).count == 1, let certificate = found.first
    else { throw KeysRefusal.certificateIsUnknown(start) }
    return certificate
  }
}

extension Revocation.Reason {
  /// The name of the reason in commands and in the book.
  public var name: String {
    switch self {
    case .keyCompromise: "compromise"
    case .superseded: "superseded"
    case .cessation: "cessation"
    }
  }

  /// The reason of a name.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

extension Revocation {
  /// The revocation that the book remembers.
  public init?(event body: JSON) {
    guard body["action"]?.stringValue == KeyEvent.Action.revoked.rawValue,
      let serial = body["serial"]?.stringValue.flatMap({ bytes(fromHex: $0) }),
      let at = body["revokedAt"]?.integerValue, let since = body["since"]?.integerValue,
      let reason = body["reason"]?.stringValue.flatMap({ Reason(name: $0) })
    else { return nil }
    self.init(
      serial: serial, revokedAt: Instant(seconds: at), since: Instant(seconds: since),
      reason: reason)
  }
}
