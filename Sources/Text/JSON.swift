/// A JSON value without fractions: integers, strings, truth values, lists and objects.
///
/// Everything that is hashed or signed is written with ``canonical``.
public indirect enum JSON: Hashable, Sendable {
  /// Text.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// True or false.
  case boolean(Bool)
  /// A list.
  case array([JSON])
  /// An object.
  case object([String: JSON])
  /// Nothing.
  case null

  /// The canonical bytes: keys sorted by UTF-16 code unit, no white space, shortest escapes.
  ///
  /// - Source: RFC 8785, restricted to integers and strings.
  /// - Complexity: O(n log n) in the number of keys.
  public var canonical: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The same bytes as text.
  public var text: String { String(decoding: canonical, as: UTF8.self) }

  /// The member of an object, or nothing.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text, when this is a string.
  public var stringValue: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, when this is an integer.
  public var integerValue: Int64? { if case .integer(let number) = self { number } else { nil } }
  /// The elements, when this is a list.
  public var arrayValue: [JSON]? { if case .array(let items) = self { items } else { nil } }
  /// The members, when this is an object.
  public var objectValue: [String: JSON]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A list.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// An object; a repeated key keeps its last value.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}

/// Writes canonical JSON.
public struct JSONWriter {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written yet, and room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes one member of an object that is known to come in canonical order, for values that are
  /// written by the hundred thousand: building an object and sorting its keys costs far more.
  ///
  /// - Precondition: `opening` is what stands before the value: `{"key":` or `,"key":`, in ASCII.
  public mutating func member(_ opening: StaticString, _ text: String) {
    raw(opening)
    write(text)
  }

  /// As ``member(_:_:)`` for a whole number.
  public mutating func member(_ opening: StaticString, _ number: Int64) {
    raw(opening)
    write(number)
  }

  /// Writes what is JSON already.
  public mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  fileprivate mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): write(text)
    case .array(let items): write(items)
    case .object(let members): write(members)
    }
  }

  private mutating func write(_ items: [JSON]) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(item)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [String: JSON]) {
    let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in sorted.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.key)
      bytes.append(UInt8(ascii: ":"))
      write(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ number: Int64) {
    var rest = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      repeat {
        first -= 1
        unsafe digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      let isPlain = unsafe utf8.allSatisfy {
        $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      if isPlain { unsafe bytes.append(contentsOf: utf8) } else { unsafe escape(Array(utf8)) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 8: bytes += "\\b".utf8
      case 9: bytes += "\\t".utf8
      case 10: bytes += "\\n".utf8
      case 12: bytes += "\\f".utf8
      case 13: bytes += "\\r".utf8
      case 0..<32: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
  }
}
