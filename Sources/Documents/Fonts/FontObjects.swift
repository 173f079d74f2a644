/// The objects of the three fonts, written once for all statements.
///
/// - Source: ISO 32000-1, 9.6 to 9.10; ISO 19005-3, 6.2.11.
enum FontObjects {
  /// How many objects a font takes: what text names, its glyphs, their measures, the font itself,
  /// and what the glyphs stand for.
  static let perFont = 5

  /// The bodies of all fonts, in order, when the first is numbered so.
  static func bodies(of fonts: Fonts, from first: Int) -> [[UInt8]] {
    Face.allCases.enumerated().flatMap { index, face in
      bodies(of: fonts[face], from: first + index * perFont)
    }
  }

  private static func bodies(of font: Font, from first: Int) -> [[UInt8]] {
    let cut = font.cut
    let box = cut.box.map(String.init).joined(separator: " ")
    let widths = cut.widths.map(String.init).joined(separator: " ")
    let packed = decoded(cut.packed)
    return [
      Array(
        """
        << /Type /Font /Subtype /Type0 /BaseFont /\(cut.name) /Encoding /Identity-H \
        /DescendantFonts [\(first + 1) 0 R] /ToUnicode \(first + 4) 0 R >>
        """.utf8),
      Array(
        """
        << /Type /Font /Subtype /CIDFontType2 /BaseFont /\(cut.name) \
        /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
        /FontDescriptor \(first + 2) 0 R /CIDToGIDMap /Identity /DW 0 /W [0 [\(widths)]] >>
        """.utf8),
      Array(
        """
        << /Type /FontDescriptor /FontName /\(cut.name) /Flags \(cut.isFixed ? 33 : 32) \
        /FontBBox [\(box)] /ItalicAngle 0 /Ascent \(cut.ascent) /Descent \(cut.descent) \
        /CapHeight \(cut.capitals) /StemV \(cut.stem) /FontFile2 \(first + 3) 0 R >>
        """.utf8),
      stream("/Filter /FlateDecode /Length1 \(cut.length) ", packed),
      Packer(.best).stream("", Array(meanings(of: font).utf8)),
    ]
  }

  /// A stream as the body of an object.
  static func stream(_ entries: String, _ content: [UInt8]) -> [UInt8] {
    Array("<< \(entries)/Length \(content.count) >>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
  }

  private static func meanings(of font: Font) -> String {
    let ranges = font.meanings.map { run in
      "<\(word(run.first))> <\(word(run.last))> <\(word(Int(run.character)))>"
    }
    // A table holds a hundred rows at most.
    let tables = stride(from: 0, to: ranges.count, by: 100).map { start in
      let rows = ranges[start..<min(start + 100, ranges.count)]
      return "\(rows.count) beginbfrange\n\(rows.joined(separator: "\n"))\nendbfrange\n"
    }
    return """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange
      \(tables.joined())endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """
  }

  /// Four hexadecimal digits.
  private static func word(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

/// The bytes that a text in base64 stands for; the text is ours, so it is well made.
func decoded(_ text: StaticString) -> [UInt8] {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  text.withUTF8Buffer { buffer in
    for place in 0..<buffer.count {
      let letter = unsafe buffer[place]
      let value: UInt8
      switch letter {
      case 65...90: value = letter - 65
      case 97...122: value = letter - 71
      case 48...57: value = letter + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
  }
  return bytes
}
