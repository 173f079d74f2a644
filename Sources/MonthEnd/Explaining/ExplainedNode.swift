public import Wording

/// A line of an explanation and what it follows from.
public struct ExplainedNode: Sendable {
  /// The line.
  public let text: Words
  /// What it follows from.
  public let causes: [ExplainedNode]

  /// A line.
  public init(_ text: Words, _ causes: [ExplainedNode] = []) {
    self.text = text
    self.causes = causes
  }

  /// The tree in one language, with branches drawn.
  public func drawn(_ language: Language) -> String {
    ([text[language]] + branches(language)).joined(separator: "\n")
  }

  private func branches(_ language: Language) -> [String] {
    causes.enumerated().flatMap { index, cause in
      let isLast = index == causes.count - 1
      return [(isLast ? "└─ " : "├─ ") + cause.text[language]]
        + cause.branches(language).map { (isLast ? "   " : "│  ") + $0 }
    }
  }

  /// The tree as a page that stands alone, without scripts.
  public func page(_ language: Language) -> String {
    let title = ExplainWords.annex[language]
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(escaped(title))</title>
      <style>body{font:11pt/1.4 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      li{margin:.2em 0}ul{padding-left:1.4em}@page{size:A4;margin:18mm}</style></head><body>
      <h1>\(escaped(title))</h1><p><strong>\(escaped(text[language]))</strong></p>
      <p>\(escaped(ExplainWords.check[language]))</p>
      \(list(language))
      </body></html>

      """
  }

  private func list(_ language: Language) -> String {
    guard !causes.isEmpty else { return "" }
    let items = causes.map {
      "<li>\(escaped($0.text[language]))\($0.list(language))</li>"
    }
    return "<ul>\(items.joined(separator: "\n"))</ul>"
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { page, character in
      switch character {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      default: page.append(character)
      }
    }
  }
}
