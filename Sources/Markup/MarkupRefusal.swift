public import Units

/// What an XML document is refused for.
public enum MarkupRefusal: Refusal, Equatable {
  /// It is not well-formed; the reason is the parser's own.
  case markupIsMalformed(String)
  /// It brings a document type of its own, which could define anything.
  case markupHasADoctype
  /// Its elements lie deeper in one another than in any file we read.
  case markupIsTooDeep(most: Int)
  /// It is larger than what is read in one piece.
  case markupIsTooLarge(bytes: Int, most: Int)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .markupIsMalformed: "markup-is-malformed"
    case .markupHasADoctype: "markup-has-a-doctype"
    case .markupIsTooDeep: "markup-is-too-deep"
    case .markupIsTooLarge: "markup-is-too-large"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
