public import Units

/// What is refused when files are taken in.
public enum IntakeRefusal: Refusal, Equatable {
  /// The book holds no statutes.
  case bookHasNoStatutes
  /// Nothing was given to take in.
  case nothingToTakeIn(String)
  /// An entry of a posted file has neither or both of a debit and a credit on a line.
  case lineHasNotOneSide
  /// The rows of one entry of a table say different things under a column they share.
  case rowsOfEntryDiffer(String)
  /// The rows of one entry stand twice in a table, one block behind the other.
  case rowsOfEntryAreRepeated(Int)
  /// So many faults were found that the rest of the files was not read.
  case readingStopped(after: Int)
  /// An amount of a table is no whole number of the smallest unit.
  case amountIsNoInteger(String)
  /// The meter named on the command line is not in the book.
  case meterIsUnknown(String)
  /// The profile named on the command line does not exist.
  case profileIsUnknown(String, known: [String])
  /// A file tells energy taken from the grid, and its meter counts energy that is sold.
  case fileTellsConsumption(String, meter: String)
  /// An idempotency key begins as those of the program's own entries do.
  case keyIsReserved(String)
  /// The account is written by the share register or the readings alone.
  case accountFollowsFromElsewhere(String)
  /// A fact would change what closed months were reckoned from.
  case factReachesIntoClosedMonths(kind: String, key: String, from: Day, closedThrough: Day)
  /// The terms of a loan or plant cannot change under way: the next instalment would not follow.
  case termsAreFixed(kind: String, key: String)
  /// Files were refused, so nothing of any was imported.
  case filesWereRefused(Int)
  /// Files are held awaiting a decision, so nothing of any was imported.
  case filesAreHeld(Int)
  /// The file was written to while it was read.
  case fileChanged(String)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .bookHasNoStatutes: "book-has-no-statutes"
    case .nothingToTakeIn: "nothing-to-take-in"
    case .lineHasNotOneSide: "line-has-not-one-side"
    case .rowsOfEntryDiffer: "rows-of-entry-differ"
    case .rowsOfEntryAreRepeated: "rows-of-entry-are-repeated"
    case .readingStopped: "reading-stopped"
    case .amountIsNoInteger: "amount-is-no-integer"
    case .meterIsUnknown: "meter-is-unknown"
    case .profileIsUnknown: "profile-is-unknown"
    case .fileTellsConsumption: "file-tells-consumption"
    case .keyIsReserved: "key-is-reserved"
    case .accountFollowsFromElsewhere: "account-follows-from-elsewhere"
    case .factReachesIntoClosedMonths: "fact-reaches-into-closed-months"
    case .termsAreFixed: "terms-are-fixed"
    case .filesWereRefused: "files-were-refused"
    case .filesAreHeld: "files-are-held"
    case .fileChanged: "file-changed"
    }
  }

  /// The exit class of each.
  public var outcome: Outcome {
    switch self {
    case .meterIsUnknown, .profileIsUnknown: .usage
    case .filesAreHeld: .undetermined
    case .factReachesIntoClosedMonths, .termsAreFixed, .accountFollowsFromElsewhere: .refused
    default: .badData
    }
  }
}
