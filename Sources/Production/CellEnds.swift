/// The bytes that end a cell, looked for eight at a time.
struct CellEnds {
  private let first: UInt64
  private let second: UInt64

  init(_ delimiter: UInt8, _ alternative: UInt8) {
    first = CellEnds.ones &* UInt64(delimiter)
    second = CellEnds.ones &* UInt64(alternative)
  }

  /// Where the next delimiter or line feed stands; the count of the bytes where there is none.
  @inline(__always)
  func next(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    var at = start
    while at &+ 8 <= bytes.count {
      let loaded = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
      let word = UInt64(littleEndian: loaded)
      let found =
        CellEnds.zeros(word ^ first) | CellEnds.zeros(word ^ second)
        | CellEnds.zeros(word ^ CellEnds.lineFeeds)
      if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < bytes.count {
      let byte = UInt64(unsafe bytes[unchecked: at])
      if byte == first & 0xFF || byte == second & 0xFF || byte == UInt64(Ascii.lineFeed) { break }
      at += 1
    }
    return at
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lineFeeds = ones * UInt64(Ascii.lineFeed)

  /// The top bit of every byte that is zero; above the lowest of them, others may be set too.
  /// - Source: Anderson, Bit Twiddling Hacks, "Determine if a word has a zero byte".
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & (ones << 7)
  }
}
