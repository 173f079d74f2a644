/// Walks strict DER, element by element.
///
/// - Source: ITU-T X.690 §§ 8.1, 10.1.
struct DERReader {
  private let bytes: [UInt8]
  private var next: Int
  private let end: Int

  init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    next = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { next == end }
  var isAt: UInt8? { next < end ? bytes[next] : nil }

  /// The inside of the next element, when it has this tag.
  mutating func enter(_ tag: UInt8) -> DERReader? {
    guard let content = element(tag) else { return nil }
    return DERReader(bytes, content.inside)
  }

  /// The content of the next element, when it has this tag.
  mutating func content(_ tag: UInt8) -> [UInt8]? { element(tag).map { Array(bytes[$0.inside]) } }

  /// The whole of the next element, when it has this tag.
  mutating func whole(_ tag: UInt8) -> [UInt8]? { element(tag).map { Array(bytes[$0.whole]) } }

  private mutating func element(_ tag: UInt8) -> (whole: Range<Int>, inside: Range<Int>)? {
    guard isAt == tag, next + 1 < end else { return nil }
    let start = next
    var (length, first) = (Int(bytes[next + 1]), next + 2)
    if length >= 128 {
      let size = length - 128
      guard (1...4).contains(size), first + size <= end, bytes[first] != 0 else { return nil }
      length = bytes[first..<first + size].reduce(0) { $0 << 8 | Int($1) }
      guard length >= 128 else { return nil }
      first += size
    }
    guard length <= end - first else { return nil }
    next = first + length
    return (start..<next, first..<next)
  }
}
