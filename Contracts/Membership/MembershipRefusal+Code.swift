extension MembershipRefusal {
  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .memberNumberIsMalformed: "member-number-is-malformed"
    case .collegeIDIsMalformed: "college-id-is-malformed"
    case .nominalIsNotPositive: "nominal-is-not-positive"
    case .floorExceedsTheCeiling: "floor-exceeds-the-ceiling"
    case .ceilingIsTooLarge: "ceiling-is-too-large"
    case .collegeIsDescribedTwice: "college-is-described-twice"
    case .capitalAccountIsMalformed: "capital-account-is-malformed"
    case .collegeWeightIsNegative: "college-weight-is-negative"
    case .memberKindIsUnknown: "member-kind-is-unknown"
    case .languageIsUnknown: "language-is-unknown"
    case .personHasNoName: "person-has-no-name"
    case .organisationHasNoName: "organisation-has-no-name"
    case .memberIsRepeated: "member-is-repeated"
    case .memberHasOtherContent: "member-has-other-content"
    case .referenceIsMissing: "reference-is-missing"
    case .referenceHasOtherContent: "reference-has-other-content"
    case .companyDoesNotExistYet: "company-does-not-exist-yet"
    case .sharesAreNotPositive: "shares-are-not-positive"
    case .amountIsNotTheNominal: "amount-is-not-the-nominal"
    case .priceIsNegative: "price-is-negative"
    case .transferHasNoReceiver: "transfer-has-no-receiver"
    case .transferGoesToTheGiver: "transfer-goes-to-the-giver"
    case .counterpartyIsNotExpected: "counterparty-is-not-expected"
    case .memberIsUnknown: "member-is-unknown"
    case .receiverIsNoMember: "receiver-is-no-member"
    case .memberHadNotJoined: "member-had-not-joined"
    case .collegeIsUnknown: "college-is-unknown"
    case .kindIsNotAdmitted: "kind-is-not-admitted"
    case .holdingIsInsufficient: "holding-is-insufficient"
    case .capitalFallsBelowTheFloor: "capital-falls-below-the-floor"
    case .capitalExceedsTheCeiling: "capital-exceeds-the-ceiling"
    }
  }
}
