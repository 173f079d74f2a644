public import Units

/// What allocation refuses: rules that leave a doubt, weights and residues that cannot be.
public enum AllocationRefusal: Refusal, Equatable {
  /// No last step takes what is left.
  case nothingTakesTheRemainder
  /// A step after this one would never receive anything.
  case remainderIsNotLast(String)
  /// Two steps have one name.
  case stepIsRepeated(String)
  /// The name of a step is empty, reserved, or has other characters than it may.
  case stepIDIsMalformed(String)
  /// A percentage is below zero or above one.
  case percentageIsOutOfRange(step: String, Ratio)
  /// A fixed amount is negative.
  case fixedAmountIsNegative(step: String, Cents)
  /// A price is negative, or beyond a cent for a watt-hour, a watt-day, a square centimetre and day.
  case priceIsOutOfRange(step: String, Ratio)
  /// A step takes at least more than it takes at most.
  case capIsBelowTheFloor(step: String, least: Cents, most: Cents)
  /// The key does not fit whom the step serves.
  case keyDoesNotFit(step: String, key: String)
  /// A percentage is taken of a step that does not come before.
  case stepLooksAhead(step: String, to: String)
  /// Percentages rounded together are apart, of different things, or something else.
  case roundingGroupIsBroken(String, step: String)
  /// The account is none of a reserve.
  case reserveIsNoReserve(step: String, String)
  /// A charge is to be paid to shareholders or to a reserve.
  case chargeServesNoParty(step: String)
  /// A step serves a group that the rules do not declare.
  case groupIsUnknown(step: String, String)
  /// Two groups have one name.
  case groupIsRepeated(String)
  /// A group has nobody in it.
  case groupIsEmpty(String)
  /// One of a group has no weight, or no roofs, where the key asks for them.
  case partHasNoWeight(group: String, String)
  /// The rules name what the book does not know.
  case nameIsUnknown(kind: String, String, rules: String)
  /// The rules change and keep their version.
  case versionIsNotNew(String, Int)
  /// Two sets of rules begin on one day.
  case rulesBeginTogether(String, String, Day)
  /// Nothing says who adopted the rules.
  case adoptionIsMissing(String)
  /// A movement is to count from a day on which the register shows it already.
  case movementIsNotLate(String, effective: Day)
  /// What a closed month was signed with cannot be reckoned again from the book.
  case signedMonthDoesNotRecompute(Month)
  /// The text names no beneficiary.
  case beneficiaryIsMalformed(String)
  /// A step serves a college that does not exist in the period.
  case collegeIsUnknown(step: String, String)
  /// A college is given twice.
  case collegeIsRepeated(String)
  /// A member is given twice in one college.
  case memberIsRepeated(String, college: String)
  /// A weight is negative.
  case weightIsNegative(of: String)
  /// Weights or amounts sum beyond 64 bits.
  case sumIsTooLarge
  /// The residues carried into a division do not sum to zero.
  case residuesDoNotSumToZero(division: String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .nothingTakesTheRemainder: "nothing-takes-the-remainder"
    case .remainderIsNotLast: "remainder-is-not-last"
    case .stepIsRepeated: "step-is-repeated"
    case .stepIDIsMalformed: "step-id-is-malformed"
    case .percentageIsOutOfRange: "percentage-is-out-of-range"
    case .fixedAmountIsNegative: "fixed-amount-is-negative"
    case .priceIsOutOfRange: "price-is-out-of-range"
    case .capIsBelowTheFloor: "cap-is-below-the-floor"
    case .keyDoesNotFit: "key-does-not-fit"
    case .stepLooksAhead: "step-looks-ahead"
    case .roundingGroupIsBroken: "rounding-group-is-broken"
    case .reserveIsNoReserve: "reserve-is-no-reserve"
    case .chargeServesNoParty: "charge-serves-no-party"
    case .groupIsUnknown: "group-is-unknown"
    case .groupIsRepeated: "group-is-repeated"
    case .groupIsEmpty: "group-is-empty"
    case .partHasNoWeight: "part-has-no-weight"
    case .nameIsUnknown: "rules-name-is-unknown"
    case .versionIsNotNew: "rules-version-is-not-new"
    case .rulesBeginTogether: "rules-begin-together"
    case .adoptionIsMissing: "adoption-is-missing"
    case .movementIsNotLate: "movement-is-not-late"
    case .signedMonthDoesNotRecompute: "signed-month-does-not-recompute"
    case .beneficiaryIsMalformed: "beneficiary-is-malformed"
    case .collegeIsUnknown: "allocation-college-is-unknown"
    case .collegeIsRepeated: "allocation-college-is-repeated"
    case .memberIsRepeated: "allocation-member-is-repeated"
    case .weightIsNegative: "allocation-weight-is-negative"
    case .sumIsTooLarge: "allocation-sum-is-too-large"
    case .residuesDoNotSumToZero: "residues-do-not-sum-to-zero"
    }
  }

  /// Refused when the book contradicts itself, else bad data.
  public var outcome: Outcome {
    switch self {
    case .residuesDoNotSumToZero, .signedMonthDoesNotRecompute: .refused
    default: .badData
    }
  }
}
