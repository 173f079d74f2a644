import Agreements
import Intake
import Invoices
import Journal
import MonthEnd
import Store
import TestSupport
import Testing
import Units

/// A purchase contract that changes hands between two bills: what was accrued for the buyer that leaves
/// passes to the one that comes, and the invoice across the cut leaves nothing with either.
@Suite struct NovatedInvoiceTests {
  private static func facts(_ day: String) -> InputFile {
    let text = """
      [[party]]
      id = "repreneur"
      name = "Repreneur d'essai"
      valid_from = 2025-01-01
      [[novation]]
      id = "reprise"
      contracts = ["oa-nord"]
      on = \(day)
      from = "acheteur"
      to = "repreneur"
      act = "Avenant d'essai"

      """
    return InputFile(path: "reprise.toml", bytes: Array(text.utf8))
  }

  private static let months = (1...3).map { Month(year: 2025, monthOfYear: $0) }

  /// What 4181 holds of the contract for a party.
  private func held(_ open: OpenBook, _ party: String) throws -> Int64 {
    try open.book.read { page in
      try page.balances(ofContract: "oa-nord", party: party, before: Day("2026-01-01"))
        .filter { $0.account == "418100" }.reduce(0) { $0 + $1.amount.units }
    }
  }

  /// The day of the novation, the day of the invoice, how many months are closed before it.
  @Test(arguments: [
    ("2025-02-01", "2025-03-12", 2), ("2025-02-14", "2025-03-12", 2),
    ("2025-03-01", "2025-03-12", 2), ("2025-03-20", "2025-03-12", 2),
    ("2025-02-28", "2025-03-12", 2),
  ])
  func nothingIsLeftWithEitherBuyer(_ day: String, _ invoiced: String, _ closed: Int) throws {
    let open = try OpenBook.tiny()
    _ = try apply([Self.facts(day)], to: open.book, now: OpenBook.now)
    let signer = try TestSigner.shared.get()
    for month in Self.months.prefix(closed) { _ = try open.monthEnd.close(month, signer: signer) }
    let energy = try InvoicedMonthsTests.energy("2025-01-01", "2025-03-10")
    let cents = InvoicedMonthsTests.cents(energy) + 7
    let file = InvoicedMonthsTests.sale(
      "F-1", on: invoiced, "2025-01-01", "2025-03-10", wh: energy, cents: cents)
    let taken = try #require(
      try importInvoices([file], to: open.book, now: OpenBook.now, late: false).first)
    let trueUp = try #require(taken.record.trueUp)
    #expect(trueUp.accrued + trueUp.pending + trueUp.difference == trueUp.invoiced)
    #expect(trueUp.invoiced.units == cents)
    for month in Self.months.dropFirst(closed) {
      _ = try open.monthEnd.close(month, signer: signer)
    }
    // Whoever bills, the rest of March alone is left, and with the one that came.
    let rest = InvoicedMonthsTests.cents(try InvoicedMonthsTests.energy("2025-03-11", "2025-03-31"))
    #expect(try held(open, "acheteur") == 0)
    #expect(try held(open, "repreneur") == rest)
    // The trail: an entry on the day of the act that moves what was held, and its voucher.
    let entry = try open.book.read { try $0.entry(key: "novation:reprise") }
    if let entry {
      #expect(try entry.content.date == Day(day) && entry.content.voucher == "NOV-reprise")
    }
  }
}
