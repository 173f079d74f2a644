public import Units

/// Signs some bytes, leaving them where they are: a detached CAdES-B-B signature in DER.
///
/// The signing time is the given instant, not the clock's, so that a closing made again under a
/// fixed "now" claims the same time.
/// - Throws: ``SealRefusal/certificateIsNotYetValid(from:at:)``,
///   ``SealRefusal/certificateHasExpired(on:at:)``, or what kept the key from signing.
/// - Source: ETSI EN 319 122-1 § 6 (B-B); RFC 5652; RFC 5035.
public func signDetached(
  _ content: [UInt8], with signer: some Signer, at instant: Instant
) throws(SealRefusal) -> [UInt8] {
  try signer.checkValidity(at: instant)
  let time = attribute(ObjectName.signingTime, DER.time(instant))
  return try signedData(over: sha256(content), with: signer, further: [time])
}

/// Signs the parts of a PDF outside its signature's place: a PAdES-B-B signature in DER.
///
/// It carries no signing time: a PDF's signature dictionary tells it in `/M`.
/// - Throws: ``SealRefusal/certificateIsNotYetValid(from:at:)``,
///   ``SealRefusal/certificateHasExpired(on:at:)``, or what kept the key from signing.
/// - Source: ETSI EN 319 142-1 § 6 (B-B).
public func padesSignature(
  over ranges: [ArraySlice<UInt8>], with signer: some Signer, at instant: Instant
) throws(SealRefusal) -> [UInt8] {
  try signer.checkValidity(at: instant)
  var hasher = Hasher256()
  for range in ranges { hasher.update(range) }
  return try signedData(over: hasher.finish(), with: signer, further: [])
}

/// The most bytes that ``padesSignature(over:with:at:)`` returns for this signer: what a PDF writer
/// sets aside, twice over, for hexadecimal digits.
public func padesSignatureLengthMax(for signer: some Signer) -> Int {
  let parts = SignedParts(digest: sha256([]), signer: signer, further: [])
  return parts.assembled(signature: [UInt8](repeating: 0, count: signer.algorithm.lengthMax)).count
}

private func signedData(
  over digest: Digest, with signer: some Signer, further: [[UInt8]]
) throws(SealRefusal) -> [UInt8] {
  let parts = SignedParts(digest: digest, signer: signer, further: further)
  return parts.assembled(signature: try signer.signature(over: parts.toBeSigned))
}

/// What a SignedData is assembled from, but for the signature itself.
private struct SignedParts {
  private let attributes: [UInt8]
  private let signer: any Signer

  init(digest: Digest, signer: some Signer, further: [[UInt8]]) {
    let always = [
      attribute(ObjectName.contentType, ObjectName.data),
      attribute(ObjectName.messageDigest, DER.octets(digest.bytes)),
      attribute(ObjectName.signingCertificateV2, signingCertificate(signer.certificate)),
    ]
    attributes = DER.sorted(always + further)
    self.signer = signer
  }

  /// The signed attributes, tagged as the SET OF that is hashed.
  var toBeSigned: [UInt8] { DER.element(0x31, attributes) }

  /// The whole ContentInfo.
  func assembled(signature: [UInt8]) -> [UInt8] {
    let sha256 = DER.sequence([ObjectName.sha256])
    let certificates = ([signer.certificate] + signer.chain).map(\.der)
    let signerInfo = DER.sequence([
      DER.integer(1), signer.certificate.issuerAndSerial, sha256,
      DER.element(0xA0, attributes), signer.algorithm.identifier, DER.octets(signature),
    ])
    let signedData = DER.sequence([
      DER.integer(1), DER.set([sha256]), DER.sequence([ObjectName.data]),
      DER.element(0xA0, DER.sorted(certificates)), DER.set([signerInfo]),
    ])
    return DER.sequence([ObjectName.signedData, DER.element(0xA0, signedData)])
  }
}

private func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
  DER.sequence([type, DER.set([value])])
}

/// The value that ties the signature to one certificate: its SHA-256, issuer and serial number.
///
/// - Source: RFC 5035 § 3.
private func signingCertificate(_ certificate: Certificate) -> [UInt8] {
  let identifier = DER.sequence([
    DER.octets(certificate.fingerprint.bytes), certificate.generalIssuerAndSerial,
  ])
  return DER.sequence([DER.sequence([identifier])])
}
