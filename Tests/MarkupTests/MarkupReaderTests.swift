import Markup
import Testing
import Units

/// XML is read piece by piece, and what could reach outside the document is refused.
@Suite struct MarkupReaderTests {
  private func pieces(_ text: String, whole depth: Int = 1) throws -> [MarkupPiece] {
    var pieces: [MarkupPiece] = []
    try readMarkup(Array(text.utf8), file: "f.xml", whole: depth) { pieces.append($0) }
    return pieces
  }

  @Test func elementsComeWhole() throws {
    let text = "<a xmlns='urn:x' k='1'>\n<b> été &amp; hiver <c>1</c><c>2</c></b>\n<d/></a>"
    let pieces = try pieces(text)
    guard case .opened(let root) = pieces[0], case .whole(let b) = pieces[1],
      case .whole(let d) = pieces[2]
    else { return #expect(Bool(false), "\(pieces)") }
    #expect(root.name == "a" && root.namespace == "urn:x" && root.attributes == ["k": "1"])
    #expect(b.text == "été & hiver" && b.line == 2 && b.all("c").map(\.text) == ["1", "2"])
    #expect(b.at("c")?.text == "1" && b.at("z") == nil)
    #expect(d.line == 3 && d.children == [])
    #expect(pieces[3] == .closed("a"))
  }

  @Test func prefixesAreNoPartOfNames() throws {
    let pieces = try pieces("<n:a xmlns:n='urn:x'><n:b n:k='v'/></n:a>")
    guard case .whole(let b) = pieces[1] else { return #expect(Bool(false)) }
    #expect(b.name == "b" && b.namespace == "urn:x" && b.attributes == ["k": "v"])
  }

  @Test func oldEncodingsAreRead() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a><b>".utf8) + [0xE9]
      + Array("</b></a>".utf8)
    var text = ""
    try readMarkup(bytes, file: "f", whole: 1) { piece in
      if case .whole(let element) = piece { text = element.text }
    }
    #expect(text == "é")
  }

  /// A billion laughs, a file of the machine, an entity of one's own: none gets past the doctype.
  static let refused: [(text: String, refusal: MarkupRefusal, line: Int)] = [
    (
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;'>]>\n<a>&m;</a>",
      .markupHasADoctype, 2
    ),
    (
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>", .markupHasADoctype, 1
    ),
    ("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", .markupHasADoctype, 1),
    ("<a>\n&own;</a>", .markupIsMalformed("undefined entity"), 2),
    ("<a>\n<b></a>", .markupIsMalformed("mismatched tag"), 2),
    ("<a>", .markupIsMalformed("no element found"), 1),
    ("", .markupIsMalformed("no element found"), 1),
    ("<a/><b/>", .markupIsMalformed("junk after document element"), 1),
    (
      String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65),
      .markupIsTooDeep(most: 64), 1
    ),
  ]

  @Test(arguments: refused)
  func whatIsWrongIsToldByLine(text: String, refusal: MarkupRefusal, line: Int) {
    let found = #expect(throws: Located.self) { try pieces(text) }
    #expect(found?.reason as? MarkupRefusal == refusal)
    #expect(found?.place.line == line)
  }

  @Test func aFileBeyondAllMeasureIsNotRead() {
    let found = #expect(throws: Located.self) {
      try readMarkup([UInt8](repeating: 0x20, count: 1 << 30 | 1), file: "f", whole: 1) { _ in }
    }
    #expect(
      found?.reason as? MarkupRefusal
        == .markupIsTooLarge(bytes: 1 << 30 | 1, most: 1 << 30))
  }

  @Test func whatTheReceiverThrowsEndsTheReading() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try readMarkup(Array("<a><b/><b/><b/></a>".utf8), file: "f", whole: 1) { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }
}
