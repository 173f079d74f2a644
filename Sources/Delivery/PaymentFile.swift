import Agreements
public import Intake
import Membership
public import Payments
public import Store
public import Units

/// From which account the cooperative pays.
public struct PayingAccount: Sendable {
  let iban: String
  let bic: String?

  /// An account.
  public init(iban: String, bic: String?) {
    self.iban = iban
    self.bic = bic
  }
}

extension Book {
  /// Writes the credit transfers of a batch for the bank; only its owner may read the file.
  ///
  /// The message bears the reference of the batch: a bank that sees it twice refuses the second.
  ///
  /// - Throws: every ``PaymentsRefusal`` a bank would have, at once.
  public func exportTransfers(
    of reference: String, from account: PayingAccount, _ directory: PaymentDirectory,
    to destination: Destination, now: Instant
  ) throws -> Delivered {
    try deliver(
      "sepa", scope: reference, to: destination, now: now, isPrivate: true
    ) { page, outlet in
      let batch = try page.batch(reference).batch
      let organisation = try Cooperative(page, on: ParisTime.day(of: now)).organisation.name
      let debtor = try PaymentDetails(
        name: organisation, iban: account.iban, bic: account.bic, of: "--iban")
      var refusals: [any Refusal] = []
      var transfers: [CreditTransferFile.Transfer] = []
      for payment in batch.payments {
        do {
          transfers.append(
            CreditTransferFile.Transfer(
              endToEnd: batch.endToEnd(payment), amount: payment.net,
              payee: try directory.details(of: payment.member),
              remittance: "\(organisation) \(batch.reference) \(payment.member)"))
        } catch let refusal as PaymentsRefusal { refusals.append(refusal) }
      }
      guard refusals.isEmpty else { throw Refusals(refusals) }
      let file = try CreditTransferFile(
        message: reference, created: now, execution: batch.paidOn, debtor: debtor,
        transfers: transfers)
      try outlet.write(file.bytes)
      return transfers.count
    }
  }

  /// Writes the yearly return of what members were paid; only its owner may read the file.
  ///
  /// - Throws: every ``PaymentsRefusal`` about a member, at once.
  public func exportAnnualReturn(
    of year: Int, _ declarant: Declarant, _ directory: PaymentDirectory, isCorrection: Bool,
    to destination: Destination, now: Instant
  ) throws -> Delivered {
    try deliver(
      "ifu", scope: "\(year)", to: destination, now: now, isPrivate: true
    ) { page, outlet in
      let amounts = try AnnualAmounts.of(year, page.paymentBatches().map(\.batch))
      let kinds = Dictionary(
        uniqueKeysWithValues: try page.members().map { ($0.number, $0.kind) })
      var refusals: [any Refusal] = []
      var members: [(who: Beneficiary, amounts: AnnualAmounts)] = []
      for (member, amounts) in amounts.sorted(by: { $0.key < $1.key }) where amounts.isNeeded {
        do {
          let who = try directory.beneficiary(member, isPerson: kinds[member] == .person)
          members.append((who, amounts))
        } catch let refusal as PaymentsRefusal { refusals.append(refusal) }
      }
      guard refusals.isEmpty else { throw Refusals(refusals) }
      let file = try AnnualReturnFile(
        year: year, declarant: declarant, issued: ParisTime.day(of: now),
        isCorrection: isCorrection, members: members)
      try outlet.write(file.bytes)
      return 2 + 2 * members.count
    }
  }
}
