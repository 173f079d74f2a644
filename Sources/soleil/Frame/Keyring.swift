import Seal
import Store
import Text
import Units
import Wording

/// The keys and certificates kept beside the book: `keys/` is secret, `trust/` is to be handed out.
struct Keyring {
  let keys: String
  let trust: String

  init(_ world: World) {
    keys = world.besideBook("keys")
    trust = world.besideBook("trust")
  }

  /// The fingerprints of the certificates in use.
  struct Fingerprints {
    let authority: Digest
    let signing: Digest
  }

  /// Whether the keys that sign are all there.
  var isComplete: Bool {
    ["\(keys)/authority.key.pem", "\(keys)/signing.key.pem", "\(trust)/ca.pem"]
      .allSatisfy(Disk.exists)
  }

  /// Opens the signing key.
  ///
  /// - Throws: ``StoreRefusal`` for a missing file, ``SealRefusal/passphraseIsWrong``.
  func signer(_ passphrase: consuming Passphrase) throws -> SigningKey {
    let pem = try text("\(keys)/signing.key.pem")
    let certificates = try certificates()
    let key = try PrivateKey(encryptedPEM: pem, passphrase)
    return try SigningKey(key, certificate: certificates.signing, chain: [certificates.authority])
  }

  /// Opens the privacy key, with which accounts and births are read.
  ///
  /// - Throws: ``StoreRefusal`` for a missing file, ``SealRefusal/passphraseIsWrong``.
  func privacyKey(_ passphrase: consuming Passphrase) throws -> PrivacyKey {
    try PrivacyKey(encryptedPEM: text(privacyPath), passphrase)
  }

  /// Creates the privacy key, closed by the passphrase, unless there is one; its public part.
  func createPrivacyKey(_ passphrase: borrowing Passphrase) throws -> PrivacyPublicKey {
    guard !Disk.exists(privacyPath) else {
      return try PrivacyKey(encryptedPEM: text(privacyPath), passphrase).publicKey
    }
    let key = try PrivacyKey()
    let pem = try key.encryptedPEM(passphrase)
    try Disk.makeFolder(keys, mode: 0o700)
    try Disk.create(privacyPath, Array(pem.utf8), mode: 0o600)
    return key.publicKey
  }

  private var privacyPath: String { "\(keys)/privacy.key.pem" }

  /// The fingerprints of what is there.
  func fingerprints() throws -> Fingerprints {
    let certificates = try certificates()
    return Fingerprints(
      authority: certificates.authority.fingerprint, signing: certificates.signing.fingerprint)
  }

  /// Creates an authority and a signing key, both closed by the passphrase; overwrites none.
  func create(
    for organisation: OrganisationName, _ passphrase: borrowing Passphrase, from month: Month,
    now: Instant
  ) throws -> Fingerprints {
    for path in ["\(keys)/authority.key.pem", "\(keys)/signing.key.pem", "\(trust)/ca.pem"]
    where Disk.exists(path) {
      throw UsageRefusal.keyExists(path: path)
    }
    let authority = try Authority(for: organisation, from: now)
    let key = try PrivateKey()
    let signing = try authority.issueSigningCertificate(for: organisation, key: key, from: now)
    let secrets = [
      ("authority.key.pem", try authority.key.encryptedPEM(passphrase)),
      ("signing.key.pem", try key.encryptedPEM(passphrase)),
    ]
    try Disk.makeFolder(keys, mode: 0o700)
    try Disk.makeFolder(trust)
    for (name, pem) in secrets { try Disk.create("\(keys)/\(name)", Array(pem.utf8), mode: 0o600) }
    let published = [
      ("ca.pem", Array(authority.certificate.pem.utf8)), ("signing.pem", Array(signing.pem.utf8)),
      ("trust.json", trustFile(organisation, authority.certificate, signing, month).canonical),
    ]
    for (name, bytes) in published { try Disk.replace("\(trust)/\(name)", bytes) }
    return Fingerprints(
      authority: authority.certificate.fingerprint, signing: signing.fingerprint)
  }

  /// Whom to trust, and from which month on: the key signs the month to be closed next and later.
  private func trustFile(
    _ organisation: OrganisationName, _ authority: Certificate, _ signing: Certificate,
    _ month: Month
  ) -> JSON {
    [
      "format": "soleil-trust/1",
      "organisation": ["name": .string(organisation.name), "siren": .string(organisation.siren)],
      "authority": ["file": "ca.pem", "sha256": .string(authority.fingerprint.hex)],
      "signers": [
        ["from": .string(month.description), "sha256": .string(signing.fingerprint.hex)]
      ],
    ]
  }

  private func certificates() throws -> (authority: Certificate, signing: Certificate) {
    (
      try Certificate(pem: text("\(trust)/ca.pem")),
      try Certificate(pem: text("\(trust)/signing.pem"))
    )
  }

  private func text(_ path: String) throws -> String {
    guard Disk.exists(path) else { throw UsageRefusal.keyIsNotThere(path: path) }
    return String(decoding: try Disk.read(path), as: UTF8.self)
  }
}
