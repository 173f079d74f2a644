public import Units

/// What is refused about readings that wait, and about what is declared in their place.
public enum ReadingRefusal: Refusal, Equatable {
  /// Days wait for a decision; what else was read is in the book.
  case readingsWait(Int)
  /// Nothing waits for a decision under this name.
  case nothingWaits(String)
  /// The meter has no such version of the day.
  case versionIsUnknown(String, Day, version: Int)
  /// Several versions of a day wait: which one is meant?
  case severalVersionsWait(String, Day, versions: [Int])
  /// What counts cannot be rejected, only replaced.
  case versionIsInForce(String, Day, version: Int)
  /// The day is measured over its whole length: an estimate would hide it.
  case dayIsMeasured(String, Day, WattHours)
  /// The meter cannot deliver so much in a day, or less than nothing.
  case estimateIsImpossible(WattHours, most: WattHours)
  /// The day is not over.
  case dayIsNotOver(Day)
  /// The meter does not serve on that day.
  case meterDoesNotServe(String, Day)
  /// Of two indexes the second must be read on a later day.
  case indexDatesDoNotFollow(first: Day, last: Day)
  /// An index is below the one before, and no change of meter or size of register explains it.
  case indexGoesBack(String, first: WattHours, last: WattHours)
  /// The readings between two index dates do not sum to the difference of the indexes.
  case curveContradictsIndex(String, sum: WattHours, difference: WattHours)
  /// Between two index dates the energy of some days is not known whole.
  case daysLackBetweenIndexes(String, Int)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .readingsWait: "readings-wait"
    case .nothingWaits: "nothing-waits"
    case .versionIsUnknown: "version-is-unknown"
    case .severalVersionsWait: "several-versions-wait"
    case .versionIsInForce: "version-is-in-force"
    case .dayIsMeasured: "day-is-measured"
    case .estimateIsImpossible: "estimate-is-impossible"
    case .dayIsNotOver: "day-is-not-over"
    case .meterDoesNotServe: "meter-does-not-serve"
    case .indexDatesDoNotFollow: "index-dates-do-not-follow"
    case .indexGoesBack: "index-goes-back"
    case .curveContradictsIndex: "curve-contradicts-index"
    case .daysLackBetweenIndexes: "days-lack-between-indexes"
    }
  }

  /// The exit class of each.
  public var outcome: Outcome {
    switch self {
    case .readingsWait, .daysLackBetweenIndexes: .undetermined
    case .severalVersionsWait, .versionIsUnknown, .indexDatesDoNotFollow: .usage
    case .nothingWaits, .versionIsInForce, .dayIsMeasured, .estimateIsImpossible, .dayIsNotOver,
      .meterDoesNotServe, .indexGoesBack, .curveContradictsIndex:
      .refused
    }
  }
}
