public import Units

/// The formats in which banks hand over statements.
public enum BankFormat: String, Hashable, Sendable, CaseIterable {
  /// ISO 20022, camt.053.001.02 to .08.
  case camt053 = "camt.053"
  /// Lines of 120 characters.
  case cfonb120
  /// A table, as the bank's web site exports it.
  case table = "csv"
}

/// What names an account in a file.
public enum BankAccountName: Hashable, Sendable {
  /// An international number, without spaces.
  case iban(String)
  /// The codes of a French bank and branch, and the account number.
  case domestic(bank: String, branch: String, number: String)
  /// Nothing: a table seldom says whose it is.
  case untold
}

/// One booked movement, as the bank tells it.
public struct BankLine: Hashable, Sendable {
  /// The day it was booked.
  public var booked: Day
  /// The day from which it counts for interest, if told.
  public var valued: Day?
  /// What came in; below zero what went out.
  public var amount: Cents
  /// The reference that the payer or we gave it.
  public var reference = ""
  /// The bank's own reference.
  public var bankReference = ""
  /// Who is on the other side, in the bank's words: often a person.
  public var party = ""
  /// Everything else that was said.
  public var text = ""
  /// The line of the file.
  public var line: Int

  /// A movement.
  public init(
    booked: Day, valued: Day? = nil, amount: Cents, reference: String = "",
    bankReference: String = "", party: String = "", text: String = "", line: Int = 0
  ) {
    self.booked = booked
    self.valued = valued
    self.amount = amount
    self.reference = reference
    self.bankReference = bankReference
    self.party = party
    self.text = text
    self.line = line
  }
}

/// A statement of one account: its opening balance plus its movements is its closing balance.
public struct BankStatement: Hashable, Sendable {
  /// The format it was read from.
  public let format: BankFormat
  /// Whose account.
  public let account: BankAccountName
  /// The bank's identifier or number of the statement; may be empty.
  public let name: String
  /// The day of the opening balance, if told.
  public let openedOn: Day?
  /// The day of the closing balance.
  public let closedOn: Day
  /// The balance before the first movement.
  public let opening: Cents
  /// The balance after the last one.
  public let closing: Cents
  /// The movements, in the order of the bank.
  public let lines: [BankLine]
  /// The line of the file it begins on.
  public let line: Int

  /// A statement, its sum checked.
  ///
  /// - Throws: ``BankRefusal/statementDoesNotAddUp(_:opening:movements:closing:)``.
  /// - Complexity: O(n) in the number of movements.
  public init(
    format: BankFormat, account: BankAccountName, name: String, openedOn: Day?, closedOn: Day,
    opening: Cents, closing: Cents, lines: [BankLine], line: Int
  ) throws(BankRefusal) {
    let movements = lines.reduce(Int128(0)) { $0 + Int128($1.amount.units) }
    guard Int128(opening.units) + movements == Int128(closing.units) else {
      throw .statementDoesNotAddUp(
        name, opening: opening, movements: Cents(Int64(clamping: movements)), closing: closing)
    }
    self.format = format
    self.account = account
    self.name = name
    self.openedOn = openedOn
    self.closedOn = closedOn
    self.opening = opening
    self.closing = closing
    self.lines = lines
    self.line = line
  }
}
