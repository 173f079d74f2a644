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
  /// The debits or the credits of one unit sum to more than ``Entry/mostUnits``.
  case entryIsTooLarge(Unit)
  /// Debits and credits differ in one unit.
  case entryIsUnbalanced(Unit, debit: Int64, credit: Int64)
  /// A memorandum account (class 9) in a journal of the accounts, or the other way round; a capital
  /// account outside journals PA and AN.
  case accountIsInTheWrongJournal(String, JournalCode)
  /// An auxiliary is not of the form `kind:id`.
  case auxiliaryIsMalformed(String)
  /// The journal code is none of ours.
  case journalIsUnknown(String)
  /// The entry with this key was posted before with other content.
  case keyIsTaken(String, entry: EntryReference)
  /// The date lies in no fiscal year of the book.
  case dateIsOutsideFiscalYears(Day)
  /// The date lies in a month that is closed.
  case monthIsClosed(Day, closedThrough: Day)
  /// The account is closed from a day on, and the entry is dated then or later.
  case accountIsClosed(String, from: Day)
  /// The account has a label already, and keeps it.
  case accountIsOpen(String, label: String)
  /// The account still has a balance, so it cannot be closed.
  case accountHasABalance(String, Int64, Unit, on: Day)
  /// A line names a site, contract, member or loan that the book does not know.
  case nameIsUnknown(Dimension, String)
  /// The reference is not of the form `2025/57`.
  case referenceIsMalformed(String)
  /// There is no entry of this reference or key.
  case entryIsUnknown(String)
  /// The entry was reversed before.
  case entryIsReversedAlready(EntryReference, by: EntryReference)
  /// The entry is a reversal itself.
  case entryIsAReversal(EntryReference)
  /// The entry follows from shares, readings or a closing: it is corrected where it comes from.
  case entryFollowsFromElsewhere(EntryReference, key: String)
  /// Openings of later fiscal years are written by the year's end alone.
  case openingIsWrittenByTheYearEnd(Day)
  /// On a day the capital accounts would move otherwise than the shares do, at nominal.
  case capitalDiffersFromRegister(Day, capital: Cents, shares: Shares, nominal: Cents)
  /// There is no draft with this key.
  case draftIsUnknown(String)
  /// The entry has no such line.
  case lineIsUnknown(EntryReference, line: Int)
  /// The lines to letter are of more than one account or auxiliary.
  case linesAreOfSeveralAccounts([String])
  /// The lines to letter do not balance.
  case linesDoNotBalance(debit: Int64, credit: Int64)
  /// The line is lettered already.
  case lineIsLettered(EntryReference, line: Int, code: String)
  /// The account has no letters of this code.
  case lettersAreUnknown(String, code: String)
  /// The file is larger than a voucher may be.
  case voucherIsTooLarge(String, bytes: Int, most: Int)

  /// The parts an entry cannot lack.
  public enum Part: String, Sendable {
    /// The label.
    case label
    /// The voucher reference.
    case voucher
    /// The idempotency key.
    case key
  }

  /// What a line can name beside its account.
  public enum Dimension: String, Sendable, CaseIterable {
    /// A site.
    case site
    /// A contract.
    case contract
    /// A member.
    case member
    /// A loan.
    case loan
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
    case .nameIsUnknown(let dimension, _): "\(dimension.rawValue)-is-unknown"
    case .accountIsClosed: "account-is-closed"
    case .accountIsOpen: "account-is-open"
    case .accountHasABalance: "account-has-a-balance"
    case .referenceIsMalformed: "reference-is-malformed"
    case .entryIsUnknown: "entry-is-unknown"
    case .entryIsReversedAlready: "entry-is-reversed-already"
    case .entryIsAReversal: "entry-is-a-reversal"
    case .entryFollowsFromElsewhere: "entry-follows-from-elsewhere"
    case .openingIsWrittenByTheYearEnd: "opening-is-written-by-the-year-end"
    case .capitalDiffersFromRegister: "capital-differs-from-register"
    case .draftIsUnknown: "draft-is-unknown"
    case .lineIsUnknown: "line-is-unknown"
    case .linesAreOfSeveralAccounts: "lines-are-of-several-accounts"
    case .linesDoNotBalance: "lines-do-not-balance"
    case .lineIsLettered: "line-is-lettered"
    case .lettersAreUnknown: "letters-are-unknown"
    case .voucherIsTooLarge: "voucher-is-too-large"
    }
  }

  /// Bad data for what is wrong in itself; refused for what the book does not allow.
  public var outcome: Outcome {
    switch self {
    case .keyIsTaken, .dateIsOutsideFiscalYears, .monthIsClosed, .accountIsClosed, .accountIsOpen,
      .accountHasABalance, .entryIsUnknown,
      .entryIsReversedAlready, .entryIsAReversal, .entryFollowsFromElsewhere,
      .openingIsWrittenByTheYearEnd, .capitalDiffersFromRegister, .draftIsUnknown, .lineIsUnknown,
      .linesAreOfSeveralAccounts, .linesDoNotBalance, .lineIsLettered, .lettersAreUnknown:
      .refused
    default: .badData
    }
  }
}
