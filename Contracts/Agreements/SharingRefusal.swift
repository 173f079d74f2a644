public import Units

/// What energy shared among several buyers is refused for.
public enum SharingRefusal: Refusal, Equatable {
  /// A coefficient is not from 0 to 1, or has more than six decimals.
  case shareIsOutOfRange(Ratio)
  /// The coefficients of a step, or those that stay, sum to more than one.
  case keyExceedsTheWhole(String, Day?)
  /// Coefficients that stay are missing, or stand under a key that has none.
  case keyIsIncomplete(String)
  /// No step of a curve has so many minutes.
  case stepIsUnknown(minutes: Int64)
  /// The steps of a series are not those of the day, which has 23 or 25 hours when the clock changes.
  case stepsAreNotTheDay(Day, told: Int, expected: Int)
  /// A step of a series is not a figure of its kind.
  case stepIsNoFigure(Day, step: Int)
  /// A stamp of a curve is no date and time, or one that the clock skips.
  case stampIsUnreadable(String)
  /// A stamp of a curve stands twice.
  case stampIsRepeated(String)
  /// A curve does not go from one midnight to another, or its stamps do not keep their step.
  case stampsTellNoWholeDays(Instant, Instant)
  /// An energy is below zero, too large, or has more than six decimals.
  case energyIsOutOfRange(Ratio)
  /// No sharing has this name, or one is to be named among several.
  case sharingIsNotNamed(known: [String])
  /// A day is not of the month it is told in, or is told twice.
  case dayIsNotOfTheMonth(Day, Month)
  /// The series of a day are not those that the sharing needs.
  case seriesAreNotThoseNeeded(String, Day, missing: [String], unknown: [String])
  /// A site of a sharing has not exactly one contract for what is left.
  case surplusIsNotAlone(String, site: String)
  /// Two contracts of a sharing are of one site and buyer, or one contract is in two sharings at once.
  case contractIsSharedTwice(String, sharing: String)
  /// A contract that a sharing delivers has a yearly cap.
  case sharedContractHasACap(String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .shareIsOutOfRange: "share-is-out-of-range"
    case .keyExceedsTheWhole: "key-exceeds-the-whole"
    case .keyIsIncomplete: "key-is-incomplete"
    case .stepIsUnknown: "step-is-unknown"
    case .stepsAreNotTheDay: "steps-are-not-the-day"
    case .stepIsNoFigure: "step-is-no-figure"
    case .stampIsUnreadable: "stamp-is-unreadable"
    case .stampIsRepeated: "stamp-is-repeated"
    case .stampsTellNoWholeDays: "stamps-tell-no-whole-days"
    case .energyIsOutOfRange: "energy-is-out-of-range"
    case .sharingIsNotNamed: "sharing-is-not-named"
    case .dayIsNotOfTheMonth: "day-is-not-of-the-month"
    case .seriesAreNotThoseNeeded: "series-are-not-those-needed"
    case .surplusIsNotAlone: "surplus-is-not-alone"
    case .contractIsSharedTwice: "contract-is-shared-twice"
    case .sharedContractHasACap: "shared-contract-has-a-cap"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
