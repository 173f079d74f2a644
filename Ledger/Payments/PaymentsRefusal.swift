public import Membership
public import Tables
public import Units

/// Why a payment is not made, or not declared.
public enum PaymentsRefusal: Refusal, Equatable {
  /// Nothing is owed to anybody, or less than the least amount.
  case nothingToPay(Day)
  /// The sums do not fit into 64 bits.
  case sumIsTooLarge
  /// No rate is known for a levy on a day.
  case rateIsUnknown(Levy, Day)
  /// The member lives abroad for taxes.
  case memberIsAbroad(MemberNumber)
  /// The reference has other characters than a bank takes, or too many.
  case referenceIsMalformed(String)
  /// Less is owed to a member than came back from the bank.
  case balanceIsBelowTheReturned(MemberNumber, balance: Cents, returned: Cents)
  /// Another batch has this reference.
  case batchReferenceIsTaken(String)
  /// No batch has this reference.
  case batchIsUnknown(String, known: [String])
  /// No payment has this reference.
  case paymentIsUnknown(String)
  /// The payment came back before.
  case paymentCameBackAlready(String)
  /// The payment came back before it was made.
  case returnIsBeforeThePayment(Day, paid: Day)
  /// The taxes of the month are declared already.
  case monthIsDeclared(Month)
  /// Nothing was withheld in the month.
  case monthHasNoTax(Month)
  /// Nobody was paid in the year.
  case yearHasNoPayment(Int)

  /// Only a natural person can be spared the advance on income tax.
  case attestationIsForPersons(MemberNumber)
  /// The attestation came too late for the year's payments.
  case attestationIsLate(MemberNumber, received: Day, limit: Day)
  /// Another attestation of the kind is known for the year.
  case attestationIsKnown(MemberNumber, year: Int)
  /// The attestation was received on a day to come.
  case attestationIsToCome(Day, today: Day)

  /// Nobody told where the money of a member goes.
  case detailsAreMissing(of: String)
  /// The account is none a bank of the area has; the number itself is not shown.
  case accountIsWrong(of: String, AccountNumber.Fault)
  /// The code of the bank is malformed.
  case bankCodeIsMalformed(of: String)
  /// Nothing is left of the name in the characters of banks.
  case payeeHasNoName(of: String)
  /// The day of execution is past.
  case executionIsPast(Day, today: Day)
  /// The amount is zero, or more than a transfer takes.
  case transferIsOutOfRange(String, Cents)

  /// The return needs more about a member than is known; the fields are named.
  case identityIsIncomplete(of: MemberNumber, missing: [String])
  /// The text is no SIRET.
  case siretIsMalformed(String)
  /// No layout of a form is known for a year.
  case editionIsUnknown(form: String, year: Int)
  /// Nothing of a member is five years old.
  case nothingIsPrescribed(MemberNumber, on: Day)

  /// Bad data for what is wrong with what was given, else refused.
  public var outcome: Outcome {
    switch self {
    case .referenceIsMalformed, .siretIsMalformed, .batchIsUnknown, .paymentIsUnknown: .usage
    case .accountIsWrong, .bankCodeIsMalformed, .payeeHasNoName: .badData
    case .detailsAreMissing, .identityIsIncomplete, .editionIsUnknown, .rateIsUnknown:
      .undetermined
    default: .refused
    }
  }

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .nothingToPay: "nothing-to-pay"
    case .sumIsTooLarge: "sum-is-too-large"
    case .rateIsUnknown: "rate-is-unknown"
    case .memberIsAbroad: "member-is-abroad"
    case .referenceIsMalformed: "reference-is-malformed"
    case .balanceIsBelowTheReturned: "balance-is-below-the-returned"
    case .batchReferenceIsTaken: "batch-reference-is-taken"
    case .batchIsUnknown: "batch-is-unknown"
    case .paymentIsUnknown: "payment-is-unknown"
    case .paymentCameBackAlready: "payment-came-back-already"
    case .returnIsBeforeThePayment: "return-is-before-the-payment"
    case .monthIsDeclared: "month-is-declared"
    case .monthHasNoTax: "month-has-no-tax"
    case .yearHasNoPayment: "year-has-no-payment"
    case .attestationIsForPersons: "attestation-is-for-persons"
    case .attestationIsLate: "attestation-is-late"
    case .attestationIsKnown: "attestation-is-known"
    case .attestationIsToCome: "attestation-is-to-come"
    case .detailsAreMissing: "details-are-missing"
    case .accountIsWrong: "account-is-wrong"
    case .bankCodeIsMalformed: "bank-code-is-malformed"
    case .payeeHasNoName: "payee-has-no-name"
    case .executionIsPast: "execution-is-past"
    case .transferIsOutOfRange: "transfer-is-out-of-range"
    case .identityIsIncomplete: "identity-is-incomplete"
    case .siretIsMalformed: "siret-is-malformed"
    case .editionIsUnknown: "edition-is-unknown"
    case .nothingIsPrescribed: "nothing-is-prescribed"
    }
  }
}
