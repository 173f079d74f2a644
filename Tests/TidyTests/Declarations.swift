/// Functions, and the enums that refuse, as found in code by their braces.
enum Declarations {
  /// A function with a body: its first line and how many lines it takes.
  struct Function: Sendable {
    let name: String
    let line: Int
    let length: Int
  }

  /// An enum of refusals and the names of its cases.
  struct RefusalEnum: Sendable {
    let name: String
    let file: String
    let cases: [String]
  }

  /// The functions of a file, initialisers and accessors with a body included.
  static func functions(in code: String) -> [Function] {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { index in
      guard let name = functionName(lines[index]) else { return nil }
      guard let end = endOfBody(lines, from: index) else { return nil }
      return Function(name: name, line: index + 1, length: end - index + 1)
    }
  }

  /// The name a line declares, by its words: patterns are slow on every line of the house.
  private static func functionName(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    if let keyword = words.firstIndex(of: "func"), keyword + 1 < words.count {
      return String(words[keyword + 1].prefix { $0 != "(" && $0 != "<" })
    }
    let initialiser = words.first { word in
      ["init(", "init?(", "init<"].contains { word.hasPrefix($0) }
    }
    if initialiser != nil { return "init" }
    guard let keyword = words.firstIndex(of: "var"), words.last == "{", !words.contains("="),
      keyword + 1 < words.count
    else { return nil }
    return String(words[keyword + 1].prefix { $0 != ":" })
  }

  /// The line on which the first brace at the declaration's own level closes again; nothing for a
  /// requirement of a protocol.
  private static func endOfBody(_ lines: [Substring], from start: Int) -> Int? {
    var (braces, others) = (0, 0)
    for index in start..<lines.count {
      if index > start, braces == 0, others == 0, lines[index].utf8.allSatisfy({ $0 == 32 }) {
        return nil
      }
      for byte in lines[index].utf8 {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): others += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): others -= 1
        case UInt8(ascii: "{"): braces += 1
        case UInt8(ascii: "}"):
          braces -= 1
          if braces < 0 { return nil }
          if braces == 0, others == 0 { return index }
        default: break
        }
      }
    }
    return nil
  }

  /// The enums of a file that conform to `Refusal`.
  static func refusals(in file: SourceTree.File) -> [RefusalEnum] {
    file.swift.code.matches(of: /enum (\w+): Refusal\b/).map { match in
      let body = file.swift.code[match.range.upperBound...]
      return RefusalEnum(name: String(match.1), file: file.path, cases: cases(in: body))
    }
  }

  /// The cases declared at the first level of braces: not those of a nested enum or of a switch.
  private static func cases(in body: Substring) -> [String] {
    var depth = 0
    var names: [String] = []
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if depth == 1, let found = line.firstMatch(of: /^\s*case (\w+)/) {
        names.append(String(found.1))
      }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      if depth == 0, !names.isEmpty { break }
    }
    return names
  }
}
