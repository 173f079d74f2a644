/// How plain rows begin, up to their value: letter for letter as a row before, save for the device
/// whose turn it is.
///
/// A row before its value is a part that names its device and a part that all rows of its stamp
/// share; rows are told apart by comparing these, cells need not be found.
struct RowBeginning {
  /// What a part says: how many letters, which of its last word count, and its words of eight.
  private static let size = 10
  private static let mostLetters = 64
  /// What the rows of one stamp share, then what those of each device do.
  private(set) var parts = Array(repeating: UInt64(0), count: size)
  /// What the shared part says: a stamp that may not be the one read last.
  private(set) var stamp = LastStamp()
  /// Whether the device comes before what is shared, and whether rows name one at all.
  private let deviceIsFirst: Bool
  private let hasDevice: Bool

  init(_ cells: [PlainCell]) {
    let place = cells.firstIndex { $0 == .device }
    hasDevice = place != nil
    deviceIsFirst = (place ?? 0) < cells.firstIndex { $0 == .stamp } ?? 0
  }

  /// How the rows of a device begin: two parts, one after the other.
  struct Order {
    fileprivate let first: Int
    fileprivate let firstStride: Int
    fileprivate let second: Int
    fileprivate let secondStride: Int
  }

  /// Where the value of a row begins, if it begins as rows of this device do.
  ///
  /// - Precondition: there are as many letters as two beginnings can have.
  @inline(__always)
  static func end(
    _ parts: Span<UInt64>, _ order: Order, _ bytes: Span<UInt8>, _ from: Int, of device: Int
  ) -> Int? {
    let first = order.first &+ device &* order.firstStride
    let second = order.second &+ device &* order.secondStride
    guard first < parts.count, second < parts.count,
      let middle = end(parts, first, bytes, from)
    else { return nil }
    return second < 0 ? middle : end(parts, second, bytes, middle)
  }

  @inline(__always)
  private static func end(
    _ parts: Span<UInt64>, _ part: Int, _ bytes: Span<UInt8>, _ from: Int
  ) -> Int? {
    let count = unsafe Int(truncatingIfNeeded: parts[unchecked: part])
    guard count > 0 else { return nil }
    let last = (count &- 1) / 8
    let words = part &+ 2
    var difference = unsafe bytes.word(from &+ 8 &* last) & parts[unchecked: part &+ 1]
    unsafe difference ^= parts[unchecked: words &+ last]
    for word in 0..<last {
      difference |= unsafe bytes.word(from &+ 8 &* word) ^ parts[unchecked: words &+ word]
    }
    return difference == 0 ? from &+ count : nil
  }

  var order: Order {
    let size = RowBeginning.size
    if !hasDevice { return Order(first: 0, firstStride: 0, second: -1, secondStride: 0) }
    return deviceIsFirst
      ? Order(first: size, firstStride: size, second: 0, secondStride: 0)
      : Order(first: 0, firstStride: 0, second: size, secondStride: size)
  }

  /// Remembers how a row began: where its device's cell stands, where its value begins, and what its
  /// stamp says.
  mutating func remember(
    _ bytes: Span<UInt8>, _ from: Int, deviceCell: Range<Int>, value: Int, of device: Int,
    _ stamp: LastStamp
  ) {
    self.stamp = stamp
    guard hasDevice else { return keep(bytes, from..<value, 0) }
    let middle = deviceIsFirst ? deviceCell.upperBound + 1 : deviceCell.lowerBound
    let own = RowBeginning.size * (device + 1)
    while parts.count < own + RowBeginning.size { parts.append(0) }
    keep(bytes, from..<middle, deviceIsFirst ? own : 0)
    keep(bytes, middle..<value, deviceIsFirst ? 0 : own)
  }

  private mutating func keep(_ bytes: Span<UInt8>, _ range: Range<Int>, _ part: Int) {
    let fits = (1...RowBeginning.mostLetters).contains(range.count)
    parts[part] = fits ? UInt64(range.count) : 0
    guard fits else { return }
    let words = (range.count + 7) / 8
    for word in 0..<words {
      parts[part + 2 + word] = unsafe bytes.word(range.lowerBound + 8 * word)
    }
    parts[part + 1] = .max >> UInt64(8 * (8 * words - range.count))
    parts[part + 1 + words] &= parts[part + 1]
  }
}

extension Span where Element == UInt8 {
  /// Eight letters, the first one lowest.
  ///
  /// - Precondition: they are there.
  @inline(__always)
  @unsafe func word(_ at: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
  }
}
