public import Units
public import Wording

/// What the paper refuses.
public enum DocumentsRefusal: Refusal, Equatable {
  /// A character that the standard fonts cannot print, by its number in Unicode.
  case characterHasNoGlyph(UInt32)
  /// The allocation rules have more steps than the page has lines.
  case stepsDoNotFit(Int, most: Int)
  /// The file is not a signed statement, or not one as it was written.
  case fileIsNoSignedStatement
  /// The time stamp is longer than the room that the statement keeps for it.
  case stampDoesNotFit(bytes: Int, room: Int)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .characterHasNoGlyph: "character-has-no-glyph"
    case .stepsDoNotFit: "steps-do-not-fit"
    case .fileIsNoSignedStatement: "file-is-no-signed-statement"
    case .stampDoesNotFit: "stamp-does-not-fit"
    }
  }
  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

extension DocumentsRefusal: Worded {
  /// What is wrong, why it matters, what to do.
  public var explanation: Explanation {
    switch self {
    case .characterHasNoGlyph(let scalar): StatementWords.noGlyph(scalar)
    case .stepsDoNotFit(let count, let most): StatementWords.tooManySteps(count, most: most)
    case .fileIsNoSignedStatement: StatementWords.noSignedStatement
    case .stampDoesNotFit(let bytes, let room): StatementWords.stampTooLong(bytes, room: room)
    }
  }
}
