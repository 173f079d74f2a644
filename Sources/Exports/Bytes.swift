import Units

/// Writing into bytes without detours: a million lines pass here.
extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// A whole number in digits.
  mutating func append(number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude, atLeast: 1)
  }

  /// Cents with their decimal mark and two decimals.
  mutating func append(cents: Int64, mark: UInt8) {
    if cents < 0 { append(UInt8(ascii: "-")) }
    append(digits: cents.magnitude / 100, atLeast: 1)
    append(mark)
    append(digits: cents.magnitude % 100, atLeast: 2)
  }

  /// A day as `AAAAMMJJ`.
  mutating func append(compact day: Day) {
    let (year, month, dayOfMonth) = day.calendar
    append(digits: UInt64(year * 10_000 + month * 100 + dayOfMonth), atLeast: 8)
  }

  private mutating func append(digits value: UInt64, atLeast width: Int) {
    let start = count
    var rest = value
    repeat {
      append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
    while count - start < width { append(48) }
    self[start...].reverse()
  }
}

/// The text with every separator, line end and control as a space, none at the ends, no two together.
///
/// - Parameter alsoForbidden: further ASCII characters that the format gives a meaning to.
/// - Complexity: O(n); a clean text is not copied.
func plain(_ text: String, alsoForbidden: String = "|") -> String {
  let forbidden = Array(alsoForbidden.utf8)
  if isPlain(text.utf8, forbidden) { return text }
  let isBlank: (Unicode.Scalar) -> Bool = { scalar in
    scalar.properties.generalCategory == .control || [0x20, 0x2028, 0x2029].contains(scalar.value)
      || scalar.isASCII && forbidden.contains(UInt8(scalar.value))
  }
  let words = text.unicodeScalars.split(whereSeparator: isBlank)
  return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
}

/// Whether nothing in the text needs to change; what only might is looked at again with care.
private func isPlain(_ bytes: String.UTF8View, _ forbidden: [UInt8]) -> Bool {
  var last: UInt8 = 0x20
  for byte in bytes {
    switch byte {
    case 0x20: if last == 0x20 { return false }
    case ..<0x20, 0x7F: return false
    // The first bytes of U+0080 to U+009F are those of U+00A0 to U+00BF too.
    case 0x80..<0xA0: if last == 0xC2 { return false }
    case 0xA8, 0xA9: if last == 0x80 { return false }
    case 0xA0...: break
    default: if forbidden.contains(byte) { return false }
    }
    last = byte
  }
  return last != 0x20 || bytes.isEmpty
}
