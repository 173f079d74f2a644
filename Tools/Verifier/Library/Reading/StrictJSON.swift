/// A JSON text of integers, strings, arrays and objects: all that a signed text may hold.
indirect enum JSON: Equatable {
  case integer(Int)
  case string(String)
  case array([JSON])
  case object([Member])

  struct Member: Equatable {
    let key: String
    let value: JSON
  }

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
}

extension JSON {
  /// Reads a canonical text; any other text that says the same is refused.
  ///
  /// - Throws: `jsonMalformed`, `jsonDuplicateKey`, `jsonNotCanonical`.
  /// - Source: RFC 8785, without fractions, exponents, `true`, `false` and `null`.
  init(canonical bytes: [UInt8]) throws(JSONFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .init(.jsonMalformed) }
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
    guard canonical == bytes else { throw .init(.jsonNotCanonical) }
  }

  /// The one way to write this value.
  var canonical: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4_096)
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): quote(text, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (place, item) in items.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let precedes = { (one: Member, two: Member) in
        one.key.utf16.lexicographicallyPrecedes(two.key.utf16)
      }
      // What is read is nearly always in order already.
      let isInOrder = zip(members, members.dropFirst()).allSatisfy(precedes)
      let sorted = isInOrder ? members : members.sorted(by: precedes)
      for (place, member) in sorted.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        quote(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

/// Why a text is not taken.
struct JSONFault: Error {
  let code: Code
  init(_ code: Code) { self.code = code }
}

/// Writes a text in quotes, with the fewest escapes.
///
/// - Source: RFC 8785 § 3.2.2.2.
private func quote(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(34)
  guard text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 }) else {
    bytes.append(contentsOf: text.utf8)
    bytes.append(34)
    return
  }
  for byte in text.utf8 {
    switch byte {
    case 34, 92: bytes += [92, byte]
    case 8: bytes += "\\b".utf8
    case 9: bytes += "\\t".utf8
    case 10: bytes += "\\n".utf8
    case 12: bytes += "\\f".utf8
    case 13: bytes += "\\r".utf8
    case ..<32: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }
  bytes.append(34)
}
