import Agreements
import Foundation
import Journal
import TestSupport
import Testing
import Text
import Units

@testable import Bookings

/// Every table against `LoanModel.py`, which shares nothing with us but the contract.
@Suite struct LoanModelTests {
  static let python = Judge.python(["fractions"])
  static let dayCounts = Loan.DayCount.allCases.map(\.rawValue)

  /// A loan as the model reads it.
  struct Case: CustomTestStringConvertible {
    var method = "constant-annuity"
    var dayCount = "30/360"
    var rate = "0.031"
    var principal: Int64 = 12_345_678
    var drawn = "2024-01-15"
    var first = "2024-02-15"
    var every = 1
    var count = 12
    var deferral = "none"
    var deferred = 0
    var insurance: Int64 = 0
    var steps: [(from: Int, sum: Int64)] = []
    var repayments: [(day: String, cents: Int64, effect: String)] = []

    var testDescription: String { line }
    var line: String {
      let steps = steps.map { "\($0.from):\($0.sum)" }.joined(separator: ",")
      let early = repayments.map { "\($0.day):\($0.cents):\($0.effect)" }.joined(separator: ",")
      return [
        method, dayCount, rate, "\(principal)", drawn, first, "\(every)", "\(count)", deferral,
        "\(deferred)", "\(insurance)", steps.isEmpty ? "-" : steps, early.isEmpty ? "-" : early,
      ].joined(separator: " ")
    }

    /// The loan as a file tells it, without fault.
    func loan() throws -> Loan {
      var members: [String: JSON] = [
        "id": "bank", "lender": "bank", "principal_cents": .integer(principal),
        "drawn": .string(drawn), "method": .string(method), "rate": .string(rate),
        "instalments": .integer(Int64(count)), "first_due": .string(first),
        "day_count": .string(dayCount), "every_months": .integer(Int64(every)),
        "deferral": .string(deferral), "deferred": .integer(Int64(deferred)),
        "insurance_cents": .integer(insurance),
      ]
      if !steps.isEmpty {
        members["step"] = .array(
          steps.map { ["from": .integer(Int64($0.from)), "instalment_cents": .integer($0.sum)] })
      }
      let faults = Faults()
      var loan = Loan(TableReader(.object(members), faults: faults))
      loan.repayments = repayments.enumerated().map { place, told in
        LoanRepayment(
          TableReader(
            [
              "id": .string("r\(place)"), "loan": "bank", "date": .string(told.day),
              "principal_cents": .integer(told.cents), "effect": .string(told.effect),
            ], faults: faults))
      }
      try faults.check()
      return loan
    }
  }

  /// Every term from one to thirty years, each method, with all else drawn by the seed.
  static func cases(_ method: String, seed: UInt64) -> [Case] {
    var dice = SplitMix(seed: seed)
    return (1...30).map { years in
      var one = Case(method: method)
      one.dayCount = dayCounts[dice.roll(4)]
      one.every = [1, 3, 6, 12][dice.roll(4)]
      one.count = years * 12 / one.every
      one.rate = "0.0\(dice.roll(90_000) + 10_000)"
      one.principal = Int64(dice.roll(500_000_000) + 1_000_000)
      let day = dice.roll(31) + 1
      one.drawn = "2023-\(dice.roll(3) + 10)-\(day < 10 ? "0" : "")\(min(day, 30))"
      // One time in three the first interval is broken.
      let start = Month(year: 2023, monthOfYear: 12).first.adding(months: one.every)
      let isBroken = dice.roll(3) == 0
      let first =
        isBroken
        ? start.adding(days: dice.roll(28))
        : ((try? Day(one.drawn)) ?? start).adding(months: one.every)
      one.first = first.description
      if dice.roll(2) == 0, one.count > 3 {
        one.deferral = dice.roll(2) == 0 ? "partial" : "total"
        one.deferred = 1 + dice.roll(min(24, one.count / 2))
      }
      if method == "stepped" {
        let floor = one.principal * 12 * Int64(one.every) / 100
        one.steps = [(one.deferred + 1, floor)]
        if one.count - one.deferred > 4 { one.steps.append((one.deferred + 3, floor * 3 / 2)) }
      }
      if dice.roll(2) == 0 {
        let from = first.adding(days: 20 + dice.roll(200))
        let last = first.adding(months: (one.count - 1) * one.every)
        for place in 0..<2 {
          let day = from.adding(days: place * 97)
          guard day < last else { break }
          one.repayments.append(
            (day.description, one.principal / 50 + 1, dice.roll(2) == 0 ? "shorter" : "smaller"))
        }
      }
      return one
    }
  }

