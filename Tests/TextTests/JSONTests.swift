import Foundation
import TestSupport
import Testing
import Text

@Suite struct JSONTests {
  /// The keys of RFC 8785, section 3.2.3: order by UTF-16 code unit, where U+FB33 follows U+1F600.
  static let canonicalCases: [(value: JSON, text: String)] = [
    (.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-1, "-1"),
    (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
    ("", "\"\""), ([], "[]"), ([:], "{}"), ([1, "a", true, .null], "[1,\"a\",true,null]"),
    (["b": 1, "a": 2], "{\"a\":2,\"b\":1}"),
    (["aa": 1, "a": 2, "": 3], "{\"\":3,\"a\":2,\"aa\":1}"),
    (
      [
        "\u{20AC}": 1, "\r": 2, "\u{FB33}": 3, "1": 4, "\u{1F600}": 5, "\u{80}": 6, "\u{F6}": 7,
      ],
      "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{F6}\":7,\"\u{20AC}\":1,\"\u{1F600}\":5,\"\u{FB33}\":3}"
    ),
    // Section 3.2.2.2: only what must be escaped is escaped, and in the short form where there is one.
    (
      "\u{20AC}$\u{F}\nA'B\"\\\\\"/", "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""
    ),
    ("\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}", "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}\""),
    (["z": ["y": [["x": 1]]]], "{\"z\":{\"y\":[{\"x\":1}]}}"),
  ]

  @Test(arguments: canonicalCases)
  func canonicalBytesAreThoseOfTheStandard(_ value: JSON, _ text: String) throws {
    #expect(value.text == text)
    #expect(try JSON(reading: Array(text.utf8)) == value)
  }

  static let readCases: [(text: String, value: JSON)] = [
    (" \t\r\n{ \"a\" : [ 1 , 2 ] } \n", ["a": [1, 2]]),
    ("\"\\u00e9\\u20AC\\ud83d\\ude00\"", "é€😀"),
    ("\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"", "/\u{8}\u{C}\n\r\t\"\\"),
    ("[[],{}]", [[], [:]]), ("-9223372036854775808", .integer(.min)),
  ]

  @Test(arguments: readCases)
  func readsWhatTheStandardAllows(_ text: String, _ value: JSON) throws {
    #expect(try JSON(reading: Array(text.utf8)) == value)
  }

  static let refusedCases: [(text: String, refusal: TextRefusal)] = [
    ("", .jsonIsMalformed(offset: 0)), (" ", .jsonIsMalformed(offset: 1)),
    ("{", .jsonIsMalformed(offset: 1)), ("[", .jsonIsMalformed(offset: 1)),
    ("[1", .jsonIsMalformed(offset: 2)), ("[1,]", .jsonIsMalformed(offset: 3)),
    ("[1 2]", .jsonIsMalformed(offset: 3)), ("{\"a\"}", .jsonIsMalformed(offset: 4)),
    ("{\"a\":}", .jsonIsMalformed(offset: 5)), ("{\"a\":1,}", .jsonIsMalformed(offset: 7)),
    ("{a:1}", .jsonIsMalformed(offset: 1)), ("{'a':1}", .jsonIsMalformed(offset: 1)),
    ("[1]]", .jsonIsMalformed(offset: 3)), ("1 2", .jsonIsMalformed(offset: 2)),
    ("tru", .jsonIsMalformed(offset: 0)), ("nulll", .jsonIsMalformed(offset: 4)),
    ("NaN", .jsonIsMalformed(offset: 0)), ("\"a", .jsonIsMalformed(offset: 2)),
    ("\"a\nb\"", .jsonIsMalformed(offset: 2)), ("\"\\x\"", .jsonIsMalformed(offset: 1)),
    ("\"\\", .jsonIsMalformed(offset: 1)), ("\"\\u12\"", .jsonIsMalformed(offset: 1)),
    ("\"\\u+123\"", .jsonIsMalformed(offset: 1)),
    ("\"\\ud800\"", .jsonIsMalformed(offset: 7)),
    ("\"\\ud800\\u0041\"", .jsonIsMalformed(offset: 13)),
    ("\"\\udc00\"", .jsonIsMalformed(offset: 7)),
    ("1.5", .numberIsNotWhole(offset: 0)), ("[1e3]", .numberIsNotWhole(offset: 1)),
    ("01", .numberIsNotWhole(offset: 0)), ("-0", .numberIsNotWhole(offset: 0)),
    ("-", .numberIsNotWhole(offset: 0)), ("+1", .jsonIsMalformed(offset: 0)),
    ("9223372036854775808", .numberIsNotWhole(offset: 0)),
    ("{\"a\":1,\"a\":1}", .keyIsRepeated("a")), ("{\"a\":1,\"\\u0061\":2}", .keyIsRepeated("a")),
    ("[{\"x\":{\"k\":1,\"k\":2}}]", .keyIsRepeated("k")),
  ]

  @Test(arguments: refusedCases)
  func refusesWhatIsMalformed(_ text: String, _ refusal: TextRefusal) {
    #expect(throws: refusal) { try JSON(reading: Array(text.utf8)) }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: TextRefusal.jsonIsMalformed(offset: 2)) {
      try JSON(reading: [34, 0xFF, 34])
    }
  }

  @Test func sixtyFourLevelsAreReadAndOneMoreIsRefused() throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array(String(repeating: "[", count: levels).utf8)
        + Array(String(repeating: "]", count: levels).utf8)
    }
    _ = try JSON(reading: nested(64))
    #expect(throws: TextRefusal.jsonIsMalformed(offset: 64)) { try JSON(reading: nested(65)) }
  }

  /// Every text of up to four characters of an alphabet of syntax, judged by another reader, which
  /// lets one trailing comma pass.
  @Test func smallTextsAreReadOrRefusedAndNeverChanged() throws {
    let alphabet = Array("{}[]:,\"1-a\\ ".utf8)
    var disagreements: [String] = []
    for length in 1...4 {
      var digits = [Int](repeating: 0, count: length)
      repeat {
        let bytes = digits.map { alphabet[$0] }
        let value = try? JSON(reading: bytes)
        let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        if (value == nil) != (other == nil) {
          disagreements.append(String(decoding: bytes, as: UTF8.self))
        }
        if let value { #expect(try JSON(reading: value.canonical) == value) }
      } while advance(&digits, alphabet.count)
    }
    #expect(disagreements == ["[1,]"])
  }

  private func advance(_ digits: inout [Int], _ base: Int) -> Bool {
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < base { return true }
      digits[index] = 0
    }
    return false
  }

  @Test func randomTreesSurviveAWriteAndARead() throws {
    var random = SplitMix(seed: 20_261_031)
    for _ in 0..<300 {
      let tree = randomTree(&random, depth: 0)
      #expect(try JSON(reading: tree.canonical) == tree)
    }
  }

  private func randomTree(_ random: inout SplitMix, depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
    case 3: return .string(randomText(&random))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in randomTree(&random, depth: depth + 1)
        })
    default:
      let members = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
        (randomText(&random), randomTree(&random, depth: depth + 1))
      }
      return .object(Dictionary(members) { first, _ in first })
    }
  }

  private func randomText(_ random: inout SplitMix) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\u{1}", "é", "\u{2028}", "😀", "\u{FFFF}", "/",
    ]
    return String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ in
          scalars.randomElement(using: &random)
        }))
  }
}
