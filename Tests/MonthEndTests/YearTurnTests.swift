import Closing
import Foundation
import GRDB
import Intake
import Journal
import MonthEnd
import Seal
import Store
import TestSupport
import Testing
import Units
import YearEnd

/// A fiscal year closes after its months, before the next one begins, and once.
@Suite struct YearTurnTests {
  @Test func `a year with an open month or a draft does not close`() throws {
    let year = try TurnedYear(closed: 1, yearClosed: false)
    try year.raw.write { db in
      try db.execute(
        sql: """
          INSERT INTO draft (key, date, body, origin, recorded_at)
          VALUES ('D', '2025-02-03', '{}', '', 1)
          """)
    }
    #expect(
      codes { _ = try year.turn.close("2025") } == ["month-is-still-open", "drafts-are-left"])
    #expect(codes { _ = try year.turn.close("2024") } == ["year-is-unknown"])
    #expect(
      codes { _ = try year.turn.close("2026") } == ["earlier-year-is-open", "month-is-still-open"])
  }

  @Test func `the next year waits for the year before`() throws {
    let year = try TurnedYear(yearClosed: false)
    let checklist = try year.open.monthEnd.checklist(TurnedYear.march)
    #expect(checklist.failures.map(\.check) == [.yearClosed])
    #expect(checklist.failures.first?.subject == "2025")
    #expect(codes { try year.close(TurnedYear.march) } == ["checklist-stands-in-the-way"])
    _ = try year.turn.close("2025")
    try year.close(TurnedYear.march)
    let states = try year.turn.years()
    #expect(states.map(\.year.name) == ["2025", "2026"])
    #expect(states.map(\.stage) == [.closed, .open])
    #expect(states.map(\.months) == [2, 12] && states.map(\.closedMonths) == [2, 1])
  }

  @Test func `the opening entry restates what raw SQL adds up`() throws {
    let year = try TurnedYear(yearClosed: false)
    let closed = try year.turn.close("2025")
    // A withdrawal of March was recorded before.
    #expect(closed.entry?.description == "2026/2")
    let place = "account || ' ' || coalesce(auxiliary, site, '')"
    var expected = try year.sums(
      """
      SELECT \(place), sum(debit) - sum(credit) AS left FROM posting
      JOIN entry ON id = entry WHERE date <= '2025-02-28' AND account < '6' AND journal <> 'AN'
      GROUP BY 1 HAVING left <> 0
      """)
    let result = try year.sums(
      """
      SELECT 'result', sum(credit) - sum(debit) FROM posting JOIN entry ON id = entry
      WHERE date <= '2025-02-28' AND account BETWEEN '6' AND '8'
      """)["result"]
    let profit = try #require(result)
    #expect(profit > 0 && closed.result == Cents(profit))
    expected["120000 "] = -profit
    let restated = try year.sums(
      """
      SELECT \(place), sum(debit) - sum(credit) FROM posting JOIN entry ON id = entry
      WHERE restates AND date = '2025-03-01' GROUP BY 1
      """)
    #expect(restated == expected)
    // It moves nothing: the balances are those of the day before.
    let accounts = try year.open.book.read { page in
      try page.accounts(over: Period(first: Day("2025-03-01"), last: Day("2025-03-01")))
    }
    #expect(accounts.filter { $0.unit == .cents }.allSatisfy { $0.debit == 0 && $0.credit == 0 })
  }

  @Test func `a year closes once, and a rehearsal leaves no trace`() throws {
    let year = try TurnedYear(yearClosed: false)
    let before = try year.dump()
    let rehearsed = try year.turn.close("2025", rehearsing: true)
    #expect(rehearsed.isNew)
    #expect(try year.dump() == before)
    let first = try year.turn.close("2025")
    let after = try year.dump()
    let second = try year.turn.close("2025")
    #expect(first.isNew && !second.isNew && second.entry == first.entry)
    #expect(second.opening == first.opening && second.result == first.result)
    #expect(try year.dump() == after)
  }
}

/// A result is appropriated whole or not at all, once, with its papers.
@Suite struct AppropriatingTests {
  private static let dividend = "dividend_per_share = \"0.50\"\npayment_date = 2025-04-15"

