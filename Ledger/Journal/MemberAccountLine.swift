public import Units

/// What moved a member's money on the books of the cooperative in one entry.
public struct MemberAccountLine: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The entry.
  public let entry: EntryReference
  /// The account of the chart of accounts.
  public let account: String
  /// The amount: above zero when more is owed to the member.
  public let amount: Cents

  /// A movement.
  public init(day: Day, entry: EntryReference, account: String, amount: Cents) {
    self.day = day
    self.entry = entry
    self.account = account
    self.amount = amount
  }
}
