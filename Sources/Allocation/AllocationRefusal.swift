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
    case .residuesDoNotSumToZero: .refused
    default: .badData
    }
  }
}
