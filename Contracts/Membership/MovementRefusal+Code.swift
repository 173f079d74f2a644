extension MovementRefusal {
  /// The name of the broken rule.
  public var code: String {
    switch self {
    case .sharesAreLockedUp: "shares-are-locked-up"
    case .noticeIsTooShort: "notice-is-too-short"
    case .transferIsNotApproved: "transfer-is-not-approved"
    case .approvalComesLate: "approval-comes-late"
    case .priceIsNotTheNominal: "price-is-not-the-nominal"
    case .giftHasAPrice: "gift-has-a-price"
    case .amountIsNotPositive: "amount-is-not-positive"
    case .sharesAreNotExpected: "shares-are-not-expected"
    case .subjectIsMissing: "subject-is-missing"
    case .subjectIsUnknown: "subject-is-unknown"
    case .nothingIsOpen: "nothing-is-open"
    case .subjectBelongsToAnother: "subject-belongs-to-another"
    case .paymentExceedsWhatIsOpen: "payment-exceeds-what-is-open"
    case .callExceedsWhatIsUncalled: "call-exceeds-what-is-uncalled"
    case .sharesAreNotReleased: "shares-are-not-released"
    case .releaseTakesTooLong: "release-takes-too-long"
    case .dueComesBefore: "due-comes-before"
    case .trancheIsInsufficient: "tranche-is-insufficient"
    case .repaymentComesTooEarly: "repayment-comes-too-early"
    case .exitIsPaidBeforeItsEffect: "exit-is-paid-before-its-effect"
    case .movementIsInAClosedMonth: "movement-is-in-a-closed-month"
    case .correctionComesTooEarly: "correction-comes-too-early"
    case .correctionIsNotPossible: "correction-is-not-possible"
    case .movementIsCorrectedAlready: "movement-is-corrected-already"
    case .reasonIsMissing: "reason-is-missing"
    case .amountIsBeyondSense: "amount-is-beyond-sense"
    case .detailIsNotExpected: "detail-is-not-expected"
    }
  }
}
