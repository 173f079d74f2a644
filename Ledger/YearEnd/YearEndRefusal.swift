public import Units

/// Why a fiscal year is not closed, or its result not appropriated as a meeting decided.
public enum YearEndRefusal: Refusal, Equatable {
  /// No fiscal year of the book has this name.
  case yearIsUnknown(String, known: [String])
  /// A month of the year is still open.
  case monthIsStillOpen(year: String, Month)
  /// An earlier fiscal year is still open.
  case earlierYearIsOpen(year: String, earlier: String)
  /// Entries of the year are still drafts.
  case draftsAreLeft(year: String, Int)
  /// The year is not closed, so its result is not known.
  case yearIsNotClosed(String)
  /// The result of the year was appropriated before, by another resolution.
  case yearIsAppropriated(String, by: String)
  /// The result of an earlier year still awaits its appropriation.
  case earlierResultAwaits(year: String, earlier: String)
  /// Another decision was recorded under the same reference.
  case referenceIsTaken(String)
  /// The resolution has no reference.
  case referenceIsEmpty
  /// A dividend is given both in all and by the share.
  case dividendIsGivenTwice
  /// A dividend by the share, in euros, is below zero.
  case dividendIsNegative(Ratio)
  /// The meeting took place before the year had ended or, for an advance, begun.
  case meetingIsTooEarly(Day, earliest: Day)
  /// The meeting, or the day it is booked on, is still to come.
  case meetingIsToCome(Day, today: Day)
  /// The decision is to be booked before it was taken.
  case bookedBeforeTheMeeting(Day, meeting: Day)
  /// The day of the decision lies in a closed month.
  case meetingDayIsClosed(Day, firstOpen: Day)
  /// Less than the law asks goes to the legal reserve.
  case legalReserveIsTooLow(asked: Cents, due: Cents, base: Cents, room: Cents)
  /// More is taken from an account than stands on it.
  case tooMuchIsTaken(account: String, asked: Cents, there: Cents)
  /// The parts do not sum to the result and what is taken besides.
  case partsDoNotMakeTheResult(parts: Cents, result: Cents)
  /// A dividend before the losses brought forward are cleared.
  case lossesComeBeforeDividends(losses: Cents, dividend: Cents, distributable: Cents)
  /// A dividend for a year without profit.
  case lossYieldsNoDividend(dividend: Cents, result: Cents, distributable: Cents)
  /// A dividend above what may be distributed.
  case dividendExceedsTheDistributable(dividend: Cents, distributable: Cents)
  /// Reserves are taken for a dividend while part of the year's profit is kept.
  case profitComesBeforeReserves(taken: Cents, kept: Cents)
  /// The own funds would fall below the capital and the reserves that may not be distributed.
  case netAssetsAreTooLow(after: Cents, least: Cents)
  /// Formation expenses are not amortised, and the free reserves do not cover them.
  case formationExpensesStand(unamortised: Cents, freeReserves: Cents)
  /// A dividend without the day of its payment.
  case paymentDateIsMissing
  /// The dividend is paid more than nine months after the year's end.
  case paymentIsTooLate(Day, limit: Day)
  /// The dividend is paid before it is decided.
  case paymentIsBeforeTheMeeting(Day, meeting: Day)
  /// Nobody held shares on any day.
  case nobodyHeldShares(Period)
  /// The dividend is less than what was paid of it in advance.
  case dividendIsBelowTheInterim(dividend: Cents, interim: Cents)
  /// A dividend in advance without a certified balance sheet.
  case certifiedBalanceIsMissing
  /// The certified balance sheet shows a day outside the year, or after the decision.
  case certifiedBalanceIsMisdated(Day, first: Day, last: Day)
  /// A dividend in advance above what the certified profit allows.
  case interimExceedsTheProfit(interim: Cents, allowed: Cents)

  /// Wrong usage for a year that is none, bad data for what is wrong in the file, else refused.
  public var outcome: Outcome {
    switch self {
    case .yearIsUnknown: .usage
    case .referenceIsEmpty, .dividendIsGivenTwice, .dividendIsNegative: .badData
    default: .refused
    }
  }

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .yearIsUnknown: "year-is-unknown"
    case .monthIsStillOpen: "month-is-still-open"
    case .earlierYearIsOpen: "earlier-year-is-open"
    case .draftsAreLeft: "drafts-are-left"
    case .yearIsNotClosed: "year-is-not-closed"
    case .yearIsAppropriated: "year-is-appropriated"
    case .earlierResultAwaits: "earlier-result-awaits"
    case .referenceIsTaken: "reference-is-taken"
    case .referenceIsEmpty: "reference-is-empty"
    case .dividendIsGivenTwice: "dividend-is-given-twice"
    case .dividendIsNegative: "dividend-is-negative"
    case .meetingIsTooEarly: "meeting-is-too-early"
    case .meetingIsToCome: "meeting-is-to-come"
    case .bookedBeforeTheMeeting: "booked-before-the-meeting"
    case .meetingDayIsClosed: "meeting-day-is-closed"
    case .legalReserveIsTooLow: "legal-reserve-is-too-low"
    case .tooMuchIsTaken: "too-much-is-taken"
    case .partsDoNotMakeTheResult: "parts-do-not-make-the-result"
    case .lossesComeBeforeDividends: "losses-come-before-dividends"
    case .lossYieldsNoDividend: "loss-yields-no-dividend"
    case .dividendExceedsTheDistributable: "dividend-exceeds-the-distributable"
    case .profitComesBeforeReserves: "profit-comes-before-reserves"
    case .netAssetsAreTooLow: "net-assets-are-too-low"
    case .formationExpensesStand: "formation-expenses-stand"
    case .paymentDateIsMissing: "payment-date-is-missing"
    case .paymentIsTooLate: "payment-is-too-late"
    case .paymentIsBeforeTheMeeting: "payment-is-before-the-meeting"
    case .nobodyHeldShares: "nobody-held-shares"
    case .dividendIsBelowTheInterim: "dividend-is-below-the-interim"
    case .certifiedBalanceIsMissing: "certified-balance-is-missing"
    case .certifiedBalanceIsMisdated: "certified-balance-is-misdated"
    case .interimExceedsTheProfit: "interim-exceeds-the-profit"
    }
  }
}
