/// A signed statement found again: where its signature lies, and what room it has.
///
/// Only what this room wrote is taken: its layout is known to the byte.
public struct SignedDocument: Hashable, Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// The bytes of the signature's place: the signature, and zeros after it.
  public let signature: [UInt8]
  private let digits: Range<Int>

  /// Finds the signature of a statement.
  ///
  /// - Throws: ``DocumentsRefusal/fileIsNoSignedStatement``.
  public init(bytes: [UInt8]) throws(DocumentsRefusal) {
    let mark = Array("/ByteRange [0 ".utf8)
    let starts = bytes.indices.filter { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    guard starts.count == 1 else { throw .fileIsNoSignedStatement }
    let list = bytes[(starts[0] + mark.count)...].prefix { $0 != UInt8(ascii: "]") }.prefix(40)
    let numbers = String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] < numbers[1], numbers[1] <= bytes.count,
      numbers[2] == bytes.count - numbers[1], numbers[1] - numbers[0] >= 4,
      bytes[numbers[0]] == UInt8(ascii: "<"), bytes[numbers[1] - 1] == UInt8(ascii: ">")
    else { throw .fileIsNoSignedStatement }
    digits = numbers[0] + 1..<numbers[1] - 1
    var signature: [UInt8] = []
    signature.reserveCapacity(digits.count / 2)
    for place in stride(from: digits.lowerBound, to: digits.upperBound - 1, by: 2) {
      guard let high = Self.value(bytes[place]), let low = Self.value(bytes[place + 1]) else {
        throw .fileIsNoSignedStatement
      }
      signature.append(high << 4 | low)
    }
    self.bytes = bytes
    self.signature = signature
  }

  /// The file with another signature in the place of its own, such as the same with a time stamp.
  ///
  /// - Throws: ``DocumentsRefusal/stampDoesNotFit(bytes:room:)``.
  public func replacingSignature(with der: [UInt8]) throws(DocumentsRefusal) -> [UInt8] {
    guard der.count <= signature.count else {
      throw .stampDoesNotFit(bytes: der.count, room: signature.count)
    }
    let empty = [UInt8](repeating: 0, count: signature.count - der.count)
    var result = bytes
    result.replaceSubrange(digits, with: hexadecimal(der + empty))
    return result
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    default: nil
    }
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return text
}
