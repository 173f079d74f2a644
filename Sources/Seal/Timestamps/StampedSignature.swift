/// A detached signature of ours, taken apart just so far that a time stamp can be put into it.
///
/// The stamp is over the signature's value and lies outside of what is signed: a document that was
/// signed before can be stamped later, and no signed byte changes.
/// - Source: RFC 3161 appendix A; ETSI EN 319 122-1 § 5.3 (signature-time-stamp).
public struct StampableSignature: Hashable, Sendable {
  /// The signature's value: what is stamped.
  public let value: [UInt8]
  /// Whether it carries a stamp already.
  public let isStamped: Bool
  private let signedData: [[UInt8]]
  private let signerInfo: [[UInt8]]

  /// Takes a signature apart.
  ///
  /// - Parameter der: the signature, and nothing but zeros after it.
  /// - Throws: ``TimestampRefusal/signatureIsMalformed``.
  public init(der: [UInt8]) throws(TimestampRefusal) {
    var file = Elements(der[...])
    guard let whole = file.next(), whole.tag == 0x30, file.rest.allSatisfy({ $0 == 0 }),
      let content = Elements.all(whole.content), content.count == 2,
      Array(content[0].whole) == ObjectName.signedData,
      let data = Elements.all(content[1].content)?.first,
      let parts = Elements.all(data.content), let signers = parts.last, signers.tag == 0x31,
      let signer = Elements.all(signers.content), signer.count == 1,
      let fields = Elements.all(signer[0].content),
      let place = fields.firstIndex(where: { $0.tag == 0x04 }), place + 2 >= fields.count
    else { throw .signatureIsMalformed }
    value = Array(fields[place].content)
    isStamped = place + 1 < fields.count
    signedData = parts.dropLast().map { Array($0.whole) }
    signerInfo = fields[...place].map { Array($0.whole) }
  }

  /// The signature with a stamp in it.
  public func stamped(_ timestamp: Timestamp) -> [UInt8] {
    let attribute = DER.sequence([
      ObjectName.signatureTimestampToken, DER.set([timestamp.token]),
    ])
    let signer = DER.sequence(signerInfo + [DER.element(0xA1, attribute)])
    let data = DER.sequence(signedData + [DER.set([signer])])
    return DER.sequence([ObjectName.signedData, DER.element(0xA0, data)])
  }
}

extension ObjectName {
  /// id-aa-timeStampToken, 1.2.840.113549.1.9.16.2.14.
  fileprivate static let signatureTimestampToken: [UInt8] =
    [6, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 14]
}

/// Elements of DER one after the other.
private struct Elements {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  struct Element {
    let tag: UInt8
    let whole: ArraySlice<UInt8>
    let content: ArraySlice<UInt8>
  }

  /// The next element, or nothing at the end or where there is none.
  mutating func next() -> Element? {
    guard rest.count >= 2, rest[rest.startIndex] & 0x1F != 0x1F else { return nil }
    let tag = rest[rest.startIndex]
    let first = Int(rest[rest.startIndex + 1])
    let digits = first < 0x80 ? 0 : first & 0x7F
    guard digits <= 4, rest.count >= 2 + digits, first != 0x80 else { return nil }
    let start = rest.startIndex + 2 + digits
    let length =
      digits == 0 ? first : rest[(start - digits)..<start].reduce(0) { $0 << 8 | Int($1) }
    guard length <= rest.endIndex - start else { return nil }
    let element = Element(
      tag: tag, whole: rest[rest.startIndex..<start + length],
      content: rest[start..<start + length])
    rest = rest[(start + length)...]
    return element
  }

  /// All the elements, when there is nothing else.
  static func all(_ bytes: ArraySlice<UInt8>) -> [Element]? {
    var reader = Elements(bytes)
    var elements: [Element] = []
    while let element = reader.next() { elements.append(element) }
    return reader.rest.isEmpty ? elements : nil
  }
}
