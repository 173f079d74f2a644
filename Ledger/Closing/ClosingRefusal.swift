public import Units

/// Why a month is not closed.
public enum ClosingRefusal: Refusal, Equatable {
  /// The month has not ended.
  case monthHasNotEnded(Month, today: Day)
  /// The month is closed already.
  case monthIsAlreadyClosed(Month)
  /// An earlier month is still open.
  case earlierMonthIsOpen(Month, next: Month)
  /// The month lies before the book begins.
  case monthIsBeforeTheBook(Month, first: Month)
  /// Checks of the checklist stand in the way.
  case checklistStandsInTheWay(Month, [CheckItem])
  /// A waiver names no check that can be waived.
  case waiverIsUnknown(String, known: [String])
  /// A waiver gives no reason.
  case waiverHasNoReason(String)
  /// The month is not closed, and what was asked for needs a closed month.
  case monthIsNotClosed(Month)
  /// The member has no statement in that month.
  case memberHasNoStatement(String, Month)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .monthHasNotEnded: "month-has-not-ended"
    case .monthIsAlreadyClosed: "month-is-already-closed"
    case .earlierMonthIsOpen: "earlier-month-is-open"
    case .monthIsBeforeTheBook: "month-is-before-the-book"
    case .checklistStandsInTheWay: "checklist-stands-in-the-way"
    case .waiverIsUnknown: "waiver-is-unknown"
    case .waiverHasNoReason: "waiver-has-no-reason"
    case .monthIsNotClosed: "month-is-not-closed"
    case .memberHasNoStatement: "member-has-no-statement"
    }
  }

  /// Wrong usage for a wrong waiver; undetermined while input is held; else refused.
  public var outcome: Outcome {
    switch self {
    case .waiverIsUnknown, .waiverHasNoReason: .usage
    case .checklistStandsInTheWay(_, let items):
      items.allSatisfy { $0.check == .readingsHeld } ? .undetermined : .refused
    default: .refused
    }
  }
}
