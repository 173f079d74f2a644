public import Units

/// To whom a payment goes, as the bank needs it; it passes through and is kept nowhere.
public struct PaymentDetails: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The name of the account's holder.
  public let name: String
  /// The account.
  public let account: AccountNumber
  /// The bank's code, which the area no longer needs.
  public let bic: String?

  /// Details as they were given.
  ///
  /// - Parameter owner: whose they are, for the refusal: a member's number, never a name.
  /// - Throws: ``PaymentsRefusal/accountIsWrong(of:_:)``,
  ///   ``PaymentsRefusal/bankCodeIsMalformed(of:)``, ``PaymentsRefusal/payeeHasNoName(of:)``.
  public init(
    name: String, iban: String, bic: String?, of owner: String
  ) throws(PaymentsRefusal) {
    account = try AccountNumber(iban, of: owner)
    self.name = BankText.plain(name, most: 70)
    guard !self.name.isEmpty else { throw .payeeHasNoName(of: owner) }
    let code = bic.map { $0.filter { $0 != " " }.uppercased() } ?? ""
    self.bic = code.isEmpty ? nil : code
    guard code.isEmpty || Self.isBankCode(code) else { throw .bankCodeIsMalformed(of: owner) }
  }

  /// Nothing of the person.
  public var description: String { "details withheld" }
  /// Nothing of the person.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// - Source: ISO 9362: four letters or digits, a country, two more, and perhaps a branch of three.
  private static func isBankCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 8 || bytes.count == 11 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      (65...90).contains(byte) || !(4...5).contains(place) && (48...57).contains(byte)
    }
  }
}

/// A file of credit transfers: pain.001.001.09 as European banks take it.
///
/// No postal address: none is needed within the area, and free ones are refused since November
/// 2026.
/// - Source: ISO 20022 pain.001.001.09; EPC132-08, customer-to-bank guidelines.
public struct CreditTransferFile: Sendable {
  /// One transfer.
  public struct Transfer: Sendable {
    /// The reference that comes back with it.
    public let endToEnd: String
    /// The amount.
    public let amount: Cents
    /// To whom.
    public let payee: PaymentDetails
    /// What the member reads.
    public let remittance: String

    /// A transfer.
    public init(endToEnd: String, amount: Cents, payee: PaymentDetails, remittance: String) {
      self.endToEnd = endToEnd
      self.amount = amount
      self.payee = payee
      self.remittance = remittance
    }
  }

  /// The reference of the message: unique for ever at this bank.
  public let message: String
  /// When it is made.
  public let created: Instant
  /// The day on which the bank carries it out.
  public let execution: Day
  /// Who pays.
  public let debtor: PaymentDetails
  /// The transfers.
  public let transfers: [Transfer]

  /// A file that a bank takes.
  ///
  /// - Throws: ``PaymentsRefusal/executionIsPast(_:today:)``,
  ///   ``PaymentsRefusal/transferIsOutOfRange(_:_:)``, ``PaymentsRefusal/referenceIsMalformed(_:)``.
  public init(
    message: String, created: Instant, execution: Day, debtor: PaymentDetails,
    transfers: [Transfer]
  ) throws(PaymentsRefusal) {
    let today = ParisTime.day(of: created)
    guard execution >= today else { throw .executionIsPast(execution, today: today) }
    for reference in [message] + transfers.map(\.endToEnd) {
      guard !reference.isEmpty, BankText.plain(reference, most: 35) == reference else {
        throw .referenceIsMalformed(reference)
      }
    }
    for transfer in transfers {
      guard (1...99_999_999_999).contains(transfer.amount.units) else {
        throw .transferIsOutOfRange(transfer.endToEnd, transfer.amount)
      }
    }
    guard !transfers.isEmpty else { throw .nothingToPay(execution) }
    self.message = message
    self.created = created
    self.execution = execution
    self.debtor = debtor
    self.transfers = transfers
  }

  /// The sum of the transfers.
  public var total: Cents { transfers.reduce(.zero) { $0 + $1.amount } }

  /// The bytes of the file, in UTF-8.
  ///
  /// - Complexity: O(transfers).
  public var bytes: [UInt8] {
    var xml = XMLText()
    xml.open("Document", "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"")
    xml.open("CstmrCdtTrfInitn")
    writeHeading(&xml)
    writeOrder(&xml)
    xml.close(2)
    return xml.bytes
  }

  private func writeHeading(_ xml: inout XMLText) {
    xml.open("GrpHdr")
    xml.leaf("MsgId", message)
    xml.leaf("CreDtTm", created.description)
    xml.leaf("NbOfTxs", String(transfers.count))
    xml.leaf("CtrlSum", decimal(total))
    xml.open("InitgPty")
    xml.leaf("Nm", debtor.name)
    xml.close(2)
  }

  private func writeOrder(_ xml: inout XMLText) {
    xml.open("PmtInf")
    xml.leaf("PmtInfId", message)
    xml.leaf("PmtMtd", "TRF")
    xml.leaf("BtchBookg", "true")
    xml.leaf("NbOfTxs", String(transfers.count))
    xml.leaf("CtrlSum", decimal(total))
    xml.nested(["PmtTpInf", "SvcLvl"], "Cd", "SEPA")
    xml.nested(["ReqdExctnDt"], "Dt", execution.description)
    xml.nested(["Dbtr"], "Nm", debtor.name)
    xml.nested(["DbtrAcct", "Id"], "IBAN", debtor.account.iban)
    writeBank(&xml, "DbtrAgt", debtor.bic, isNeeded: true)
    xml.leaf("ChrgBr", "SLEV")
    for transfer in transfers { write(transfer, &xml) }
    xml.close()
  }

  private func write(_ transfer: Transfer, _ xml: inout XMLText) {
    xml.open("CdtTrfTxInf")
    xml.nested(["PmtId"], "EndToEndId", transfer.endToEnd)
    xml.nested(["Amt"], "InstdAmt", decimal(transfer.amount), "Ccy=\"EUR\"")
    writeBank(&xml, "CdtrAgt", transfer.payee.bic, isNeeded: false)
    xml.nested(["Cdtr"], "Nm", transfer.payee.name)
    xml.nested(["CdtrAcct", "Id"], "IBAN", transfer.payee.account.iban)
    let remittance = BankText.plain(transfer.remittance, most: 140)
    if !remittance.isEmpty { xml.nested(["RmtInf"], "Ustrd", remittance) }
    xml.close()
  }

  private func writeBank(
    _ xml: inout XMLText, _ name: String, _ bic: String?, isNeeded: Bool
  ) {
    if let bic {
      xml.nested([name, "FinInstnId"], "BICFI", bic)
    } else if isNeeded {
      xml.nested([name, "FinInstnId", "Othr"], "Id", "NOTPROVIDED")
    }
  }

  private func decimal(_ amount: Cents) -> String {
    let cents = String(amount.units % 100 + 100).dropFirst()
    return "\(amount.units / 100).\(cents)"
  }
}
