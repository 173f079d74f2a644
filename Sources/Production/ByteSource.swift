public import Units

/// The bytes of one file, handed over block by block, so that no file is ever held whole.
public protocol ByteSource {
  /// Fills the block from its beginning, whole or in part; it may put another in its
  /// place.
  ///
  /// - Returns: how many bytes; 0 at the end, and from then on.
  mutating func fill(_ block: inout [UInt8]) throws -> Int
  /// Starts again from the first byte: asked when a file proves that its decimal mark is the other.
  mutating func rewind() throws
  /// The SHA-256 of all bytes, asked once, after the end was seen.
  mutating func digest() throws -> Digest
}

/// Bytes that are in memory already.
public struct BytesInMemory: ByteSource {
  private let bytes: [UInt8]
  private let known: Digest
  private var at = 0

  /// Hands over some bytes whose digest is known.
  public init(_ bytes: [UInt8], digest: Digest) {
    self.bytes = bytes
    known = digest
  }

  /// Fills the block with the next bytes.
  public mutating func fill(_ block: inout [UInt8]) -> Int {
    let count = min(block.count, bytes.count - at)
    block.replaceSubrange(0..<count, with: bytes[at..<at + count])
    at += count
    return count
  }

  /// Starts again.
  public mutating func rewind() { at = 0 }
  /// The digest that was known.
  public func digest() -> Digest { known }
}
