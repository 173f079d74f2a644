import COpenSSL

/// The ways to sign that are written here, all over SHA-256; a verifier takes no other for documents.
///
/// - Source: RFC 5754 §§ 3.2, 3.3; the choice is argued in DECISIONS.md.
public enum SigningAlgorithm: Hashable, Sendable {
  /// ECDSA on the curve P-256: what we make ourselves.
  case p256
  /// ECDSA on the curve P-384.
  case p384
  /// RSA as in PKCS #1 v1.5, of this many bytes, 384 at least.
  case rsa(bytes: Int)

  /// The least length of an RSA key, in bits.
  ///
  /// - Source: ANSSI, Guide des mécanismes cryptographiques, RègleFact-1: 3,072 bits beyond 2030.
  static let rsaBitsMin = 3_072

  /// What a key of the library signs with; nothing when its kind is not allowed.
  init?(_ key: Owned, publicKey: [UInt8]) {
    let bits = unsafe Int(EVP_PKEY_get_bits(key.pointer))
    if unsafe EVP_PKEY_is_a(key.pointer, "RSA") == 1, bits >= Self.rsaBitsMin {
      self = .rsa(bytes: (bits + 7) / 8)
    } else if isPoint(publicKey, on: ObjectName.p256, bytes: 65) {
      self = .p256
    } else if isPoint(publicKey, on: ObjectName.p384, bytes: 97) {
      self = .p384
    } else {
      return nil
    }
  }

  /// The longest signature, in bytes.
  var lengthMax: Int {
    switch self {
    case .p256: 72
    case .p384: 104
    case .rsa(let bytes): bytes
    }
  }

  /// What a signature calls it: a DER AlgorithmIdentifier.
  var identifier: [UInt8] {
    switch self {
    case .p256, .p384: DER.sequence([ObjectName.ecdsaWithSHA256])
    case .rsa: DER.sequence([ObjectName.sha256WithRSA, DER.element(0x05, [])])
    }
  }
}

/// Whether a SubjectPublicKeyInfo is an uncompressed point of a curve that it names.
private func isPoint(_ publicKey: [UInt8], on curve: [UInt8], bytes: Int) -> Bool {
  let name = DER.sequence([ObjectName.ecPublicKey, curve])
  let head: [UInt8] = [0x03, UInt8(bytes + 1), 0, 4]
  return publicKey.count == 2 + name.count + head.count + bytes - 1
    && publicKey.dropFirst(2).starts(with: name + head)
}
