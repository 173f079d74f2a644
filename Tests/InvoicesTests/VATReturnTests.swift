import Invoices
import Journal
import Testing
import Units

@Suite struct VATReturnTests {
  private func form(
    _ balances: [String: Int64], refund: Int64 = 0, _ month: String = "2025-03"
  ) throws -> VATReturn {
    VATReturn(
      try Month(month).period, taxed: [:], reverseCharged: .zero,
      balances: balances.mapValues(Cents.init), refund: Cents(refund))
  }

  /// Balances at the period's end, and what the entry does to every account.
  static let cases: [(balances: [String: Int64], refund: Int64, entry: [String: Int64])] = [
    (
      ["445710": -50_049, "445660": 20_051],
      0, ["445710": 50_049, "445660": -20_051, "445510": -29_900, "758000": -98]
    ),
    (
      ["445660": 149_999, "445620": 8_000_00],
      0, ["445660": -149_999, "445620": -8_000_00, "445670": 9_500_00, "758000": -1]
    ),
    (
      ["445660": 100_00, "445620": 8_000_00, "445670": 1_000_00], 9_000_00,
      [
        "445660": -100_00, "445620": -8_000_00, "445670": -900_00, "445830": 9_000_00,
      ]
    ),
  ]

  @Test(arguments: cases.indices) func accountsAreSettledInWholeEuros(_ index: Int) throws {
    let (balances, refund, expected) = Self.cases[index]
    let form = try form(balances, refund: refund)
    try form.checkRefund()
    let draft = form.entry(
      balances.mapValues(Cents.init), on: try Day("2025-04-20"), again: 0)
    var found: [String: Int64] = [:]
    for line in try Entry(checking: draft).draft.postings {
      found[line.account, default: 0] += line.debit - line.credit
    }
    #expect(found == expected)
    #expect([form.due, form.credit, form.carriedOut].allSatisfy { $0.units % 100 == 0 })
    #expect(try VATReturn(form.json) == form)
  }

  @Test func aRefundIsWithinTheCreditAndTheLaw() throws {
    let balances: [String: Int64] = ["445660": 800_00]
    #expect(throws: InvoiceRefusal.refundExceedsTheCredit(Cents(801_00), credit: Cents(800_00))) {
      try form(balances, refund: 801_00).checkRefund()
    }
    #expect(throws: InvoiceRefusal.refundIsTooSmall(Cents(759_99), least: Cents(760_00))) {
      try form(balances, refund: 759_99).checkRefund()
    }
    try form(balances, refund: 760_00).checkRefund()
    // With the return of December 150 € are enough.
    try form(balances, refund: 150_00, "2025-12").checkRefund()
    #expect(throws: InvoiceRefusal.refundIsTooSmall(Cents(149_99), least: Cents(150_00))) {
      try form(balances, refund: 149_99, "2025-12").checkRefund()
    }
  }
}
