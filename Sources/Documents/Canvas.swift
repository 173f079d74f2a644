/// A colour in 255ths of red, green and blue.
struct Ink: Hashable {
  let red: Int
  let green: Int
  let blue: Int

  static let text = Ink(red: 32, green: 38, blue: 48)
  static let muted = Ink(red: 105, green: 113, blue: 125)
  static let line = Ink(red: 214, green: 218, blue: 224)
  static let panel = Ink(red: 250, green: 246, blue: 236)
  static let sun = Ink(red: 224, green: 148, blue: 16)
  static let bar = Ink(red: 246, green: 214, blue: 150)
}

/// The drawing of one A4 page, in hundredths of a point, from the top left corner down.
///
/// Whole numbers only: every machine writes the same bytes.
struct Canvas {
  /// The page's width and height.
  static let width = 59_528
  static let height = 84_189

  /// The content stream so far.
  private(set) var bytes: [UInt8] = []
  /// Characters that the fonts lack.
  private(set) var missing: [UInt32] = []
  private var ink: Ink?

  init() { bytes.reserveCapacity(12_000) }

  /// Where text hangs at its anchor.
  enum Alignment {
    case left
    case center
    case right
  }

  /// Draws a line of text with its baseline at `y`, shortened when it is wider than `limit`.
  mutating func text(
    _ text: String, x: Int, y: Int, _ font: StandardFont = .regular, size: Int = 950,
    ink: Ink = .text, align: Alignment = .left, limit: Int = .max
  ) {
    let line = fitted(encoded(text), font, size, limit)
    guard !line.isEmpty else { return }
    let width = font.width(line) * size / 1_000
    let left =
      switch align {
      case .left: x
      case .center: x - width / 2
      case .right: x - width
      }
    fill(ink)
    append("BT ")
    append(font.resource)
    append(" ")
    number(size)
    append("Tf ")
    number(left)
    number(Canvas.height - y)
    append("Td (")
    for byte in line {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    append(") Tj ET\n")
  }

  /// Fills a rectangle; `y` is its top.
  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, ink: Ink) {
    fill(ink)
    number(x)
    number(Canvas.height - y - height)
    number(width)
    number(height)
    append("re f\n")
  }

  /// Rules a thin line across.
  mutating func rule(x: Int, y: Int, width: Int, ink: Ink = .line) {
    rectangle(x: x, y: y, width: width, height: 60, ink: ink)
  }

  /// The text in the fonts' encoding; characters they lack are noted and left out.
  private mutating func encoded(_ text: String) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let byte = WinAnsi.byte(scalar) {
        line.append(byte)
      } else {
        missing.append(scalar.value)
      }
    }
    return line
  }

  /// The line, or its beginning and an ellipsis when it is too wide.
  private func fitted(_ line: [UInt8], _ font: StandardFont, _ size: Int, _ limit: Int) -> [UInt8] {
    guard limit != .max, font.width(line) * size / 1_000 > limit else { return line }
    var short = line[...]
    while !short.isEmpty, (font.width(short) + font.width([0x85])) * size / 1_000 > limit {
      short = short.dropLast()
    }
    return short + [0x85]
  }

  private mutating func fill(_ ink: Ink) {
    guard ink != self.ink else { return }
    self.ink = ink
    for part in [ink.red, ink.green, ink.blue] { number(part * 100 / 255) }
    append("rg\n")
  }

  /// Writes hundredths as a decimal number and a blank.
  private mutating func number(_ hundredths: Int) {
    if hundredths < 0 { bytes.append(0x2D) }
    let magnitude = hundredths.magnitude
    bytes.append(contentsOf: String(magnitude / 100).utf8)
    bytes.append(0x2E)
    bytes.append(UInt8(0x30 + magnitude / 10 % 10))
    bytes.append(UInt8(0x30 + magnitude % 10))
    bytes.append(0x20)
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
  }
}
