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

  /// The most units that one side of an entry sums to.
  ///
  /// Ten million million euros: thousands of such entries fit into the totals of a book.
  public static let mostUnits: Int64 = 1_000_000_000_000_000

  /// Checks a draft.
  ///
  /// - Throws: ``Refusals`` with every ``JournalRefusal`` the draft earns.
  /// - Complexity: O(n) in the number of lines.
  /// - Source: PCG art. 1031-1 (double entry), 1032-1 and 1032-2 (origin, content, voucher).
  public init(checking draft: DraftEntry) throws(Refusals) {
    var refusals: [JournalRefusal] = []
    for check in Entry.checks { check(draft, &refusals) }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    self.draft = draft
  }

  /// The checks, in order of precedence.
  ///
  /// To add a rule is to add a function here.
  private static let checks: [@Sendable (DraftEntry, inout [JournalRefusal]) -> Void] = [
    partsAreGiven, linesAreEnough, accountsAreKnown, amountsArePositive, journalsFit,
    auxiliariesAreWellFormed, unitsBalance,
  ]

  private static func partsAreGiven(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    if draft.label.isBlank { found.append(.entryLacks(.label)) }
    if draft.voucher.isBlank { found.append(.entryLacks(.voucher)) }
    if draft.key.isBlank { found.append(.entryLacks(.key)) }
  }

  private static func linesAreEnough(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    if draft.postings.count < 2 { found.append(.entryHasTooFewLines(draft.postings.count)) }
  }

  private static func accountsAreKnown(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    for posting in draft.postings {
      guard let unit = Chart.unit(ofAccount: posting.account) else {
        found.append(.accountIsUnknown(posting.account))
        continue
      }
      guard unit != posting.unit else { continue }
      found.append(.accountHasAnotherUnit(posting.account, account: unit, line: posting.unit))
    }
  }

  private static func amountsArePositive(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    for (index, posting) in draft.postings.enumerated() where posting.amount <= 0 {
      found.append(.amountIsNotPositive(line: index + 1, posting.amount))
    }
  }

  /// Class 9 stays outside the tax file, so its entries are numbered apart; capital moves where the
  /// share register is looked up.
  private static func journalsFit(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    for posting in draft.postings {
      let isMemorandum = posting.account.utf8.first == UInt8(ascii: "9")
      let isCapital = posting.account.utf8.starts(with: "101".utf8)
      let fits =
        isMemorandum == (draft.journal == .memorandum)
        && (!isCapital || draft.journal == .shares || draft.journal == .opening)
      if !fits { found.append(.accountIsInTheWrongJournal(posting.account, draft.journal)) }
    }
  }

  private static func auxiliariesAreWellFormed(
    _ draft: DraftEntry, _ found: inout [JournalRefusal]
  ) {
    for case let auxiliary? in draft.postings.lazy.map(\.analysis.auxiliary)
    where !isPlain(auxiliary) {
      let parts = auxiliary.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2 && parts.allSatisfy({ !$0.isBlank }) { continue }
      found.append(.auxiliaryIsMalformed(auxiliary))
    }
  }

  /// Whether it is visible ASCII with one colon inside: well-formed, as nearly all are.
  ///
  /// A bar, which may be blank, is left to the slower look.
  private static func isPlain(_ auxiliary: String) -> Bool {
    let (bytes, colon) = (auxiliary.utf8, UInt8(ascii: ":"))
    var colons = 0
    for byte in bytes {
      guard (0x21...0x7B).contains(byte) else { return false }
      if byte == colon { colons += 1 }
    }
    return colons == 1 && bytes.first != colon && bytes.last != colon
  }

  private static func unitsBalance(_ draft: DraftEntry, _ found: inout [JournalRefusal]) {
    for unit in Unit.allCases {
      var debit: Int128 = 0
      var credit: Int128 = 0
      for posting in draft.postings where posting.unit == unit {
        debit += Int128(posting.debit)
        credit += Int128(posting.credit)
      }
      guard max(debit, credit) <= Int128(Entry.mostUnits) else {
        found.append(.entryIsTooLarge(unit))
        continue
      }
      guard debit != credit else { continue }
      found.append(.entryIsUnbalanced(unit, debit: Int64(debit), credit: Int64(credit)))
    }
  }
}

extension StringProtocol {
  /// Whether nothing of it would be left to read, on paper or in the tax file, which takes no bar.
  public var isBlank: Bool {
    // Nearly all begin with a plain letter or figure.
    if let first = utf8.first, (0x21...0x7A).contains(first) { return false }
    return unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
      default: scalar == "|"
      }
    }
  }
}
