/// A signature whose mathematics hold; whose it is, is judged apart.
struct SignedMessage {
  /// The signer's certificate.
  let certificate: Certificate
  /// The other certificates sent along.
  let others: [[UInt8]]
  /// When the signer says to have signed, in seconds since 1970-01-01T00:00:00Z.
  let signedAt: Int64?
  /// What a token says.
  let content: [UInt8]
  /// The signature itself, which a time stamp covers.
  let value: [UInt8]
  /// A time stamp over the signature, carried along.
  let token: [UInt8]?

  /// Checks a signature over some content; a token holds its own.
  ///
  /// Everything is walked here, byte by byte, and the library asked for the mathematics alone: its own
  /// reader of CMS takes more than it should, and reads the certificate anew each time.
  /// - Throws: `cmsMalformed`, `cmsTrailingData`, `weakAlgorithm`, `untrustedSigner` (no certificate
  ///   of the signer sent along), `contentAltered`, `essMissing`.
  /// - Source: RFC 5652 §§ 5.4, 5.6, 11; RFC 5035 § 3.
  init(_ der: [UInt8], over content: [UInt8], _ shelf: Shelf) throws(SignatureFault) {
    try self.init(der, over: [content[...]], shelf)
  }

  /// Checks a token, or a signature over content that lies in several places, as a PDF's does.
  ///
  /// - Throws: as above.
  init(
    _ der: [UInt8], over content: [ArraySlice<UInt8>]? = nil, _ shelf: Shelf
  ) throws(SignatureFault) {
    let profile: SignedDataShape.Profile = content == nil ? .token : .document
    let shape = try SignedDataShape(der, as: profile)
    let sent = shape.certificates.map { shelf.certificate($0) }
    guard let signer = sent.first(where: { $0?.issuerAndSerial == shape.signer }),
      let certificate = signer
    else { throw .init(.untrustedSigner) }
    guard profile == .token ? certificate.isForTokens : certificate.isForDocuments,
      certificate.isOnCurve == shape.isOnCurve
    else { throw .init(.weakAlgorithm) }
    let attributes = try shape.attributesByName()
    let own = shape.content ?? []
    // What is signed elsewhere is signed by SHA-256: the outline takes nothing else.
    let imprint = content.map { hash($0) } ?? digest(own, shape.digest)
    let type = profile == .document ? OID.data : OID.timeStamp
    guard attributes[OID.contentType] == element(0x06, type),
      attributes[OID.messageDigest] == element(0x04, imprint),
      certificate.verifies(shape.value, over: shape.attributes, shape.digest)
    else { throw .init(.contentAltered) }
    guard names(certificate, attributes, profile) else { throw .init(.essMissing) }
    self.certificate = certificate
    others = shape.certificates.filter { $0 != certificate.der }
    signedAt = try attributes[OID.signingTime].map(Self.time)
    self.content = own
    value = shape.value
    token = shape.token
  }

  private static func time(_ der: [UInt8]) throws(SignatureFault) -> Int64 {
    var reader = DERReader(der)
    let short = reader.content(0x17)
    guard let text = short ?? reader.content(0x18) else { throw .init(.cmsMalformed) }
    // Two digits of a year mean 1950 to 2049 (RFC 5280 § 4.1.2.5.1).
    let century = short == nil ? "" : text.first.map { $0 < UInt8(ascii: "5") ? "20" : "19" } ?? ""
    guard let seconds = generalizedTime(Array(century.utf8) + text) else {
      throw .init(.cmsMalformed)
    }
    return seconds
  }
}

/// Whether the signed attributes name the signer's certificate by its digest.
///
/// Documents must use SHA-256; older time-stamping services still name theirs by SHA-1, which the
/// signature over the whole attribute makes harmless.
/// - Source: RFC 5035 §§ 3, 5.
private func names(
  _ certificate: Certificate, _ attributes: [[UInt8]: [UInt8]],
  _ profile: SignedDataShape.Profile
) -> Bool {
  if let value = attributes[OID.signingCertificateV2] {
    return identifies(value, certificate) { name in
      let digestName = name.map { DigestName($0) } ?? .sha256
      guard let digestName, profile == .token || digestName == .sha256 else { return nil }
      return digest(certificate.der, digestName)
    }
  }
  guard profile == .token, let value = attributes[OID.signingCertificate] else { return false }
  return identifies(value, certificate) { $0 == nil ? sha1(certificate.der) : nil }
}

/// Whether the first identifier of a signing-certificate attribute is a certificate's.
private func identifies(
  _ value: [UInt8], _ certificate: Certificate, digest: ([UInt8]?) -> [UInt8]?
) -> Bool {
  var reader = DERReader(value)
  guard var attribute = reader.enter(0x30), var list = attribute.enter(0x30),
    var first = list.enter(0x30)
  else { return false }
  let algorithm = first.isAt == 0x30 ? first.algorithm() : nil
  guard let expected = digest(algorithm), first.content(0x04) == expected else { return false }
  guard var issuerSerial = first.enter(0x30) else { return first.isAtEnd }
  guard var names = issuerSerial.enter(0x30), var directory = names.enter(0xA4),
    let issuer = directory.whole(0x30), let serial = issuerSerial.whole(0x02), first.isAtEnd
  else { return false }
  return issuer + serial == certificate.issuerAndSerial
}

/// A DER element of fewer than 128 bytes.
private func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
  [tag, UInt8(truncatingIfNeeded: content.count)] + content
}
