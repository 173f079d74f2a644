/// Writes numbered objects and the one table that finds them: a file of a single revision.
///
/// - Source: ISO 32000-1, 7.5, "File Structure".
struct PDFWriter {
  /// The file so far.
  private(set) var bytes: [UInt8] = []
  private var offsets: [Int] = []

  init() {
    bytes.reserveCapacity(73_728)
    append("%PDF-1.7\n")
    bytes.append(contentsOf: [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// The number of bytes so far: where the next ones go.
  var count: Int { bytes.count }

  /// The number of the next object.
  var next: Int { offsets.count + 1 }

  /// Appends text of ASCII characters.
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
  }

  /// Appends text of ASCII characters.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends bytes.
  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends a whole number.
  mutating func append(_ number: Int) { bytes.append(decimal: number) }

  /// Appends a number given in hundredths, and a blank.
  mutating func hundredths(_ number: Int) { bytes.append(hundredths: number) }

  /// Appends a reference to an object, and a blank.
  mutating func reference(_ number: Int) {
    append(number)
    append(" 0 R ")
  }

  /// Appends zeros, as digits.
  mutating func zeros(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
  }

  /// Appends a text string in UTF-16, as hexadecimal digits.
  mutating func text(_ text: String) {
    append("<FEFF")
    for unit in text.utf16 { bytes.append(hex: unit) }
    append(">")
  }

  /// Begins the next object; they are numbered from 1.
  mutating func begin() {
    offsets.append(bytes.count)
    append(offsets.count)
    append(" 0 obj\n")
  }

  /// Ends the object.
  mutating func end() { append("\nendobj\n") }

  /// Writes a whole object.
  mutating func object(_ body: String) {
    begin()
    append(body)
    end()
  }

  /// Writes a whole object.
  mutating func object(_ body: [UInt8]) {
    begin()
    append(body)
    end()
  }

  /// Writes a stream as it is.
  mutating func stream(_ entries: String, _ content: [UInt8]) {
    begin()
    append("<< ")
    append(entries)
    append("/Length ")
    append(content.count)
    append(" >>\nstream\n")
    append(content)
    append("\nendstream")
    end()
  }

  /// Writes the table and the trailer; the first object is the catalogue.
  mutating func finish(info: Int, identifier: String) {
    let start = bytes.count
    append("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      zeros(10 - digits(of: offset))
      append(offset)
      append(" 00000 n \n")
    }
    append(
      "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R /Info \(info) 0 R "
        + "/ID [<\(identifier)> <\(identifier)>] >>\nstartxref\n\(start)\n%%EOF\n")
  }

  /// Overwrites bytes in place.
  mutating func overwrite(at offset: Int, _ text: String) {
    bytes.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
  }

  private func digits(of number: Int) -> Int {
    var (digits, rest) = (1, number / 10)
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    return digits
  }
}

extension [UInt8] {
  /// Appends a whole number, without a detour over text.
  mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    guard rest > 9 else { return append(0x30 + UInt8(rest)) }
    guard rest > 999 else {
      if rest > 99 { append(0x30 + UInt8(rest / 100)) }
      append(0x30 + UInt8(rest / 10 % 10))
      return append(0x30 + UInt8(rest % 10))
    }
    let start = count
    while rest > 0 {
      append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }

  /// Appends a number given in hundredths, and a blank.
  mutating func append(hundredths number: Int) {
    if number < 0 { append(0x2D) }
    let magnitude = Int(number.magnitude)
    append(decimal: magnitude / 100)
    let rest = magnitude % 100
    if rest > 0 {
      append(0x2E)
      append(0x30 + UInt8(rest / 10))
      if rest % 10 > 0 { append(0x30 + UInt8(rest % 10)) }
    }
    append(0x20)
  }

  /// Appends four hexadecimal digits.
  mutating func append(hex word: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: word >> shift & 15)
      append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
  }
  /// Appends the number of a glyph as two bytes of a text string.
  mutating func append(glyph: UInt16) {
    append(glyphByte: UInt8(truncatingIfNeeded: glyph >> 8))
    append(glyphByte: UInt8(truncatingIfNeeded: glyph))
  }

  /// Parentheses and the bar bound and escape; a bare return would be read as a new line.
  private mutating func append(glyphByte byte: UInt8) {
    switch byte {
    case 0x0D:
      append(0x5C)
      append(UInt8(ascii: "r"))
    case 0x28, 0x29, 0x5C:
      append(0x5C)
      append(byte)
    default: append(byte)
    }
  }
}
