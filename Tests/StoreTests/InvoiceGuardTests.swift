import GRDB
import Invoices
import Journal
import Seal
import Store
import Testing
import Units

/// Invoices and returns of VAT defend themselves, and are read back as they were written.
@Suite struct InvoiceGuardTests {
  private static let kept = ["invoice", "vat_return"]

  private func filled() throws -> (filled: FilledBook, record: InvoiceRecord, form: VATReturn) {
    let filled = try FilledBook()
    let day = try Day("2025-02-12")
    let invoice = Invoice(
      kind: .sale, number: "F-1", issued: day, party: "acheteur", contract: "oa-nord",
      period: Period(first: try Day("2025-01-01"), last: try Day("2025-01-13")),
      mandate: "M-1", lines: [Invoice.Line(amount: Cents(1_000))],
      taxes: [.init(rate: Ratio(1, 5), base: Cents(1_000), amount: Cents(200))],
      total: Cents(1_200))
    let record = InvoiceRecord(
      invoice,
      trueUp: TrueUp(
        invoiced: Cents(1_000), invoicedEnergy: .zero, accrued: Cents(900), pending: .zero,
        measured: WattHours(8_000)))
    let balances = ["445710": Cents(-200)]
    let form = VATReturn(
      try Month("2025-02").period, taxed: [Ratio(1, 5): Cents(1_000)], reverseCharged: .zero,
      balances: balances)
    try filled.book.write(at: FilledBook.now) { page in
      _ = try page.record(
        record, file: sha256([1]), entry: InvoiceEntries.sale(record, site: nil, again: 0))
      _ = try page.record(form, entry: form.entry(balances, on: day.next, again: 0))
    }
    return (filled, record, form)
  }

  @Test func `what was written is read back, and what it moved is known`() throws {
    let (filled, record, form) = try filled()
    try filled.book.read { page in
      #expect(try page.invoices().map(\.record) == [record])
      #expect(try page.invoices(of: "oa-sud") == [])
      #expect(try page.invoicedPeriods(of: "oa-nord") == [record.invoice.period])
      let february = try Month("2025-02").period
      #expect(try page.trueUps(of: "oa-nord", bookedIn: february) == [Cents(100)])
      #expect(try page.vatReturns().map(\.form) == [form])
      // The return settled what the invoice brought, whatever the day it is asked for.
      #expect(try page.vatBalances(on: Day("2025-02-12")) == [:])
      #expect(try page.accrued(on: "418100", contract: "oa-nord").balance == Cents(-900))
    }
  }

  @Test(arguments: kept) func `rows are neither changed, deleted nor replaced`(
    table: String
  ) throws {
    let filled = try filled().filled
    let before = try filled.dump()
    #expect(before[table]?.isEmpty == false)
    let columns = try filled.raw.read { try $0.columns(in: table).map(\.name) }
    for column in columns {
      #expect(
        filled.refusal(of: "UPDATE \(table) SET \(column) = \(column)")
          == "\(table)-is-append-only", "\(table).\(column)")
    }
    #expect(filled.refusal(of: "DELETE FROM \(table)") == "\(table)-is-append-only")
    let list = columns.joined(separator: ", ")
    let replacing = "INSERT OR REPLACE INTO \(table) (\(list)) SELECT \(list) FROM \(table)"
    #expect(filled.refusal(of: replacing) == "\(table)-is-append-only")
    #expect(try filled.dump() == before)
  }

  @Test func `a number comes once, a day is declared once`() throws {
    let filled = try filled().filled
    let other = "(SELECT min(id) FROM entry), 0"
    #expect(
      filled.refusal(
        of: """
          INSERT INTO invoice
          SELECT (SELECT position FROM leaf WHERE kind = 'fact'), kind, party, number, issued_on,
            contract, first, last, body, file, \(other) FROM invoice
          """) == "invoice-is-known")
    #expect(
      filled.refusal(
        of: """
          INSERT INTO vat_return
          SELECT (SELECT position FROM leaf WHERE kind = 'fact'), '2025-02-28', '2025-03-31', body,
            \(other) FROM vat_return
          """) == "vat-is-declared")
  }
}
