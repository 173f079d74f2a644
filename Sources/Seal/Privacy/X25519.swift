import COpenSSL

/// A private key of the curve X25519: it agrees on secrets, it signs nothing.
///
/// - Source: RFC 7748.
final class AgreementKey: @unchecked Sendable {
  // Safe to share: the library's object is never changed once made.
  let owned: Owned
  /// The public half: 32 bytes.
  let publicBytes: [UInt8]

  /// Takes over a key of the library.
  init(_ owned: Owned) throws(SealRefusal) {
    guard unsafe EVP_PKEY_is_a(owned.pointer, "X25519") == 1 else { throw .keyIsNotX25519 }
    var bytes = [UInt8](repeating: 0, count: 32)
    var length = 32
    try check(
      unsafe EVP_PKEY_get_raw_public_key(owned.pointer, &bytes, &length) == 1 && length == 32,
      "EVP_PKEY_get_raw_public_key")
    self.owned = owned
    publicBytes = bytes
  }

  /// Makes a new key.
  convenience init() throws(SealRefusal) { try self.init(privateBytes: randomBytes(32)) }

  /// The key of these 32 bytes.
  convenience init(privateBytes: [UInt8]) throws(SealRefusal) {
    let key = unsafe EVP_PKEY_new_raw_private_key_ex(nil, "X25519", nil, privateBytes, 32)
    try self.init(
      unsafe Owned(key, "EVP_PKEY_new_raw_private_key_ex") { unsafe EVP_PKEY_free($0) })
  }

  /// The secret agreed with the owner of a public key.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)`` for a point of small order.
  func agree(with publicBytes: [UInt8]) throws(SealRefusal) -> [UInt8] {
    precondition(publicBytes.count == 32, "a public key of X25519 has 32 bytes")
    let key = unsafe EVP_PKEY_new_raw_public_key_ex(nil, "X25519", nil, publicBytes, 32)
    let peer = unsafe try Owned(key, "EVP_PKEY_new_raw_public_key_ex") { unsafe EVP_PKEY_free($0) }
    let made = unsafe EVP_PKEY_CTX_new(owned.pointer, nil)
    let context = unsafe try Owned(made, "EVP_PKEY_CTX_new") { unsafe EVP_PKEY_CTX_free($0) }
    var secret = [UInt8](repeating: 0, count: 32)
    var length = 32
    try check(
      unsafe EVP_PKEY_derive_init(context.pointer) == 1
        && EVP_PKEY_derive_set_peer(context.pointer, peer.pointer) == 1
        && EVP_PKEY_derive(context.pointer, &secret, &length) == 1 && length == 32,
      "EVP_PKEY_derive")
    return secret
  }
}
