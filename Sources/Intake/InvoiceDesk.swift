import Agreements
import Bookings
import Invoices
import Journal
import Membership
import Seal
import Store
import Units

/// Takes invoices into the book one by one, within one transaction.
final class InvoiceDesk {
  let page: BookWriter
  let dossier: Dossier
  /// The last closed day.
  let closedThrough: Day?
  /// The first day of the book.
  let start: Day
  private let late: Bool
  private let members: Set<String>

  init(_ page: BookWriter, late: Bool) throws {
    self.page = page
    self.late = late
    dossier = try Cooperative(page.reader, on: Day.endOfTime).dossier
    closedThrough = try page.reader.closedThrough()
    start = try page.reader.firstFiscalYear()?.first ?? Day(number: 0)
    members = Set(try page.reader.members().map(\.number.description))
  }

  /// Takes an invoice in.
  ///
  /// - Throws: ``Refusals``, ``InvoiceRefusal``, ``JournalRefusal``.
  func take(_ told: Invoice, _ file: InputFile) throws -> TakenInvoice {
    let invoice = try resolved(told)
    try invoice.check()
    if let known = try known(invoice) { return known }
    let record =
      invoice.kind == .sale ? try sale(invoice) : try purchase(invoice)
    let again = try page.reader.timesTakenIn(invoice)
    let site = invoice.contract.flatMap { dossier.contracts[$0]?.site }
    let draft =
      invoice.kind == .sale
      ? try InvoiceEntries.sale(record, site: site, again: again)
      : try InvoiceEntries.purchase(record, again: again)
    let entry = try page.record(record, file: sha256(file.bytes), entry: dated(draft))
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    _ = try page.attach(name, file.bytes, to: entry)
    return TakenInvoice(record: record, entry: entry, isNew: true)
  }

  /// The month its entry stands in.
  func month(of invoice: Invoice) -> Month {
    guard late, let closedThrough, invoice.issued <= closedThrough else {
      return invoice.issued.month
    }
    return closedThrough.next.month
  }

  private func dated(_ draft: DraftEntry) -> DraftEntry {
    guard late, let closedThrough, draft.date <= closedThrough else { return draft }
    return LateEntry.entered(draft, on: closedThrough.next)
  }

  /// The same invoice, taken in before.
  private func known(_ invoice: Invoice) throws -> TakenInvoice? {
    let known = try page.reader.invoices().first {
      let other = $0.record.invoice
      return (other.kind, other.party, other.number)
        == (invoice.kind, invoice.party, invoice.number)
    }
    guard let known else { return nil }
    guard known.record.invoice.json == invoice.json else {
      throw InvoiceRefusal.invoiceIsAnother(invoice.number, entry: known.entry.description)
    }
    return TakenInvoice(record: known.record, entry: known.entry, isNew: false)
  }

  /// The invoice with party and contract by their identifiers.
  private func resolved(_ told: Invoice) throws -> Invoice {
    var invoice = told
    if told.party.hasPrefix(Invoice.sirenPrefix) {
      let siren = String(told.party.dropFirst(Invoice.sirenPrefix.count))
      let known = dossier.parties.values.first { $0.siren == siren }
      // Who a contract is with needs no SIREN.
      guard known != nil || told.contract != nil else {
        throw InvoiceRefusal.partyIsUnknown(told.party)
      }
      invoice.party = known?.id ?? ""
    }
    var party: String?
    if let name = told.contract {
      let match = try told.kind == .sale ? saleContract(name) : purchaseContract(name)
      invoice.contract = match.id
      party = match.party
      if !invoice.party.isEmpty, invoice.party != match.party {
        throw InvoiceRefusal.partyIsNotOfTheContract(invoice.party, contract: match.id)
      }
    }
    invoice.party = party ?? invoice.party
    guard dossier.parties[invoice.party] != nil || members.contains(invoice.party) else {
      throw InvoiceRefusal.partyIsUnknown(invoice.party)
    }
    for site in invoice.lines.compactMap(\.site) where dossier.sites[site] == nil {
      throw JournalRefusal.nameIsUnknown(.site, site)
    }
    return invoice
  }

  private func saleContract(_ name: String) throws -> (id: String, party: String) {
    if let contract = dossier.contracts[name] { return (contract.id, contract.buyer) }
    let found = dossier.contracts.values.filter { $0.number == name }
    guard let contract = found.first else { throw InvoiceRefusal.contractIsUnknown(name) }
    guard found.count == 1 else { throw InvoiceRefusal.contractNumberIsShared(name) }
    return (contract.id, contract.buyer)
  }

  private func purchaseContract(_ name: String) throws -> (id: String, party: String) {
    if let convention = dossier.conventions[name] { return (name, convention.owner) }
    if let service = dossier.services[name] { return (name, service.supplier) }
    throw InvoiceRefusal.contractIsUnknown(name)
  }

  /// The days of an invoice under a contract: told, in force, and next in turn.
  ///
  /// All months before that of the entry must be closed, or what they accrue would be left out.
  func days(of invoice: Invoice, _ contract: String, in term: Period) throws -> Period {
    guard let period = invoice.period, let last = period.last else {
      throw InvoiceRefusal.periodIsMissing(invoice.number)
    }
    guard term.contains(period.first), term.contains(last) else {
      throw InvoiceRefusal.contractIsNotInForce(contract, period)
    }
    let others = try page.reader.invoices(of: contract)
    if let corrected = invoice.corrects {
      let isKnown = others.contains {
        $0.record.invoice.number == corrected && $0.record.invoice.period == period
      }
      guard isKnown else { throw InvoiceRefusal.correctedIsUnknown(corrected) }
      return period
    }
    let before = others.compactMap { $0.record.invoice.period?.last }.max()
    let expected = before?.next ?? max(term.first, start)
    guard before == nil ? period.first <= expected : period.first == expected else {
      throw InvoiceRefusal.periodIsOutOfTurn(
        invoice.number, expected: expected, told: period.first)
    }
    let needed = min(last, month(of: invoice).first.previous)
    let open = closedThrough?.next ?? start
    guard needed < open else {
      throw InvoiceRefusal.earlierMonthIsOpen(invoice.number, open.month)
    }
    return period
  }
}
