/// Text as banks of the single euro payments area take it.
///
/// - Source: EPC217-08, the Latin character set of SEPA.
public enum BankText {
  /// The text in the characters that every bank takes; what has no such form becomes a space.
  ///
  /// Accents go, ligatures are spelt, runs of spaces become one, no slash stands at an end and no
  /// two stand together.
  public static func plain(_ text: String, most: Int) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      for byte in spelt(scalar) {
        let isSpace = byte == UInt8(ascii: " ")
        let isSlash = byte == UInt8(ascii: "/")
        if isSpace, bytes.last.map({ $0 == byte }) ?? true { continue }
        if isSlash, bytes.last.map({ $0 == byte }) ?? true { continue }
        bytes.append(byte)
      }
    }
    bytes = Array(bytes.prefix(most))
    while let last = bytes.last, [UInt8(ascii: " "), UInt8(ascii: "/")].contains(last) {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a bank takes a byte.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "/-?:().,'+ ".utf8.contains(byte)
    }
  }

  private static func spelt(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      if byte == UInt8(ascii: "&") { return [UInt8(ascii: "+")] }
      return isPlain(byte) ? [byte] : [UInt8(ascii: " ")]
    }
    if scalar.properties.generalCategory == .nonspacingMark { return [] }
    if let text = letters[scalar.value] { return Array(text.utf8) }
    return [UInt8(ascii: " ")]
  }

  /// Letters of Latin-1 and Latin Extended-A, in runs that spell alike.
  private static let letters: [UInt32: String] = {
    var letters: [UInt32: String] = [
      0xC6: "AE", 0xE6: "ae", 0x152: "OE", 0x153: "oe", 0xDF: "ss", 0xD8: "O", 0xF8: "o",
      0xD0: "D", 0xF0: "d", 0xDE: "TH", 0xFE: "th", 0x2018: "'", 0x2019: "'", 0x2010: "-",
      0x2011: "-", 0x2013: "-", 0x2014: "-", 0x132: "IJ", 0x133: "ij",
    ]
    let runs: [(ClosedRange<UInt32>, Character)] = [
      (0xC0...0xC5, "A"), (0xC7...0xC7, "C"), (0xC8...0xCB, "E"), (0xCC...0xCF, "I"),
      (0xD1...0xD1, "N"), (0xD2...0xD6, "O"), (0xD9...0xDC, "U"), (0xDD...0xDD, "Y"),
      (0xE0...0xE5, "a"), (0xE7...0xE7, "c"), (0xE8...0xEB, "e"), (0xEC...0xEF, "i"),
      (0xF1...0xF1, "n"), (0xF2...0xF6, "o"), (0xF9...0xFC, "u"), (0xFD...0xFD, "y"),
      (0xFF...0xFF, "y"), (0x178...0x178, "Y"),
    ]
    for (range, letter) in runs { for code in range { letters[code] = String(letter) } }
    // Beyond Latin-1 small and capital letters alternate.
    let pairs: [(ClosedRange<UInt32>, String)] = [
      (0x100...0x105, "Aa"), (0x106...0x10D, "Cc"), (0x10E...0x111, "Dd"), (0x112...0x11B, "Ee"),
      (0x11C...0x123, "Gg"), (0x124...0x127, "Hh"), (0x128...0x131, "Ii"), (0x134...0x135, "Jj"),
      (0x136...0x137, "Kk"), (0x14C...0x151, "Oo"), (0x154...0x159, "Rr"), (0x15A...0x161, "Ss"),
      (0x162...0x167, "Tt"), (0x168...0x173, "Uu"), (0x174...0x175, "Ww"), (0x176...0x177, "Yy"),
      (0x218...0x219, "Ss"), (0x21A...0x21B, "Tt"),
    ]
    for (range, both) in pairs {
      for code in range { letters[code] = String(both[code.isMultiple(of: 2) ? 0 : 1]) }
    }
    for (code, letter) in zip(UInt32(0x139)...0x148, "LlLlLlLlLlNnNnNn") {
      letters[code] = String(letter)
    }
    for (code, letter) in zip(UInt32(0x179)...0x17E, "ZzZzZz") { letters[code] = String(letter) }
    return letters
  }()
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
