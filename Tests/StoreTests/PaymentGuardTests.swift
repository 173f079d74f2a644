import GRDB
import Journal
import Membership
import Payments
import Store
import Testing
import Units

/// What is paid to members defends itself, and is read back as it was written.
@Suite struct PaymentGuardTests {
  private static let kept = ["attestation", "payment_batch", "payment_return", "tax_return"]

  /// A book in which a dividend was paid, came back, and was declared.
  private func paid() throws -> (filled: FilledBook, batch: PaymentBatch) {
    let filled = try FilledBook()
    let number = try MemberNumber("M0002")
    let day = try Day("2025-02-10")
    let batch = try filled.book.write(at: FilledBook.now) { page in
      var identity = Identity()
      identity.lastName = "Petit"
      let member = Member(
        number: number, kind: .person, college: try CollegeID("companies"),
        joined: try Day("2025-01-02"))
      _ = try page.record(member, identity)
      try page.post(
        Entry(
          checking: DraftEntry(
            key: "D-1", date: try Day("2025-02-03"), journal: .miscellaneous, voucher: "D-1",
            voucherDate: try Day("2025-02-03"), label: "Dividende", origin: "essai",
            postings: [
              .debit("110000", Cents(12_345)),
              .credit("457000", Cents(12_345), Analysis(auxiliary: "member:M0002")),
            ])))
      let dues = try page.reader.owed(on: ["457000"], by: day).map { owed in
        Due(
          member: owed.member, account: owed.account, balance: owed.balance, returned: .zero,
          status: .person)
      }
      let batch = try PaymentBatch.paying(
        dues, reference: "DIV-1", kind: .dividend, on: day
      ).batch
      _ = try page.record(batch)
      _ = try page.record(returned: batch.payments[0], of: batch, reason: "AC04", on: day.next)
      _ = try page.record(MonthlyReturn(day.month, [batch]), paidOn: try Day("2025-03-17"))
      _ = try page.record(
        Attestation(member: number, kind: .dividend, year: 2026, received: day, paper: nil))
      return batch
    }
    return (filled, batch)
  }

  @Test func `a batch is read back as it was written, and what came back is owed again`() throws {
    let (filled, batch) = try paid()
    try filled.book.read { page in
      #expect(try page.paymentBatches().map(\.batch) == [batch])
      #expect(try page.returnedPayments().map(\.payment) == ["DIV-1-M0002"])
      #expect(try page.isDeclared(batch.paidOn.month) && page.knowsBatch("DIV-1"))
      let owed = try page.owed(on: ["457000"], by: Day("2025-12-31"))
      #expect(owed.map(\.balance) == [batch.net])
      // On the day before it came back, nothing more may be paid.
      #expect(try page.owed(on: ["457000"], by: batch.paidOn) == [])
    }
  }

  @Test(arguments: kept) func `rows of payments are neither changed, deleted nor replaced`(
    table: String
  ) throws {
    let filled = try paid().filled
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

  @Test func `no payment joins a month that is declared`() throws {
    let filled = try paid().filled
    #expect(
      filled.refusal(
        of: """
          INSERT INTO payment_batch
          SELECT 'DIV-2', kind, paid_on, body, (SELECT min(id) FROM entry), 0,
            (SELECT position FROM leaf WHERE kind = 'fact') FROM payment_batch
          """) == "month-is-declared")
  }
}
