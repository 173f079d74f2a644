public import Units

/// What is refused of bank statements and of what is made of them.
public enum BankRefusal: Refusal, Equatable {
  /// The file is none of the formats of bank statements.
  case formatIsUnknown
  /// The document is of another kind or version than the statements that are read.
  case messageIsUnknown(String)
  /// An element that the statement needs is not there.
  case elementIsMissing(String)
  /// An element holds what it cannot hold.
  case elementIsMalformed(String, String)
  /// The amount is in another currency than the euro.
  case currencyIsNotEuro(String)
  /// A line has not the 120 characters of its format.
  case recordHasWrongLength(Int)
  /// A record is of a kind that the format has not.
  case recordIsUnknown(String)
  /// A record stands where it cannot: a movement outside a statement, a closing without an opening.
  case recordIsOutOfPlace(String)
  /// A record is of another account than the statement around it.
  case recordIsOfAnotherAccount(String)
  /// The last sign of an amount is no overpunched digit.
  case amountIsNotOverpunched(String)
  /// A row of a table says both or neither of what came in and what went out.
  case rowHasNotOneAmount
  /// No row of the table is a heading with a date and an amount.
  case headingIsNotFound
  /// The balance beside a row is not the one before it plus the movement.
  case balanceDoesNotFollow(told: Cents, expected: Cents)
  /// The table tells no balance, and none was given.
  case balanceIsNotTold
  /// Opening balance plus movements is not the closing balance.
  case statementDoesNotAddUp(String, opening: Cents, movements: Cents, closing: Cents)
  /// The file holds no statement.
  case fileHasNoStatement
  /// The account of a statement is not one of the book's; at most its last four signs are told.
  case accountIsUnknown(endsWith: String, known: [String])
  /// The file does not say whose it is, and the book has several bank accounts.
  case accountIsNotTold(known: [String])
  /// The statement begins with another balance than the one before it ended with.
  case statementDoesNotFollow(account: String, opening: Cents, expected: Cents, on: Day)
  /// The statement tells other movements of days that are known in full.
  case statementContradicts(account: String, day: Day, told: Cents, known: Cents)
  /// The book has no bank line of this number.
  case lineIsUnknown(Int64)
  /// The line is matched already.
  case lineIsMatched(Int64, entry: String)
  /// The line is not matched.
  case lineIsNotMatched(Int64)
  /// Nothing was found that the line could be.
  case lineHasNoProposal(Int64)
  /// Several things fit the line equally well.
  case lineIsAmbiguous(Int64, candidates: [String])
  /// What was chosen does not sum to the amounts of the bank.
  case choiceDoesNotSum(bank: Cents, chosen: Cents)
  /// The line chosen in the journal is no open item and no movement of this bank account.
  case itemIsNotOpen(String)
  /// An account cannot take what the bank moved: it follows from elsewhere.
  case accountFollowsFromElsewhere(String)
  /// Nothing says what became of the bank's movement.
  case nothingIsChosen

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .formatIsUnknown: "bank-format-is-unknown"
    case .messageIsUnknown: "bank-message-is-unknown"
    case .elementIsMissing: "bank-element-is-missing"
    case .elementIsMalformed: "bank-element-is-malformed"
    case .currencyIsNotEuro: "currency-is-not-euro"
    case .recordHasWrongLength: "record-has-wrong-length"
    case .recordIsUnknown: "record-is-unknown"
    case .recordIsOutOfPlace: "record-is-out-of-place"
    case .recordIsOfAnotherAccount: "record-is-of-another-account"
    case .amountIsNotOverpunched: "amount-is-not-overpunched"
    case .rowHasNotOneAmount: "row-has-not-one-amount"
    case .headingIsNotFound: "heading-is-not-found"
    case .balanceDoesNotFollow: "balance-does-not-follow"
    case .balanceIsNotTold: "balance-is-not-told"
    case .statementDoesNotAddUp: "statement-does-not-add-up"
    case .fileHasNoStatement: "file-has-no-statement"
    case .accountIsUnknown: "bank-account-is-unknown"
    case .accountIsNotTold: "bank-account-is-not-told"
    case .statementDoesNotFollow: "statement-does-not-follow"
    case .statementContradicts: "statement-contradicts"
    case .lineIsUnknown: "bank-line-is-unknown"
    case .lineIsMatched: "bank-line-is-matched"
    case .lineIsNotMatched: "bank-line-is-not-matched"
    case .lineHasNoProposal: "bank-line-has-no-proposal"
    case .lineIsAmbiguous: "bank-line-is-ambiguous"
    case .choiceDoesNotSum: "choice-does-not-sum"
    case .itemIsNotOpen: "item-is-not-open"
    case .accountFollowsFromElsewhere: "bank-counterpart-follows-from-elsewhere"
    case .nothingIsChosen: "nothing-is-chosen"
    }
  }

  /// Bad data for files, undetermined where a person must choose, refused for the rest.
  public var outcome: Outcome {
    switch self {
    case .lineIsUnknown, .nothingIsChosen: .usage
    case .lineHasNoProposal, .lineIsAmbiguous: .undetermined
    case .lineIsMatched, .lineIsNotMatched, .choiceDoesNotSum, .itemIsNotOpen,
      .accountFollowsFromElsewhere, .statementDoesNotFollow, .statementContradicts,
      .accountIsUnknown:
      .refused
    case .accountIsNotTold: .usage
    default: .badData
    }
  }
}
