public import Agreements
public import Journal
public import Units

extension Accrual {
  /// The entries of a loan in a month: interest accrued (66116 to 1648), each instalment that falls due
  /// (164, 1648 and insurance from the bank), interest that joins the principal (1648 to 164), and what is
  /// repaid before its time, with its indemnity (668).
  ///
  /// - Parameter bank: the account that pays.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG, accounts 164, 1648, 616, 66116, 668.
  public static func loan(
    _ loan: Loan, from bank: String, in month: Month
  ) throws(UnitRefusal) -> [DraftEntry] {
    let lender = Analysis(auxiliary: "loan:\(loan.id)", contract: loan.id)
    var entries = try instalments(of: loan, from: bank, in: month)
    let before = try loan.interest(through: month.first.previous)
    let accrued = try loan.interest(through: month.last) - before
    if accrued != .zero {
      entries.append(
        entry(
          month, "interest", loan.id, journal: .miscellaneous,
          label: Labels.interest(loan.id, month),
          [.debit("661160", accrued, lender), .credit("164800", accrued, lender)]))
    }
    return entries
  }

  /// The entries of what falls due of a loan in a month, as its closing writes them.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func instalments(
    of loan: Loan, from bank: String, in month: Month
  ) throws(UnitRefusal) -> [DraftEntry] {
    try loan.known(on: month.last).schedule().filter { month.period.contains($0.due) }
      .compactMap { entry(of: $0, loan, from: bank, in: month) }
  }

  private static func entry(
    of row: Instalment, _ loan: Loan, from bank: String, in month: Month
  ) -> DraftEntry? {
    let lender = Analysis(auxiliary: "loan:\(loan.id)", contract: loan.id)
    let lines = [
      Posting.debit("164000", row.principal, lender), .debit("164800", row.interest, lender),
      .debit("616000", row.insurance, lender), .debit("668000", row.indemnity, lender),
      .credit(bank, row.total),
    ].filter { $0.amount > 0 }
    guard !lines.isEmpty else { return nil }
    let journal: JournalCode = row.total == .zero ? .miscellaneous : .bank
    if let repayment = row.repayment {
      return entry(
        month, "early", repayment, journal: journal,
        label: Labels.earlyRepayment(loan.id, repayment), on: row.due, lines)
    }
    return entry(
      month, "instalment", loan.id, journal: journal,
      label: Labels.instalment(loan.id, number: row.number), on: row.due, lines)
  }
}