  @Test(
    .enabled(if: python.isInstalled, "no Python here"),
    arguments: ["constant-annuity", "constant-capital", "stepped"], [UInt64](1...4))
  func everyTableIsThatOfTheModel(_ method: String, _ seed: UInt64) throws {
    let cases = Self.cases(method, seed: seed)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "LoanModel.py").path
    let told = try Self.python.run(
      [script, "FILE"], on: Array(cases.map(\.line).joined(separator: "\n").utf8))
    #expect(told.status == 0)
    let tables = told.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (one, expected) in zip(cases, tables) {
      let loan = try one.loan()
      let rows = try loan.schedule()
      let ours = rows.map { row in
        "\(row.number) \(row.due) \(row.principal.units) \(row.interest.units) \(row.left.units)"
      }.joined(separator: ";")
      #expect(ours == expected, "\(one.line)")
    }
  }

  /// What a month accrues is what its parts sum to: exactly by days of the interval, within a cent a part
  /// by balance × rate × days / base.
  @Test(arguments: Loan.Method.allCases.map(\.rawValue), [UInt64](3...4))
  func theInterestOfAMonthIsItsParts(_ method: String, _ seed: UInt64) throws {
    for one in Self.cases(method, seed: seed) where one.count * one.every <= 120 {
      let loan = try one.loan()
      let first = try month(String(one.drawn.prefix(7)))
      for offset in 0..<one.count * one.every + 2 {
        let month = first.adding(offset)
        let accrued = try Accrual.loan(loan, from: "512200", in: month)
          .flatMap(\.postings).filter { $0.account == "661160" }.reduce(0) {
            $0 + $1.debit - $1.credit
          }
        let parts = try Accrual.interestParts(loan, in: month)
        guard !parts.byInterval.isEmpty else { continue }
        func sum(_ parts: [InterestPart]) throws -> Int64 {
          try parts.reduce(0) { total, one in
            total + (one.isBefore ? -1 : 1) * (try one.part.of(one.whole.units, .halfAwayFromZero))
          }
        }
        #expect(try sum(parts.byInterval) == accrued, "\(month) \(one.line)")
        let isNear = try abs(sum(parts.byBalance) - accrued) <= Int64(parts.byBalance.count)
        #expect(isNear, "\(month) \(one.line)")
      }
    }
  }

  /// Without a judge: what is repaid is what was lent, for every term in months of thirty years.
  @Test(arguments: Loan.Method.allCases, Loan.DayCount.allCases)
  func everyTermIsRepaidToTheCent(_ method: Loan.Method, _ dayCount: Loan.DayCount) throws {
    for term in 1...360 {
      let (deferral, deferred) = [("none", 0), ("partial", term / 3), ("total", term / 4)][term % 3]
      var one = Case(method: method.rawValue, dayCount: dayCount.rawValue, count: term)
      if deferred > 0 { (one.deferral, one.deferred) = (deferral, deferred) }
      if method == .stepped {
        one.steps = [(one.deferred + 1, one.principal / Int64(term) + 100_000)]
      }
      let rows = try one.loan().schedule()
      #expect(rows.reduce(Cents.zero) { $0 + $1.principal } == Cents(one.principal))
      #expect(rows.last?.left == .zero && rows.allSatisfy { $0.left >= .zero })
      #expect(rows.dropFirst(one.deferred).allSatisfy { $0.principal >= .zero })
      guard method == .constantAnnuity, term > 1 else { continue }
      let sums = rows.dropFirst(one.deferred).dropLast().map(\.total)
      #expect(Set(sums).count <= 1)
      // The last takes up half a cent of rounding an instalment, and what it bore since.
      if let last = rows.last, let usual = sums.last {
        #expect(abs((last.total - usual).units) <= Int64(2 * term))
      }
    }
  }

  /// Published tables: their constant sum.
  ///
  /// - Source: the textbook annuity factors a(n, i) of 1 over 1 to n at 1 %, 0.5 % and 5 % an interval:
  ///   0.0888488 (12 at 1 %), 0.0060 (360 at 0.5 %: 5.9955 ‰), 0.1295046 (10 at 5 %).
  @Test(arguments: [
    ("0.12", 12, 1, 8_884_879, "30/360"), ("0.06", 360, 1, 599_551, "30/360"),
    ("0.05", 10, 12, 12_950_457, "30/360"),
  ])
  func publishedFactorsAreFound(
    _ rate: String, _ count: Int, _ every: Int, _ sum: Int64, _ dayCount: String
  ) throws {
    var one = Case(dayCount: dayCount, rate: rate, principal: 100_000_000, count: count)
    one.every = every
    one.first = try Day(one.drawn).adding(months: every).description
    #expect(try one.loan().schedule()[0].total == Cents(sum))
  }

  /// What is accrued month by month is the interest of the table, also when some is repaid on the way,
  /// and nothing is left on 1648 nor on 164.
  @Test(arguments: ["constant-annuity", "constant-capital", "stepped"], [UInt64](1...2))
  func accrualsAndInstalmentsSumToTheTable(_ method: String, _ seed: UInt64) throws {
    for one in Self.cases(method, seed: seed) where one.count * one.every <= 120 {
      let loan = try one.loan()
      let rows = try loan.schedule()
      let span = try month(String(one.drawn.prefix(7)))
      let count = one.count * one.every + 6
      let drafts = try (0..<count).flatMap { offset in
        try Accrual.loan(loan, from: "512200", in: span.adding(offset))
      }
      let moved = try balances(drafts)
      let interest = rows.reduce(Cents.zero) { $0 + $1.interest }
      #expect(moved["661160"] ?? 0 == interest.units)
      #expect(moved["164800"] ?? 0 == 0, "\(one.line)")
      #expect(moved["164000"] ?? 0 == one.principal)
      #expect(moved["512200"] ?? 0 == -rows.reduce(Cents.zero) { $0 + $1.total }.units)
      #expect(Set(drafts.map(\.key)).count == drafts.count)
    }
  }
}

extension SplitMix {
  /// Something from zero to below a bound.
  fileprivate mutating func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
