/// Whole numbers in as few bytes as they need: seven bits a byte, the eighth says "more".
enum Varint {
  @inline(__always)
  static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number of either sign: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4.
  @inline(__always)
  static func append(folding number: Int64, to bytes: inout [UInt8]) {
    append(UInt64(bitPattern: number << 1 ^ number >> 63), to: &bytes)
  }

  /// Writes a number of either sign at a place that has room for ten bytes, and goes past it.
  @inline(__always)
  static func put(
    folding number: Int64, _ bytes: UnsafeMutablePointer<UInt8>, _ at: inout Int
  ) {
    var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
    while rest >= 0x4000 {
      unsafe bytes[at] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      at &+= 1
    }
    // One byte or two without a choice: which it is changes too often to be foreseen.
    let isLong: UInt64 = rest >= 0x80 ? 1 : 0
    unsafe bytes[at] = UInt8(truncatingIfNeeded: rest & 0x7F | isLong << 7)
    unsafe bytes[at &+ 1] = UInt8(truncatingIfNeeded: rest >> 7)
    at &+= 1 &+ Int(truncatingIfNeeded: isLong)
  }

  /// The number at a place, or nothing when the bytes end or write it in more than they need.
  @inline(__always)
  static func read(_ bytes: [UInt8], _ at: inout Int) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard shift < 63 || byte <= 1 else { return nil }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return byte == 0 && shift > 0 ? nil : number }
      shift += 7
    }
    return nil
  }

  @inline(__always)
  static func readFolded(_ bytes: [UInt8], _ at: inout Int) -> Int64? {
    read(bytes, &at).map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }
}
