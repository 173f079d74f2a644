/// Hybrid public key encryption, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
///
/// One key agreement serves every message of a context; each message has a number of its own.
/// - Source: RFC 9180 §§ 4.1, 5.1, 5.2, 7.
struct HPKEContext {
  private let key: [UInt8]
  private let baseNonce: [UInt8]

  /// The context both sides reach from the shared secret of the key agreement.
  ///
  /// - Parameter keyLength: 32 for AES-256-GCM; published vectors are of 16, too.
  init(
    agreed: [UInt8], encapsulated: [UInt8], recipient: [UInt8], info: [UInt8], keyLength: Int = 32
  ) {
    let kem: [UInt8] = Array("KEM".utf8) + [0, 0x20]
    let shared = labeledExpand(
      labeledExtract([], "eae_prk", agreed, kem), "shared_secret", encapsulated + recipient, 32,
      kem)
    let suite = Array("HPKE".utf8) + [0, 0x20, 0, 1, 0, keyLength == 32 ? 2 : 1]
    let context =
      [0] + labeledExtract([], "psk_id_hash", [], suite)
      + labeledExtract([], "info_hash", info, suite)
    let secret = labeledExtract(shared, "secret", [], suite)
    key = labeledExpand(secret, "key", context, keyLength, suite)
    baseNonce = labeledExpand(secret, "base_nonce", context, 12, suite)
  }

  /// Encrypts the message with a number that no other message of the context may have.
  func seal(
    _ plain: [UInt8], number: UInt64, authenticating data: [UInt8]
  ) throws(SealRefusal) -> [UInt8] {
    try gcmSeal(plain, key: key, nonce: nonce(number), authenticating: data)
  }

  /// Decrypts a message; nothing when it, its number or its data are not those that were sealed.
  func open(
    _ box: [UInt8], number: UInt64, authenticating data: [UInt8]
  ) throws(SealRefusal) -> [UInt8]? {
    try gcmOpen(box, key: key, nonce: nonce(number), authenticating: data)
  }

  private func nonce(_ number: UInt64) -> [UInt8] {
    var nonce = baseNonce
    for place in 0..<8 { nonce[11 - place] ^= UInt8(truncatingIfNeeded: number >> (8 * place)) }
    return nonce
  }
}

/// HKDF-Extract with SHA-256.
///
/// - Source: RFC 5869 § 2.2.
func hkdfExtract(salt: [UInt8], _ material: [UInt8]) -> [UInt8] {
  hmacSHA256(key: salt, message: material)
}

/// HKDF-Expand with SHA-256.
///
/// - Source: RFC 5869 § 2.3.
/// - Precondition: at most 255 × 32 bytes are asked for.
func hkdfExpand(_ key: [UInt8], info: [UInt8], _ length: Int) -> [UInt8] {
  precondition(length <= 255 * 32, "what HKDF can expand to")
  var output: [UInt8] = []
  var block: [UInt8] = []
  var count: UInt8 = 1
  while output.count < length {
    block = hmacSHA256(key: key, message: block + info + [count])
    output += block
    count &+= 1
  }
  return Array(output.prefix(length))
}

private func labeledExtract(
  _ salt: [UInt8], _ label: String, _ material: [UInt8], _ suite: [UInt8]
) -> [UInt8] {
  hkdfExtract(salt: salt, Array("HPKE-v1".utf8) + suite + Array(label.utf8) + material)
}

private func labeledExpand(
  _ key: [UInt8], _ label: String, _ info: [UInt8], _ length: Int, _ suite: [UInt8]
) -> [UInt8] {
  let labeled =
    [UInt8(length >> 8), UInt8(length & 0xFF)] + Array("HPKE-v1".utf8) + suite
    + Array(label.utf8) + info
  return hkdfExpand(key, info: labeled, length)
}
