import Agreements
import Intake
import Membership
import Store
import TestSupport
import Testing
import Units

/// What of an advance's interest the company may deduct.
@Suite struct LendingTests {
  @Test func `while capital is unpaid nothing is deductible`() throws {
    let tiny = try TinyBook(.shares)
    let year = 2025
    #expect(try tiny.book.read { try $0.capitalIsReleased(in: year) })
    let statutes = TinyBook.file(
      "s.toml",
      """
      format = "soleil-statutes/1"
      [shares]
      release_percent = 50
      resolution = "AGE 2025"
      valid_from = 2025-02-01
      """)
    _ = try apply([statutes], to: tiny.book, now: Tiny.now)
    let half = TinyBook.file(
      "m.csv",
      """
      date,kind,member,shares,amount_cents,reference,due
      2025-03-01,subscription,M0002,2,5000,HALF,2025-09-01

      """)
    _ = try importShares(half, to: tiny.book, now: Tiny.now)
    #expect(try !tiny.book.read { try $0.capitalIsReleased(in: year) })
    #expect(try tiny.book.read { try $0.capitalIsReleased(in: year - 1) })
  }
}
