import COpenSSL

/// A list of revoked certificates that a time-stamping authority publishes, checked against those that are
/// believed: what its stamps are judged by years later.
///
/// - Source: RFC 5280 § 5.
public struct ServiceRevocations: Hashable, Sendable {
  /// The list's bytes.
  public let der: [UInt8]
  /// The authority that signed it.
  public let issuer: Certificate

  /// Reads a list, in DER as authorities publish them or in PEM.
  ///
  /// - Parameter believed: the authorities whose stamps are believed.
  /// - Throws: ``TimestampRefusal/revocationListIsMalformed``,
  ///   ``TimestampRefusal/revocationListIsForeign``.
  public init(_ bytes: [UInt8], of believed: [Certificate]) throws(TimestampRefusal) {
    defer { ERR_clear_error() }
    let isText = bytes.starts(with: Array("-----BEGIN".utf8))
    let der = isText ? try? revocationList(pem: String(decoding: bytes, as: UTF8.self)) : bytes
    guard let der, let list = unsafe parsed(der, d2i_X509_CRL, X509_CRL_free) else {
      throw .revocationListIsMalformed
    }
    let issuer = believed.first { authority in
      guard let copy = try? authority.copy(),
        let key = unsafe X509_get0_pubkey(copy.pointer)
      else { return false }
      return unsafe X509_CRL_verify(list.pointer, key) == 1
    }
    guard let issuer else { throw .revocationListIsForeign }
    self.der = der
    self.issuer = issuer
  }
}
