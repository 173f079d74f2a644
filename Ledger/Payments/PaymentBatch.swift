public import Membership
public import Units

/// What the book owes a member on one account.
public struct Due: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The account it stands on.
  public let account: String
  /// The agreement it stands under, for interest.
  public let contract: String?
  /// All of it.
  public let balance: Cents
  /// The part that was paid before, taxed, and came back from the bank.
  public let returned: Cents
  /// How the rest is taxed when it is paid.
  public let status: TaxStatus

  /// Something owed.
  public init(
    member: MemberNumber, account: String, contract: String? = nil, balance: Cents,
    returned: Cents, status: TaxStatus
  ) {
    self.member = member
    self.account = account
    self.contract = contract
    self.balance = balance
    self.returned = returned
    self.status = status
  }
}

/// What one member is paid, and what is withheld from it.
public struct MemberPayment: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// The account that owed it.
  public let account: String
  /// The agreement, for interest.
  public let contract: String?
  /// How it is taxed.
  public let status: TaxStatus
  /// The income, before taxes.
  public let gross: Cents
  /// What came back from an earlier payment and is paid again, untaxed.
  public let repaid: Cents
  /// What is withheld.
  public let withheld: Withheld

  /// What reaches the member.
  public var net: Cents { gross - withheld.total + repaid }

  init(
    member: MemberNumber, account: String, contract: String?, status: TaxStatus, gross: Cents,
    repaid: Cents, withheld: Withheld
  ) {
    self.member = member
    self.account = account
    self.contract = contract
    self.status = status
    self.gross = gross
    self.repaid = repaid
    self.withheld = withheld
  }

  init(_ due: Due, on day: Day) throws(PaymentsRefusal) {
    let gross = due.balance - due.returned
    guard !gross.isNegative else {
      throw .balanceIsBelowTheReturned(due.member, balance: due.balance, returned: due.returned)
    }
    self.init(
      member: due.member, account: due.account, contract: due.contract, status: due.status,
      gross: gross, repaid: due.returned,
      withheld: try Withheld(from: gross, due.status, on: day))
  }
}

/// What is paid to members on one day, together.
public struct PaymentBatch: Hashable, Sendable {
  /// Its reference: the voucher of its entry, and how the bank knows it.
  public let reference: String
  /// The kind of income.
  public let kind: IncomeKind
  /// The day of payment, which decides the taxes.
  public let paidOn: Day
  /// The payments, by member and agreement.
  public let payments: [MemberPayment]

  /// The income, before taxes.
  public var gross: Cents { payments.reduce(.zero) { $0 + $1.gross } }
  /// What came back before and is paid again.
  public var repaid: Cents { payments.reduce(.zero) { $0 + $1.repaid } }
  /// What is withheld.
  public var withheld: Withheld { payments.reduce(.nothing) { $0 + $1.withheld } }
  /// What leaves the bank.
  public var net: Cents { payments.reduce(.zero) { $0 + $1.net } }

  /// The reference of one member's payment: what the bank sends back with it.
  public func endToEnd(_ payment: MemberPayment) -> String {
    "\(reference)-\(payment.member)" + (payment.contract == nil ? "" : "-\(suffix(payment))")
  }

  /// The place of an agreement among the member's own in this batch, from 1.
  private func suffix(_ payment: MemberPayment) -> Int {
    let own = payments.filter { $0.member == payment.member }
    return (own.firstIndex(of: payment) ?? 0) + 1
  }

  init(reference: String, kind: IncomeKind, paidOn: Day, payments: [MemberPayment]) {
    self.reference = reference
    self.kind = kind
    self.paidOn = paidOn
    self.payments = payments.sorted {
      ($0.member.description, $0.contract ?? "") < ($1.member.description, $1.contract ?? "")
    }
  }

  /// Pays what is owed, on a day; what is below the least amount waits.
  ///
  /// - Parameter least: the least net amount that is paid.
  /// - Returns: the batch, and what waits.
  /// - Throws: ``PaymentsRefusal/referenceIsMalformed(_:)``, ``PaymentsRefusal/nothingToPay(_:)``,
  ///   and what the taxes refuse.
  public static func paying(
    _ dues: [Due], reference: String, kind: IncomeKind, on day: Day, least: Cents = .zero
  ) throws(PaymentsRefusal) -> (batch: PaymentBatch, waiting: [MemberPayment]) {
    guard isReference(reference) else { throw .referenceIsMalformed(reference) }
    var payments: [MemberPayment] = []
    for due in dues where due.balance > .zero { payments.append(try MemberPayment(due, on: day)) }
    guard (try? Cents.sum(payments.map(\.gross))) != nil else { throw .sumIsTooLarge }
    let isPaid = { (payment: MemberPayment) in payment.net > .zero && payment.net >= least }
    let batch = PaymentBatch(
      reference: reference, kind: kind, paidOn: day, payments: payments.filter(isPaid))
    guard !batch.payments.isEmpty else { throw .nothingToPay(day) }
    return (batch, payments.filter { !isPaid($0) })
  }

  /// Up to 20 letters, digits and hyphens: with a member's number it still fits the bank's 35.
  static func isReference(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"): true
      default: false
      }
    }
    return isPlain && (1...20).contains(text.utf8.count)
  }
}
