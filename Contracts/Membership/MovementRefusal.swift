public import Units

/// What stands against a movement in the life of shares: what is owed, what the statutes ask for.
public enum MovementRefusal: Refusal, Equatable {
  /// The shares may not be moved yet; some of the member's others may.
  case sharesAreLockedUp(MemberNumber, on: Day, free: Shares, needed: Shares, article: String)
  /// The exit takes effect before its notice has run.
  case noticeIsTooShort(effect: Day, earliest: Day, article: String)
  /// The statutes ask for an approval that the movement does not name.
  case transferIsNotApproved(article: String)
  /// The approval is dated after the transfer.
  case approvalComesLate(approved: Day, transfer: Day)
  /// The exit is paid otherwise than at nominal.
  case priceIsNotTheNominal(Cents, nominal: Cents, article: String)
  /// A gift or an inheritance has a price.
  case giftHasAPrice(Cents)
  /// The amount is zero or less.
  case amountIsNotPositive(Cents)
  /// The movement moves no shares, and names some.
  case sharesAreNotExpected(MovementKind, Shares)
  /// The movement does not say what it pays, calls, repays or corrects.
  case subjectIsMissing(MovementKind)
  /// No movement has the reference it names.
  case subjectIsUnknown(String)
  /// The movement it names leaves nothing open of this kind.
  case nothingIsOpen(String, MovementKind)
  /// The movement it names is another member's.
  case subjectBelongsToAnother(String, MemberNumber)
  /// More is paid than is open.
  case paymentExceedsWhatIsOpen(Cents, open: Cents)
  /// More is called than was left uncalled.
  case callExceedsWhatIsUncalled(Cents, uncalled: Cents)
  /// Of the shares that would move some are not paid in full.
  case sharesAreNotReleased(order: Int, open: Cents)
  /// The rest of a subscription is due later than the law lets it be.
  case releaseTakesTooLong(due: Day, latest: Day)
  /// The day on which something is due comes before the movement.
  case dueComesBefore(due: Day, date: Day)
  /// The member has too few shares of the tranche that is named.
  case trancheIsInsufficient(order: Int, held: Shares, needed: Shares)
  /// A repayment comes before the exit takes effect.
  case repaymentComesTooEarly(Day, from: Day)
  /// An exit that takes effect later is paid on the day it is recorded.
  case exitIsPaidBeforeItsEffect(Cents, date: Day, effect: Day)
  /// A movement falls into a month that is closed.
  case movementIsInAClosedMonth(Day, closedThrough: Day)
  /// A correction is dated before what it corrects took effect.
  case correctionComesTooEarly(Day, earliest: Day)
  /// A movement of this kind, or one that others build on, is not undone.
  case correctionIsNotPossible(String)
  /// The movement is corrected already.
  case movementIsCorrectedAlready(String)
  /// The correction has no reason.
  case reasonIsMissing
  /// An amount is larger than any register could add up.
  case amountIsBeyondSense(Cents)
  /// The movement has a detail that its kind does not.
  case detailIsNotExpected(String, MovementKind)

  /// Bad data when a movement is wrong in itself; refused when a rule or what is owed stands against it.
  public var outcome: Outcome {
    switch self {
    case .amountIsNotPositive, .sharesAreNotExpected, .subjectIsMissing, .giftHasAPrice,
      .dueComesBefore, .amountIsBeyondSense, .detailIsNotExpected, .reasonIsMissing:
      .badData
    default: .refused
    }
  }

  /// The article that stands behind the rule, where there is one.
  public var article: String? {
    switch self {
    case .sharesAreLockedUp(_, _, _, _, let article), .noticeIsTooShort(_, _, let article),
      .transferIsNotApproved(let article), .priceIsNotTheNominal(_, _, let article):
      article
    case .sharesAreNotReleased: "C. com. art. L228-28"
    case .releaseTakesTooLong, .callExceedsWhatIsUncalled: "C. com. art. L225-3, L227-1"
    case .giftHasAPrice: "C. civ. art. 894"
    case .approvalComesLate: "C. com. art. L227-14"
    case .correctionComesTooEarly, .correctionIsNotPossible, .movementIsCorrectedAlready,
      .reasonIsMissing, .trancheIsInsufficient:
      "C. com. art. R228-9"
    default: nil
    }
  }
}
