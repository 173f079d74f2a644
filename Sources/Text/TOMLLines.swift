import Units

/// On which line each key of a TOML text stands.
///
/// The library forgets it; a person needs it.
///
/// Reads headings and the keys at the start of lines; a key within an inline table or a list that
/// runs over lines is found at the line where the value begins.
struct TOMLLines: Sendable {
  private let texts: [String]
  private let lineOfPath: [String: Int]

  init(_ text: String) {
    // CR LF is one character.
    texts = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    var scan = Scan()
    for (index, line) in texts.enumerated() { scan.take(line, number: index + 1) }
    lineOfPath = scan.lineOfPath
  }

  /// The text of a line, counted from 1.
  func text(of line: Int) -> String? {
    texts.indices.contains(line - 1) ? texts[line - 1] : nil
  }

  /// The line of the longest known beginning of a path.
  func line(of path: String) -> Int? {
    var rest = path[...]
    while true {
      if let line = lineOfPath[String(rest)] { return line }
      guard let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      rest = rest[..<cut]
    }
  }

  /// The first line that holds a number with a fraction or exponent, outside quotes.
  func firstFraction(in file: String) -> Place {
    guard let index = texts.firstIndex(where: TOMLLines.holdsFraction) else {
      return Place(file: file)
    }
    return Place(file: file, line: index + 1, excerpt: texts[index])
  }

  private static func holdsFraction(_ line: String) -> Bool {
    var quote: Character?
    var word = ""
    for character in line + " " {
      if let open = quote {
        if character == open { quote = nil }
      } else if character.isLetter || character.isNumber || "+-._".contains(character) {
        word.append(character)
      } else if isFraction(word) {
        return true
      } else if character == "#" {
        return false
      } else {
        if character == "\"" || character == "'" { quote = character }
        word = ""
      }
    }
    return false
  }

  private static func isFraction(_ word: String) -> Bool {
    guard let first = word.first, first.isNumber || "+-".contains(first) else { return false }
    return word.allSatisfy { $0.isNumber || "+-._eE".contains($0) }
      && word.contains { ".eE".contains($0) }
  }

  private struct Scan {
    var lineOfPath: [String: Int] = [:]
    private var counts: [String: Int] = [:]
    private var heading = ""

    mutating func take(_ line: String, number: Int) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[[") {
        enter(trimmed.dropFirst(2).prefix { $0 != "]" }, asListItem: true, number)
      } else if trimmed.hasPrefix("[") {
        enter(trimmed.dropFirst().prefix { $0 != "]" }, asListItem: false, number)
      } else if let equals = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
        let key = trimmed[..<equals].filter { $0 != " " && $0 != "\"" && $0 != "\t" }
        let path = heading.isEmpty ? String(key) : "\(heading).\(key)"
        if lineOfPath[path] == nil { lineOfPath[path] = number }
      }
    }

    private mutating func enter(_ name: Substring, asListItem: Bool, _ number: Int) {
      var path = ""
      let parts = name.split(separator: ".").map { $0.filter { $0 != " " && $0 != "\"" } }
      for (index, part) in parts.enumerated() {
        path = path.isEmpty ? part : "\(path).\(part)"
        if index == parts.count - 1, asListItem {
          counts[path, default: 0] += 1
          if lineOfPath[path] == nil { lineOfPath[path] = number }
        }
        if let count = counts[path] { path += "[\(count - 1)]" }
      }
      heading = path
      if lineOfPath[path] == nil { lineOfPath[path] = number }
    }
  }
}
