import Agreements
import Journal
import Testing
import Text
import Units

@testable import Bookings

/// What no loan can be, and what becomes of it over time.
@Suite struct LoanFaultTests {
  typealias Case = LoanModelTests.Case

  @Test func aStepBelowTheInterestIsRefused() throws {
    var one = Case(method: "stepped", rate: "0.12", principal: 10_000_000, count: 24)
    one.steps = [(1, 500_000), (7, 10_000)]
    // After six steps 7 538 911 is owed, a hundredth of which a step of 100 € does not pay.
    let found = try one.loan().faults()
    #expect(found.count == 17)
    #expect(
      found.first
        == .stepDoesNotPayInterest(
          loan: "bank", number: 7, paid: Cents(10_000), interest: Cents(75_392)))
    one.steps = [(1, 500_000), (7, 100_000)]
    #expect(try one.loan().faults() == [])
  }

  /// On the day before, on and after the days that count: what is left then, or why nothing is.
  static let repayments: [(day: String, cents: Int64, left: Int64?)] = [
    ("2024-01-15", 1, 0), ("2024-01-16", 1_200_000, nil), ("2024-01-16", 1_200_001, 1_200_000),
    ("2024-02-15", 1_100_001, 1_100_000), ("2024-02-15", 1_100_000, nil),
    ("2024-12-20", 100_001, 100_000), ("2025-01-14", 100_000, nil), ("2025-01-15", 1, 0),
  ]

  @Test(arguments: repayments)
  func noMoreIsRepaidThanIsOwed(_ day: String, _ cents: Int64, _ left: Int64?) throws {
    var one = Case(method: "constant-capital", principal: 1_200_000, count: 12)
    one.repayments = [(day, cents, "shorter")]
    let faults = try one.loan().faults()
    let expected = try left.map { left in
      LoanRefusal.repaymentDoesNotFit(
        loan: "bank", try Day(day), asked: Cents(cents), left: Cents(left))
    }
    #expect(faults == [expected].compactMap(\.self))
  }

  /// Repaid in full, it ends: the interest since the last instalment is paid with it.
  @Test func aLoanRepaidInFullIsOver() throws {
    var one = Case(method: "constant-capital", rate: "0.036", principal: 1_200_000, count: 12)
    one.repayments = [("2024-03-25", 1_000_000, "shorter")]
    let rows = try one.loan().schedule()
    #expect(rows.map(\.number) == [1, 2, 0] && rows.last?.left == .zero)
    // Ten days of thirty on 10 000 €: 36 € a month.
    #expect(rows.last?.interest == Cents(1_000))
  }

  /// The same instalments end sooner, or smaller ones when they would have.
  @Test(arguments: [("shorter", 109, 90_000), ("smaller", 121, 80_966)])
  func whatFollowsIsShorterOrSmaller(_ effect: String, _ rows: Int, _ most: Int64) throws {
    var one = Case(rate: "0.03", principal: 10_000_000, count: 120)
    one.repayments = [("2024-06-20", 1_000_000, effect)]
    let table = try one.loan().schedule()
    let last = table.last { $0.number > 0 }
    if effect == "smaller" {
      #expect(table.count == rows && last?.number == 120)
      #expect(table[10].total < Cents(96_561) && table[10].total > Cents(most))
    } else {
      #expect(table.count < 121 && table.count >= rows - 2)
      #expect(table[10].total == Cents(96_561))
    }
  }

  /// What joins the principal is no money: it leaves the bank alone.
  @Test func deferredInterestJoinsThePrincipal() throws {
    var one = Case(rate: "0.12", principal: 1_000_000, count: 6, deferral: "total", deferred: 2)
    let loan = try one.loan()
    #expect(try loan.schedule().prefix(2).map(\.left) == [Cents(1_010_000), Cents(1_020_100)])
    let drafts = try Accrual.instalments(of: loan, from: "512100", in: month("2024-02"))
    #expect(drafts.map(\.journal) == [.miscellaneous])
    #expect(try balances(drafts) == ["164800": 10_000, "164000": -10_000])
    one.insurance = 300
    let insured = try Accrual.instalments(of: try one.loan(), from: "512100", in: month("2024-02"))
    #expect(insured.map(\.journal) == [.bank])
    #expect(
      try balances(insured)
        == ["164800": 10_000, "164000": -10_000, "616000": 300, "512100": -300])
  }

  /// A broken first interval changes its interest, and no principal.
  @Test(arguments: ["2024-01-01", "2024-01-15", "2023-11-15"])
  func aBrokenFirstIntervalChangesNoPrincipal(_ drawn: String) throws {
    for method in ["constant-annuity", "constant-capital"] {
      let even = try Case(method: method, rate: "0.05", count: 360).loan().schedule()
      let broken = try Case(method: method, rate: "0.05", drawn: drawn, count: 360).loan()
        .schedule()
      #expect(broken.map(\.principal) == even.map(\.principal))
      #expect(broken.dropFirst().map(\.interest) == even.dropFirst().map(\.interest))
      let days = Accrual.days360(from: try Day(drawn), to: try Day("2024-02-15"))
      #expect(abs(broken[0].interest.units * 30 - even[0].interest.units * Int64(days)) <= 60)
    }
  }

  @Test func promisesAreRemindedOf() throws {
    let table: JSON = [
      "id": "bank", "lender": "bank", "principal_cents": 100, "drawn": "2024-01-15",
      "method": "constant-annuity", "rate": "0", "instalments": 24, "first_due": "2024-02-15",
      "day_count": "30/360",
      "covenant": [["name": "DSCR", "first": "2024-06-30", "every_months": 6]],
    ]
    var dossier = Dossier()
    dossier.take(.loan, TableReader(table, faults: Faults()))
    let year = Period(first: try Day("2024-07-01"), last: try Day("2030-01-01"))
    let dates = try dossier.dueDates(in: year, terms: [:], knownOn: year.first)
      .filter { $0.kind == .covenant }
    // Until the last instalment, on 15 January 2026.
    #expect(dates.map(\.day.description) == ["2024-12-30", "2025-06-30", "2025-12-30"])
    #expect(dates.allSatisfy { $0.subject == "bank · DSCR" && $0.party == "bank" })
    let days: [(day: String, count: Int)] = [
      ("2024-04-29", 0), ("2024-04-30", 1), ("2024-06-30", 1), ("2024-07-01", 0),
    ]
    for (day, count) in days {
      let alerts = dossier.roofAlerts(on: try Day(day), terms: [:])
      #expect(alerts.map(\.kind) == Array(repeating: .covenantIsDue, count: count), "\(day)")
    }
    // Whoever closes a month is told what fell due in it, too.
    for (day, count) in [("2024-06-30", 1), ("2024-07-31", 0), ("2024-12-31", 1)] {
      let last = try Day(day)
      let alerts = dossier.roofAlerts(on: last, terms: [:], since: last.month.first)
      #expect(alerts.count == count, "\(day)")
    }
  }
}
