import COpenSSL

/// A key with its certificates as trust services hand them out: a PKCS#12 container.
///
/// - Source: RFC 7292.
public struct KeyContainer: Sendable {
  /// The key.
  public let key: PrivateKey
  /// Its certificate.
  public let certificate: Certificate
  /// The certificates that vouch for it, the nearest first.
  public let chain: [Certificate]

  /// Opens a container; nothing when the bytes are none or the passphrase is another.
  ///
  /// - Throws: ``SealRefusal/keyIsNotOfAnAllowedKind``, ``SealRefusal/certificateIsMalformed``.
  public init?(_ bytes: [UInt8], _ passphrase: borrowing Passphrase) throws(SealRefusal) {
    let parsed = unsafe bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var next = buffer.baseAddress
      return unsafe d2i_PKCS12(nil, &next, buffer.count)
    }
    guard let parsed = unsafe parsed else {
      ERR_clear_error()
      return nil
    }
    let container = unsafe try Owned(parsed, "d2i_PKCS12") { unsafe PKCS12_free($0) }
    var key: OpaquePointer?
    var leaf: OpaquePointer?
    var others: OpaquePointer?
    let opened = unsafe passphrase.lendEnded {
      unsafe PKCS12_parse(container.pointer, $0, &key, &leaf, &others)
    }
    defer { unsafe soleil_certificates_free(others) }
    guard opened == 1, let key = unsafe key, let leaf = unsafe leaf else {
      ERR_clear_error()
      unsafe EVP_PKEY_free(key)
      unsafe X509_free(leaf)
      return nil
    }
    let owned = (
      key: unsafe try Owned(key, "PKCS12_parse") { unsafe EVP_PKEY_free($0) },
      leaf: unsafe try Owned(leaf, "PKCS12_parse") { unsafe X509_free($0) }
    )
    self.key = try PrivateKey(owned.key)
    certificate = try Certificate(owned.leaf)
    var chain: [Certificate] = []
    let count = unsafe soleil_certificates_count(others)
    for place in 0..<count {
      let other = unsafe soleil_certificates_at(others, place)
      chain.append(
        try Certificate(der: unsafe encoded("i2d_X509") { unsafe i2d_X509(other, $0) }))
    }
    self.chain = KeyContainer.ordered(chain, from: certificate)
  }

  /// The issuers in turn, as far as they are there.
  private static func ordered(_ found: [Certificate], from leaf: Certificate) -> [Certificate] {
    var (chain, last) = ([Certificate](), leaf)
    while let next = found.first(where: {
      last.isIssued(by: $0) && !chain.contains($0) && $0 != last
    }) {
      chain.append(next)
      last = next
    }
    return chain
  }
}
