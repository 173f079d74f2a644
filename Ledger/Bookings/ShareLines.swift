import Journal
import Membership
import Units

/// The lines that a movement of shares writes.
struct ShareLines {
  private let recorded: RecordedMovement
  private let state: ShareState
  private let movement: Movement
  private let member: Analysis

  init(_ recorded: RecordedMovement, _ state: ShareState) {
    self.recorded = recorded
    self.state = state
    movement = recorded.movement
    member = Analysis(auxiliary: "member:\(recorded.movement.member)")
  }

  /// Money comes in, before anybody knows what becomes of it.
  var receipt: [Posting] {
    [.debit("512100", movement.amount), .credit("456300", movement.amount, member)]
  }

  /// What is paid becomes capital; what is not stands against those who owe it.
  var issued: [Posting] {
    let values = recorded.values
    let account = capital(movement.member)
    guard recorded.effective != nil else {
      return [.debit("456300", movement.amount, member)]
        + lines(.debit, uncalled(account, "1011"), values.paysUncalled)
        + lines(.debit, uncalled(account, "1012"), values.paysCalled)
        + swapped(account, values)
    }
    return lines(.debit, "456300", values.released + values.premium)
      + lines(.debit, "109000", values.uncalled) + lines(.credit, account, values.released)
      + lines(.credit, uncalled(account, "1011"), values.uncalled)
      + lines(.credit, "104100", values.premium)
  }

  /// A payment on shares that count already: the debt is settled, and its capital is paid in.
  private func swapped(_ account: String, _ values: MovementValues) -> [Posting] {
    lines(.credit, "109000", values.paysUncalled) + lines(.credit, "456200", values.paysCalled)
      + lines(.credit, account, values.paysUncalled + values.paysCalled)
  }

  /// What the other movements write: transfers, exits, repayments, calls, openings.
  var other: [Posting]? {
    switch movement.kind {
    case .subscription, .payment: nil
    case .transfer, .gift, .inheritance: transfer
    case .withdrawal, .exclusion, .death: exit
    case .repayment:
      [.debit("456700", movement.amount, member), .credit("512100", movement.amount)]
    case .call: call
    case .opening:
      [
        .debit("471000", recorded.values.capital),
        .credit(capital(movement.member), recorded.values.capital, member),
      ]
    }
  }

  private var transfer: [Posting] {
    let receiver = movement.counterparty ?? movement.member
    return [
      .debit(capital(movement.member), recorded.values.capital, member),
      .credit(
        capital(receiver), recorded.values.capital, Analysis(auxiliary: "member:\(receiver)")),
    ]
  }

  /// The capital leaves with its part of reserves or losses, and is owed or paid.
  private var exit: [Posting] {
    let (capital, price) = (recorded.values.capital, movement.exitPrice)
    return [.debit(self.capital(movement.member), capital, member)]
      + lines(.debit, "110000", price > capital ? price - capital : .zero, Analysis())
      + lines(.credit, "119000", price < capital ? capital - price : .zero, Analysis())
      + lines(.credit, "456700", price) + lines(.debit, "456700", movement.amount)
      + lines(.credit, "512100", movement.amount, Analysis())
  }

  private var call: [Posting] {
    let account = capital(movement.member)
    return [
      .debit("456200", movement.amount, member), .credit("109000", movement.amount, member),
      .debit(uncalled(account, "1011"), movement.amount, member),
      .credit(uncalled(account, "1012"), movement.amount, member),
    ]
  }

  /// The shares themselves, in the memorandum.
  var shares: [Posting] {
    let count = recorded.moved.units
    func held(_ number: MemberNumber) -> Analysis { Analysis(auxiliary: "member:\(number)") }
    var lines: [Posting] = []
    if let receiver = recorded.receiver {
      lines.append(Posting(.debit, "902000", count, .shares, held(receiver)))
    } else {
      lines.append(Posting(.debit, "901000", count, .shares))
    }
    if let giver = recorded.giver {
      lines.append(Posting(.credit, "902000", count, .shares, held(giver)))
    } else {
      lines.append(Posting(.credit, "901000", count, .shares))
    }
    return lines
  }

  /// A line of the member's, none for nothing.
  private func lines(
    _ side: Side, _ account: String, _ amount: Cents, _ analysis: Analysis? = nil
  ) -> [Posting] {
    guard amount > .zero else { return [] }
    return [Posting(side, account, amount.units, .cents, analysis ?? member)]
  }

  private func capital(_ number: MemberNumber) -> String {
    state.capitalAccount(of: number, on: movement.date)
  }

  /// The account of a college's capital that is not paid: 1011 or 1012 in place of 1013.
  private func uncalled(_ account: String, _ root: String) -> String {
    root + account.suffix(2)
  }
}
