public import Agreements
public import Journal
public import Units

/// What an account holds of one contract for one party.
public struct ContractBalance: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The auxiliary, `kind:party`.
  public let auxiliary: String
  /// The site.
  public let site: String?
  /// The contract.
  public let contract: String
  /// Debits minus credits.
  public let amount: Cents

  /// A balance.
  public init(account: String, auxiliary: String, site: String?, contract: String, amount: Cents) {
    self.account = account
    self.auxiliary = auxiliary
    self.site = site
    self.contract = contract
    self.amount = amount
  }
}

extension Accrual {
  /// The entry of a novation on its day, or nothing when nothing moves.
  ///
  /// Between two other parties, what the contract's accounts hold for the one that leaves passes to the
  /// one that comes, account by account. When the company itself comes, it takes over the balances that
  /// the act lists, and owes the difference to the party that leaves.
  ///
  /// - Source: Code civil art. 1216; PCG art. 1032-1 (each record refers to its voucher: the act).
  public static func novation(_ novation: Novation, _ balances: [ContractBalance]) -> DraftEntry? {
    let lines = novation.comes.map { cutOver(balances, to: $0) } ?? takenOver(novation)
    guard !lines.isEmpty else { return nil }
    return DraftEntry(
      key: "novation:\(novation.id)", date: novation.day, journal: .miscellaneous,
      voucher: "NOV-\(novation.id)", voucherDate: novation.day,
      label: Labels.novation(novation.id, novation.act), origin: "novation \(novation.id)",
      postings: lines)
  }

  private static func cutOver(_ balances: [ContractBalance], to party: String) -> [Posting] {
    balances.filter { $0.amount != .zero }.flatMap { balance -> [Posting] in
      let kind = balance.auxiliary.prefix { $0 != ":" }
      let leaving = Analysis(
        auxiliary: balance.auxiliary, site: balance.site, contract: balance.contract)
      var coming = leaving
      coming.auxiliary = "\(kind):\(party)"
      return [
        .credit(balance.account, balance.amount, leaving),
        .debit(balance.account, balance.amount, coming),
      ]
    }
  }

  private static func takenOver(_ novation: Novation) -> [Posting] {
    let lines = novation.balances.filter { $0.amount != .zero }
    let total = lines.map(\.amount).reduce(.zero, +)
    let debt = Analysis(auxiliary: "supplier:\(novation.leaves)")
    return lines.map {
      .debit($0.account, $0.amount, Analysis(site: $0.site, contract: $0.contract))
    } + (total == .zero ? [] : [.credit(novation.counterpart, total, debt)])
  }
}
