import Invoices
import Journal
import Testing
import Text
import Units

@Suite struct InvoiceTests {
  static let sale = """
    format = "soleil-invoice/1"
    [[invoice]]
    number = "F-1"
    date = 2025-07-31
    contract = "oa-nord"
    first = 2025-01-14
    last = 2025-07-13
    lines = [
      { kwh = "6612.345", eur_per_kwh = "0.1079", cents = 71347 },
      { kind = "premium", cents = 5000 },
    ]
    total_cents = 76347
    """

  private func read(_ text: String) throws -> [Invoice] {
    let faults = Faults()
    let document = try TOMLDocument(reading: Array(text.utf8), file: "f.toml")
    let found = Invoice.read(document, faults)
    try faults.check()
    return found.map(\.invoice)
  }

  @Test func anInvoiceIsReadAndAddsUp() throws {
    let invoice = try #require(try read(Self.sale).first)
    #expect(invoice.kind == .sale && invoice.number == "F-1")
    #expect(try invoice.energy() == WattHours(6_612_345))
    #expect(try invoice.net(of: [.energy]) == Cents(71_347))
    try invoice.check()
    #expect(try InvoiceRecord(InvoiceRecord(invoice).json).invoice == invoice)
  }

  private static let works = """
    [[invoice]]
    kind = "purchase"
    number = "ST-1"
    date = 2026-01-20
    party = "mounter"
    lines = [{ cents = 123457, account = "615500" }]
    reverse_charge = [{ percent = "20", base_cents = 123457, cents = 24691 }]
    total_cents = 123457
    """

  @Test func theVATThatWeOweInTheSuppliersPlaceIsCollectedAndDeducted() throws {
    let invoice = try #require(try read(Self.works).first)
    try invoice.check()
    let record = InvoiceRecord(
      invoice,
      charges: [
        try ChargeSplit(
          Cents(123_457), account: "615500", site: nil, contract: nil, accrued: .zero, over: nil,
          in: Month("2026-01"))
      ])
    #expect(try InvoiceRecord(record.json) == record)
    var found: [String: Int64] = [:]
    let draft = try InvoiceEntries.purchase(record, again: 0)
    for line in try Entry(checking: draft).draft.postings {
      found[line.account, default: 0] += line.debit - line.credit
    }
    #expect(
      found == ["615500": 123_457, "445660": 24_691, "445710": -24_691, "401000": -123_457])
    let more = Self.works.replacing("base_cents = 123457", with: "base_cents = 123460")
    #expect(throws: Refusals.self) { try read(more).first?.check() }
  }

  /// One change to a sound invoice, and the refusals it earns.
  static let faults: [(String, String, [InvoiceRefusal])] = [
    (
      "cents = 71347", "cents = 71349",
      [
        .lineIsNotItsProduct("F-1", line: 1, Cents(71_347), told: Cents(71_349)),
        .invoiceDoesNotSum("F-1", Cents(76_349), told: Cents(76_347)),
      ]
    ),
    (
      "total_cents = 76347", "total_cents = 76000",
      [.invoiceDoesNotSum("F-1", Cents(76_347), told: Cents(76_000))]
    ),
    (
      "total_cents = 76347",
      "vat = [{ percent = \"20\", base_cents = 71347, cents = 14000 }]\ntotal_cents = 90347",
      [.vatIsNotItsRate("F-1", rate: Ratio(1, 5), Cents(14_269), told: Cents(14_000))]
    ),
    (
      "total_cents = 76347",
      "reverse_charge = [{ percent = \"20\", base_cents = 100, cents = 20 }]\ntotal_cents = 76347",
      [.reverseChargeDoesNotFit("F-1", base: Cents(100), net: Cents(76_347))]
    ),
    (
      """
      lines = [
        { kwh = "6612.345", eur_per_kwh = "0.1079", cents = 71347 },
        { kind = "premium", cents = 5000 },
      ]
      total_cents = 76347
      """, "lines = []\ntotal_cents = 0", [.invoiceHasNoLine("F-1")]
    ),
  ]

  @Test(arguments: faults.indices) func whatDoesNotAddUpIsRefused(_ index: Int) throws {
    let (old, new, expected) = Self.faults[index]
    let text = Self.sale.replacing(old, with: new)
    #expect(text != Self.sale)
    let invoice = try #require(try read(text).first)
    do {
      try invoice.check()
      #expect(Bool(false), "nothing refused")
    } catch let refusals as Refusals {
      #expect(refusals.all.map { $0 as? InvoiceRefusal } == expected)
    }
  }

  @Test func aCentOfRoundingIsTheIssuersOwn() throws {
    let text = Self.sale.replacing("cents = 71347", with: "cents = 71348")
      .replacing("76347", with: "76348")
    try read(text).first?.check()
  }

  static let table = """
    number,date,contract,first,last,kwh,eur_per_kwh,cents,vat_percent,vat_cents,total_cents
    F-2,2025-02-01,vente,2025-01-01,2025-01-31,"100,5",0.15,1508,20,302,2170
    F-2,2025-02-01,vente,2025-01-01,2025-01-31,,,300,20,60,2170
    F-3,2025-03-01,vente,2025-02-01,2025-02-28,10,0.15,150,20,30,180

    """

  private func readTable(_ text: String) throws -> [Invoice] {
    let faults = Faults()
    let found = try Invoice.read(table: Array(text.utf8), file: "f.csv", faults)
    try faults.check()
    return found.map(\.invoice)
  }

  @Test func rowsOfOneNumberAreOneInvoice() throws {
    let invoices = try readTable(Self.table)
    #expect(invoices.map(\.number) == ["F-2", "F-3"])
    #expect(invoices[0].lines.map(\.kind) == [.energy, .other])
    #expect(invoices[0].lines[0].energy == WattHours(100_500))
    #expect(invoices[0].taxes == [.init(rate: Ratio(1, 5), base: Cents(1_808), amount: Cents(362))])
    for invoice in invoices { try invoice.check() }
  }

  static let tableFaults: [(String, String, InvoiceRefusal)] = [
    ("F-3,2025-03-01", "F-2,2025-03-01", .rowsOfInvoiceDiffer("date")),
    (",300,20,60,2170", ",300,20,60,2171", .rowsOfInvoiceDiffer("total_cents")),
    (",300,20,60,2170", ",3OO,20,60,2170", .fieldIsMalformed("cents", "3OO")),
    ("F-3,2025-03-01", ",2025-03-01", .fieldIsMissing("number")),
  ]

  @Test(arguments: tableFaults.indices) func aFaultyTableIsRefused(_ index: Int) throws {
    let (old, new, expected) = Self.tableFaults[index]
    do {
      _ = try readTable(Self.table.replacing(old, with: new))
      #expect(Bool(false), "nothing refused")
    } catch let refusals as Refusals {
      #expect(
        refusals.all.contains { ($0 as? Located)?.reason as? InvoiceRefusal == expected },
        "\(refusals)")
    }
  }

  @Test func rowsOfOneInvoiceStandTogether() throws {
    let text =
      Self.table + "F-2,2025-02-01,vente,2025-01-01,2025-01-31,,,300,20,60,2170\n"
    do {
      _ = try readTable(text)
      #expect(Bool(false), "nothing refused")
    } catch let refusals as Refusals {
      #expect(
        refusals.all.compactMap { ($0 as? Located)?.reason as? InvoiceRefusal }
          == [.rowsOfInvoiceDiffer("number")])
    }
  }
}
