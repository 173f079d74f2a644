public import Journal
import Tables
public import Units

/// Writes the book of a period for a program of plain-text accounting, line by line.
///
/// The three units are commodities. What the period begins with is one transaction; openings that only
/// say balances again are left out. Where a fiscal year ends within the period, one transaction
/// carries its result to 120 or 129, as the accounts of the next year see it: the entries themselves
/// never empty charges and income, for the tax file forbids it.
public struct PlainBook {
  private var dialect: any PlainDialect
  private let scope: PlainScope
  private var years: [FiscalYear]
  private var entry: JournalLine.Heading?
  /// Debits minus credits of charges and income in the fiscal year at hand.
  private var results: [String: Int64] = [:]

  /// A book with its head: commodities, accounts, the balances it begins with.
  public init(_ format: PlainFormat, _ scope: PlainScope) {
    self.scope = scope
    years = scope.years.filter { $0.last >= scope.first }
    dialect =
      format == .beancount
      ? BeancountDialect(scope) : LedgerDialect(scope, isHledger: format == .hledger)
    open()
  }

  /// How many bytes wait to be taken.
  public var pending: Int { dialect.bytes.count }
  /// The lines written.
  public private(set) var rows = 0

  /// Hands over what was written since the last time.
  public mutating func take() -> [UInt8] {
    defer { dialect.bytes = [] }
    return dialect.bytes
  }

  /// Writes a line.
  public mutating func append(_ line: JournalLine) {
    guard !line.entry.restates else { return }
    if line.journal != .memorandum { carry(before: line.date) }
    if entry?.reference != line.entry.reference {
      entry = line.entry
      dialect.begin(line.entry)
    }
    rows += 1
    count(line.posting.account, line.posting.debit - line.posting.credit)
    dialect.add(line)
  }

  /// Carries the results of the years that ended within the period.
  public mutating func finish() {
    if let last = scope.period.last { carry(before: last) }
  }

  private mutating func open() {
    guard !scope.openings.isEmpty else { return }
    dialect.begin(on: scope.first, code: "AN", label: scope.words.opening)
    for opening in scope.openings {
      dialect.add(opening.account, opening.balance, opening.unit)
      count(opening.account, opening.balance)
    }
  }

  private mutating func count(_ account: String, _ movement: Int64) {
    guard account.hasPrefix("6") || account.hasPrefix("7") else { return }
    results[account, default: 0] += movement
  }

  /// Carries the result of each year that ended before a day and was not carried yet.
  private mutating func carry(before day: Day) {
    while let year = years.first, year.last < day {
      years.removeFirst()
      let moved = results.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      results = [:]
      guard !moved.isEmpty else { continue }
      let loss = moved.reduce(0) { $0 + $1.value }
      entry = nil
      dialect.begin(
        on: year.last.next, code: "\(year.name)/AN", label: scope.words.carried(year.name))
      for (account, balance) in moved { dialect.add(account, -balance, .cents) }
      if loss != 0 { dialect.add(loss > 0 ? "129000" : "120000", loss, .cents) }
    }
  }
}

/// What a plain-text book covers, and what its lines do not say.
public struct PlainScope: Sendable {
  /// A balance that the period begins with: debits minus credits.
  public struct Opening: Hashable, Sendable {
    /// The account.
    public let account: String
    /// The unit.
    public let unit: Unit
    /// Debits minus credits.
    public let balance: Int64

    /// A balance.
    public init(account: String, unit: Unit, balance: Int64) {
      self.account = account
      self.unit = unit
      self.balance = balance
    }
  }

  /// The few words the book brings itself.
  public struct Words: Sendable {
    /// What the opening transaction is called.
    public let opening: String
    /// What carrying a year's result is called.
    public let carried: @Sendable (String) -> String
    /// What class 9 is called, which the PCG has no name for.
    public let memorandum: String
    /// What is said at the head of the file.
    public let head: String

    /// Words.
    public init(
      opening: String, carried: @escaping @Sendable (String) -> String, memorandum: String,
      head: String
    ) {
      self.opening = opening
      self.carried = carried
      self.memorandum = memorandum
      self.head = head
    }
  }

  /// The company.
  public let organisation: String
  /// The days covered.
  public let period: Period
  /// The fiscal years of the book, in order.
  public let years: [FiscalYear]
  /// The labels of the accounts that occur, by number.
  public let accounts: [String: String]
  /// The balances that the period begins with.
  public let openings: [Opening]
  /// The few words the book brings itself.
  public let words: Words

  /// A scope.
  public init(
    organisation: String, period: Period, years: [FiscalYear], accounts: [String: String],
    openings: [Opening], words: Words
  ) {
    self.organisation = organisation
    self.period = period
    self.years = years
    self.accounts = accounts.merging(
      ["120000", "129000"].compactMap { number in
        Chart.account(number).map { (number, $0.frenchLabel) }
      }
    ) { known, _ in known }
    self.openings = openings
    self.words = words
  }

  /// The first day that anything of the book can stand on.
  var first: Day { max(period.first, years.first?.first ?? period.first) }
}
