public import Units

/// Why an invoice, or a return of VAT, is not taken in.
public enum InvoiceRefusal: Refusal, Equatable {
  /// The invoice has no line.
  case invoiceHasNoLine(String)
  /// A line's amount is not its energy times its price.
  case lineIsNotItsProduct(String, line: Int, Cents, told: Cents)
  /// The VAT of a rate is not its base times the rate.
  case vatIsNotItsRate(String, rate: Ratio, Cents, told: Cents)
  /// VAT that the buyer owes stands on a sale, or on more than the lines.
  case reverseChargeDoesNotFit(String, base: Cents, net: Cents)
  /// Lines and VAT do not sum to the total.
  case invoiceDoesNotSum(String, Cents, told: Cents)
  /// The rows of one invoice in a table say different things, or do not stand together.
  case rowsOfInvoiceDiffer(String)
  /// No contract has this identifier or number.
  case contractIsUnknown(String)
  /// Two contracts have this number.
  case contractNumberIsShared(String)
  /// The contract is with another party.
  case partyIsNotOfTheContract(String, contract: String)
  /// Nobody in the book has this name.
  case partyIsUnknown(String)
  /// What we sell, and what a contract accrues, is invoiced for some days: they are not told.
  case periodIsMissing(String)
  /// The contract is not in force on all days of the invoice.
  case contractIsNotInForce(String, Period)
  /// The invoice does not follow the one before: days would be left out, or sold twice.
  case periodIsOutOfTurn(String, expected: Day, told: Day)
  /// A month before that of the invoice is still open: what it accrues is not known yet.
  case earlierMonthIsOpen(String, Month)
  /// VAT stands on an invoice whose buyer owes it, or is missing where we owe it.
  case vatDoesNotFitTheContract(String, contract: String, Cents, expected: Cents)
  /// The party has another invoice of this number.
  case invoiceIsAnother(String, entry: String)
  /// No invoice of this number was taken in.
  case invoiceIsUnknown(String)
  /// The invoice it corrects is not known, or is of another period.
  case correctedIsUnknown(String)
  /// A line of a purchase tells neither account nor contract.
  case accountIsMissing(String, line: Int)
  /// The account is not one that a purchase is charged to: class 6, or 2 for plants.
  case accountIsNoCharge(String)
  /// The file is no invoice in a form that is read.
  case fileIsNoInvoice(String)
  /// A field that an invoice must have is missing from the file.
  case fieldIsMissing(String)
  /// A field of the file cannot be read.
  case fieldIsMalformed(String, String)
  /// The invoice is not in euros.
  case currencyIsNotEuro(String)
  /// A day of the period is declared already.
  case vatIsDeclared(Period)
  /// A month of the period is still open: what it holds may still change.
  case periodIsOpen(Period)
  /// The period is no run of whole months.
  case periodIsNotOfMonths(Period)
  /// More is asked back than there is credit.
  case refundExceedsTheCredit(Cents, credit: Cents)
  /// The law pays back no less than an amount.
  case refundIsTooSmall(Cents, least: Cents)
  /// Nothing moved the VAT in the period.
  case nothingToDeclare(Period)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .invoiceHasNoLine: "invoice-has-no-line"
    case .lineIsNotItsProduct: "line-is-not-its-product"
    case .vatIsNotItsRate: "vat-is-not-its-rate"
    case .reverseChargeDoesNotFit: "reverse-charge-does-not-fit"
    case .invoiceDoesNotSum: "invoice-does-not-sum"
    case .rowsOfInvoiceDiffer: "rows-of-invoice-differ"
    case .contractIsUnknown: "contract-is-unknown"
    case .contractNumberIsShared: "contract-number-is-shared"
    case .partyIsNotOfTheContract: "party-is-not-of-the-contract"
    case .partyIsUnknown: "party-is-unknown"
    case .periodIsMissing: "period-is-missing"
    case .contractIsNotInForce: "contract-is-not-in-force"
    case .periodIsOutOfTurn: "period-is-out-of-turn"
    case .earlierMonthIsOpen: "earlier-month-is-open-for-invoice"
    case .vatDoesNotFitTheContract: "vat-does-not-fit-the-contract"
    case .invoiceIsAnother: "invoice-is-another"
    case .invoiceIsUnknown: "invoice-is-unknown"
    case .correctedIsUnknown: "corrected-is-unknown"
    case .accountIsMissing: "account-is-missing"
    case .accountIsNoCharge: "account-is-no-charge"
    case .fileIsNoInvoice: "file-is-no-invoice"
    case .fieldIsMissing: "field-is-missing"
    case .fieldIsMalformed: "field-is-malformed"
    case .currencyIsNotEuro: "currency-is-not-euro"
    case .vatIsDeclared: "vat-is-declared"
    case .periodIsOpen: "period-is-open"
    case .periodIsNotOfMonths: "period-is-not-of-months"
    case .refundExceedsTheCredit: "refund-exceeds-the-credit"
    case .refundIsTooSmall: "refund-is-too-small"
    case .nothingToDeclare: "nothing-to-declare"
    }
  }

  /// Refused for what the book or the law says; else bad data.
  public var outcome: Outcome {
    switch self {
    case .periodIsOutOfTurn, .earlierMonthIsOpen, .invoiceIsAnother, .correctedIsUnknown,
      .invoiceIsUnknown, .vatIsDeclared, .periodIsOpen, .refundExceedsTheCredit, .refundIsTooSmall,
      .nothingToDeclare, .vatDoesNotFitTheContract, .contractIsNotInForce:
      .refused
    case .periodIsNotOfMonths: .usage
    default: .badData
    }
  }
}
