public import Journal
public import Units

/// The entries of invoices.
public enum InvoiceEntries {
  /// How their idempotency keys begin: no manual entry may take one.
  public static let prefix = "invoice:"

  /// The key of an invoice's entry; one that is taken in again after a reversal has a number.
  public static func key(_ invoice: Invoice, again: Int) -> String {
    let times = again == 0 ? "" : ":\(again + 1)"
    return "\(prefix)\(invoice.kind.rawValue):\(invoice.party):\(invoice.number)\(times)"
  }

  /// A sale: 411 to what was accrued (4181), to sales for the rest, to grants for a premium, and to VAT.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG, functioning of accounts 411, 418, 701; CGI art. 283-2 quinquies (reverse charge).
  public static func sale(
    _ record: InvoiceRecord, site: String?, again: Int
  ) throws(UnitRefusal) -> DraftEntry {
    let invoice = record.invoice
    let buyer = Analysis(
      auxiliary: "buyer:\(invoice.party)", site: site, contract: invoice.contract)
    let plain = Analysis(site: site, contract: invoice.contract)
    let accrued = record.trueUp?.accrued ?? .zero
    let premium = try invoice.net(of: [.premium])
    let sold = try invoice.net(of: [.energy, .other])
    return entry(
      invoice, journal: .sales, label: Labels.sale(invoice), again,
      [
        .debit("411000", invoice.total, buyer), .credit("418100", accrued, buyer),
        .credit("701000", sold - accrued, plain), .credit("131000", premium, plain),
        .credit("445710", try Cents.sum(invoice.taxes.map(\.amount)), plain),
      ])
  }

  /// A purchase: what was accrued (4081), charges, what is paid in advance (486) and VAT to the
  /// supplier; VAT that we owe in its place is collected and deducted at once.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Source: PCG, functioning of accounts 401, 404, 408, 486; CGI art. 271 (deduction of VAT),
  ///   283, 2 and 283-2 nonies (reverse charge).
  public static func purchase(
    _ record: InvoiceRecord, again: Int
  ) throws(UnitRefusal) -> DraftEntry {
    let invoice = record.invoice
    let isPlant = record.charges.contains { $0.account.hasPrefix("2") }
    let supplier = Analysis(auxiliary: "supplier:\(invoice.party)", contract: invoice.contract)
    var postings: [Posting] = []
    for charge in record.charges {
      let analysis = Analysis(site: charge.site, contract: charge.contract)
      var owed = analysis
      owed.auxiliary = supplier.auxiliary
      postings += [
        .debit("408100", charge.accrued, owed), .debit(charge.account, charge.charged, analysis),
        .debit("486000", charge.prepaid, analysis),
      ]
    }
    postings += [
      .debit(
        isPlant ? "445620" : "445660",
        try Cents.sum((invoice.taxes + invoice.selfAssessed).map(\.amount)),
        Analysis(contract: invoice.contract)),
      .credit(
        "445710", try Cents.sum(invoice.selfAssessed.map(\.amount)),
        Analysis(contract: invoice.contract)),
      .credit(isPlant ? "404000" : "401000", invoice.total, supplier),
    ]
    return entry(
      invoice, journal: .purchases, label: Labels.purchase(invoice), again, postings)
  }

  /// What a month uses up of a charge paid in advance: 486 to the charge.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  public static func used(
    _ charge: ChargeSplit, of invoice: Invoice, line: Int, in month: Month
  ) throws(UnitRefusal) -> DraftEntry? {
    let amount = try charge.used(in: month)
    guard amount != .zero else { return nil }
    let analysis = Analysis(site: charge.site, contract: charge.contract)
    let name = "\(invoice.party):\(invoice.number):\(line)"
    return DraftEntry(
      key: "close:\(month):prepaid:\(name)", date: month.last, journal: .miscellaneous,
      voucher: invoice.number, voucherDate: invoice.issued, label: Labels.used(invoice, month),
      origin: "close \(month)",
      postings: [.debit(charge.account, amount, analysis), .credit("486000", amount, analysis)])
  }

  private static func entry(
    _ invoice: Invoice, journal: JournalCode, label: String, _ again: Int, _ postings: [Posting]
  ) -> DraftEntry {
    DraftEntry(
      key: key(invoice, again: again), date: invoice.issued, journal: journal,
      voucher: invoice.number, voucherDate: invoice.issued, label: label, origin: "invoice import",
      postings: postings.filter { $0.amount != 0 })
  }
}
