import Units

/// A source cut at line ends: what it hands out are whole lines, save the last of the file.
struct LineBlocks<Source: ByteSource> {
  /// Small enough for the cache, large enough to read fast.
  static var blockSize: Int { 131_072 }
  /// No row of a table is as long.
  static var longestLine: Int { 1_048_576 }

  private var source: Source
  /// The bytes read and not yet handed out.
  private(set) var buffer: [UInt8] = []
  private var block = Array(repeating: UInt8(0), count: blockSize)
  /// Whether the source has no more.
  private(set) var isAtEnd = false
  /// The offset in the file of the bytes handed out last.
  private(set) var offset = 0

  init(_ source: Source) { self.source = source }

  /// The digest of the whole file, the rest of it read if need be, and the source given back.
  mutating func digest(giving back: inout Source) throws -> Digest {
    while !isAtEnd {
      buffer.removeAll(keepingCapacity: true)
      try more()
    }
    let digest = try source.digest()
    back = source
    return digest
  }

  /// Starts again from the first byte.
  mutating func rewind() throws {
    try source.rewind()
    (offset, isAtEnd) = (0, false)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Reads at least so many bytes, or the whole file: what layouts are told by.
  mutating func head(_ count: Int) throws -> [UInt8] {
    while !isAtEnd, buffer.count < count { try more() }
    return buffer
  }

  /// All that is left, for texts that must be decoded whole.
  mutating func rest() throws -> [UInt8] {
    while !isAtEnd { try more() }
    return buffer
  }

  /// Hands out lines until there are none, or until told to stop.
  ///
  /// A line that lies across two blocks is put together; all others stay where they were read.
  /// - Parameter body: takes whole lines and their offset in the file; gives false to stop.
  /// - Returns: false when a line is longer than any row could be.
  mutating func forEach(_ body: (Span<UInt8>, Int) throws -> Bool) throws -> Bool {
    let begun = isAtEnd ? buffer.count : (buffer.lastIndex(of: Ascii.lineFeed) ?? -1) + 1
    if begun > 0 {
      let isWanted = try body(buffer.span.extracting(0..<begun), offset)
      offset += begun
      buffer.removeSubrange(0..<begun)
      guard isWanted else { return true }
    }
    while !isAtEnd {
      if buffer.count > Self.longestLine { return false }
      let count = try source.fill(&block)
      guard count > 0 else {
        isAtEnd = true
        break
      }
      guard let last = block[..<count].lastIndex(of: Ascii.lineFeed) else {
        buffer += block[..<count]
        continue
      }
      var begin = 0
      if !buffer.isEmpty, let first = block.firstIndex(of: Ascii.lineFeed) {
        begin = first + 1
        buffer += block[..<begin]
        let isWanted = try body(buffer.span, offset)
        offset += buffer.count
        buffer.removeAll(keepingCapacity: true)
        guard isWanted else { return true }
      }
      if begin <= last {
        let isWanted = try body(block.span.extracting(begin..<last + 1), offset)
        offset += last + 1 - begin
        begin = last + 1
        guard isWanted else { return true }
      }
      buffer += block[begin..<count]
    }
    guard !buffer.isEmpty else { return true }
    _ = try body(buffer.span, offset)
    offset += buffer.count
    buffer.removeAll(keepingCapacity: true)
    return true
  }

  private mutating func more() throws {
    let count = try source.fill(&block)
    guard count > 0 else {
      isAtEnd = true
      return
    }
    buffer += block[..<count]
  }
}
