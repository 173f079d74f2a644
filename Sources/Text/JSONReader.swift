extension JSON {
  /// Reads JSON text: whole numbers only, no repeated key, at most 64 levels deep.
  ///
  /// - Throws: ``TextRefusal/jsonIsMalformed(offset:)`` with the offset of the first wrong byte,
  ///   ``TextRefusal/numberIsNotWhole(offset:)``, ``TextRefusal/keyIsRepeated(_:)``.
  /// - Source: RFC 8259.
  public init(reading bytes: [UInt8]) throws(TextRefusal) {
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0
  static let mostLevels = 64

  mutating func document() throws(TextRefusal) -> JSON {
    let value = try self.value(level: 0)
    skipSpace()
    guard offset == bytes.count else { throw .jsonIsMalformed(offset: offset) }
    return value
  }

  private mutating func value(level: Int) throws(TextRefusal) -> JSON {
    skipSpace()
    guard level < JSONReader.mostLevels, offset < bytes.count else { throw malformed }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try object(level)
    case UInt8(ascii: "["): return try array(level)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private var malformed: TextRefusal { .jsonIsMalformed(offset: offset) }

  private mutating func skipSpace() {
    while offset < bytes.count, [32, 9, 10, 13].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func word(_ word: String, _ value: JSON) throws(TextRefusal) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw malformed }
    offset += word.utf8.count
    return value
  }

  private mutating func object(_ level: Int) throws(TextRefusal) -> JSON {
    offset += 1
    var members: [String: JSON] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw malformed }
      let key = try string()
      guard members[key] == nil else { throw .keyIsRepeated(key) }
      guard take(UInt8(ascii: ":")) else { throw malformed }
      members[key] = try value(level: level + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw malformed }
    return .object(members)
  }

  private mutating func array(_ level: Int) throws(TextRefusal) -> JSON {
    offset += 1
    var items: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat { items.append(try value(level: level + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw malformed }
    return .array(items)
  }

  private mutating func integer() throws(TextRefusal) -> Int64 {
    let start = offset
    while offset < bytes.count, !",]} \n\r\t".utf8.contains(bytes[offset]) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let number = Int64(text), String(number) == text else {
      let looksNumeric = text.utf8.first.map { $0 == 45 || (48...57).contains($0) } ?? false
      throw looksNumeric ? .numberIsNotWhole(offset: start) : .jsonIsMalformed(offset: start)
    }
    return number
  }

  private mutating func string() throws(TextRefusal) -> String {
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      guard bytes[offset] >= 32 else { throw malformed }
      if bytes[offset] == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    guard offset < bytes.count, let valid = String(validating: text, as: UTF8.self) else {
      throw malformed
    }
    offset += 1
    return valid
  }

  private mutating func escape() throws(TextRefusal) -> [UInt8] {
    guard offset + 1 < bytes.count else { throw malformed }
    let simple: [UInt8: UInt8] = [
      34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9,
    ]
    if let byte = simple[bytes[offset + 1]] {
      offset += 2
      return [byte]
    }
    let high = try codeUnit()
    if (0xD800..<0xDC00).contains(high) {
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = UnicodeScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { throw malformed }
      return Array(String(scalar).utf8)
    }
    guard let scalar = UnicodeScalar(high) else { throw malformed }
    return Array(String(scalar).utf8)
  }

  private mutating func codeUnit() throws(TextRefusal) -> UInt32 {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw malformed }
    var unit: UInt32 = 0
    for byte in bytes[(offset + 2)..<(offset + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw malformed }
      unit = unit << 4 | UInt32(digit)
    }
    offset += 6
    return unit
  }
}
