import COpenSSL

/// A private key that signs; it never leaves memory unencrypted.
///
/// - Source: FIPS 186-5; the choice of kinds is argued in DECISIONS.md.
public final class PrivateKey: @unchecked Sendable {
  // Safe to share: the library's object is never changed once made, and each signature has a
  // context of its own.
  let owned: Owned

  /// The public half: a DER SubjectPublicKeyInfo.
  public let publicKey: [UInt8]
  /// How it signs.
  public let algorithm: SigningAlgorithm

  /// Takes over a key of the library.
  init(_ owned: Owned) throws(SealRefusal) {
    self.owned = owned
    publicKey = unsafe try encoded("i2d_PUBKEY") { unsafe i2d_PUBKEY(owned.pointer, $0) }
    guard let algorithm = SigningAlgorithm(owned, publicKey: publicKey) else {
      throw .keyIsNotOfAnAllowedKind
    }
    self.algorithm = algorithm
  }

  /// Makes a new key, on the curve P-256.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public convenience init() throws(SealRefusal) {
    try self.init(
      unsafe Owned(soleil_generate_p256(), "EVP_EC_gen") { unsafe EVP_PKEY_free($0) })
  }

  /// The signature over the SHA-256 of a message: in DER when the key lies on a curve.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8] {
    let context = unsafe try Owned(EVP_MD_CTX_new(), "EVP_MD_CTX_new") {
      unsafe EVP_MD_CTX_free($0)
    }
    let began = unsafe EVP_DigestSignInit(context.pointer, nil, sha256Algorithm, nil, owned.pointer)
    try check(began == 1, "EVP_DigestSignInit")
    var length = algorithm.lengthMax
    var signature = [UInt8](repeating: 0, count: length)
    let signed = unsafe EVP_DigestSign(
      context.pointer, &signature, &length, message, message.count)
    try check(signed == 1, "EVP_DigestSign")
    return Array(signature.prefix(length))
  }
}
