/// Swift source told apart: code with the text of literals and comments blanked, and the literals.
///
/// Lines keep their numbers. Interpolated code inside a literal counts as code.
struct SwiftText: Sendable {
  /// A string literal, escapes as written.
  struct Literal: Sendable {
    let line: Int
    let text: String
  }

  /// The code.
  let code: String
  /// The literals in order of their ends.
  let literals: [Literal]

  init(_ text: String) {
    var scan = Scan(source: Array(text.utf8))
    while scan.at < scan.source.count {
      if scan.inText { scan.stepInText() } else { scan.stepInCode() }
    }
    code = String(decoding: scan.code, as: UTF8.self)
    literals = scan.literals
  }

  /// The code by lines, the first at index 0.
  var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  /// A literal that is still open: its delimiter, and the parentheses open in its interpolation.
  private struct Open {
    let quotes: Int
    let hashes: Int
    let line: Int
    var text: [UInt8] = []
    var parentheses = 0
  }

  private struct Scan {
    let source: [UInt8]
    var at = 0
    var line = 1
    var code: [UInt8] = []
    var literals: [Literal] = []
    var open: [Open] = []

    init(source: [UInt8]) { self.source = source }

    var inText: Bool { open.last.map { $0.parentheses == 0 } ?? false }

    func byte(_ offset: Int = 0) -> UInt8 { at + offset < source.count ? source[at + offset] : 0 }

    func run(of byte: UInt8, from offset: Int) -> Int {
      var count = 0
      while self.byte(offset + count) == byte { count += 1 }
      return count
    }

    mutating func step(asCode: Bool) {
      if source[at] == UInt8(ascii: "\n") { line += 1 }
      code.append(asCode || source[at] == UInt8(ascii: "\n") ? source[at] : UInt8(ascii: " "))
      at += 1
    }

    mutating func skip(_ count: Int) {
      for _ in 0..<count where at < source.count { step(asCode: false) }
    }

    mutating func stepInCode() {
      switch (byte(), byte(1)) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")):
        while at < source.count, byte() != UInt8(ascii: "\n") { step(asCode: false) }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        while at < source.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          step(asCode: false)
        }
        skip(2)
      case (UInt8(ascii: "\""), _), (UInt8(ascii: "#"), UInt8(ascii: "\"")),
        (UInt8(ascii: "#"), UInt8(ascii: "#")):
        openLiteral()
      default:
        if let last = open.indices.last, byte() == UInt8(ascii: "(") { open[last].parentheses += 1 }
        if let last = open.indices.last, byte() == UInt8(ascii: ")") { open[last].parentheses -= 1 }
        step(asCode: !inText)
      }
    }

    mutating func openLiteral() {
      let hashes = run(of: UInt8(ascii: "#"), from: 0)
      let quotes = run(of: UInt8(ascii: "\""), from: hashes)
      guard quotes > 0 else { return step(asCode: true) }
      // Two quotes are an empty literal, three or more open a literal over lines.
      let opening = quotes >= 3 ? 3 : 1
      open.append(Open(quotes: opening, hashes: hashes, line: line))
      skip(hashes + opening)
    }

    mutating func stepInText() {
      let last = open.count - 1
      let (quotes, hashes) = (open[last].quotes, open[last].hashes)
      if byte() == UInt8(ascii: "\""), run(of: UInt8(ascii: "\""), from: 0) >= quotes,
        run(of: UInt8(ascii: "#"), from: quotes) >= hashes
      {
        let text = String(decoding: open[last].text, as: UTF8.self)
        literals.append(Literal(line: open[last].line, text: text))
        open.removeLast()
        return skip(quotes + hashes)
      }
      let isEscape =
        byte() == UInt8(ascii: "\\") && run(of: UInt8(ascii: "#"), from: 1) >= hashes
      if isEscape, byte(1 + hashes) == UInt8(ascii: "(") {
        open[last].parentheses = 1
        return skip(2 + hashes)
      }
      let count = isEscape ? 2 + hashes : 1
      open[last].text += source[at..<min(at + count, source.count)]
      skip(count)
    }
  }
}
