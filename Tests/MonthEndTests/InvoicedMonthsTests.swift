import Intake
import Invoices
import Journal
import MonthEnd
import Store
import TestSupport
import Testing
import Units

/// Invoices of the tiny cooperative between its closings, held against plain arithmetic.
@Suite struct InvoicedMonthsTests {
  static func file(_ text: String, _ name: String = "facture.toml") -> InputFile {
    InputFile(path: name, bytes: Array(text.utf8))
  }

  static func sale(
    _ number: String, on day: String, _ first: String, _ last: String, wh: Int64, cents: Int64,
    more: String = ""
  ) -> InputFile {
    let kwh = "\(wh / 1000).\(String(wh % 1000 + 1000).dropFirst())"
    return file(
      """
      format = "soleil-invoice/1"
      [[invoice]]
      number = "\(number)"
      date = \(day)
      contract = "oa-nord"
      first = \(first)
      last = \(last)
      mandate = "M-1"
      \(more)
      lines = [{ kwh = "\(kwh)", cents = \(cents) }]
      total_cents = \(cents)

      """)
  }

  /// The energy of the northern roof, and its cents at 0.1151 €.
  static func energy(_ first: String, _ last: String) throws -> Int64 {
    try Period(first: Day(first), last: Day(last)).days.reduce(0) { $0 + Tiny.energy("nord-1", $1) }
  }

  static func cents(_ wattHours: Int64) -> Int64 { (wattHours * 1151 * 2 + 100_000) / 200_000 }

  private func close(_ open: OpenBook, _ month: Int) throws {
    _ = try open.monthEnd.close(
      Month(year: 2025, monthOfYear: month), signer: TestSigner.shared.get())
  }

