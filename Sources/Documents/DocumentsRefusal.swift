public import Units
public import Wording

/// What the paper refuses.
public enum DocumentsRefusal: Refusal, Equatable {
  /// A character that the standard fonts cannot print, by its number in Unicode.
  case characterHasNoGlyph(UInt32)

  /// The stable name of the broken rule.
  public var code: String { "character-has-no-glyph" }
  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

extension DocumentsRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .characterHasNoGlyph(let scalar): StatementWords.noGlyph(scalar)
    }
  }
}
