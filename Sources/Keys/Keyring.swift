public import Seal
import Store
import Text
public import Units

/// The keys and certificates kept beside the book: `keys/` is secret, `trust/` is to be handed out.
public struct Keyring: Sendable {
  /// The folder of the encrypted keys.
  public let keys: String
  /// The folder of what others need to verify.
  public let trust: String
  /// Where the authority's key is: it may be kept away from the machine.
  public let authorityKey: String

  /// The keys beside a book.
  ///
  /// - Parameter authorityKey: where the authority's key is, when it is not in `keys/`.
  public init(keys: String, trust: String, authorityKey: String? = nil) {
    self.keys = keys
    self.trust = trust
    self.authorityKey = authorityKey ?? "\(keys)/authority.key.pem"
  }

  /// Whether there is a key that signs.
  public var isComplete: Bool {
    ["\(trust)/ca.pem", "\(trust)/signing.pem"].allSatisfy(Disk.exists)
  }

  /// Opens the signing key.
  ///
  /// - Throws: ``KeysRefusal/keyIsNotThere(path:)``, ``SealRefusal/passphraseIsWrong``.
  public func signer(_ passphrase: borrowing Passphrase) throws -> SigningKey {
    let (authority, signing) = (try self.authority, try self.signing)
    let key = try PrivateKey(encryptedPEM: text(keyPath(of: signing)), passphrase)
    return try SigningKey(key, certificate: signing, chain: [authority])
  }

  /// Opens the authority, wherever its key is.
  ///
  /// - Throws: ``KeysRefusal/keyIsNotThere(path:)``, ``SealRefusal/passphraseIsWrong``.
  public func openAuthority(_ passphrase: borrowing Passphrase) throws -> Authority {
    let certificate = try authority
    let key = try PrivateKey(encryptedPEM: text(authorityKey), passphrase)
    return try Authority(key, certificate: certificate)
  }

  /// Opens the privacy key, with which accounts and births are read.
  ///
  /// - Throws: ``KeysRefusal/keyIsNotThere(path:)``, ``SealRefusal/passphraseIsWrong``.
  public func privacyKey(_ passphrase: borrowing Passphrase) throws -> PrivacyKey {
    try PrivacyKey(encryptedPEM: text(privacyPath), passphrase)
  }

  /// Creates the privacy key, closed by the passphrase, unless there is one; its public part.
  public func createPrivacyKey(_ passphrase: borrowing Passphrase) throws -> PrivacyPublicKey {
    guard !Disk.exists(privacyPath) else { return try privacyKey(passphrase).publicKey }
    let key = try PrivacyKey()
    try keep(key.encryptedPEM(passphrase), at: privacyPath)
    return key.publicKey
  }

  private var privacyPath: String { "\(keys)/privacy.key.pem" }

  /// The authority's certificate.
  public var authority: Certificate {
    get throws { try Certificate(pem: text("\(trust)/ca.pem")) }
  }

  /// The certificate that signs now.
  public var signing: Certificate {
    get throws { try Certificate(pem: text("\(trust)/signing.pem")) }
  }

  /// Whom to trust.
  ///
  /// - Throws: ``KeysRefusal/trustListIsMalformed(path:)``.
  public var trustList: TrustList {
    get throws {
      let path = "\(trust)/trust.json"
      guard let json = try? JSON(reading: Array(text(path).utf8)), let list = TrustList(json) else {
        throw KeysRefusal.trustListIsMalformed(path: path)
      }
      return list
    }
  }

  /// Where the key of a certificate is: the first one's under its plain name, the others' by fingerprint.
  func keyPath(of certificate: Certificate) -> String {
    let own = "\(keys)/signing-\(certificate.fingerprint.short).key.pem"
    return Disk.exists(own) ? own : "\(keys)/signing.key.pem"
  }

  func text(_ path: String) throws -> String {
    guard Disk.exists(path) else { throw KeysRefusal.keyIsNotThere(path: path) }
    return String(decoding: try Disk.read(path), as: UTF8.self)
  }

  /// Writes an encrypted key for its owner's eyes only.
  func keep(_ pem: String, at path: String) throws {
    guard !Disk.exists(path) else { throw KeysRefusal.keyExists(path: path) }
    try Disk.makeFolder(Disk.folder(of: path), mode: 0o700)
    try Disk.create(path, Array(pem.utf8), mode: 0o600)
  }

  /// Signs whom to trust anew, as the list stands.
  public func sign(by authority: Authority, at now: Instant) throws {
    try publish(trustList, by: authority, at: now)
  }

  /// Publishes whom to trust, signed by the authority when its key is at hand.
  func publish(_ list: TrustList, by authority: Authority?, at now: Instant) throws {
    let bytes = list.json.canonical
    let path = "\(trust)/trust.json"
    if let authority {
      try Disk.replace(
        path + ".p7s", signDetached(bytes, with: AuthoritySigner(authority), at: now))
    } else {
      Disk.remove(path + ".p7s")
    }
    try Disk.replace(path, bytes)
  }
}

extension Digest {
  /// The first eight digits: enough to tell the keys of one cooperative apart.
  var short: String { String(hex.prefix(8)) }
}
