import COpenSSL

/// The public half of a book's privacy key: whoever has it can close a box, not open one.
public struct PrivacyPublicKey: Hashable, Sendable {
  /// The 32 bytes of the key.
  public let bytes: [UInt8]

  /// The key of 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}

/// Closes boxes that only the privacy key opens: one key agreement for all of them.
///
/// A box is 32 bytes of the agreement, 8 of the message's number, then the ciphertext with its tag.
/// - Source: RFC 9180, base mode.
public struct PrivacySealer {
  private let context: HPKEContext
  private let encapsulated: [UInt8]
  private var number: UInt64 = 0

  /// A sealer for the owner of a key.
  ///
  /// - Throws: ``SealRefusal/randomnessIsUnavailable``, ``SealRefusal/libraryFailed(operation:)``.
  public init(for recipient: PrivacyPublicKey) throws(SealRefusal) {
    try self.init(for: recipient, ephemeral: AgreementKey())
  }

  init(for recipient: PrivacyPublicKey, ephemeral: AgreementKey) throws(SealRefusal) {
    encapsulated = ephemeral.publicBytes
    context = HPKEContext(
      agreed: try ephemeral.agree(with: recipient.bytes), encapsulated: encapsulated,
      recipient: recipient.bytes, info: privacyInfo)
  }

  /// Closes a box.
  ///
  /// - Parameter label: what the box is for; it opens only under the same label.
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public mutating func seal(_ plain: [UInt8], label: String) throws(SealRefusal) -> [UInt8] {
    let box = try context.seal(plain, number: number, authenticating: Array(label.utf8))
    let sent = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    number += 1
    return encapsulated + sent + box
  }
}

/// A book's privacy key: it opens the boxes in which bank accounts and births are kept.
public final class PrivacyKey: Sendable {
  private let key: AgreementKey

  init(_ key: AgreementKey) { self.key = key }

  /// Makes a new key.
  ///
  /// - Throws: ``SealRefusal/randomnessIsUnavailable``, ``SealRefusal/libraryFailed(operation:)``.
  public convenience init() throws(SealRefusal) { self.init(try AgreementKey()) }

  /// Opens a PEM file with its passphrase.
  ///
  /// - Throws: ``SealRefusal/passphraseIsWrong``; for other texts ``SealRefusal/keyIsMissing``,
  ///   ``SealRefusal/keyIsNotEncrypted``, ``SealRefusal/keyIsMalformed``,
  ///   ``SealRefusal/keyIsNotX25519``.
  public convenience init(
    encryptedPEM pem: String, _ passphrase: borrowing Passphrase
  ) throws(SealRefusal) {
    self.init(try AgreementKey(openedKey(pem, passphrase)))
  }

  /// The public half.
  public var publicKey: PrivacyPublicKey {
    guard let key = PrivacyPublicKey(key.publicBytes) else {
      preconditionFailure("a public key of X25519 has 32 bytes")
    }
    return key
  }

  /// The key as a PEM file that only the passphrase opens.
  ///
  /// - Throws: ``SealRefusal/passphraseIsTooShort(bytes:least:)``.
  /// - Complexity: about a third of a second, on purpose.
  public func encryptedPEM(_ passphrase: borrowing Passphrase) throws(SealRefusal) -> String {
    try Seal.encryptedPEM(of: key.owned, passphrase)
  }

  /// Opens a box.
  ///
  /// - Throws: ``SealRefusal/boxDoesNotOpen`` for another key, another label, or changed bytes.
  public func open(_ box: [UInt8], label: String) throws(SealRefusal) -> [UInt8] {
    guard box.count >= 40 + gcmTagLength else { throw .boxDoesNotOpen }
    let encapsulated = Array(box[..<32])
    let number = box[32..<40].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let context = HPKEContext(
      agreed: try key.agree(with: encapsulated), encapsulated: encapsulated,
      recipient: key.publicBytes, info: privacyInfo)
    let plain = try context.open(
      Array(box[40...]), number: number, authenticating: Array(label.utf8))
    guard let plain else { throw .boxDoesNotOpen }
    return plain
  }
}

/// What the boxes of a book are for.
private let privacyInfo = Array("soleil-privacy/1".utf8)
