public import Units

/// What the journal refuses, in order of precedence: of several, the first listed is named first.
public enum JournalRefusal: Refusal, Equatable {
  /// The entry has no label, no voucher reference or no idempotency key.
  case entryLacks(Part)
  /// The entry has fewer than two lines.
  case entryHasTooFewLines(Int)
  /// The number is no account of the chart: six digits under an account of the PCG.
  case accountIsUnknown(String)
  /// The account is kept in another unit.
  case accountHasAnotherUnit(String, account: Unit, line: Unit)
  /// The amount of a line is not above zero.
  case amountIsNotPositive(line: Int, Int64)
  /// The debits or the credits of one unit sum to more than 64 bits hold.
  case entryIsTooLarge(Unit)
  /// Debits and credits differ in one unit.
  case entryIsUnbalanced(Unit, debit: Int64, credit: Int64)
  /// A memorandum account (class 9) in a journal of the accounts, or the other way round.
  case accountIsInTheWrongJournal(String, JournalCode)
  /// An auxiliary is not of the form `kind:id`.
  case auxiliaryIsMalformed(String)
  /// The journal code is none of ours.
  case journalIsUnknown(String)
  /// The entry with this key was posted before with other content.
  case keyIsTaken(String, entry: Int)
  /// The date lies in no fiscal year of the book.
  case dateIsOutsideFiscalYears(Day)
  /// The date lies in a month that is closed.
  case monthIsClosed(Day, closedThrough: Day)
  /// The line of a posted file names a site that the book does not know.
  case siteIsUnknown(String)

  /// The parts an entry cannot lack.
  public enum Part: String, Sendable {
    /// The label.
    case label
    /// The voucher reference.
    case voucher
    /// The idempotency key.
    case key
  }

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .entryLacks(let part): "entry-lacks-\(part.rawValue)"
    case .entryHasTooFewLines: "entry-has-too-few-lines"
    case .accountIsUnknown: "account-is-unknown"
    case .accountHasAnotherUnit: "account-has-another-unit"
    case .amountIsNotPositive: "amount-is-not-positive"
    case .entryIsTooLarge: "entry-is-too-large"
    case .entryIsUnbalanced: "entry-is-unbalanced"
    case .accountIsInTheWrongJournal: "account-is-in-the-wrong-journal"
    case .auxiliaryIsMalformed: "auxiliary-is-malformed"
    case .journalIsUnknown: "journal-is-unknown"
    case .keyIsTaken: "key-is-taken"
    case .dateIsOutsideFiscalYears: "date-is-outside-fiscal-years"
    case .monthIsClosed: "month-is-closed"
    case .siteIsUnknown: "site-is-unknown"
    }
  }

  /// Bad data for what is wrong in itself; refused for what the book does not allow.
  public var outcome: Outcome {
    switch self {
    case .keyIsTaken, .dateIsOutsideFiscalYears, .monthIsClosed: .refused
    default: .badData
    }
  }
}