  private func take(_ file: InputFile, _ open: OpenBook, late: Bool = false) throws -> TakenInvoice
  {
    try #require(
      try importInvoices([file], to: open.book, now: OpenBook.now, late: late).first)
  }

  private func balance(_ open: OpenBook, _ account: String, _ contract: String) throws -> Int64 {
    try open.book.read { try $0.accrued(on: account, contract: contract).balance.units }
  }

  @Test func `accruals and true-up make the invoice, across closed and open months`() throws {
    let open = try OpenBook.tiny()
    try close(open, 1)
    let january = Self.cents(try Self.energy("2025-01-01", "2025-01-31"))
    let rest = Self.cents(try Self.energy("2025-01-14", "2025-01-31"))
    #expect(try balance(open, "418100", "oa-nord") == january)
    // The anniversary falls on the 14th: what comes after it waits for the next invoice.
    let first = try take(
      Self.sale(
        "F-1", on: "2025-02-05", "2024-07-14", "2025-01-13", wh: 9_000_000, cents: 103_590), open)
    let trueUp = try #require(first.record.trueUp)
    #expect(first.isNew && trueUp.accrued.units == january - rest && trueUp.pending == .zero)
    #expect(trueUp.difference.units == 103_590 - (january - rest))
    #expect(try balance(open, "418100", "oa-nord") == rest)
    try close(open, 2)
    let february = Self.cents(try Self.energy("2025-02-01", "2025-02-28"))
    let measured = try Self.energy("2025-01-14", "2025-03-10")
    let second = try take(
      Self.sale(
        "F-2", on: "2025-03-12", "2025-01-14", "2025-03-10", wh: measured + 20_000,
        cents: Self.cents(measured + 20_000)), open)
    let next = try #require(second.record.trueUp)
    let march = Self.cents(try Self.energy("2025-03-01", "2025-03-10"))
    #expect(next.accrued.units == rest + february && next.pending.units == march)
    #expect(next.measured.units == measured)
    #expect(next.accrued + next.pending + next.difference == next.invoiced)
    // 20 kWh more than we measured, at our price; the cent left is roundings.
    #expect(try next.byEnergy().units == 230 && abs(next.byPrice().units) <= 2)
    #expect(try balance(open, "418100", "oa-nord") == 0)
    // The rest of March alone is accrued by its closing.
    try close(open, 3)
    #expect(
      try balance(open, "418100", "oa-nord")
        == Self.cents(Self.energy("2025-03-11", "2025-03-31")))
    // Sales in all: the two invoices and what is not invoiced yet.
    let sold = try balance(open, "701000", "oa-nord")
    #expect(
      try -sold == 103_590 + Self.cents(measured + 20_000)
        + Self.cents(Self.energy("2025-03-11", "2025-03-31")))
  }

  @Test func `the same invoice twice changes nothing, another of its number is refused`() throws {
    let open = try OpenBook.tiny(months: 1)
    try close(open, 1)
    let file = Self.sale(
      "F-1", on: "2025-02-05", "2025-01-01", "2025-01-13", wh: 1_000, cents: 12)
    let first = try take(file, open)
    let second = try take(file, open)
    #expect(!second.isNew && second.entry == first.entry)
    let other = Self.sale(
      "F-1", on: "2025-02-05", "2025-01-01", "2025-01-13", wh: 1_000, cents: 13)
    #expect(refusals(other, open) == [.invoiceIsAnother("F-1", entry: first.entry.description)])
    // Reversed, it counts no more, and the right one takes its place.
    _ = try reverse(first.entry, in: open.book, now: OpenBook.now, reason: "montant")
    #expect(try balance(open, "418100", "oa-nord") > 0)
    let third = try take(other, open)
    #expect(third.isNew && third.entry != first.entry)
    let attached = try open.book.read { try $0.attachments(of: third.entry) }
    #expect(attached.map(\.name) == ["facture.toml"])
  }

  @Test func `a correction bears on the period of the invoice it names`() throws {
    let open = try OpenBook.tiny(months: 1)
    try close(open, 1)
    _ = try take(
      Self.sale("F-1", on: "2025-02-05", "2025-01-01", "2025-01-13", wh: 1_000, cents: 12), open)
    let before = try balance(open, "418100", "oa-nord")
    let taken = try take(
      Self.file(
        """
        [[invoice]]
        number = "AV-1"
        date = 2025-02-06
        contract = "N-1"
        first = 2025-01-01
        last = 2025-01-13
        corrects = "F-1"
        lines = [{ cents = -5 }]
        total_cents = -5
        """), open)
    #expect(taken.record.trueUp?.difference == Cents(-5))
    #expect(try balance(open, "418100", "oa-nord") == before)
  }

  private func refusals(_ file: InputFile, _ open: OpenBook) -> [InvoiceRefusal] {
    do {
      _ = try importInvoices([file], to: open.book, now: OpenBook.now, rehearsing: true)
      return []
    } catch let refusals as Refusals {
      return refusals.all.compactMap { ($0 as? Located)?.reason as? InvoiceRefusal }
    } catch { return [] }
  }

  @Test func `what an invoice may not say is refused by name`() throws {
    let open = try OpenBook.tiny(months: 1)
    try close(open, 1)
    func sale(_ changes: (String, String)...) -> InputFile {
      var text = String(
        decoding: Self.sale(
          "F-9", on: "2025-02-05", "2025-01-01", "2025-01-13", wh: 1_000, cents: 12
        ).bytes, as: UTF8.self)
      for (old, new) in changes { text = text.replacing(old, with: new) }
      return Self.file(text)
    }
    #expect(refusals(sale(), open) == [])
    let cases: [(InputFile, InvoiceRefusal)] = [
      (sale(("oa-nord", "oa-ouest")), .contractIsUnknown("oa-ouest")),
      (
        sale(("mandate = \"M-1\"", "party = \"ville\"")),
        .partyIsNotOfTheContract("ville", contract: "oa-nord")
      ),
      (
        sale(("contract = \"oa-nord\"", "party = \"personne\"")), .partyIsUnknown("personne")
      ),
      (sale(("first = 2025-01-01\nlast = 2025-01-13\n", "")), .periodIsMissing("F-9")),
      (
        sale(("2025-01-01", "2019-01-01")),
        .contractIsNotInForce(
          "oa-nord", Period(first: try Day("2019-01-01"), last: try Day("2025-01-13")))
      ),
      (
        sale(("2025-01-01", "2025-01-02")),
        .periodIsOutOfTurn(
          "F-9", expected: try Day("2025-01-01"), told: try Day("2025-01-02"))
      ),
      (
        sale(("2025-02-05", "2025-04-05"), ("2025-01-13", "2025-03-13")),
        InvoiceRefusal.earlierMonthIsOpen("F-9", try Month("2025-02"))
      ),
      (
        sale(
          (
            "total_cents = 12",
            "vat = [{ percent = \"20\", base_cents = 12, cents = 2 }]\ntotal_cents = 14"
          )),
        .vatDoesNotFitTheContract("F-9", contract: "oa-nord", Cents(2), expected: .zero)
      ),
      (sale(("mandate = \"M-1\"", "corrects = \"F-0\"")), .correctedIsUnknown("F-0")),
      (
        Self.file(
          """
          [[invoice]]
          kind = "purchase"
          number = "A-1"
          date = 2025-02-05
          party = "ville"
          lines = [{ cents = 100 }]
          total_cents = 100
          """), .accountIsMissing("A-1", line: 1)
      ),
      (
        Self.file(
          """
          [[invoice]]
          kind = "purchase"
          number = "A-1"
          date = 2025-02-05
          party = "ville"
          lines = [{ cents = 100, account = "281534" }]
          total_cents = 100
          """), .accountIsNoCharge("281534")
      ),
    ]
    #expect(refusals(Self.file("%PDF", "facture.pdf"), open) == [.fileIsNoInvoice("facture.pdf")])
    for (file, expected) in cases {
      #expect(refusals(file, open) == [expected], "\(String(decoding: file.bytes, as: UTF8.self))")
    }
  }

  @Test func `the VAT that we owe in a supplier's place is declared and costs nothing`() throws {
    let open = try OpenBook.tiny(months: 1)
    let works = Self.file(
      """
      [[invoice]]
      kind = "purchase"
      number = "ST-1"
      date = 2025-01-20
      party = "ville"
      lines = [{ cents = 123457, account = "615500" }]
      reverse_charge = [{ percent = "20", base_cents = 123457, cents = 24691 }]
      total_cents = 123457
      """)
    _ = try importInvoices([works], to: open.book, now: OpenBook.now, late: false)
    try close(open, 1)
    let january = Month(year: 2025, monthOfYear: 1)
    let declared = try declareVAT(
      of: january.period, refund: .zero, on: Day("2025-02-15"), in: open.book, now: OpenBook.now)
    #expect(declared.form.selfAssessed == [Ratio(1, 5): Cents(123_457)])
    #expect(declared.form.collected == Cents(24_691))
    #expect(declared.form.deductible == Cents(24_691))
  }

  @Test func `a number that two contracts share names neither`() throws {
    let open = try OpenBook.tiny(months: 1)
    let facts = Tiny.contracts.replacing("number = \"S-1\"", with: "number = \"N-1\"")
    _ = try apply([Self.file(facts, "c.toml")], to: open.book, now: OpenBook.now)
    let file = Self.sale("F", on: "2025-01-20", "2025-01-01", "2025-01-13", wh: 1_000, cents: 12)
    let text = String(decoding: file.bytes, as: UTF8.self).replacing("oa-nord", with: "N-1")
    #expect(refusals(Self.file(text), open) == [.contractNumberIsShared("N-1")])
  }

  @Test func `a rent invoiced in advance is spread, one in arrears trues up 4081`() throws {
    let open = try OpenBook.tiny()
    try close(open, 1)
    let accrued = -(try balance(open, "408100", "titre-nord"))
    #expect(accrued == 1716)  // 202.00 € a year, 31 days of 365.
    let taken = try take(
      Self.file(
        """
        [[invoice]]
        kind = "purchase"
        number = "TITRE-1"
        date = 2025-02-03
        contract = "titre-nord"
        first = 2025-01-01
        last = 2025-12-31
        lines = [{ cents = 20500 }]
        total_cents = 20500
        """), open)
    let charge = try #require(taken.record.charges.first)
    // 31 days of 205.00 € are 17.41 €, of which 17.16 € were known.
    #expect(charge.accrued == Cents(1716) && charge.charged == Cents(25))
    #expect(charge.prepaid == Cents(20_500 - 1_741))
    try close(open, 2)
    try close(open, 3)
    #expect(try balance(open, "408100", "titre-nord") == 0)
    // 59 of the 334 days that were paid in advance.
    #expect(try balance(open, "613200", "titre-nord") == 1_741 + (18_759 * 59 * 2 + 334) / 668)
  }

  @Test func `VAT is declared once, of closed months, in whole euros`() throws {
    let open = try OpenBook.tiny(months: 1)
    let purchase = Self.file(
      """
      [[invoice]]
      kind = "purchase"
      number = "A-1"
      date = 2025-01-20
      party = "ville"
      lines = [{ cents = 500000, account = "215340", site = "nord" }, { cents = 10003, account = "615600" }]
      vat = [{ percent = "20", base_cents = 510003, cents = 102001 }]
      total_cents = 612004
      """)
    _ = try take(purchase, open)
    let january = try Month("2025-01").period
    func declare(_ period: Period, _ refund: Int64) throws -> DeclaredVAT {
      try declareVAT(
        of: period, refund: Cents(refund), on: Day("2025-02-20"), in: open.book, now: OpenBook.now)
    }
    #expect(throws: InvoiceRefusal.periodIsOpen(january)) { try declare(january, 0) }
    try close(open, 1)
    let half = Period(first: january.first, last: try Day("2025-01-15"))
    #expect(throws: InvoiceRefusal.periodIsNotOfMonths(half)) { try declare(half, 0) }
    #expect(throws: InvoiceRefusal.refundExceedsTheCredit(Cents(110_000), credit: Cents(102_000))) {
      try declare(january, 110_000)
    }
    let declared = try declare(january, 80_000)
    #expect(declared.isNew && declared.form.credit == Cents(102_000))
    #expect(try !declare(january, 80_000).isNew)
    #expect(throws: InvoiceRefusal.vatIsDeclared(january)) { try declare(january, 0) }
    let position = try open.book.read { try $0.vatPosition(of: Month("2025-02").period) }
    #expect(position.carriedIn == Cents(22_000) && position.credit == Cents(22_000))
  }

  @Test func `a period in which nothing moved the VAT has no return`() throws {
    let open = try OpenBook.tiny(months: 1)
    try close(open, 1)
    let january = try Month("2025-01").period
    #expect(throws: InvoiceRefusal.nothingToDeclare(january)) {
      try declareVAT(
        of: january, refund: .zero, on: Day("2025-02-20"), in: open.book, now: OpenBook.now)
    }
  }
}
