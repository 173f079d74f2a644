public import Units

/// What is refused about who people are: their accounts, their relations, their leaving the book.
public enum PersonRefusal: Refusal, Equatable {
  /// The IBAN has other signs, another length or other check digits than an IBAN.
  case ibanIsWrong
  /// The BIC is not eight or eleven letters and digits.
  case bicIsWrong
  /// A BIC is given without an IBAN.
  case bicHasNoAccount
  /// A birth is told of a company or public body.
  case birthOfNoPerson
  /// The book has no privacy key yet, so it takes in neither accounts nor births.
  case bookHasNoPrivacyKey
  /// The privacy key is not the one whose public part the book holds.
  case privacyKeyIsAnother
  /// The member's identity was erased.
  case memberIsErased(MemberNumber)
  /// The file changes nothing of the member.
  case nothingChanges(MemberNumber)
  /// A new version of an identity would hold before one that is known already.
  case versionIsOlder(MemberNumber, from: Day, known: Day)
  /// The relation names nobody: neither a member nor a name.
  case relationNamesNobody
  /// The relation names both a member and a name.
  case relationNamesTwo
  /// The relation ties a member to itself.
  case relationIsToItself(MemberNumber)
  /// The relation ends before it begins.
  case relationEndsBeforeItBegins(from: Day, until: Day)
  /// The kind of relation does not suit what the member is.
  case relationDoesNotSuit(MemberNumber, RelationKind)
  /// Two representatives or two payees stand for one member on one day.
  case relationIsHeldTwice(MemberNumber, RelationKind, on: Day)
  /// The member's identity cannot be erased yet, for these reasons.
  case erasureIsNotAllowed(MemberNumber, [ErasureObstacle], firstAllowed: Day?)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .ibanIsWrong: "iban-is-wrong"
    case .bicIsWrong: "bic-is-wrong"
    case .bicHasNoAccount: "bic-has-no-account"
    case .birthOfNoPerson: "birth-of-no-person"
    case .bookHasNoPrivacyKey: "book-has-no-privacy-key"
    case .privacyKeyIsAnother: "privacy-key-is-another"
    case .memberIsErased: "member-is-erased"
    case .nothingChanges: "nothing-changes"
    case .versionIsOlder: "version-is-older"
    case .relationNamesNobody: "relation-names-nobody"
    case .relationNamesTwo: "relation-names-two"
    case .relationIsToItself: "relation-is-to-itself"
    case .relationEndsBeforeItBegins: "relation-ends-before-it-begins"
    case .relationDoesNotSuit: "relation-does-not-suit"
    case .relationIsHeldTwice: "relation-is-held-twice"
    case .erasureIsNotAllowed: "erasure-is-not-allowed"
    }
  }

  /// Bad data when a file is wrong in itself; refused when a rule stands against it.
  public var outcome: Outcome {
    switch self {
    case .bookHasNoPrivacyKey, .privacyKeyIsAnother, .memberIsErased, .versionIsOlder,
      .erasureIsNotAllowed:
      .refused
    default: .badData
    }
  }
}

/// Why somebody's identity must be kept.
public enum ErasureObstacle: Hashable, Sendable {
  /// Shares are held today.
  case holdsShares(Shares)
  /// The last share was held less than five years ago.
  ///
  /// - Source: C. civ. art. 2224; C. com. art. L235-9, R228-9.
  case heldSharesUntil(Day, keptUntil: Day)
  /// An account with the member is not settled.
  case accountIsOpen(String, Cents)
  /// Money was paid to the member in a year that the administration may still examine.
  ///
  /// - Source: LPF art. L169, L102 B.
  case wasPaidIn(year: Int, keptUntil: Day)
  /// The member stands for somebody else.
  case standsFor(MemberNumber, RelationKind)
  /// The member is a party to what is agreed: owner of a roof, lender.
  case isPartyTo(String)

  /// The last day on which the identity must be kept, when a day says it.
  public var keptUntil: Day? {
    switch self {
    case .heldSharesUntil(_, let day), .wasPaidIn(_, let day): day
    case .holdsShares, .accountIsOpen, .standsFor, .isPartyTo: nil
    }
  }
}
