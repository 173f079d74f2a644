public import Units

/// A line of the register of movements, with all that the law asks of it.
///
/// - Source: C. com. R228-9: date, old and new holder, nominal and number of shares, order number.
public struct RegisterLine: Hashable, Sendable {
  /// The order number.
  public let order: Int
  /// The day of the operation.
  public let date: Day
  /// The first day on which holdings show it; nothing while it moves no shares.
  public let effective: Day?
  /// How the shares move, in the book's own word.
  public let kind: String
  /// Who had the shares; nobody when they are new.
  public let giver: MemberNumber?
  /// Who has them now; nobody when they are taken back.
  public let receiver: MemberNumber?
  /// How many shares move.
  public let shares: Shares
  /// The nominal value of one share on that day.
  public let nominal: Cents
  /// What was paid.
  public let amount: Cents
  /// The caller's own name of the movement.
  public let reference: String
  /// When it was recorded.
  public let recordedAt: Instant

  /// A line of the register.
  public init(
    order: Int, date: Day, effective: Day?, kind: String, giver: MemberNumber?,
    receiver: MemberNumber?, shares: Shares, nominal: Cents, amount: Cents, reference: String,
    recordedAt: Instant
  ) {
    self.order = order
    self.date = date
    self.effective = effective
    self.kind = kind
    self.giver = giver
    self.receiver = receiver
    self.shares = shares
    self.nominal = nominal
    self.amount = amount
    self.reference = reference
    self.recordedAt = recordedAt
  }

  /// What the line adds to the holding of a member.
  public func change(for number: MemberNumber) -> Int64 {
    (number == receiver ? shares.units : 0) - (number == giver ? shares.units : 0)
  }
}

/// The sheet of one holder: what came, what went, what is left.
///
/// - Source: C. com. R228-8: an individual account for each holder.
public struct HolderSheet: Hashable, Sendable {
  /// A line and the balance it leaves, when it moved shares.
  public struct Line: Hashable, Sendable {
    /// The line of the register.
    public let line: RegisterLine
    /// Shares that came.
    public let debit: Shares
    /// Shares that went.
    public let credit: Shares
    /// Shares held after it.
    public let balance: Shares
  }

  /// The member.
  public let member: Member
  /// What moved its shares, by the day it took effect, then by order number.
  public let lines: [Line]

  /// The sheet of a member through a day, from the lines of the register that name it.
  public init(_ member: Member, _ lines: [RegisterLine], through last: Day) {
    self.member = member
    var balance = Shares.zero
    self.lines = lines.filter { ($0.effective ?? $0.date) <= last }
      .sorted { ($0.effective ?? $0.date, $0.order) < ($1.effective ?? $1.date, $1.order) }
      .map { line in
        let change = Shares(line.change(for: member.number))
        balance += change
        return Line(
          line: line, debit: change.isNegative ? .zero : change,
          credit: change.isNegative ? -change : .zero, balance: balance)
      }
  }
}
