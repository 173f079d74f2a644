public import Text
public import Units

/// An error as it is told: to people in sentences, to programs as JSON.
///
/// The house form: place, excerpt with a caret, what is wrong, why it matters, what to do.
public struct Telling {
  private let refusals: [any Refusal]

  /// Tells a refusal, or each one of a gathering.
  public init(_ refusal: any Refusal) { refusals = Telling.flattened(refusal) }

  private static func flattened(_ refusal: any Refusal) -> [any Refusal] {
    (refusal as? Refusals)?.all.flatMap(flattened) ?? [refusal]
  }

  /// How every error begins.
  public static let head = Words("soleil : erreur : ", "soleil: error: ")

  /// At most so many errors are told in full; the rest is counted.
  static let mostTold = 20

  /// The sentences in one language.
  public func text(_ language: Language) -> String {
    var parts = refusals.prefix(Telling.mostTold).map { Telling.text($0, language) }
    let rest = refusals.count - parts.count
    if rest > 0 {
      let more = Words("… et \(rest) autres erreurs.", "… and \(rest) more errors.")
      parts.append(more[language])
    }
    return visible(parts.joined(separator: "\n"))
  }

  /// The errors as JSON: code, message in one language, and place.
  public func json(_ language: Language) -> JSON {
    let errors = refusals.map { refusal -> JSON in
      var members: [String: JSON] = ["code": .string(refusal.code)]
      let explanation = Telling.explanation(refusal)
      members["message"] = explanation.map { .string($0.what[language]) }
      if let place = (refusal as? Located)?.place {
        members["file"] = .string(place.file)
        members["line"] = place.line.map { .integer(Int64($0)) }
        members["column"] = place.column.map { .integer(Int64($0)) }
      }
      return .object(members)
    }
    return ["errors": .array(errors)]
  }

  private static func explanation(_ refusal: any Refusal) -> Explanation? {
    let reason = (refusal as? Located)?.reason ?? (refusal as? Mistyped)?.reason ?? refusal
    return (reason as? any Worded)?.explanation
  }

  private static func text(_ refusal: any Refusal, _ language: Language) -> String {
    let head = head[language]
    let place = (refusal as? Located)?.place
    guard let explanation = explanation(refusal) else { return head + refusal.code }
    let colon = Words(" : ", ": ")[language]
    var lines = [head + (place.map { $0.description + colon } ?? "") + explanation.what[language]]
    if let place { lines += excerpt(place) }
    lines.append("  " + explanation.why[language])
    lines.append("  → " + explanation.remedy[language] + " [\(refusal.code)]")
    return lines.joined(separator: "\n")
  }

  private static func excerpt(_ place: Place) -> [String] {
    guard let excerpt = place.excerpt, !excerpt.isEmpty else { return [] }
    let shown = excerpt.count > 100 ? excerpt.prefix(99) + "…" : excerpt[...]
    guard let column = place.column, column <= shown.count else { return ["  | \(shown)"] }
    return ["  | \(shown)", "  | \(String(repeating: " ", count: column - 1))^"]
  }
}
