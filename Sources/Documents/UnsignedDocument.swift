/// A finished PDF with an empty place for its signature.
///
/// The signature covers every byte but the place itself, so that nothing can be added later.
/// - Source: ISO 32000-1, 12.8.1; ETSI EN 319 142-1, 5.3 and 6.2.
public struct UnsignedDocument: Hashable, Sendable {
  /// The file, with zeros where the signature goes.
  public let bytes: [UInt8]
  /// What the signature covers: all before the place, all after it.
  public let signedRanges: [Range<Int>]

  /// The bytes that the signature covers, one after the other: what is to be digested and signed.
  public var signedBytes: [UInt8] { signedRanges.flatMap { bytes[$0] } }

  /// How many bytes of DER the place holds.
  public var capacity: Int { (signedRanges[1].lowerBound - signedRanges[0].upperBound - 2) / 2 }

  /// The signed file.
  ///
  /// - Parameter der: the CMS `SignedData` over ``signedBytes``.
  /// - Precondition: it fits into ``capacity`` bytes.
  public func signed(with der: [UInt8]) -> [UInt8] {
    precondition(der.count <= capacity, "the signature fits into its place")
    var result = bytes
    let place = signedRanges[0].upperBound + 1
    result.replaceSubrange(place..<place + 2 * der.count, with: hexadecimal(der))
    return result
  }
}
