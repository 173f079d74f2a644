import COpenSSL
public import Units

/// A certificate that is taken back.
public struct Revocation: Hashable, Sendable {
  /// Why a certificate is taken back.
  ///
  /// - Source: RFC 5280 § 5.3.1.
  public enum Reason: Int, Hashable, Sendable, CaseIterable {
    /// Somebody else has, or may have, the key.
    case keyCompromise = 1
    /// Another key took its place.
    case superseded = 4
    /// It is not needed any more.
    case cessation = 5
  }

  /// The certificate's serial number, as a certificate writes it: a DER INTEGER.
  public let serial: [UInt8]
  /// When it was taken back.
  public let revokedAt: Instant
  /// Since when the key is suspected.
  public let since: Instant
  /// Why.
  public let reason: Reason

  /// Takes a certificate back.
  public init(_ certificate: Certificate, at instant: Instant, since: Instant, reason: Reason) {
    self.init(
      serial: certificate.serialNumber, revokedAt: instant, since: since, reason: reason)
  }

  /// Takes back the certificate of a serial number.
  public init(serial: [UInt8], revokedAt: Instant, since: Instant, reason: Reason) {
    self.serial = serial
    self.revokedAt = revokedAt
    self.since = since
    self.reason = reason
  }
}

extension Authority {
  /// The list of the certificates taken back, in PEM, signed; it counts as long as the authority.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  /// - Source: RFC 5280 § 5.
  public func revocationList(
    _ revocations: [Revocation], number: Int, at instant: Instant
  ) throws(SealRefusal) -> String {
    let list = unsafe try Owned(X509_CRL_new(), "X509_CRL_new") { unsafe X509_CRL_free($0) }
    let issuer = try certificate.copy()
    try check(unsafe X509_CRL_set_version(list.pointer, 1) == 1, "X509_CRL_set_version")
    try check(
      unsafe X509_CRL_set_issuer_name(list.pointer, X509_get_subject_name(issuer.pointer)) == 1,
      "X509_CRL_set_issuer_name")
    try unsafe withTime(instant) { time throws(SealRefusal) in
      try check(
        unsafe X509_CRL_set1_lastUpdate(list.pointer, time) == 1, "X509_CRL_set1_lastUpdate")
    }
    try unsafe withTime(certificate.notAfter) { time throws(SealRefusal) in
      try check(
        unsafe X509_CRL_set1_nextUpdate(list.pointer, time) == 1, "X509_CRL_set1_nextUpdate")
    }
    for revocation in revocations { try add(revocation, to: list) }
    try setNumber(number, of: list)
    try check(unsafe X509_CRL_sort(list.pointer) == 1, "X509_CRL_sort")
    let length = unsafe X509_CRL_sign(list.pointer, key.owned.pointer, sha256Algorithm)
    try check(length > 0, "X509_CRL_sign")
    let file = try MemoryFile()
    let written = unsafe PEM_write_bio_X509_CRL(file.owned.pointer, list.pointer)
    try check(written == 1, "PEM_write_bio_X509_CRL")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func add(_ revocation: Revocation, to list: Owned) throws(SealRefusal) {
    let serial = unsafe revocation.serial.withUnsafeBufferPointer { buffer in
      var next = buffer.baseAddress
      return unsafe d2i_ASN1_INTEGER(nil, &next, buffer.count)
    }
    guard let serial = unsafe serial else { throw failure("d2i_ASN1_INTEGER") }
    defer { unsafe ASN1_INTEGER_free(serial) }
    guard let entry = unsafe X509_REVOKED_new() else { throw failure("X509_REVOKED_new") }
    // The list owns the entry once it has taken it.
    var isTaken = false
    defer { if !isTaken { unsafe X509_REVOKED_free(entry) } }
    try check(
      unsafe X509_REVOKED_set_serialNumber(entry, serial) == 1, "X509_REVOKED_set_serialNumber")
    try unsafe withTime(revocation.revokedAt) { time throws(SealRefusal) in
      try check(
        unsafe X509_REVOKED_set_revocationDate(entry, time) == 1, "X509_REVOKED_set_revocationDate")
    }
    try unsafe addReason(revocation, to: entry)
    isTaken = unsafe X509_CRL_add0_revoked(list.pointer, entry) == 1
    try check(isTaken, "X509_CRL_add0_revoked")
  }

  private func addReason(
    _ revocation: Revocation, to entry: OpaquePointer
  ) throws(SealRefusal) {
    guard let reason = unsafe ASN1_ENUMERATED_new() else { throw failure("ASN1_ENUMERATED_new") }
    defer { unsafe ASN1_ENUMERATED_free(reason) }
    try check(
      unsafe ASN1_ENUMERATED_set(reason, revocation.reason.rawValue) == 1
        && X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason, 0, 0) == 1,
      "X509_REVOKED_add1_ext_i2d reason")
    guard let since = unsafe ASN1_GENERALIZEDTIME_set(nil, Int(revocation.since.seconds)) else {
      throw failure("ASN1_GENERALIZEDTIME_set")
    }
    defer { unsafe ASN1_GENERALIZEDTIME_free(since) }
    try check(
      unsafe X509_REVOKED_add1_ext_i2d(entry, NID_invalidity_date, since, 0, 0) == 1,
      "X509_REVOKED_add1_ext_i2d invalidity")
  }

  private func setNumber(_ number: Int, of list: Owned) throws(SealRefusal) {
    guard let integer = unsafe ASN1_INTEGER_new() else { throw failure("ASN1_INTEGER_new") }
    defer { unsafe ASN1_INTEGER_free(integer) }
    try check(
      unsafe ASN1_INTEGER_set(integer, number) == 1
        && X509_CRL_add1_ext_i2d(list.pointer, NID_crl_number, integer, 0, 0) == 1,
      "X509_CRL_add1_ext_i2d number")
  }
}

/// Lends an instant as the library's own.
private func withTime(
  _ instant: Instant, _ use: (UnsafeMutablePointer<ASN1_TIME>) throws(SealRefusal) -> Void
) throws(SealRefusal) {
  guard let time = unsafe ASN1_TIME_set(nil, Int(instant.seconds)) else {
    throw failure("ASN1_TIME_set")
  }
  defer { unsafe ASN1_TIME_free(time) }
  try unsafe use(time)
}

/// The authority as one that signs: the list of whom to trust, and nothing else.
public struct AuthoritySigner: Signer {
  private let authority: Authority
  /// The authority's own certificate.
  public var certificate: Certificate { authority.certificate }
  /// Nobody vouches for the authority.
  public var chain: [Certificate] { [] }
  /// How the authority's key signs.
  public var algorithm: SigningAlgorithm { authority.key.algorithm }

  /// Has an authority sign.
  public init(_ authority: Authority) { self.authority = authority }

  /// The signature over the SHA-256 of a message: in DER when the key lies on a curve.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  public func signature(over message: [UInt8]) throws(SealRefusal) -> [UInt8] {
    try authority.key.signature(over: message)
  }
}
