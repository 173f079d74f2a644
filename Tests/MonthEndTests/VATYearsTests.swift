import Foundation
import Intake
import Invoices
import Journal
import Store
import TestSupport
import Testing
import Units

/// Twenty years of VAT in a book, invoice by invoice and return by return, against `VATYears.py`, which
/// shares nothing with us but the rule that draws the invoices.
@Suite struct VATYearsTests {
  static let python = Judge.python(["fractions"])
  private static let first = Month(year: 2025, monthOfYear: 1)
  private static let rates = (
    normal: Ratio(1, 5), reduced: Ratio(55, 1000), middle: Ratio(1, 10), press: Ratio(21, 1000)
  )

  private static func draw(_ month: Int, _ kind: Int, below: Int) -> Cents {
    Cents(Int64(((month * 7919 + kind * 104_729) * 31 % 100_003) * 97 % below))
  }

  /// An invoice of lines, each an amount and its rate; none under the reverse charge.
  private static func invoice(
    _ month: Int, _ kind: Invoice.Kind, _ name: String, _ lines: [(net: Cents, rate: Ratio?)],
    account: String = "615600", contract: String? = nil, isOwed: Bool = false
  ) throws -> Invoice {
    let taxes = try lines.compactMap { line in
      try line.rate.map { rate in
        Invoice.Tax(
          rate: rate, base: line.net, amount: try rate.of(line.net, .halfAwayFromZero))
      }
    }
    let isSale = kind == .sale
    let invoice = Invoice(
      kind: kind, number: "\(name)-\(month)", issued: first.adding(month).first.adding(days: 9),
      party: isSale ? "acheteur" : "fournisseur", contract: contract,
      lines: lines.map { line in
        var item = Invoice.Line(amount: line.net)
        if !isSale { item.account = account }
        return item
      }, taxes: isOwed ? [] : taxes, selfAssessed: isOwed ? taxes : [],
      total: try Cents.sum(lines.map(\.net) + (isOwed ? [] : taxes.map(\.amount))))
    try invoice.check()
    return invoice
  }

  private static func invoices(_ month: Int) throws -> [Invoice] {
    func net(_ kind: Int, _ below: Int) -> Cents { draw(month, kind, below: below) }
    var all = [
      try invoice(month, .sale, "OA", [(net(1, 300_000), nil)], contract: "oa-nord"),
      try invoice(month, .sale, "V", [(net(2, 90_000), rates.normal)]),
      try invoice(month, .purchase, "A", [(net(5, 80_000), rates.normal)]),
    ]
    if month % 5 == 2 {
      all.append(try invoice(month, .sale, "R", [(net(3, 40_000), rates.reduced)]))
    }
    if month % 17 == 9 {
      all.append(try invoice(month, .sale, "AV", [(.zero - net(4, 20_000), rates.normal)]))
    }
    if month % 31 == 4 {
      let cost = Cents(1_000_000) + net(6, 9_000_000)
      all.append(
        try invoice(month, .purchase, "I", [(cost, rates.normal)], account: "215340"))
    }
    if month % 7 == 3 {
      all.append(
        try invoice(month, .purchase, "E", [(net(7, 30_000), rates.normal)], isOwed: true))
    }
    if month % 13 == 6 {
      let lines = [(net(8, 50_000), Optional(rates.middle)), (net(9, 7_000), rates.press)]
      all.append(try invoice(month, .purchase, "D", lines))
    }
    return all
  }

  private static func entry(_ invoice: Invoice) throws -> (InvoiceRecord, DraftEntry) {
    guard invoice.kind == .purchase else {
      let record = InvoiceRecord(invoice)
      return (record, try InvoiceEntries.sale(record, site: nil, again: 0))
    }
    let charges = invoice.lines.map { line in
      ChargeSplit(
        account: line.account ?? "", site: nil, contract: nil, accrued: .zero,
        charged: line.amount, prepaid: .zero, days: nil)
    }
    let record = InvoiceRecord(invoice, charges: charges)
    return (record, try InvoiceEntries.purchase(record, again: 0))
  }

  /// What is asked back of a credit.
  private static func refund(_ month: Int, _ credit: Cents) -> Cents {
    if month % 12 == 11, credit >= Cents(150_00) { return credit }
    return credit >= Cents(1520_00) && month % 4 == 1 ? Cents(credit.units / 200 * 100) : .zero
  }

  /// A month's invoices, and its return on the 20th of the next month: as the model writes them.
  private static func turn(_ month: Int, _ page: BookWriter) throws -> String {
    for invoice in try invoices(month) {
      let (record, draft) = try entry(invoice)
      _ = try page.record(
        record, file: Digest(Array(repeating: 7, count: 32)), entry: draft)
    }
    let period = first.adding(month).period
    let reader = try page.reader
    let credit = try reader.vatPosition(of: period).credit
    let form = try reader.vatPosition(of: period, refund: refund(month, credit))
    try form.checkRefund()
    let day = first.adding(month + 1).first.adding(days: 19)
    let draft = form.entry(try reader.vatBalances(on: form.last), on: day, again: 0)
    if !draft.postings.isEmpty { _ = try page.record(form, entry: draft) }
    let figures = [
      form.collected, form.deductible, form.deductibleOnPlants, form.carriedIn, form.due,
      form.refund, form.carriedOut, form.taxed[rates.normal] ?? .zero,
      form.taxed[rates.reduced] ?? .zero, form.reverseCharged,
      form.selfAssessed[rates.normal] ?? .zero,
    ]
    return "\(first.adding(month)) " + figures.map { "\($0.units)" }.joined(separator: " ")
  }

  @Test(.enabled(if: python.isInstalled)) func `every return of twenty years is the model's`()
    throws
  {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "VATYears.py")
    let told = try Self.python.run([script.path], on: [])
    #expect(told.status == 0)
    let open = try OpenBook.tiny(months: 1)
    // The book is of 2045: twenty years are posted at once.
    let now = ParisTime.start(of: Month(year: 2045, monthOfYear: 3).first)
    let (ours, rounding) = try open.book.write(at: now) { page in
      let ours = try (0..<240).map { try Self.turn($0, page) }
      let years = Period(first: Self.first.first, last: Self.first.adding(241).last)
      let lines = try page.reader.accounts(over: years)
      // What remains on the accounts of VAT is the credit of the last return, and nothing else.
      let left = try page.reader.vatBalances(on: years.first.adding(months: 240).previous)
      #expect(Set(left.keys).isSubset(of: ["445670"]))
      return (
        ours,
        lines.filter { ["658000", "758000"].contains($0.account) }
          .reduce(Int64(0)) { $0 + $1.debit - $1.credit }
      )
    }
    let theirs = told.text.split(separator: "\n").map(String.init)
    #expect(ours == Array(theirs.dropLast()))
    #expect(theirs.last == "rounding \(-rounding)")
    // Years with tax to pay, with credits, with refunds: all occur.
    let columns = ours.map { $0.split(separator: " ") }
    #expect([5, 6, 7].allSatisfy { column in columns.count { $0[column] != "0" } > 15 })
  }
}
