/// What the vocabulary refuses: a word that is no number, no date, or does not fit.
public enum UnitRefusal: Refusal, Equatable {
  /// The text is no calendar day in the form `YYYY-MM-DD`.
  case dayIsNotACalendarDay(String)
  /// The text is no month in the form `YYYY-MM`.
  case monthIsNotACalendarMonth(String)
  /// The text is no decimal number.
  case numberIsNotDecimal(String)
  /// The number has more decimals than the unit can hold.
  case numberIsTooFine(String, decimals: Int)
  /// The result does not fit into 64 bits.
  case sumIsTooLarge
  /// A weight of a key is negative.
  case weightIsNegative(Int64)
  /// The period's last day comes before its first.
  case periodEndsBeforeItStarts(Day, Day)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .dayIsNotACalendarDay: "day-is-not-a-calendar-day"
    case .monthIsNotACalendarMonth: "month-is-not-a-calendar-month"
    case .numberIsNotDecimal: "number-is-not-decimal"
    case .numberIsTooFine: "number-is-too-fine"
    case .sumIsTooLarge: "sum-is-too-large"
    case .weightIsNegative: "weight-is-negative"
    case .periodEndsBeforeItStarts: "period-ends-before-it-starts"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
