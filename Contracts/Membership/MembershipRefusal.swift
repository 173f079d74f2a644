public import Units

/// What the members' file, the statutes or the share register refuses.
public enum MembershipRefusal: Refusal, Equatable {
  /// The text cannot be a member number.
  case memberNumberIsMalformed(String)
  /// The text cannot be a college's short name.
  case collegeIDIsMalformed(String)
  /// The nominal value is zero or less.
  case nominalIsNotPositive(Cents)
  /// The bounds of the capital cross, or the floor is negative.
  case floorExceedsTheCeiling(floor: Cents, ceiling: Cents)
  /// The ceiling allows more shares than a register holds.
  case ceilingIsTooLarge(Cents)
  /// Two descriptions of a college hold on one day.
  case collegeIsDescribedTwice(CollegeID)
  /// The account is not six digits under 101, capital.
  case capitalAccountIsMalformed(String)
  /// A weight of a college, named by its key, is below zero.
  case collegeWeightIsNegative(key: String, Ratio)

  /// The kind of member is none of the three.
  case memberKindIsUnknown(String)
  /// The language is neither French nor English.
  case languageIsUnknown(String)
  /// A person lacks a family name.
  case personHasNoName(MemberNumber)
  /// A company or public body lacks a name.
  case organisationHasNoName(MemberNumber)
  /// A member number stands for two members.
  case memberIsRepeated(MemberNumber)
  /// The book knows the member with other content, and cannot change it yet.
  case memberHasOtherContent(MemberNumber)
  /// The movement has no reference.
  case referenceIsMissing

  /// The reference names a movement that was recorded with other content.
  case referenceHasOtherContent(String, order: Int)
  /// The movement is dated before the company existed.
  case companyDoesNotExistYet(Day, founded: Day)
  /// No shares, or fewer, would move.
  case sharesAreNotPositive(Shares)
  /// The amount is not the nominal of the shares.
  case amountIsNotTheNominal(Cents, shares: Shares, nominal: Cents)
  /// The price of a transfer is negative.
  case priceIsNegative(Cents)
  /// A transfer names nobody who receives.
  case transferHasNoReceiver
  /// A transfer goes from a member to the same member.
  case transferGoesToTheGiver(MemberNumber)
  /// A subscription or withdrawal names a counterparty.
  case counterpartyIsNotExpected(MemberNumber)
  /// Nobody has this number.
  case memberIsUnknown(MemberNumber)
  /// The receiver of a transfer is no member.
  case receiverIsNoMember(MemberNumber)
  /// The member had not joined on that day.
  case memberHadNotJoined(MemberNumber, Day)
  /// The member's college does not exist on that day.
  case collegeIsUnknown(CollegeID, Day)
  /// The college does not admit this kind of member.
  case kindIsNotAdmitted(MemberKind, CollegeID)
  /// The member holds fewer shares, on the date or on a later one already recorded.
  case holdingIsInsufficient(MemberNumber, on: Day, held: Shares, needed: Shares)
  /// The capital would fall below the floor, on the date or on a later one already recorded.
  case capitalFallsBelowTheFloor(on: Day, capital: Cents, floor: Cents)
  /// The capital would exceed the ceiling, on the date or on a later one already recorded.
  case capitalExceedsTheCeiling(on: Day, capital: Cents, ceiling: Cents)

  /// Bad data when a file is wrong in itself; refused when a rule of the company stands against it.
  public var outcome: Outcome {
    switch self {
    case .capitalFallsBelowTheFloor, .capitalExceedsTheCeiling, .holdingIsInsufficient,
      .kindIsNotAdmitted, .receiverIsNoMember, .companyDoesNotExistYet, .memberHadNotJoined,
      .referenceHasOtherContent, .memberHasOtherContent:
      .refused
    default: .badData
    }
  }

  /// The article that stands behind the rule, where there is one; nothing for the form of a file.
  public var article: String? {
    switch self {
    case .capitalFallsBelowTheFloor, .floorExceedsTheCeiling: "C. com. art. L231-5"
    case .capitalExceedsTheCeiling, .amountIsNotTheNominal: "C. com. art. L231-1"
    case .holdingIsInsufficient, .memberIsUnknown, .memberHadNotJoined: "C. com. art. L228-1"
    case .receiverIsNoMember: "C. com. art. L227-14"
    case .companyDoesNotExistYet: "C. com. art. L210-6"
    case .sharesAreNotPositive, .referenceHasOtherContent, .referenceIsMissing,
      .transferHasNoReceiver, .transferGoesToTheGiver:
      "C. com. art. R228-9"
    case .kindIsNotAdmitted, .collegeIsUnknown: "statuts, collèges"
    default: nil
    }
  }
}
