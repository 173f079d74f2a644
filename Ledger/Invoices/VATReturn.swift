public import Journal
public import Text
public import Units

/// The VAT of a period: what was collected, what is deducted, what is left to pay or to have back.
///
/// Amounts of the return are whole euros; the book keeps cents, and the difference is a rounding.
///
/// - Source: CGI art. 271 (deduction), 287 (return), 1657 (rounding); form 3310-CA3.
public struct VATReturn: Hashable, Sendable {
  /// The months it covers.
  public let period: Period
  /// The sales we charge VAT on, by rate, before VAT.
  public let taxed: [Ratio: Cents]
  /// The sales whose buyer owes the VAT: "other operations that are not taxed".
  public let reverseCharged: Cents
  /// The purchases whose VAT we owe in the supplier's place, by rate, before VAT.
  public let selfAssessed: [Ratio: Cents]
  /// What the book collected, what we owe in suppliers' place included.
  public let collected: Cents
  /// What the book deducts on goods and services.
  public let deductible: Cents
  /// What the book deducts on plants.
  public let deductibleOnPlants: Cents
  /// The credit carried from the return before.
  public let carriedIn: Cents
  /// What is asked back.
  public let refund: Cents

  /// The last day.
  public var last: Day { period.last ?? period.first }

  /// What is to be paid, in whole euros, or below zero the credit.
  public var balance: Cents {
    collected.inWholeEuros - deductible.inWholeEuros - deductibleOnPlants.inWholeEuros - carriedIn
  }
  /// What is to be paid.
  public var due: Cents { max(.zero, balance) }
  /// The credit, before anything is asked back.
  public var credit: Cents { max(.zero, -balance) }
  /// The credit that is carried on.
  public var carriedOut: Cents { credit - refund }

  /// The VAT of a period as the book tells it.
  ///
  /// - Parameter balances: debits less credits of the accounts 4456 and 4457 at the period's end.
  public init(
    _ period: Period, taxed: [Ratio: Cents], reverseCharged: Cents,
    selfAssessed: [Ratio: Cents] = [:], balances: [String: Cents],
    refund: Cents = .zero
  ) {
    func sum(_ root: String) -> Cents {
      balances.filter { $0.key.hasPrefix(root) }.reduce(.zero) { $0 + $1.value }
    }
    self.period = period
    self.taxed = taxed
    self.reverseCharged = reverseCharged
    self.selfAssessed = selfAssessed
    self.refund = refund
    collected = -sum("44571")
    deductible = sum("44566")
    deductibleOnPlants = sum("44562")
    carriedIn = sum("44567")
  }

  /// Holds a refund against the credit and the law.
  ///
  /// - Throws: ``InvoiceRefusal/refundExceedsTheCredit(_:credit:)``,
  ///   ``InvoiceRefusal/refundIsTooSmall(_:least:)``.
  /// - Source: CGI ann. II, art. 242-0 C, I-1 (150 €, asked in January for the year) and II (760 €, with
  ///   any return); BOFiP, TVA, droits à déduction, remboursement, régime général, §§ 40 and 50.
  public func checkRefund() throws(InvoiceRefusal) {
    guard refund != .zero else { return }
    guard refund <= credit else { throw .refundExceedsTheCredit(refund, credit: credit) }
    let least = Cents(last.month.monthOfYear == 12 ? 150_00 : 760_00)
    guard refund >= least else { throw .refundIsTooSmall(refund, least: least) }
  }

  /// The entry of the return: the accounts of its period are settled into what is due, carried on or asked
  /// back.
  ///
  /// - Parameter balances: as the return was reckoned from.
  public func entry(_ balances: [String: Cents], on day: Day, again: Int) -> DraftEntry {
    let settled = balances.filter { $0.value != .zero }.sorted { $0.key < $1.key }
      .map { Posting.credit($0.key, $0.value) }
    let rounding = balances.values.reduce(.zero) { $0 + $1 } + balance
    var postings = settled
    postings += [
      .credit("445510", due), .debit("445670", carriedOut), .debit("445830", refund),
      // What whole euros take or leave.
      rounding < .zero ? .credit("758000", -rounding) : .debit("658000", rounding),
    ]
    let times = again == 0 ? "" : ":\(again + 1)"
    return DraftEntry(
      key: "vat:\(period.first):\(last)\(times)", date: day, journal: .miscellaneous,
      voucher: "TVA-\(last.month)", voucherDate: day, label: Labels.vat(period),
      origin: "vat declare", postings: postings.filter { $0.amount != 0 })
  }

  /// The return as canonical JSON.
  public var json: JSON {
    var members: [String: JSON] = [
      "first": .string(period.first.description), "last": .string(last.description),
      "taxed": VATReturn.json(taxed), "reverseChargedCents": .integer(reverseCharged.units),
      "collectedCents": .integer(collected.units),
      "deductibleCents": .integer(deductible.units),
      "deductibleOnPlantsCents": .integer(deductibleOnPlants.units),
      "carriedInCents": .integer(carriedIn.units), "refundCents": .integer(refund.units),
      "dueCents": .integer(due.units), "carriedOutCents": .integer(carriedOut.units),
    ]
    if !selfAssessed.isEmpty { members["selfAssessed"] = VATReturn.json(selfAssessed) }
    return .object(members)
  }

  private static func json(_ bases: [Ratio: Cents]) -> JSON {
    .array(
      bases.sorted { $0.key < $1.key }.map { rate, base in
        ["rate": .string(rate.decimalDescription), "baseCents": .integer(base.units)]
      })
  }

  private static func bases(_ json: JSON?) throws(UnitRefusal) -> [Ratio: Cents] {
    var bases: [Ratio: Cents] = [:]
    for row in json?.arrayValue ?? [] {
      let rate = try Ratio(decimal: row["rate"]?.stringValue ?? "0")
      bases[rate] = Cents(row["baseCents"]?.integerValue ?? 0)
    }
    return bases
  }

  /// Reads back what ``json`` writes.
  ///
  /// - Throws: ``UnitRefusal``.
  public init(_ json: JSON) throws(UnitRefusal) {
    func cents(_ key: String) -> Cents { Cents(json[key]?.integerValue ?? 0) }
    period = try Period(
      checking: Day(json["first"]?.stringValue ?? ""), Day(json["last"]?.stringValue ?? ""))
    taxed = try VATReturn.bases(json["taxed"])
    selfAssessed = try VATReturn.bases(json["selfAssessed"])
    reverseCharged = cents("reverseChargedCents")
    collected = cents("collectedCents")
    deductible = cents("deductibleCents")
    deductibleOnPlants = cents("deductibleOnPlantsCents")
    carriedIn = cents("carriedInCents")
    refund = cents("refundCents")
  }
}

extension Cents {
  /// The nearest whole euro; half a euro counts as one.
  fileprivate var inWholeEuros: Cents {
    let euros = Rounding.halfAwayFromZero.quotient(Int128(units), 100)
    return Cents(Int64(clamping: euros * 100))
  }
}
