public import Units

/// What a set of dated facts is refused for.
public enum AgreementRefusal: Refusal, Equatable {
  /// The identifier is not made of lower-case letters, digits and hyphens.
  case identifierIsMalformed(String)
  /// The same identifier stands twice in the files given.
  case identifierIsRepeated(kind: String, id: String)
  /// A fact names another that is nowhere recorded.
  case referenceIsUnknown(kind: String, id: String, neededBy: String)
  /// The last day comes before the first.
  case endsBeforeItStarts(first: Day, last: Day)
  /// A purchase contract has no price.
  case contractHasNoPrice(String)
  /// A rent lacks the figure that its kind needs, or the kind is not known.
  case rentIsIncomplete(String)
  /// The number is not a SIREN: nine digits with a valid check digit.
  case sirenIsWrong(String)
  /// The file holds a table that is no kind of fact.
  case kindIsUnknown(String, known: [String])
  /// The file holds no fact at all.
  case fileHasNoFact

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .identifierIsMalformed: "identifier-is-malformed"
    case .identifierIsRepeated: "identifier-is-repeated"
    case .referenceIsUnknown: "reference-is-unknown"
    case .endsBeforeItStarts: "ends-before-it-starts"
    case .contractHasNoPrice: "contract-has-no-price"
    case .rentIsIncomplete: "rent-is-incomplete"
    case .sirenIsWrong: "siren-is-wrong"
    case .kindIsUnknown: "kind-is-unknown"
    case .fileHasNoFact: "file-has-no-fact"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