  @Test func `an appropriation empties the result and owes the dividend to the members`() throws {
    let year = try TurnedYear()
    let done = try year.appropriate(Self.dividend)
    #expect(done.isNew && done.entry?.description == "2026/3")
    let sheet = try year.open.book.read { try $0.balanceSheet(on: try Day("2025-03-20")) }
    let result = try year.turn.years()[0].result
    var left: [String: Int64] = [:]
    for standing in sheet { left[standing.account, default: 0] += standing.balance.units }
    #expect(left["120000"] == 0)
    let reserve = (result.units + 19) / 20
    let paid = done.dividends.reduce(Int64(0)) { $0 + $1.due.units }
    #expect(left["106100"] == -reserve && left["457000"] == -paid)
    #expect(left["110000"] == reserve + paid - result.units)
    // M0001 held 70 shares for 58 of the 59 days, at half a euro: 34.41 €.
    #expect(done.dividends.first?.amount == Cents(3_441))
    #expect(try year.turn.years()[0].stage == .appropriated)
  }

  @Test func `what the months intended stands beside what was decided`() throws {
    let year = try TurnedYear()
    let done = try year.appropriate(Self.dividend)
    let reconciliation = try #require(done.reconciliation)
    let intended = try year.sums(
      """
      SELECT account || coalesce(' ' || auxiliary, ''), sum(credit) - sum(debit) FROM posting
      JOIN entry ON id = entry WHERE date <= '2025-02-28' AND account IN ('934000', '935000')
      GROUP BY 1
      """)
    let decided = try year.sums(
      """
      SELECT account || coalesce(' ' || auxiliary, ''), sum(credit) - sum(debit) FROM posting
      JOIN entry ON id = entry WHERE key GLOB 'appropriation:*' AND NOT account GLOB '12*'
      GROUP BY 1
      """)
    for member in reconciliation.members {
      #expect(member.intended.units == intended["935000 member:\(member.name)"] ?? 0)
      #expect(member.decided.units == decided["457000 member:\(member.name)"] ?? 0)
    }
    let rows = Dictionary(
      uniqueKeysWithValues: reconciliation.totals.map { ($0.destination, $0) })
    func sum(_ sums: [String: Int64], _ account: String) -> Int64 {
      sums.filter { $0.key.hasPrefix(account) }.values.reduce(0, +)
    }
    #expect(rows[.members]?.intended.units == sum(intended, "935000"))
    #expect(rows[.members]?.decided.units == sum(decided, "457000"))
    #expect(rows[.legalReserve]?.decided.units == sum(decided, "1061"))
    #expect(rows[.carriedForward]?.decided.units == sum(decided, "110"))
    // Both sides share the whole result, so the differences cancel out.
    let result = try year.turn.years()[0].result
    #expect(rows[.total]?.intended == result && rows[.total]?.decided == result)
    let differences = reconciliation.totals.filter { $0.destination != .total }
    #expect(differences.contains { $0.difference != .zero })
    #expect(differences.reduce(Cents.zero) { $0 + $1.difference } == .zero)
  }

  @Test func `the same resolution changes nothing, another is refused`() throws {
    let year = try TurnedYear()
    try year.appropriate(Self.dividend)
    let after = try year.dump()
    let again = try year.appropriate(Self.dividend)
    #expect(!again.isNew && again.entry?.description == "2026/3")
    #expect(codes { try year.appropriate("") } == ["reference-is-taken"])
    #expect(codes { try year.appropriate("", "AG-2") } == ["year-is-appropriated"])
    #expect(try year.dump() == after)
  }

