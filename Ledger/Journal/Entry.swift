import Tables
public import Units

/// The journals of the book.
public enum JournalCode: String, Hashable, Sendable, CaseIterable {
  /// Opening balances (*à-nouveaux*).
  case opening = "AN"
  /// Sales.
  case sales = "VE"
  /// Purchases.
  case purchases = "AC"
  /// Bank.
  case bank = "BQ"
  /// Shares.
  case shares = "PA"
  /// Miscellaneous.
  case miscellaneous = "OD"
  /// Memorandum: energy, intended appropriation; outside the accounts.
  case memorandum = "EX"
}

/// An entry as somebody wrote it: nothing about it has been checked.
public struct DraftEntry: Hashable, Sendable {
  /// The idempotency key: posting the same key twice changes nothing.
  public var key: String
  /// The accounting date.
  public var date: Day
  /// The journal.
  public var journal: JournalCode
  /// The reference of the voucher.
  public var voucher: String
  /// The date of the voucher.
  public var voucherDate: Day
  /// What happened.
  public var label: String
  /// Where it comes from: `close`, `shares import`, or a file and line.
  public var origin: String
  /// The lines.
  public var postings: [Posting]
  /// How it stands to other entries.
  public var role: EntryRole

  /// A draft.
  public init(
    key: String, date: Day, journal: JournalCode, voucher: String, voucherDate: Day, label: String,
    origin: String, postings: [Posting], role: EntryRole = .plain
  ) {
    self.key = key
    self.date = date
    self.journal = journal
    self.voucher = voucher
    self.voucherDate = voucherDate
    self.label = label
    self.origin = origin
    self.postings = postings
    self.role = role
  }

  /// Whether it says again what earlier years left, and so moves nothing.
  public var restates: Bool { role == .opening }
}

/// An entry that balances in each of its units, on accounts of the chart.
///
/// No other can be built.
public struct Entry: Hashable, Sendable {
  /// What was checked.
  public let draft: DraftEntry

  /// Checks a draft.
  ///
  /// - Throws: ``Refusals`` with every ``JournalRefusal`` the draft earns.
  /// - Complexity: O(n) in the number of lines.
  /// - Source: PCG art. 1031-1 (double entry), 1032-1 and 1032-2 (origin, content, voucher).
  public init(checking draft: DraftEntry) throws(Refusals) {
    let refusals = Entry.checks.flatMap { $0(draft) }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    self.draft = draft
  }

  /// The checks, in order of precedence.
  ///
  /// To add a rule is to add a function here.
  private static let checks: [@Sendable (DraftEntry) -> [JournalRefusal]] = [
    partsAreGiven, linesAreEnough, accountsAreKnown, amountsArePositive, memorandumStandsApart,
    auxiliariesAreWellFormed, unitsBalance,
  ]

  private static func partsAreGiven(_ draft: DraftEntry) -> [JournalRefusal] {
    let parts: [(JournalRefusal.Part, String)] = [
      (.label, draft.label), (.voucher, draft.voucher), (.key, draft.key),
    ]
    return parts.filter(\.1.isEmpty).map { .entryLacks($0.0) }
  }

  private static func linesAreEnough(_ draft: DraftEntry) -> [JournalRefusal] {
    draft.postings.count < 2 ? [.entryHasTooFewLines(draft.postings.count)] : []
  }

  private static func accountsAreKnown(_ draft: DraftEntry) -> [JournalRefusal] {
    draft.postings.compactMap { posting in
      guard let account = Chart.account(posting.account) else {
        return .accountIsUnknown(posting.account)
      }
      guard account.unit != posting.unit else { return nil }
      return .accountHasAnotherUnit(posting.account, account: account.unit, line: posting.unit)
    }
  }

  private static func amountsArePositive(_ draft: DraftEntry) -> [JournalRefusal] {
    draft.postings.enumerated().filter { $0.element.amount <= 0 }
      .map { .amountIsNotPositive(line: $0.offset + 1, $0.element.amount) }
  }

  /// Class 9 stays outside the tax file, so its entries are numbered apart.
  private static func memorandumStandsApart(_ draft: DraftEntry) -> [JournalRefusal] {
    draft.postings.map(\.account)
      .filter { $0.hasPrefix("9") != (draft.journal == .memorandum) }
      .map { .accountIsInTheWrongJournal($0, draft.journal) }
  }

  private static func auxiliariesAreWellFormed(_ draft: DraftEntry) -> [JournalRefusal] {
    draft.postings.compactMap(\.analysis.auxiliary).compactMap { auxiliary in
      let parts = auxiliary.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        ? nil : .auxiliaryIsMalformed(auxiliary)
    }
  }

  private static func unitsBalance(_ draft: DraftEntry) -> [JournalRefusal] {
    Unit.allCases.compactMap { unit in
      let lines = draft.postings.filter { $0.unit == unit }
      let debit = lines.reduce(Int128(0)) { $0 + Int128($1.debit) }
      let credit = lines.reduce(Int128(0)) { $0 + Int128($1.credit) }
      guard let debit = Int64(exactly: debit), let credit = Int64(exactly: credit) else {
        return .entryIsTooLarge(unit)
      }
      return debit == credit ? nil : .entryIsUnbalanced(unit, debit: debit, credit: credit)
    }
  }
}
