/// The least length of a new passphrase, in bytes.
///
/// - Source: NIST SP 800-63B § 5.1.1.2.
public let passphraseLengthMin = 8

/// How often the passphrase is hashed before it opens a key.
///
/// - Source: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256.
public let passphraseIterations = 600_000

extension PrivateKey {
  /// The key as a PEM file that only the passphrase opens.
  ///
  /// PKCS#8 with PBES2: PBKDF2-HMAC-SHA256, ``passphraseIterations`` times, and AES-256-CBC.
  /// - Throws: ``SealRefusal/passphraseIsTooShort(bytes:least:)``.
  /// - Complexity: about a third of a second, on purpose.
  public func encryptedPEM(_ passphrase: borrowing Passphrase) throws(SealRefusal) -> String {
    try Seal.encryptedPEM(of: owned, passphrase)
  }

  /// Opens a PEM file with its passphrase.
  ///
  /// - Throws: ``SealRefusal/passphraseIsWrong``; for other texts
  ///   ``SealRefusal/keyIsMissing``, ``SealRefusal/keyIsNotEncrypted``,
  ///   ``SealRefusal/keyIsMalformed``, ``SealRefusal/keyIsNotOfAnAllowedKind``.
  public convenience init(
    encryptedPEM pem: String, _ passphrase: borrowing Passphrase
  ) throws(SealRefusal) {
    try self.init(openedKey(pem, passphrase))
  }
}
