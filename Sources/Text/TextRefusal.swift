public import Units

/// What is wrong with a text file before its meaning is looked at.
public enum TextRefusal: Refusal, Equatable {
  /// The bytes are not UTF-8.
  case textIsNotUTF8
  /// The JSON is malformed at this byte.
  case jsonIsMalformed(offset: Int)
  /// A number has a fraction or an exponent; money and energy are whole numbers.
  case numberIsNotWhole(offset: Int)
  /// A key stands twice in one object.
  case keyIsRepeated(String)
  /// The TOML is malformed; the parser's own words.
  case tomlIsMalformed(String)
  /// A key that must be given is missing.
  case keyIsMissing(String)
  /// A key is not known here.
  case keyIsUnknown(String, known: [String])
  /// A value has another type than expected.
  case valueHasWrongType(key: String, expected: ValueType)
  /// A value is none of those allowed.
  case valueIsNotAllowed(key: String, value: String, allowed: [String])
  /// Two keys are given that answer one question.
  case keysExcludeEachOther(String, String)
  /// A number is outside the range allowed.
  case numberIsOutOfRange(key: String, value: Int64, ClosedRange<Int64>)
  /// A text holds a character that is a command to a device, such as NUL or ESC.
  case textHasControlCharacter(key: String, UInt8)

  /// The types a value may have.
  public enum ValueType: String, Sendable {
    /// Text in quotes.
    case text
    /// A whole number.
    case integer
    /// True or false.
    case boolean
    /// A date, `YYYY-MM-DD`, without quotes.
    case day
    /// An exact decimal number in quotes.
    case decimal
    /// A table.
    case table
    /// A list.
    case list
  }

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .textIsNotUTF8: "text-is-not-utf8"
    case .jsonIsMalformed: "json-is-malformed"
    case .numberIsNotWhole: "number-is-not-whole"
    case .keyIsRepeated: "key-is-repeated"
    case .tomlIsMalformed: "toml-is-malformed"
    case .keyIsMissing: "key-is-missing"
    case .keyIsUnknown: "key-is-unknown"
    case .valueHasWrongType: "value-has-wrong-type"
    case .valueIsNotAllowed: "value-is-not-allowed"
    case .keysExcludeEachOther: "keys-exclude-each-other"
    case .numberIsOutOfRange: "number-is-out-of-range"
    case .textHasControlCharacter: "text-has-control-character"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
