import COpenSSL

/// A private key on the curve P-256; it never leaves memory unencrypted.
///
/// - Source: FIPS 186-4 (ECDSA); the choice of the curve is argued in DECISIONS.md.
public final class PrivateKey: @unchecked Sendable {
  // Safe to share: the library's object is never changed once made, and each signature has a
  // context of its own.
  let owned: Owned

  /// The public half: a DER SubjectPublicKeyInfo.
  public let publicKey: [UInt8]

  /// Takes over a key of the library.
  init(_ owned: Owned) throws(SealRefusal) {
    guard unsafe EVP_PKEY_is_a(owned.pointer, "EC") == 1,
      unsafe EVP_PKEY_get_bits(owned.pointer) == 256
    else { throw .keyIsNotP256 }
    self.owned = owned
    publicKey = unsafe try encoded("i2d_PUBKEY") { unsafe i2d_PUBKEY(owned.pointer, $0) }
    guard isOnP256(publicKey) else { throw .keyIsNotP256 }
  }

  /// Makes a new key.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public convenience init() throws(SealRefusal) {
    try self.init(
      unsafe Owned(soleil_generate_p256(), "EVP_EC_gen") { unsafe EVP_PKEY_free($0) })
  }

  /// The ECDSA signature over the SHA-256 of a message, in DER: 72 bytes at most.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8] {
    let context = unsafe try Owned(EVP_MD_CTX_new(), "EVP_MD_CTX_new") {
      unsafe EVP_MD_CTX_free($0)
    }
    let began = unsafe EVP_DigestSignInit(context.pointer, nil, sha256Algorithm, nil, owned.pointer)
    try check(began == 1, "EVP_DigestSignInit")
    var length = signatureLengthMax
    var signature = [UInt8](repeating: 0, count: length)
    let signed = unsafe EVP_DigestSign(
      context.pointer, &signature, &length, message, message.count)
    try check(signed == 1, "EVP_DigestSign")
    return Array(signature.prefix(length))
  }
}

/// The longest DER signature of the curve P-256, in bytes.
let signatureLengthMax = 72

/// Whether a SubjectPublicKeyInfo names an uncompressed point of P-256.
private func isOnP256(_ publicKey: [UInt8]) -> Bool {
  let curve = DER.sequence([ObjectName.ecPublicKey, ObjectName.p256])
  return publicKey.count == 91 && publicKey.dropFirst(2).starts(with: curve)
}
