public import Text
public import Units

/// Principal of a loan repaid before its time.
public struct LoanRepayment: Hashable, Sendable {
  /// What becomes of the instalments after it.
  public enum Effect: String, Sendable, CaseIterable {
    /// They stay as they are, and end sooner.
    case shorter
    /// They become smaller, and end when they would have.
    case smaller
  }

  /// The identifier.
  public let id: String
  /// The loan.
  public let loan: String
  /// The day it is paid.
  public let day: Day
  /// What is repaid.
  public let principal: Cents
  /// What the lender takes for it by the contract.
  public let indemnity: Cents
  /// What becomes of the instalments after it.
  public let effect: Effect

  /// Reads `[[loan_repayment]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "loan", "date", "principal_cents", "indemnity_cents", "effect", "valid_from", "note",
    ])
    id = table.identifier()
    loan = table.text("loan")
    day = table.day("date")
    principal = table.cents("principal_cents", in: 1...1_000_000_000_000)
    indemnity =
      table.has("indemnity_cents")
      ? table.cents("indemnity_cents", in: 0...1_000_000_000_000) : .zero
    effect = table.choice("effect", Effect.self) ?? .shorter
  }
}

/// What a loan is refused for.
public enum LoanRefusal: Refusal, Equatable {
  /// So many deferred instalments do not fit the loan, or what they leave unpaid is not said.
  case deferralDoesNotFit(Int, of: Int)
  /// The steps do not begin with the first instalment that repays, are not in order, reach beyond the
  /// last one, or belong to a loan that is not stepped.
  case stepsDoNotFit(first: Int, last: Int)
  /// A step pays less than the interest: the debt would grow.
  case stepDoesNotPayInterest(loan: String, number: Int, paid: Cents, interest: Cents)
  /// More is repaid than is left, or the day is not within the life of the loan.
  case repaymentDoesNotFit(loan: String, Day, asked: Cents, left: Cents)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .deferralDoesNotFit: "deferral-does-not-fit"
    case .stepsDoNotFit: "steps-do-not-fit"
    case .stepDoesNotPayInterest: "step-does-not-pay-interest"
    case .repaymentDoesNotFit: "repayment-does-not-fit"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

extension Dossier {
  /// Gives each loan what is repaid of it before its time, by day.
  public mutating func settleRepayments() {
    for repayment in loanRepayments.values.sorted(by: { ($0.day, $0.id) < ($1.day, $1.id) }) {
      loans[repayment.loan]?.repayments.append(repayment)
    }
  }

  /// The account of the journal from which a loan is paid: that of the account it names, else of the only
  /// one there is, else that of banks at large.
  ///
  /// - Source: PCG, account 512.
  public func payingAccount(of loan: Loan) -> String {
    let only = bankAccounts.count == 1 ? bankAccounts.values.first : nil
    return (loan.bankAccount.flatMap { bankAccounts[$0] } ?? only)?.account ?? "512100"
  }
}