  @Test func `what is refused leaves no trace, nor does a rehearsal`() throws {
    let year = try TurnedYear()
    let before = try year.dump()
    let found = codes {
      try year.appropriate(
        "legal_reserve_cents = 1\ndividend_cents = 99999999\npayment_date = 2025-12-01",
        on: "2025-02-20")
    }
    #expect(
      found == [
        "meeting-is-too-early", "meeting-day-is-closed", "payment-is-too-late",
        "legal-reserve-is-too-low", "parts-do-not-make-the-result",
        "dividend-exceeds-the-distributable", "net-assets-are-too-low",
      ])
    #expect(try year.appropriate(Self.dividend, rehearsing: true).isNew)
    #expect(try year.dump() == before)
    let open = try TurnedYear(yearClosed: false)
    #expect(codes { try open.appropriate("") } == ["year-is-not-closed"])
  }

  @Test func `a meeting of a closed month is booked on the first open day`() throws {
    let year = try TurnedYear()
    try year.close(TurnedYear.march)
    #expect(codes { try year.appropriate("") } == ["meeting-day-is-closed"])
    let done = try year.appropriate("booked_on = 2025-04-01")
    let lines = try year.open.book.read {
      try $0.journal(over: Period(first: Day("2025-04-01"), last: Day("2025-04-01")))
    }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.entry.reference == done.entry })
    #expect(lines.allSatisfy { $0.voucherDate.description == "2025-03-20" })
    #expect(lines.allSatisfy { $0.entry.label.contains("2025-03-20") })
  }

  @Test func `an advance rests on its certified paper and is set off at the end`() throws {
    let year = try TurnedYear()
    let certified = """
      dividend_cents = 1001
      payment_date = 2025-03-15
      [certified_balance]
      file = "bilan.txt"
      auditor = "Cabinet fictif"
      date = 2025-02-28
      profit_cents = 20000
      """
    func advance(_ lines: String, _ reference: String = "ACOMPTE-1") throws -> Appropriated {
      try year.appropriate(
        lines, reference, on: "2025-03-10", kind: "interim", papers: ["bilan.txt": "bilan"])
    }
    #expect(
      codes { _ = try advance("dividend_cents = 1\npayment_date = 2025-03-15") }
        == ["certified-balance-is-missing"])
    #expect(
      codes { _ = try advance(certified.replacing("bilan.txt", with: "autre.txt")) }
        == ["file-cannot-be-opened"])
    #expect(
      codes { _ = try advance(certified.replacing("= 1001", with: "= 19001")) }
        == ["interim-exceeds-the-profit", "net-assets-are-too-low"])
    let paid = try advance(certified)
    #expect(paid.entry?.description == "2026/3" && paid.dividends.count == 3)
    // Capital of 110 shares, the certified profit, less the advance.
    #expect(paid.steps.last?.amount == Cents(550_000 + 20_000 - 1_001))
    #expect(try advance(certified).isNew == false)
    #expect(
      codes { _ = try advance(certified.replacing("= 1001", with: "= 18000"), "ACOMPTE-2") }
        == ["interim-exceeds-the-profit", "net-assets-are-too-low"])
    let papers = try year.raw.read {
      try Data.fetchAll($0, sql: "SELECT digest FROM attachment").map { Array($0) }
    }
    #expect(papers.count == 2 && papers.contains(sha256(Array("bilan".utf8)).bytes))
    #expect(
      codes { try year.appropriate("dividend_cents = 1000\npayment_date = 2025-04-15") }
        == ["dividend-is-below-the-interim"])
    let done = try year.appropriate("dividend_cents = 4000\npayment_date = 2025-04-15")
    #expect(done.dividends.reduce(0) { $0 + $1.due.units } == 2_999)
    let left = try year.sums(
      """
      SELECT account, sum(debit) - sum(credit) FROM posting JOIN entry ON id = entry
      WHERE NOT restates AND account IN ('120900', '457000') GROUP BY account
      """)
    #expect(left == ["120900": 0, "457000": -4_000])
  }

  /// What a hand with raw SQL tries, and the guard that holds.
  static let tampering = [
    ("UPDATE year_closing SET result_cents = 0", "year_closing-is-append-only"),
    ("DELETE FROM year_closing", "year_closing-is-append-only"),
    ("REPLACE INTO year_closing SELECT * FROM year_closing", "year_closing-is-append-only"),
    ("UPDATE appropriation SET reference = 'X'", "appropriation-is-append-only"),
    ("DELETE FROM appropriation", "appropriation-is-append-only"),
    ("REPLACE INTO appropriation SELECT * FROM appropriation", "appropriation-is-append-only"),
  ]

  @Test func `nobody changes what was closed and decided`() throws {
    let year = try TurnedYear()
    try year.appropriate(Self.dividend)
    for (sql, guardName) in Self.tampering {
      let found = #expect(throws: DatabaseError.self) {
        try year.raw.write { try $0.execute(sql: sql) }
      }
      #expect(found?.message == guardName, "\(sql)")
    }
  }
}
