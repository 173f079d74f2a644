import Units

/// Writes the few shapes of DER that a signature is made of.
///
/// - Source: ITU-T X.690 §§ 8, 10, 11.
enum DER {
  /// One element: tag, length, content.
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag] + length(content.count) + content
  }

  /// A SEQUENCE of encoded elements.
  static func sequence(_ parts: [[UInt8]]) -> [UInt8] { element(0x30, joined(parts)) }

  /// The content of a SET OF: the encoded elements in the order of their bytes.
  static func sorted(_ parts: [[UInt8]]) -> [UInt8] {
    joined(parts.sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// A SET OF encoded elements.
  static func set(_ parts: [[UInt8]]) -> [UInt8] { element(0x31, sorted(parts)) }

  /// An OCTET STRING.
  static func octets(_ content: [UInt8]) -> [UInt8] { element(0x04, content) }

  /// A small INTEGER.
  ///
  /// - Precondition: `value` is from 0 to 127.
  static func integer(_ value: UInt8) -> [UInt8] { element(0x02, [value]) }

  /// A Time: UTCTime up to 2049, GeneralizedTime from 2050 on.
  ///
  /// - Source: RFC 5652 § 11.3.
  static func time(_ instant: Instant) -> [UInt8] {
    let digits = instant.description.utf8.filter { (48...57).contains($0) }
    let short = (1950..<2050).contains(instant.split(offset: 0).day.calendar.year)
    return element(
      short ? 0x17 : 0x18, Array(digits.dropFirst(short ? 2 : 0)) + [UInt8(ascii: "Z")])
  }

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { bytes += part }
    return bytes
  }

  private static func length(_ count: Int) -> [UInt8] {
    guard count >= 128 else { return [UInt8(count)] }
    let size = (Int.bitWidth - count.leadingZeroBitCount + 7) / 8
    return [0x80 | UInt8(size)]
      + (0..<size).reversed().map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }
}

/// The object identifiers that signatures and keys name, encoded.
enum ObjectName {
  /// id-data, 1.2.840.113549.1.7.1.
  static let data: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1]
  /// id-signedData, 1.2.840.113549.1.7.2.
  static let signedData: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]
  /// id-contentType, 1.2.840.113549.1.9.3.
  static let contentType: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 3]
  /// id-messageDigest, 1.2.840.113549.1.9.4.
  static let messageDigest: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 4]
  /// id-signingTime, 1.2.840.113549.1.9.5.
  static let signingTime: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 5]
  /// id-aa-signingCertificateV2, 1.2.840.113549.1.9.16.2.47.
  static let signingCertificateV2: [UInt8] =
    [6, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 47]
  /// id-sha256, 2.16.840.1.101.3.4.2.1.
  static let sha256: [UInt8] = [6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]
  /// ecdsa-with-SHA256, 1.2.840.10045.4.3.2.
  static let ecdsaWithSHA256: [UInt8] = [6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]
  /// sha256WithRSAEncryption, 1.2.840.113549.1.1.11.
  static let sha256WithRSA: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11]
  /// id-ecPublicKey, 1.2.840.10045.2.1.
  static let ecPublicKey: [UInt8] = [6, 7, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]
  /// prime256v1, 1.2.840.10045.3.1.7.
  static let p256: [UInt8] = [6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]
  /// secp384r1, 1.3.132.0.34.
  static let p384: [UInt8] = [6, 5, 0x2B, 0x81, 4, 0, 0x22]
}
