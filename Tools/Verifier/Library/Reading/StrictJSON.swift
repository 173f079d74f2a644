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
    switch self {
    case .integer(let number): Array(String(number).utf8)
    case .string(let text): quoted(text)
    case .array(let items):
      [UInt8(ascii: "[")] + items.map(\.canonical).joined(separator: [UInt8(ascii: ",")])
        + [UInt8(ascii: "]")]
    case .object(let members):
      [UInt8(ascii: "{")]
        + members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        .map { quoted($0.key) + [UInt8(ascii: ":")] + $0.value.canonical }
        .joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")]
    }
  }
}

/// Why a text is not taken.
struct JSONFault: Error {
  let code: Code
  init(_ code: Code) { self.code = code }
}

/// A text in quotes, with the fewest escapes.
///
/// - Source: RFC 8785 § 3.2.2.2.
func quoted(_ text: String) -> [UInt8] {
  let short: [UInt8: Character] = [8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: "\"", 92: "\\"]
  var bytes: [UInt8] = [34]
  for byte in text.utf8 {
    if let letter = short[byte] {
      bytes += Array("\\\(letter)".utf8)
    } else if byte < 32 {
      bytes += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
    } else {
      bytes.append(byte)
    }
  }
  return bytes + [34]
}
