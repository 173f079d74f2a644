/// A colour in 255ths of red, green and blue.
struct Ink: Hashable {
  let red: Int
  let green: Int
  let blue: Int

  static let text = Ink(red: 32, green: 38, blue: 48)
  static let muted = Ink(red: 92, green: 100, blue: 112)
  static let line = Ink(red: 214, green: 218, blue: 224)
  static let panel = Ink(red: 250, green: 246, blue: 236)
  static let sun = Ink(red: 224, green: 148, blue: 16)
  /// The sun's colour for words: dark enough to be read by weak eyes.
  static let amber = Ink(red: 150, green: 92, blue: 0)
  static let bar = Ink(red: 246, green: 214, blue: 150)
}

/// The drawing of an A4 page, in hundredths of a point, from the top left corner down, and what its
/// parts are.
///
/// What is drawn within a part is read with it; what is drawn outside of any is decoration. Whole
/// numbers only: every machine writes the same bytes.
struct Canvas {
  /// A page's width and height.
  static let width = 59_528
  static let height = 84_189

  /// What the parts are.
  private(set) var tree = StructureTree()
  /// Where the page has a gap, for what is not the same in every statement.
  private(set) var gap: Int?
  /// Characters that the fonts lack.
  private(set) var missing: [UInt32] = []
  private let fonts: Fonts
  /// The content of the page.
  private(set) var bytes: [UInt8] = []
  private var ink: Ink?
  private var isMarked = false
  private var hasText = false

  init(_ fonts: Fonts) {
    self.fonts = fonts
    bytes.reserveCapacity(12_000)
  }

  /// Where text hangs at its anchor.
  enum Alignment {
    case left
    case center
    case right
  }

  /// Begins a part that holds other parts.
  mutating func open(_ kind: StructureTree.Kind) { tree.begin(kind) }

  /// Ends it.
  mutating func close() { tree.end() }

  /// Begins a part whose content is drawn next.
  mutating func begin(_ kind: StructureTree.Kind) {
    tree.begin(kind)
    let mark = tree.mark()
    append(mark.kind.name)
    append(" <</MCID ")
    bytes.append(decimal: mark.number)
    append(">> BDC\n")
    (isMarked, hasText) = (true, false)
  }

  /// Ends it.
  mutating func end() {
    append("EMC\n")
    isMarked = false
    tree.end()
  }

  /// Says in words what the part that is being drawn shows; `y` is its top.
  mutating func describe(_ words: String, x: Int, y: Int, width: Int, height: Int) {
    tree.describe(
      words, box: [x, Canvas.height - y - height, x + width, Canvas.height - y])
  }

  /// Leaves a gap within the part that is being drawn, for text by ``inserted(_:x:y:_:size:)``.
  mutating func leaveGap() {
    gap = bytes.count
    hasText = true
  }

  /// What goes into a gap: a line of text by itself.
  static func inserted(
    _ text: String, x: Int, y: Int, _ face: Face, size: Int, fonts: Fonts
  ) -> Canvas {
    var canvas = Canvas(fonts)
    canvas.isMarked = true
    canvas.text(text, x: x, y: y, face, size: size)
    return canvas
  }

  /// Draws a line of text with its baseline at `y`, shortened when it is wider than `limit`.
  mutating func text(
    _ text: String, x: Int, y: Int, _ face: Face = .regular, size: Int = 950,
    ink: Ink = .text, align: Alignment = .left, limit: Int = .max
  ) {
    let font = fonts[face]
    var line = fitted(encoded(text, font), font, size, limit)
    guard !line.isEmpty else { return }
    let width = align == .left ? 0 : font.width(line) * size / 1_000
    var left =
      switch align {
      case .left: x
      case .center: x - width / 2
      case .right: x - width
      }
    if hasText, let blank = font.glyph(0x20) {
      // A blank apart from the words before it in the same part, for those who listen.
      line.insert(blank, at: 0)
      left -= font.width([blank]) * size / 1_000
    }
    hasText = isMarked
    let isDecoration = beginDecoration()
    fill(ink)
    append("BT ")
    append(face.resource)
    append(" ")
    bytes.append(hundredths: size)
    append("Tf ")
    bytes.append(hundredths: left)
    bytes.append(hundredths: Canvas.height - y)
    append("Td (")
    for glyph in line { bytes.append(glyph: glyph) }
    append(") Tj ET\n")
    endDecoration(isDecoration)
  }

  /// The width of a line of text.
  func width(of text: String, _ face: Face, size: Int) -> Int {
    let font = fonts[face]
    return font.width(text.unicodeScalars.compactMap { font.glyph($0.value) }) * size / 1_000
  }

  /// The lines that a text takes where it may be so wide; it breaks at plain blanks only.
  func lines(of text: String, _ face: Face, size: Int, width limit: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
      if lines.isEmpty || width(of: longer, face, size: size) > limit {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines
  }

  /// Fills a rectangle; `y` is its top.
  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, ink: Ink) {
    let isDecoration = beginDecoration()
    fill(ink)
    bytes.append(hundredths: x)
    bytes.append(hundredths: Canvas.height - y - height)
    bytes.append(hundredths: width)
    bytes.append(hundredths: height)
    append("re f\n")
    endDecoration(isDecoration)
  }

  /// Rules a thin line across.
  mutating func rule(x: Int, y: Int, width: Int, ink: Ink = .line) {
    rectangle(x: x, y: y, width: width, height: 60, ink: ink)
  }

  private mutating func beginDecoration() -> Bool {
    guard !isMarked else { return false }
    append("/Artifact BMC\n")
    return true
  }

  private mutating func endDecoration(_ isDecoration: Bool) {
    if isDecoration { append("EMC\n") }
  }

  /// The glyphs of the text; characters that the font lacks are noted and left out.
  private mutating func encoded(_ text: String, _ font: Font) -> [UInt16] {
    var line: [UInt16] = []
    line.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let glyph = font.glyph(scalar.value) {
        line.append(glyph)
      } else {
        missing.append(scalar.value)
      }
    }
    return line
  }

  /// The line, or its beginning and an ellipsis when it is too wide.
  private func fitted(_ line: [UInt16], _ font: Font, _ size: Int, _ limit: Int) -> [UInt16] {
    guard limit != .max, font.width(line) * size / 1_000 > limit,
      let ellipsis = font.glyph(0x2026)
    else { return line }
    var short = line[...]
    while !short.isEmpty, (font.width(short) + font.width([ellipsis])) * size / 1_000 > limit {
      short = short.dropLast()
    }
    return short + [ellipsis]
  }

  private mutating func fill(_ ink: Ink) {
    guard ink != self.ink else { return }
    self.ink = ink
    for part in [ink.red, ink.green, ink.blue] { bytes.append(hundredths: part * 100 / 255) }
    append("rg\n")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
  }
}
