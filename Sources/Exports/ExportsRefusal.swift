public import Units

/// What the exports refuse.
public enum ExportsRefusal: Refusal, Equatable {
  /// The book has no fiscal year of this name.
  case yearIsUnknown(String, known: [String])
  /// Nothing was entered in the fiscal year: there is nothing to hand over.
  case yearHasNoEntries(String)
  /// The tax file has an error.
  case taxFileIsFaulty(FECFinding)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .yearIsUnknown: "year-is-unknown"
    case .yearHasNoEntries: "year-has-no-entries"
    case .taxFileIsFaulty(let finding): finding.fault.rawValue
    }
  }

  /// Refused.
  public var outcome: Outcome { .refused }
}
