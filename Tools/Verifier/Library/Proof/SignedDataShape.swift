/// The outline that a signature must have, to the byte.
///
/// The library reads much more than this: several signers, unsigned attributes, stray certificates,
/// versions that mean nothing. Whatever is not covered by the signature itself is pinned here, so
/// that no byte of the file can change unnoticed.
/// - Source: RFC 5652 §§ 3, 5.
struct SignedDataShape {
  /// The certificates sent along, as they stand.
  let certificates: [[UInt8]]
  /// What names the signer's certificate: issuer and serial number.
  let signer: [UInt8]

  /// Walks the outline.
  ///
  /// - Throws: `cmsMalformed`, `cmsTrailingData`, `weakAlgorithm`.
  init(_ der: [UInt8]) throws(SignatureFault) {
    var file = DERReader(der)
    guard var content = file.enter(0x30) else { throw .init(.cmsMalformed) }
    guard file.isAtEnd else { throw .init(.cmsTrailingData) }
    guard content.content(0x06) == OID.signedData, var wrapper = content.enter(0xA0),
      content.isAtEnd, var data = wrapper.enter(0x30), wrapper.isAtEnd,
      data.content(0x02) == [1], var digests = data.enter(0x31),
      let digest = digests.algorithm(), digests.isAtEnd, var encapsulated = data.enter(0x30),
      encapsulated.content(0x06) == OID.data, encapsulated.isAtEnd,
      var chain = data.enter(0xA0), var signers = data.enter(0x31), data.isAtEnd,
      var signer = signers.enter(0x30), signers.isAtEnd
    else { throw .init(.cmsMalformed) }
    certificates = chain.all(0x30)
    guard chain.isAtEnd else { throw .init(.cmsMalformed) }
    guard signer.content(0x02) == [1], let name = signer.content(0x30) else {
      throw .init(.cmsMalformed)
    }
    self.signer = name
    let algorithms = try Self.algorithms(of: &signer)
    guard algorithms.digest == digest else { throw .init(.cmsMalformed) }
    guard digest == OID.sha256, algorithms.signature == OID.ecdsaWithSHA256 else {
      throw .init(.weakAlgorithm)
    }
  }

  private static func algorithms(
    of signer: inout DERReader
  ) throws(SignatureFault) -> (digest: [UInt8], signature: [UInt8]) {
    guard let digest = signer.algorithm() else { throw .init(.cmsMalformed) }
    guard signer.content(0xA0) != nil else { throw .init(.essMissing) }
    guard let signature = signer.algorithm(), signer.content(0x04) != nil, signer.isAtEnd else {
      throw .init(.cmsMalformed)
    }
    return (digest, signature)
  }
}

extension SignedDataShape {
  /// Whether the signer is named by the very bytes of this certificate.
  ///
  /// The library compares names without regard to case, so a name could change unnoticed.
  func names(_ certificate: [UInt8]) -> Bool {
    var file = DERReader(certificate)
    guard var content = file.enter(0x30), var signed = content.enter(0x30) else { return false }
    _ = signed.whole(0xA0)
    guard let serial = signed.whole(0x02), signed.whole(0x30) != nil,
      let issuer = signed.whole(0x30)
    else { return false }
    return signer == issuer + serial
  }
}

/// Why a signature is not taken.
struct SignatureFault: Error {
  let code: Code
  init(_ code: Code) { self.code = code }
}

extension DERReader {
  /// The identifier of an algorithm without parameters, or with empty ones.
  fileprivate mutating func algorithm() -> [UInt8]? {
    guard var inside = enter(0x30), let name = inside.content(0x06) else { return nil }
    return inside.isAtEnd || inside.content(0x05) == [] && inside.isAtEnd ? name : nil
  }

  /// All the elements of one tag that follow.
  fileprivate mutating func all(_ tag: UInt8) -> [[UInt8]] {
    var elements: [[UInt8]] = []
    while let element = whole(tag) { elements.append(element) }
    return elements
  }
}

private enum OID {
  static let data: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]
  static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]
  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]
  static let ecdsaWithSHA256: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]
}
