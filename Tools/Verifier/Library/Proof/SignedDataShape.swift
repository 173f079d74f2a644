/// The outline that a signature must have, to the byte.
///
/// A library of cryptography reads much more than this: several signers, stray certificates, versions
/// that mean nothing. Whatever the signature does not cover itself is pinned here, so that no byte of
/// the file can change unnoticed.
/// - Source: RFC 5652 §§ 3, 5.
struct SignedDataShape {
  /// What is signed, and so what may stand where.
  enum Profile {
    /// Content that lies elsewhere: a manifest, a PDF.
    case document
    /// A time stamp, which holds what it says.
    case token
  }

  /// The certificates sent along, as they stand.
  let certificates: [[UInt8]]
  /// What names the signer's certificate: issuer and serial number.
  let signer: [UInt8]
  /// What a token says.
  let content: [UInt8]?
  /// The digest that content and signature are made with.
  let digest: DigestName
  /// Whether the way to sign is one for keys on a curve.
  let isOnCurve: Bool
  /// The signed attributes, tagged as the set that is hashed.
  let attributes: [UInt8]
  /// The signature itself.
  let value: [UInt8]
  /// A time stamp over the signature, carried along.
  let token: [UInt8]?

  /// Walks the outline.
  ///
  /// - Throws: `cmsMalformed`, `cmsTrailingData`, `essMissing`, `weakAlgorithm`.
  init(_ der: [UInt8], as profile: Profile) throws(SignatureFault) {
    var file = DERReader(der)
    guard var content = file.enter(0x30) else { throw .init(.cmsMalformed) }
    guard file.isAtEnd else { throw .init(.cmsTrailingData) }
    guard content.content(0x06) == OID.signedData, var wrapper = content.enter(0xA0),
      content.isAtEnd, var data = wrapper.enter(0x30), wrapper.isAtEnd,
      data.content(0x02) == [profile == .document ? 1 : 3], var digests = data.enter(0x31),
      let digest = digests.algorithm(), digests.isAtEnd, var encapsulated = data.enter(0x30),
      encapsulated.content(0x06) == (profile == .document ? OID.data : OID.timeStamp),
      var chain = data.enter(0xA0), var signers = data.enter(0x31), data.isAtEnd,
      var signer = signers.enter(0x30), signers.isAtEnd
    else { throw .init(.cmsMalformed) }
    self.content = encapsulated.wrappedOctets()
    certificates = chain.all(0x30)
    guard encapsulated.isAtEnd, (self.content == nil) == (profile == .document), chain.isAtEnd,
      signer.content(0x02) == [1], let name = signer.content(0x30),
      let own = signer.algorithm()
    else { throw .init(.cmsMalformed) }
    self.signer = name
    guard signer.isAt == 0xA0 else { throw .init(.essMissing) }
    guard let attributes = signer.whole(0xA0), let algorithm = signer.algorithm(),
      let value = signer.content(0x04), own == digest
    else {
      throw .init(.cmsMalformed)
    }
    token = profile == .document ? signer.timeStamp() : nil
    guard signer.isAtEnd else { throw .init(.cmsMalformed) }
    guard let known = DigestName(digest), profile == .token || known == .sha256,
      known.signatures.contains(algorithm)
    else { throw .init(.weakAlgorithm) }
    self.digest = known
    isOnCurve = algorithm == known.signatures[0]
    self.attributes = [0x31] + attributes.dropFirst()
    self.value = value
  }

  /// The signed attributes by their names, each with its one value.
  ///
  /// - Throws: `cmsMalformed` when one stands twice or has several values.
  func attributesByName() throws(SignatureFault) -> [[UInt8]: [UInt8]] {
    var reader = DERReader(attributes)
    guard var list = reader.enter(0x31) else { throw .init(.cmsMalformed) }
    var found: [[UInt8]: [UInt8]] = [:]
    while !list.isAtEnd {
      guard var attribute = list.enter(0x30), let name = attribute.content(0x06),
        var values = attribute.enter(0x31), attribute.isAtEnd, let tag = values.isAt,
        let value = values.whole(tag), values.isAtEnd, found.updateValue(value, forKey: name) == nil
      else { throw .init(.cmsMalformed) }
    }
    return found
  }
}

/// Why a signature is not taken.
struct SignatureFault: Error {
  let code: Code
  init(_ code: Code) { self.code = code }
}

/// The digests that may be signed, by their names.
enum DigestName: UInt8 {
  case sha256 = 1
  case sha384 = 2
  case sha512 = 3

  /// The digest of a name as DER writes it.
  ///
  /// - Source: RFC 5754 § 2.
  init?(_ name: [UInt8]) {
    guard name.count == 9, name.starts(with: [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2]) else {
      return nil
    }
    self.init(rawValue: name[8])
  }

  /// The ways to sign with this digest: ECDSA, RSA, and RSA named by its key alone.
  fileprivate var signatures: [[UInt8]] {
    let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1]
    return [[0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 1 + rawValue], rsa + [10 + rawValue], rsa + [1]]
  }
}

extension DERReader {
  /// The identifier of an algorithm without parameters, or with empty ones.
  mutating func algorithm() -> [UInt8]? {
    guard var inside = enter(0x30), let name = inside.content(0x06) else { return nil }
    return inside.isAtEnd || inside.content(0x05) == [] && inside.isAtEnd ? name : nil
  }

  /// All the elements of one tag that follow.
  fileprivate mutating func all(_ tag: UInt8) -> [[UInt8]] {
    var elements: [[UInt8]] = []
    while let element = whole(tag) { elements.append(element) }
    return elements
  }

  fileprivate mutating func wrappedOctets() -> [UInt8]? {
    guard var wrapper = enter(0xA0), let octets = wrapper.content(0x04), wrapper.isAtEnd else {
      return nil
    }
    return octets
  }

  /// The one unsigned attribute there may be: a time stamp over the signature.
  ///
  /// - Source: RFC 3161 appendix A.
  fileprivate mutating func timeStamp() -> [UInt8]? {
    guard var list = enter(0xA1), var attribute = list.enter(0x30), list.isAtEnd,
      attribute.content(0x06) == OID.timeStampToken, var values = attribute.enter(0x31),
      attribute.isAtEnd, let token = values.whole(0x30), values.isAtEnd
    else { return nil }
    return token
  }
}

/// Names of things, as DER writes them.
enum OID {
  static let data: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]
  static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]
  static let contentType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 3]
  static let messageDigest: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4]
  static let signingTime: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 5]
  private static let smime: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16]
  static let timeStamp = smime + [1, 4]
  static let signingCertificate = smime + [2, 12]
  static let signingCertificateV2 = smime + [2, 47]
  static let timeStampToken = smime + [2, 14]
}
