import Agreements
import Bookings
import Invoices
import Journal
import Store
import Units

/// What an invoice trues up.
extension InvoiceDesk {
  /// A sale: held against what its days were accrued at.
  func sale(_ invoice: Invoice) throws -> InvoiceRecord {
    guard let contract = invoice.contract.flatMap({ dossier.contracts[$0] }) else {
      return InvoiceRecord(invoice)
    }
    let period = try days(of: invoice, contract.id, in: contract.term)
    try checkVAT(invoice, contract)
    let sold = try invoice.net(of: [.energy, .other])
    guard invoice.corrects == nil else {
      return InvoiceRecord(
        invoice,
        trueUp: TrueUp(
          invoiced: sold, invoicedEnergy: try invoice.energy(), accrued: .zero, pending: .zero,
          measured: .zero))
    }
    let sales = try ContractSales(contract, dossier, page.reader, closedThrough)
    return InvoiceRecord(
      invoice,
      trueUp: TrueUp(
        invoiced: sold, invoicedEnergy: try invoice.energy(),
        accrued: try sales.accrued(through: period), pending: try sales.pending(in: period),
        measured: try sales.energy(over: period)))
  }

  /// - Source: CGI art. 283-2 quinquies: under the reverse charge the invoice bears no VAT.
  private func checkVAT(_ invoice: Invoice, _ contract: PurchaseContract) throws {
    let told = try Cents.sum(invoice.taxes.map(\.amount))
    let base = try invoice.net(of: [.energy, .other])
    let expected = try contract.vat.rate?.of(base, .halfAwayFromZero) ?? .zero
    let tolerance = Cents(contract.vat.rate == nil ? 0 : Int64(invoice.lines.count))
    guard (told - expected).magnitude <= tolerance else {
      throw InvoiceRefusal.vatDoesNotFitTheContract(
        invoice.number, contract: contract.id, told, expected: expected)
    }
  }

  /// A purchase: what was accrued of it, what is charged, and what is paid in advance.
  func purchase(_ invoice: Invoice) throws -> InvoiceRecord {
    let month = month(of: invoice)
    let known = try bound(invoice)
    var amounts: [Place: Cents] = [:]
    var order: [Place] = []
    for (index, line) in invoice.lines.enumerated() {
      guard let account = line.account ?? known?.account else {
        throw InvoiceRefusal.accountIsMissing(invoice.number, line: index + 1)
      }
      try checkCharge(account)
      let place = Place(account: account, site: line.site ?? known?.site)
      if amounts[place] == nil { order.append(place) }
      amounts[place, default: .zero] += line.amount
    }
    // What was accrued stands under the contract, whichever line of the invoice comes first.
    let bearer = order.first { $0.account == known?.account } ?? order.first
    let charges = try order.map { place in
      try ChargeSplit(
        amounts[place] ?? .zero, account: place.account, site: place.site,
        contract: invoice.contract,
        accrued: place == bearer ? known?.accrued ?? .zero : .zero,
        over: place.account.hasPrefix("2") ? nil : invoice.period, in: month)
    }
    return InvoiceRecord(invoice, charges: charges)
  }

  private struct Place: Hashable {
    let account: String
    let site: String?
  }

  private struct Bound {
    let account: String
    let site: String?
    let accrued: Cents
  }

  private func checkCharge(_ account: String) throws(InvoiceRefusal) {
    let isCharge =
      account.utf8.count == 6 && account.utf8.allSatisfy { (48...57).contains($0) }
      && (account.hasPrefix("6") || account.hasPrefix("2"))
      && !account.hasPrefix("28") && !account.hasPrefix("29")
    guard isCharge else { throw .accountIsNoCharge(account) }
  }

  /// What the contract of a purchase says of it.
  private func bound(_ invoice: Invoice) throws -> Bound? {
    guard let id = invoice.contract else { return nil }
    let (account, site, term): (String, String?, Period)
    if let convention = dossier.conventions[id] {
      (account, site, term) = ("613200", convention.site, convention.term)
    } else if let service = dossier.services[id] {
      (account, site, term) = (service.account, service.site, service.term)
    } else {
      return nil
    }
    let period = try days(of: invoice, id, in: term)
    guard invoice.corrects == nil else {
      return Bound(account: account, site: site, accrued: .zero)
    }
    let accrued = try page.reader.accrued(on: "408100", contract: id)
    let last = period.last ?? period.first
    var later = Cents.zero
    for (month, amount) in accrued.byMonth where month.last > last {
      let after = month.first > last ? month.length : last.days(until: month.last)
      later += try Ratio(Int64(after), Int64(month.length)).of(amount, .halfAwayFromZero)
    }
    return Bound(account: account, site: site, accrued: later - accrued.balance)
  }
}
