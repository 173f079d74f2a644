import Agreements
public import Bank
import Store
public import Units

/// How the bank's balance of an account leads to the journal's, on a day.
public struct BankReconciliation: Hashable, Sendable {
  /// Something that one side has and the other has not.
  public struct Item: Hashable, Sendable {
    /// A line of the journal or of the bank.
    public let name: String
    /// Its day.
    public let day: Day
    /// What came in; below zero what went out.
    public let amount: Cents
  }

  /// The account, by its identifier.
  public let account: String
  /// The account of the journal.
  public let ledger: String
  /// The day of the last statement that told, by the day asked for.
  public let toldOn: Day?
  /// The balance the bank tells.
  public let bank: Cents
  /// The balance of the journal.
  public let book: Cents
  /// What the journal has and no statement told.
  public let onlyInBook: [Item]
  /// What a statement told and nobody matched, or matched with an entry of a later day.
  public let onlyAtBank: [Item]

  /// What these leave unexplained: nothing, unless the journal began with another balance.
  public var difference: Cents {
    let inBook = onlyInBook.reduce(Cents.zero) { $0 + $1.amount }
    let atBank = onlyAtBank.reduce(Cents.zero) { $0 + $1.amount }
    return book - (bank + inBook - atBank)
  }
  /// Whether nothing is unexplained.
  public var agrees: Bool { difference == .zero }
}

extension Banking {
  /// Leads from the bank's balance to the journal's for each account, on a day.
  ///
  /// - Complexity: O(lines of both sides).
  public func reconciliations(on day: Day) throws -> [BankReconciliation] {
    try book.read { page in
      let accounts = try BankAccounts(page, on: day)
      return try accounts.ids.map { id in
        let account = try accounts.account(id)
        let chain = try page.bankChain(id)
        let told = chain.lines.filter { $0.booked <= day }
        let days = try page.bankPairs(on: account.account)
        let posted = try page.bankMovements(on: account.account, through: day)
        return BankReconciliation(
          account: id, ledger: account.account,
          toldOn: try page.bankStatements().filter { $0.account == id && $0.closedOn <= day }
            .map(\.closedOn).max(),
          bank: told.reduce(chain.origin) { $0 + $1.amount },
          book: try Cents.sum(posted.map(\.amount)),
          onlyInBook: posted.filter { line in
            line.match.map { (days[$0]?.bank ?? .endOfTime) > day } ?? !line.isUndone
          }.map { BankReconciliation.Item(name: $0.name, day: $0.day, amount: $0.amount) },
          onlyAtBank: try page.bankLines(of: id, through: day).filter { line in
            line.match.map { (days[$0]?.book ?? .endOfTime) > day } ?? true
          }.map {
            BankReconciliation.Item(
              name: String($0.id), day: $0.line.booked, amount: $0.line.amount)
          })
      }
    }
  }

  /// What was learned from confirmations.
  public func rules() throws -> [LearnedRule] { try book.read { try BankItems.rules($0) } }
}
