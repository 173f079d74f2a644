import COpenSSL
public import Units

/// An X.509 certificate: its bytes, and what this house needs to know of them.
public struct Certificate: Hashable, Sendable {
  /// The certificate's bytes.
  public let der: [UInt8]
  /// The first instant at which it counts.
  public let notBefore: Instant
  /// The last instant at which it counts.
  public let notAfter: Instant
  /// The public key: a DER SubjectPublicKeyInfo.
  public let publicKey: [UInt8]
  /// Whether it may sign documents, and do so beyond denial.
  public let signsDocuments: Bool
  /// Whether it may issue other certificates.
  public let isAuthority: Bool
  /// The subject's DER name.
  let subject: [UInt8]
  private let issuer: [UInt8]
  private let serial: [UInt8]

  /// Reads a certificate of exactly these bytes.
  ///
  /// - Throws: ``SealRefusal/certificateIsMalformed``.
  public init(der: [UInt8]) throws(SealRefusal) {
    try self.init(Self.parsed(der))
    guard self.der == der else { throw .certificateIsMalformed }
  }

  /// Reads the first certificate of a PEM text.
  ///
  /// - Throws: ``SealRefusal/certificateIsMissing``, ``SealRefusal/certificateIsMalformed``.
  public init(pem: String) throws(SealRefusal) {
    guard pem.contains("-----BEGIN CERTIFICATE-----") else { throw .certificateIsMissing }
    let file = try MemoryFile(Array(pem.utf8))
    guard let parsed = unsafe PEM_read_bio_X509(file.owned.pointer, nil, nil, nil) else {
      throw malformed()
    }
    try self.init(unsafe Owned(parsed, "PEM_read_bio_X509") { unsafe X509_free($0) })
  }

  /// Copies what matters out of a certificate of the library.
  init(_ owned: Owned) throws(SealRefusal) {
    let x509 = unsafe owned.pointer
    guard let from = unsafe instant(X509_get0_notBefore(x509)),
      let to = unsafe instant(X509_get0_notAfter(x509))
    else { throw malformed() }
    notBefore = from
    notAfter = to
    der = unsafe try encoded("i2d_X509") { unsafe i2d_X509(x509, $0) }
    publicKey = unsafe try encoded("i2d_X509_PUBKEY") {
      unsafe i2d_X509_PUBKEY(X509_get_X509_PUBKEY(x509), $0)
    }
    subject = unsafe try encoded("i2d_X509_NAME") {
      unsafe i2d_X509_NAME(X509_get_subject_name(x509), $0)
    }
    issuer = unsafe try encoded("i2d_X509_NAME") {
      unsafe i2d_X509_NAME(X509_get_issuer_name(x509), $0)
    }
    serial = unsafe try encoded("i2d_ASN1_INTEGER") {
      unsafe i2d_ASN1_INTEGER(X509_get0_serialNumber(x509), $0)
    }
    let usage = unsafe X509_get_key_usage(x509)
    let signing = UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)
    isAuthority = unsafe X509_check_ca(x509) == 1 && usage & UInt32(KU_KEY_CERT_SIGN) != 0
    signsDocuments = unsafe X509_check_ca(x509) == 0 && usage & signing == signing
  }

  /// The SHA-256 of the certificate's bytes.
  public var fingerprint: Digest { sha256(der) }

  /// The certificate as a PEM text.
  public var pem: String {
    let text = Array(base64(der))
    let lines = stride(from: 0, to: text.count, by: 64).map {
      String(text[$0..<min($0 + 64, text.count)])
    }
    return (["-----BEGIN CERTIFICATE-----"] + lines + ["-----END CERTIFICATE-----", ""])
      .joined(separator: "\n")
  }

  /// The certificate as an object of the library.
  func copy() throws(SealRefusal) -> Owned { try Self.parsed(der) }

  private static func parsed(_ der: [UInt8]) throws(SealRefusal) -> Owned {
    let parsed = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var next = buffer.baseAddress
      return unsafe d2i_X509(nil, &next, buffer.count)
    }
    guard let parsed = unsafe parsed else { throw malformed() }
    return unsafe try Owned(parsed, "d2i_X509") { unsafe X509_free($0) }
  }

  /// Whether another certificate names itself as this one's issuer does.
  func isIssued(by other: Certificate) -> Bool { issuer == other.subject }

  /// The serial number, a DER INTEGER.
  public var serialNumber: [UInt8] { serial }

  /// What names the certificate within a signature: issuer and serial number.
  var issuerAndSerial: [UInt8] { DER.sequence([issuer, serial]) }
  /// The same, with the issuer as one of several general names.
  var generalIssuerAndSerial: [UInt8] {
    DER.sequence([DER.sequence([DER.element(0xA4, issuer)]), serial])
  }
}

private func malformed() -> SealRefusal {
  ERR_clear_error()
  return .certificateIsMalformed
}

private func instant(_ time: UnsafePointer<ASN1_TIME>?) -> Instant? {
  var seconds: Int64 = 0
  return unsafe soleil_seconds(time, &seconds) == 1 ? Instant(seconds: seconds) : nil
}
