/// Reads JSON as it comes; whether it is canonical is judged afterwards.
struct JSONReader {
  let bytes: [UInt8]
  private var next = 0
  private var depth = 0
  private static let depthMax = 16
  private static let escapes: [UInt8: UInt8] = [
    34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9,
  ]

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONFault) -> JSON {
    let value = try value()
    skipSpace()
    guard next == bytes.count else { throw .init(.jsonMalformed) }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSON {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"):
      return .object(try nested { reader throws(JSONFault) in try reader.members() })
    case UInt8(ascii: "["):
      return .array(try nested { reader throws(JSONFault) in try reader.items() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), .some(48...57): return .integer(try integer())
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): throw .init(.jsonNotCanonical)
    default: throw .init(.jsonMalformed)
    }
  }

  private mutating func nested<Result>(
    _ read: (inout JSONReader) throws(JSONFault) -> Result
  ) throws(JSONFault) -> Result {
    guard depth < Self.depthMax else { throw .init(.jsonMalformed) }
    depth += 1
    next += 1
    let result = try read(&self)
    depth -= 1
    return result
  }

  private mutating func members() throws(JSONFault) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return members }
    repeat {
      skipSpace()
      let key = try string()
      guard keys.insert(key).inserted else { throw .init(.jsonDuplicateKey) }
      skipSpace()
      guard take(":") else { throw .init(.jsonMalformed) }
      members.append(JSON.Member(key: key, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw .init(.jsonMalformed) }
    return members
  }

  private mutating func items() throws(JSONFault) -> [JSON] {
    var items: [JSON] = []
    skipSpace()
    if take("]") { return items }
    repeat {
      items.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw .init(.jsonMalformed) }
    return items
  }

  /// Whole numbers that every reader of JSON holds exactly.
  private mutating func integer() throws(JSONFault) -> Int {
    let start = next
    while let byte = peek, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { next += 1 }
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    guard let number = Int(text), number.magnitude < 1 << 53, String(number) == text else {
      throw .init(.jsonNotCanonical)
    }
    return number
  }

  private mutating func string() throws(JSONFault) -> String {
    guard take("\"") else { throw .init(.jsonMalformed) }
    var units: [UInt8] = []
    while let first = peek, first != 34 {
      let start = next
      while let plain = peek, plain >= 32, plain != 34, plain != 92 { next += 1 }
      units += bytes[start..<next]
      if peek == 92 {
        next += 1
        units += try escape()
      } else if let control = peek, control < 32 {
        throw .init(.jsonMalformed)
      }
    }
    guard take("\"") else { throw .init(.jsonMalformed) }
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard let letter = peek else { throw .init(.jsonMalformed) }
    next += 1
    if let byte = Self.escapes[letter] { return [byte] }
    guard letter == UInt8(ascii: "u"), next + 4 <= bytes.count else { throw .init(.jsonMalformed) }
    let digits = String(decoding: bytes[next..<next + 4], as: UTF8.self)
    // Halves of surrogate pairs need no escape, so no canonical text has them.
    guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
      throw .init(.jsonNotCanonical)
    }
    next += 4
    return Array(String(Character(scalar)).utf8)
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    next += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { next += 1 }
  }
}
