/// A SHA-256 digest: 32 bytes that name some bytes.
///
/// Computed in `Seal`.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes 32 bytes.
  ///
  /// - Precondition: there are 32.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, or nothing.
  public init?(hex: String) {
    guard let bytes = Units.bytes(fromHex: hex), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String { Units.hex(bytes) }
  /// 16 groups of four hexadecimal digits, in capitals: as people compare a fingerprint.
  public var grouped: String {
    let digits = Array(hex.uppercased())
    return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
      .joined(separator: " ")
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { hex }

  /// Orders as the bytes do.
  public static func < (left: Digest, right: Digest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Bytes as lower-case hexadecimal digits.
public func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes that hexadecimal digits write, or nothing.
public func bytes(fromHex text: String) -> [UInt8]? {
  let nibbles = text.utf8.map { byte -> UInt8? in
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
  guard nibbles.count.isMultiple(of: 2), !nibbles.contains(nil) else { return nil }
  let whole = nibbles.compactMap(\.self)
  return stride(from: 0, to: whole.count, by: 2).map { whole[$0] << 4 | whole[$0 + 1] }
}
