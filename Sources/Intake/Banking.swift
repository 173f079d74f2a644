import Agreements
public import Bank
import Journal
import Seal
public import Store
import Text
public import Units

/// What importing one statement did.
public struct ImportedStatement: Hashable, Sendable {
  /// The file.
  public let file: String
  /// The account, by its identifier.
  public let account: String
  /// The statement.
  public let statement: BankStatement
  /// The numbers of the movements that are new.
  public let fresh: [Int64]
  /// How many movements the book knew.
  public let known: Int
}

/// The bank's side of the book: statements in, movements matched.
public struct Banking {
  /// The book.
  public let book: Book
  /// The instant that stands for "now".
  public let now: Instant

  /// Banking on a book.
  public init(book: Book, now: Instant) {
    self.book = book
    self.now = now
  }

  /// The day it is in France.
  var today: Day { ParisTime.day(of: now) }

  /// Takes in bank files: all of their statements, or, when anything is refused, none.
  ///
  /// Statements go in by the day they end, whatever the order of the files.
  ///
  /// - Parameters:
  ///   - account: the identifier of the account, for files that do not say whose they are.
  ///   - hints: the balances of a table that tells none.
  /// - Throws: ``Refusals`` with every fault at its place.
  public func take(
    _ files: [InputFile], account: String? = nil, hints: BankTableHints = BankTableHints(),
    rehearsing: Bool = false
  ) throws -> [ImportedStatement] {
    try book.write(at: now, rehearsing: rehearsing) { page in
      let accounts = try BankAccounts(page.reader, on: today)
      let faults = Faults()
      var read: [(file: InputFile, account: String, statement: BankStatement)] = []
      for file in files {
        do {
          let known = try accounts.only(account).map { try page.reader.bankChain($0) }
          let balance = known.flatMap { $0.isBegun ? $0.balance : nil }
          let statements = try readBankFile(
            file.bytes, file: file.path, hints: hints, known: balance)
          for statement in statements {
            do throws(BankRefusal) {
              let id = try accounts.id(of: statement, told: account)
              read.append((file, id, statement))
            } catch {
              faults.note(Located(error, at: Place(file: file.path, line: statement.line)))
            }
          }
        } catch let refusal as any Refusal { faults.note(refusal) }
      }
      try faults.check()
      return try record(read, faults, page)
    }
  }

  private func record(
    _ read: [(file: InputFile, account: String, statement: BankStatement)], _ faults: Faults,
    _ page: BookWriter
  ) throws -> [ImportedStatement] {
    var chains: [String: StatementChain] = [:]
    var done: [ImportedStatement] = []
    let inOrder = read.enumerated().sorted { one, other in
      (one.element.statement.closedOn, one.offset) < (
        other.element.statement.closedOn, other.offset
      )
    }.map(\.element)
    for (file, account, statement) in inOrder {
      var chain = try chains[account] ?? page.reader.bankChain(account)
      do {
        let placing = try chain.place(statement)
        let ids = try record(statement, placing, account, file, page)
        chain.take(statement, placing, ids: ids)
        done.append(
          ImportedStatement(
            file: file.path, account: account, statement: statement, fresh: ids,
            known: placing.known.count))
      } catch let refusal as BankRefusal {
        faults.note(Located(refusal, at: Place(file: file.path, line: statement.line)))
      }
      chains[account] = chain
    }
    try faults.check()
    return done
  }

  /// Records a statement that tells anything new: a movement, or how the account stands on a later day.
  private func record(
    _ statement: BankStatement, _ placing: StatementChain.Placing, _ account: String,
    _ file: InputFile, _ page: BookWriter
  ) throws -> [Int64] {
    let last = try page.reader.bankStatements().filter { $0.account == account }.map(\.closedOn)
      .max()
    guard !placing.fresh.isEmpty || last.map({ $0 < statement.closedOn }) ?? true else { return [] }
    return try page.record(
      statement, placing, of: account, file: Place(file: file.path).origin,
      digest: sha256(file.bytes))
  }
}

/// The cooperative's accounts at banks, as the book declares them.
struct BankAccounts {
  private let accounts: [BankAccount]

  init(_ page: BookReader, on day: Day) throws {
    accounts = try Cooperative(page, on: day).dossier.bankAccounts.values.sorted { $0.id < $1.id }
  }

  var ids: [String] { accounts.map(\.id) }

  /// The account of an identifier.
  ///
  /// - Throws: ``BankRefusal/accountIsUnknown(endsWith:known:)``.
  func account(_ id: String) throws(BankRefusal) -> BankAccount {
    guard let account = accounts.first(where: { $0.id == id }) else {
      throw .accountIsUnknown(endsWith: id, known: ids)
    }
    return account
  }

  /// The account named, or the only one there is.
  func only(_ told: String?) throws(BankRefusal) -> String? {
    guard let told else { return accounts.count == 1 ? accounts[0].id : nil }
    return try account(told).id
  }

  /// Whose statement it is.
  ///
  /// - Throws: ``BankRefusal/accountIsUnknown(endsWith:known:)``,
  ///   ``BankRefusal/accountIsNotTold(known:)``.
  func id(of statement: BankStatement, told: String?) throws(BankRefusal) -> String {
    let found: BankAccount?
    let number: String
    switch statement.account {
    case .untold:
      guard let id = try only(told) else { throw .accountIsNotTold(known: ids) }
      return id
    case .iban(let iban):
      number = iban
      found = accounts.first { $0.iban == iban }
    case .domestic(let bank, let branch, let given):
      number = given
      found = accounts.first { account in
        guard let own = account.domestic else { return account.iban == given }
        return own.number == given && (bank.isEmpty || own.bank == bank)
          && (branch.isEmpty || own.branch == branch)
      }
    }
    guard let found, told == nil || told == found.id else {
      throw .accountIsUnknown(endsWith: String(number.suffix(4)), known: ids)
    }
    return found.id
  }
}
