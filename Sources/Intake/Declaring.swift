import Agreements
public import Invoices
public import Journal
public import Store
public import Units

/// A return of VAT that was entered.
public struct DeclaredVAT: Hashable, Sendable {
  /// The return.
  public let form: VATReturn
  /// Its entry.
  public let entry: EntryReference
  /// Whether it was entered now, and not before.
  public let isNew: Bool
}

extension BookReader {
  /// The VAT of some months, as the book tells it now.
  ///
  /// - Throws: ``InvoiceRefusal/periodIsNotOfMonths(_:)``.
  public func vatPosition(of period: Period, refund: Cents = .zero) throws -> VATReturn {
    guard let last = period.last, period.first == period.first.month.first,
      last == last.month.last
    else { throw InvoiceRefusal.periodIsNotOfMonths(period) }
    var taxed: [Ratio: Cents] = [:]
    var reverseCharged = Cents.zero
    let contracts = try Cooperative(self, on: Day.endOfTime).dossier.contracts
    var selfAssessed: [Ratio: Cents] = [:]
    for stored in try invoices() where period.contains(stored.bookedOn) {
      let invoice = stored.record.invoice
      for tax in invoice.selfAssessed { selfAssessed[tax.rate, default: .zero] += tax.base }
      guard invoice.kind == .sale else { continue }
      for tax in invoice.taxes { taxed[tax.rate, default: .zero] += tax.base }
      let contract = invoice.contract.flatMap { contracts[$0] }
      if contract?.vat == .reverseCharge {
        reverseCharged += try invoice.net(of: [.energy, .other])
      }
    }
    return VATReturn(
      period, taxed: taxed, reverseCharged: reverseCharged, selfAssessed: selfAssessed,
      balances: try vatBalances(on: last), refund: refund)
  }
}

/// Enters the return of VAT of some closed months.
///
/// Its accounts are settled into what is due, carried on or asked back. The same return a second time
/// changes nothing.
///
/// - Throws: ``InvoiceRefusal``, ``JournalRefusal``.
public func declareVAT(
  of period: Period, refund: Cents, on day: Day, in book: Book, now: Instant,
  rehearsing: Bool = false
) throws -> DeclaredVAT {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let reader = try page.reader
    if let known = try reader.vatReturns().first(where: { $0.form.period == period }) {
      guard known.form.refund == refund else { throw InvoiceRefusal.vatIsDeclared(period) }
      return DeclaredVAT(form: known.form, entry: known.entry, isNew: false)
    }
    guard try !reader.vatReturns().contains(where: { $0.form.period.overlap(period) != nil })
    else { throw InvoiceRefusal.vatIsDeclared(period) }
    let form = try reader.vatPosition(of: period, refund: refund)
    guard let closed = try reader.closedThrough(), form.last <= closed else {
      throw InvoiceRefusal.periodIsOpen(period)
    }
    let balances = try reader.vatBalances(on: form.last)
    guard balances.values.contains(where: { $0 != .zero }) else {
      throw InvoiceRefusal.nothingToDeclare(period)
    }
    try form.checkRefund()
    let again = try reader.timesDeclared(from: period.first)
    let entry = try page.record(form, entry: form.entry(balances, on: day, again: again))
    return DeclaredVAT(form: form, entry: entry, isNew: true)
  }
}
