public import Journal
public import Membership
import Tables
public import Units

/// The entries of what is paid to members.
public enum PaymentEntries {
  /// How the keys of these entries begin.
  public static let prefix = "payment:"
  /// The bank.
  public static let bank = "512100"
  /// The dividends that are owed.
  public static let dividends = "457000"
  /// The advance on income tax, owed to the State.
  public static let incomeTax = "442200"
  /// The social levies, owed to the State.
  public static let socialLevies = "442300"

  /// The entry of a batch: one line a payment on what was owed, one on the bank, taxes by month.
  ///
  /// - Source: PCG, accounts 457, 4422, 4423.
  public static func entry(_ batch: PaymentBatch) -> DraftEntry {
    let month = Analysis(auxiliary: auxiliary(batch.paidOn.month))
    let owed = batch.payments.map { payment in
      Posting.debit(
        payment.account, payment.gross + payment.repaid,
        Analysis(auxiliary: "member:\(payment.member)", contract: payment.contract))
    }
    let others = [
      (bank, batch.net, Analysis.none), (incomeTax, batch.withheld.incomeTax, month),
      (socialLevies, batch.withheld.social, month),
    ].filter { $0.1 != .zero }.map { Posting.credit($0.0, $0.1, $0.2) }
    return DraftEntry(
      key: key(batch.reference), date: batch.paidOn, journal: .bank, voucher: batch.reference,
      voucherDate: batch.paidOn, label: Labels.batch(batch), origin: "payment prepare",
      postings: owed + others)
  }

  /// The entry of a payment that came back: the member is owed the net amount again.
  public static func returned(
    _ payment: MemberPayment, endToEnd: String, reason: String, on day: Day
  ) -> DraftEntry {
    DraftEntry(
      key: "\(prefix)returned:\(endToEnd)", date: day, journal: .bank, voucher: endToEnd,
      voucherDate: day, label: Labels.returned(endToEnd, reason), origin: "payment returned",
      postings: [
        .debit(bank, payment.net),
        .credit(
          payment.account, payment.net,
          Analysis(auxiliary: "member:\(payment.member)", contract: payment.contract)),
      ])
  }

  /// The entry of what is handed to the State because nobody claimed it.
  ///
  /// - Source: CG3P art. L1126-1.
  public static func prescribed(
    _ amount: Cents, of member: MemberNumber, since decided: Day, on day: Day
  ) -> DraftEntry {
    DraftEntry(
      key: "\(prefix)prescribed:\(member):\(decided)", date: day, journal: .bank,
      voucher: "PRESCRIT-\(member)-\(decided)", voucherDate: day,
      label: Labels.prescribed(member, day), origin: "payment prescribe",
      postings: [
        .debit(dividends, amount, Analysis(auxiliary: "member:\(member)")), .credit(bank, amount),
      ])
  }

  /// The entry by which a month's taxes are paid; what rounding to the euro leaves is a charge or
  /// an income of the year.
  ///
  /// - Source: CGI art. 1657, the return in whole euros.
  public static func taxes(_ form: MonthlyReturn, on day: Day) -> DraftEntry {
    let month = Analysis(auxiliary: auxiliary(form.month))
    let withheld = form.withheld
    let lines = [
      (Side.debit, incomeTax, withheld.incomeTax, month),
      (.debit, socialLevies, withheld.social, month), (.credit, bank, form.toPay, .none),
      (.debit, form.rounding.isNegative ? "758000" : "658000", form.rounding, .none),
    ].filter { $0.2 != .zero }
    return DraftEntry(
      key: "\(prefix)2777:\(form.month)", date: day, journal: .bank,
      voucher: "2777-\(form.month)", voucherDate: day, label: Labels.taxes(form.month),
      origin: "payment taxes",
      postings: lines.map { .signed($0.0, $0.1, $0.2.units, .cents, $0.3) })
  }

  /// The key of a batch's entry.
  public static func key(_ reference: String) -> String { "\(prefix)batch:\(reference)" }

  /// The taxes of a month stand together.
  static func auxiliary(_ month: Month) -> String { "tax:\(month)" }
}
