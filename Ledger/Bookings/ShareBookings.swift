public import Journal
public import Membership
import Units

/// The entries of share movements: the money in the accounts, the shares in the memorandum.
///
/// - Source: PCG, functioning of accounts 1013, 4563 and 4567; C. com. L231-1.
public enum ShareBookings {
  /// The two entries of a movement.
  ///
  /// A transfer moves capital from one member to another and no money of the company.
  public static func entries(
    _ recorded: RecordedMovement, _ register: ShareRegister
  ) -> [DraftEntry] {
    let movement = recorded.movement
    let giver = capitalAccount(movement.member, movement.date, register)
    return [
      draft(recorded, "capital", .shares, money(movement, giver, register)),
      draft(recorded, "parts", .memorandum, shares(movement)),
    ]
  }

  private static func draft(
    _ recorded: RecordedMovement, _ part: String, _ journal: JournalCode, _ lines: [Posting]
  ) -> DraftEntry {
    let movement = recorded.movement
    return DraftEntry(
      key: "shares:\(movement.reference):\(part)", date: movement.effective, journal: journal,
      voucher: movement.reference, voucherDate: movement.date,
      label: Labels.movement(movement.kind, order: recorded.order), origin: "shares",
      postings: lines)
  }

  private static func money(
    _ movement: Movement, _ account: String, _ register: ShareRegister
  ) -> [Posting] {
    let capital = Cents(movement.shares.units * register.statutes.nominal.units)
    let member = Analysis(auxiliary: "member:\(movement.member)")
    switch movement.kind {
    case .subscription:
      return [
        .debit("512100", capital), .credit("456300", capital, member),
        .debit("456300", capital, member), .credit(account, capital, member),
      ]
    case .withdrawal:
      return [
        .debit(account, capital, member), .credit("456700", capital, member),
        .debit("456700", capital, member), .credit("512100", capital),
      ]
    case .transfer:
      let receiver = movement.counterparty ?? movement.member
      let other = capitalAccount(receiver, movement.date, register)
      return [
        .debit(account, capital, member),
        .credit(other, capital, Analysis(auxiliary: "member:\(receiver)")),
      ]
    }
  }

  private static func shares(_ movement: Movement) -> [Posting] {
    let count = movement.shares.units
    let member = Analysis(auxiliary: "member:\(movement.member)")
    switch movement.kind {
    case .subscription:
      return [
        Posting(.debit, "902000", count, .shares, member),
        Posting(.credit, "901000", count, .shares),
      ]
    case .withdrawal:
      return [
        Posting(.debit, "901000", count, .shares),
        Posting(.credit, "902000", count, .shares, member),
      ]
    case .transfer:
      let receiver = Analysis(auxiliary: "member:\(movement.counterparty ?? movement.member)")
      return [
        Posting(.debit, "902000", count, .shares, receiver),
        Posting(.credit, "902000", count, .shares, member),
      ]
    }
  }

  /// The capital account of the member's college on a day.
  private static func capitalAccount(
    _ number: MemberNumber, _ day: Day, _ register: ShareRegister
  ) -> String {
    register.member(number)?.college(on: day)
      .flatMap { register.statutes.college($0, on: day) }?.capitalAccount ?? "101300"
  }
}
