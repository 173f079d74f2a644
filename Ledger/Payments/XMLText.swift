/// An XML document written from top to bottom, indented by two spaces.
struct XMLText {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var names: [String] = []

  mutating func open(_ name: String, _ attributes: String = "") {
    indent()
    bytes += (attributes.isEmpty ? "<\(name)>\n" : "<\(name) \(attributes)>\n").utf8
    names.append(name)
  }

  /// Closes what was opened last, as often as asked.
  mutating func close(_ times: Int = 1) {
    for _ in 0..<times {
      guard let name = names.popLast() else { return }
      indent()
      bytes += "</\(name)>\n".utf8
    }
  }

  mutating func leaf(_ name: String, _ text: String, _ attributes: String = "") {
    indent()
    let opening = attributes.isEmpty ? name : "\(name) \(attributes)"
    bytes += "<\(opening)>\(escaped(text))</\(name)>\n".utf8
  }

  /// A leaf alone within elements of its own.
  mutating func nested(
    _ path: [String], _ name: String, _ text: String, _ attributes: String = ""
  ) {
    for name in path { open(name) }
    leaf(name, text, attributes)
    close(path.count)
  }

  private mutating func indent() {
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: 2 * names.count)
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
