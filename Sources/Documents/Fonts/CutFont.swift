/// A font cut to the letters of Latin scripts, as `Tools/cut-fonts.py` writes it.
struct CutFont: Sendable {
  /// Its name, ours, as the licence of what it was cut from asks.
  let name: String
  /// The box around all glyphs, in thousandths of the size.
  let box: [Int]
  /// The height above the baseline.
  let ascent: Int
  /// The depth below it, negative.
  let descent: Int
  /// The height of capitals.
  let capitals: Int
  /// The thickness of upright strokes.
  let stem: Int
  /// Whether all glyphs are as wide.
  let isFixed: Bool
  /// The number of bytes of the font itself.
  let length: Int
  /// The characters of the glyphs from number 1 on, in order.
  let runs: [(first: UInt32, last: UInt32)]
  /// The widths of the glyphs from number 0 on, in thousandths of the size.
  let widths: [Int]
  /// The font, compressed by zlib, in base64.
  let packed: StaticString
}

/// The fonts of a statement.
///
/// The characters of text are numbers of glyphs, two bytes each, so that any font can be cut to any
/// letters; what they stand for is told beside, for those who search, copy or listen.
/// - Source: ISO 32000-1, 9.7 and 9.10.3.
enum Face: CaseIterable {
  case regular
  case bold
  case fixed

  /// The name that the page's text uses.
  var resource: StaticString {
    switch self {
    case .regular: "/F1"
    case .bold: "/F2"
    case .fixed: "/F3"
    }
  }
}

/// The fonts of a file: cut to what French and its neighbours are written with, which nearly all
/// statements make do with, or to all Latin scripts.
enum Fonts: CaseIterable {
  case french
  case latin

  /// The font of a face, ready for use.
  subscript(face: Face) -> Font {
    switch (self, face) {
    case (_, .fixed): Fonts.fixed
    case (.french, .regular): Fonts.regular
    case (.french, .bold): Fonts.bold
    case (.latin, .regular): Fonts.latinRegular
    case (.latin, .bold): Fonts.latinBold
    }
  }

  private static let regular = Font(Embedded.regular)
  private static let bold = Font(Embedded.bold)
  private static let latinRegular = Font(Embedded.latinRegular)
  private static let latinBold = Font(Embedded.latinBold)
  private static let fixed = Font(Embedded.fixed)
}

/// A font with the glyphs of its characters at hand.
struct Font: Sendable {
  let cut: CutFont
  /// The glyph of each character, by its number in Unicode; 0 for none.
  private let glyphs: [UInt16]

  init(_ cut: CutFont) {
    self.cut = cut
    var glyphs = [UInt16](repeating: 0, count: Int(cut.runs.last?.last ?? 0) + 1)
    var next: UInt16 = 1
    for run in cut.runs {
      for character in run.first...run.last {
        glyphs[Int(character)] = next
        next += 1
      }
    }
    self.glyphs = glyphs
  }

  /// The glyph of a character; blanks and hyphens that the font has not got are their nearest kin.
  func glyph(_ character: UInt32) -> UInt16? {
    if character < glyphs.count, glyphs[Int(character)] != 0 { return glyphs[Int(character)] }
    return switch character {
    case 0x2009: glyph(0x202F)
    case 0xA0, 0x202F: glyph(0x20)
    case 0x2010, 0x2011: glyph(0x2D)
    default: nil
    }
  }

  /// The width of some glyphs in thousandths of the size.
  func width(_ line: some Sequence<UInt16>) -> Int {
    line.reduce(0) { $0 + cut.widths[Int($1)] }
  }

  /// The glyphs and the characters they stand for, in runs whose last byte does not run over.
  var meanings: [(first: Int, last: Int, character: UInt32)] {
    var meanings: [(first: Int, last: Int, character: UInt32)] = []
    var next = 1
    for character in cut.runs.flatMap({ $0.first...$0.last }) {
      if let last = meanings.last, next & 255 != 0, character & 255 != 0,
        last.character + UInt32(next - last.first) == character
      {
        meanings[meanings.count - 1].last = next
      } else {
        meanings.append((next, next, character))
      }
      next += 1
    }
    return meanings
  }
}
