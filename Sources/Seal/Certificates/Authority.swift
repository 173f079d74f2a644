public import Units

/// The cooperative's own authority: the key that vouches for its signing keys.
///
/// It is made once, its fingerprint goes into the minutes of the general meeting, and its key stays
/// offline: it is needed again only to issue the next signing certificate.
public struct Authority: Sendable {
  /// The authority's certificate, signed by itself.
  public let certificate: Certificate
  /// The authority's key.
  public let key: PrivateKey

  /// Joins an authority's key with its certificate.
  ///
  /// - Throws: ``SealRefusal/keyDoesNotMatchCertificate``,
  ///   ``SealRefusal/certificateIsNotAnAuthority``.
  public init(_ key: PrivateKey, certificate: Certificate) throws(SealRefusal) {
    guard certificate.publicKey == key.publicKey else { throw .keyDoesNotMatchCertificate }
    guard certificate.isAuthority else { throw .certificateIsNotAnAuthority }
    self.key = key
    self.certificate = certificate
  }

  /// Makes an authority that counts for ten years.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``,
  ///   ``SealRefusal/randomnessIsUnavailable``.
  public init(for organisation: OrganisationName, from start: Instant) throws(SealRefusal) {
    let key = try PrivateKey()
    let draft = try CertificateDraft(
      organisation, commonName: "Autorité de \(organisation.siren)", publicKey: key)
    try draft.setValidity(from: start, to: start.adding(years: 10))
    try draft.setIssuer(nil)
    try draft.extend("basicConstraints", "critical,CA:TRUE,pathlen:0")
    try draft.extend("keyUsage", "critical,keyCertSign,cRLSign")
    try self.init(key, certificate: draft.signed(by: key))
  }

  /// Issues a certificate that signs closings and statements for three years, or for as long as
  /// the authority itself counts.
  ///
  /// The profile is the one that every common verifier takes with its default options: no address
  /// to ask for revocations, and both purposes, documents and mail.
  /// - Throws: ``SealRefusal/certificateIsNotYetValid(from:at:)``,
  ///   ``SealRefusal/certificateHasExpired(on:at:)``.
  /// - Source: RFC 9336 for the purpose of signing documents.
  public func issueSigningCertificate(
    for organisation: OrganisationName, key signingKey: PrivateKey, from start: Instant
  ) throws(SealRefusal) -> Certificate {
    guard start >= certificate.notBefore else {
      throw .certificateIsNotYetValid(from: certificate.notBefore, at: start)
    }
    guard start < certificate.notAfter else {
      throw .certificateHasExpired(on: certificate.notAfter, at: start)
    }
    let draft = try CertificateDraft(
      organisation, commonName: "Clôtures et relevés", publicKey: signingKey)
    try draft.setValidity(from: start, to: min(start.adding(years: 3), certificate.notAfter))
    try draft.setIssuer(certificate)
    try draft.extend("basicConstraints", "critical,CA:FALSE")
    try draft.extend("keyUsage", "critical,digitalSignature,nonRepudiation")
    try draft.extend("extendedKeyUsage", "1.3.6.1.5.5.7.3.36,emailProtection")
    return try draft.signed(by: key)
  }
}

extension Instant {
  /// The last second before the same clock time so many years later.
  fileprivate func adding(years: Int) -> Instant {
    let (day, second) = split(offset: 0)
    let later = day.adding(months: 12 * years)
    return Instant(seconds: Int64(later.number) * 86_400 + Int64(second) - 1)
  }
}
