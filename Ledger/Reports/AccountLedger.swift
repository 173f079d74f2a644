public import Journal
public import Units

/// A row of the ledger of an account.
public struct LedgerRow: Hashable, Sendable {
  /// What the row is.
  public enum Kind: Hashable, Sendable {
    /// A line of an entry.
    case line(JournalLine)
    /// The turn of a fiscal year on this day: classes 6 and 7 begin anew, their result stands on
    /// 120000 or 129000.
    case turn(Day)
  }

  /// What the row is.
  public let kind: Kind
  /// What it adds to the balance.
  public let movement: Int64
  /// The balance after it.
  public let balance: Int64
}

/// The ledger of one account over a period: opening, every line with the balance after it, closing.
public struct AccountLedger: Sendable {
  /// The account over the period.
  public let account: TrialLine
  /// The rows in order of date.
  public let rows: [LedgerRow]

  /// Runs the balance along the lines of an account.
  ///
  /// - Parameters:
  ///   - account: what the account opens and closes with.
  ///   - lines: its lines of the period, in order of date.
  ///   - turns: what each fiscal year that begins within the period moved, in order.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public init(
    _ account: TrialLine, lines: [JournalLine], turns: [(first: Day, movement: Int64)]
  ) throws(UnitRefusal) {
    var rows: [LedgerRow] = []
    var balance = account.opening
    func append(_ kind: LedgerRow.Kind, _ movement: Int64) throws(UnitRefusal) {
      let (sum, overflow) = balance.addingReportingOverflow(movement)
      guard !overflow else { throw .sumIsTooLarge }
      balance = sum
      rows.append(LedgerRow(kind: kind, movement: movement, balance: sum))
    }
    var turns = turns[...]
    for line in lines {
      while let turn = turns.first, turn.first <= line.date {
        if turn.movement != 0 { try append(.turn(turn.first), turn.movement) }
        turns.removeFirst()
      }
      try append(.line(line), line.posting.debit - line.posting.credit)
    }
    for turn in turns where turn.movement != 0 { try append(.turn(turn.first), turn.movement) }
    self.account = account
    self.rows = rows
  }
}
