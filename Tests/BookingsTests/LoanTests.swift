import Agreements
import Journal
import Testing
import Units

@testable import Bookings

@Suite struct LoanTests {
  /// The rates in millionths a year.
  static let rates: [(text: String, millionths: Int64)] = [
    ("0", 0), ("0.000001", 1), ("0.0125", 12_500), ("0.0365", 36_500), ("0.15", 150_000),
  ]

  /// For every term a table of another make: interest is a twelfth of the rate on what is left, in
  /// plain integers; the instalment is the one that, unrounded, would leave nothing.
  @Test(arguments: rates)
  func everyTermRepaysTheLoanToTheCent(_ rate: String, _ millionths: Int64) throws {
    let principal: Int64 = 12_345_678
    for term in Array(1...60) + [72, 84, 96, 119, 120, 121, 144, 179, 180, 216, 240, 299, 300, 360]
    {
      let table = try loan(principal, rate: rate, term).schedule()
      #expect(table.count == term)
      #expect(table.reduce(Cents.zero) { $0 + $1.principal } == Cents(principal))
      let instalment = table[0].total.units
      let (rest, slack) = unrounded(principal, millionths, term, instalment)
      #expect(term == 1 || abs(rest) <= slack + 0.001)
      var left = principal
      for line in table {
        let interest = (2 * left * millionths + 12_000_000) / 24_000_000
        #expect(line.interest.units == interest)
        if line.number < term { #expect(line.total.units == instalment) }
        left -= line.principal.units
      }
      #expect(left == 0)
      #expect(abs(Double((table.last?.total.units ?? 0) - instalment)) <= 2 * slack + 1)
    }
  }

  /// What would be left after all instalments without rounding interest, and what half a cent an
  /// instalment amounts to by then.
  private func unrounded(
    _ principal: Int64, _ millionths: Int64, _ term: Int, _ instalment: Int64
  ) -> (left: Double, slack: Double) {
    let monthly = Double(millionths) / 12_000_000
    return (0..<term).reduce((Double(principal), 0.0)) { sum, _ in
      (sum.0 * (1 + monthly) - Double(instalment), sum.1 * (1 + monthly) + 0.5)
    }
  }

  /// 100 000 € at 3 % over 10 years: 965,61 € a month, as every loan calculator says.
  @Test func aWellKnownLoanHasItsWellKnownInstalment() throws {
    let table = try loan(10_000_000, rate: "0.03", 120).schedule()
    #expect(table[0].total == Cents(96_561))
    #expect(table[0].interest == Cents(25_000))
    #expect(table[0].principal == Cents(71_561))
    #expect(table[0].due == (try day("2025-02-15")))
    #expect(table[119].due == (try day("2035-01-15")))
  }

  /// Due on the last day of each month, February is still a twelfth of a year.
  @Test func monthsAreTwelfthsWhateverTheDayOfTheMonth() throws {
    let usual = try loan(10_000_000, rate: "0.0365", 48).schedule()
    for (drawn, firstDue) in [("2024-12-31", "2025-01-31"), ("2024-12-29", "2025-01-29")] {
      let table = try loan(10_000_000, rate: "0.0365", 48, drawn: drawn, firstDue: firstDue)
        .schedule()
      #expect(table.map(\.interest) == usual.map(\.interest))
      #expect(table.map(\.total) == usual.map(\.total))
      #expect(Set(table.map(\.due.month)).count == 48)
    }
  }

  /// The months' accruals sum to the interest of the table, and what is owed for it ends at zero.
  @Test(arguments: [
    ("2025-01-15", "2025-02-15"), ("2024-12-31", "2025-01-31"), ("2025-01-01", "2025-02-01"),
    ("2024-02-29", "2024-05-29"), ("2025-01-20", "2025-03-05"), ("2025-06-30", "2025-07-30"),
  ])
  func accruedInterestTelescopes(_ drawn: String, _ firstDue: String) throws {
    let loan = loan(4_999_999, rate: "0.0415", 25, drawn: drawn, firstDue: firstDue)
    let table = try loan.schedule()
    let drafts = try months(String(drawn.prefix(7)), 32).flatMap {
      try Accrual.loan(loan, from: "512100", in: $0)
    }
    let accrued = drafts.filter { $0.key.contains(":interest:") }.map { $0.postings[0].debit }
    #expect(accrued.allSatisfy { $0 > 0 })
    let interest = table.reduce(Cents.zero) { $0 + $1.interest }
    let balances = try balances(drafts)
    #expect(balances["661160"] == interest.units)
    #expect(balances["164800"] == 0)
    #expect(balances["164000"] == 4_999_999)
    #expect(balances["512100"] == -4_999_999 - interest.units)
    #expect(Set(drafts.map(\.key)).count == drafts.count)
  }

  /// - Source: the day-count examples of ISDA for 30/360 (bond basis).
  static let vectors: [(start: String, end: String, days: Int)] = [
    ("2007-01-15", "2007-01-30", 15), ("2007-01-15", "2007-02-15", 30),
    ("2007-01-15", "2007-07-15", 180), ("2007-09-30", "2008-03-31", 180),
    ("2007-09-30", "2007-10-31", 30), ("2007-09-30", "2008-09-30", 360),
    ("2007-01-15", "2007-01-31", 16), ("2007-01-31", "2007-02-28", 28),
    ("2007-02-28", "2007-03-31", 33), ("2006-08-31", "2007-02-28", 178),
    ("2007-02-28", "2007-08-31", 183), ("2007-02-14", "2007-02-28", 14),
    ("2007-02-26", "2008-02-29", 363), ("2008-02-29", "2009-02-28", 359),
    ("2008-02-29", "2008-03-30", 31), ("2008-02-29", "2008-03-31", 32),
    ("2007-08-31", "2007-11-30", 90), ("2007-03-31", "2007-03-31", 0),
  ]

  @Test(arguments: vectors)
  func daysAreCountedByThePublishedConvention(_ start: String, _ end: String, _ days: Int) throws {
    #expect(Accrual.days360(from: try day(start), to: try day(end)) == days)
  }
}

@Suite struct DepreciationTests {
  @Test(arguments: [
    (4_500_000, "2025-01-01", 240), (4_500_001, "2025-01-15", 240), (1, "2024-02-29", 7),
    (99_999, "2024-12-31", 1), (1_000_000, "2025-01-31", 37), (7_777_777, "2025-02-28", 239),
    (1_234_567, "2024-02-29", 13),
  ])
  func theMonthsOfAPlantsLifeSumToItsCost(_ cents: Int, _ inService: String, _ life: Int) throws {
    let plant = plant(Int64(cents), inService: inService, months: Int64(life))
    let all = try months(String(inService.prefix(7)), life + 3)
      .map { try Accrual.depreciation(plant, in: $0).amount().units }
    #expect(all.reduce(0, +) == Int64(cents))
    #expect(all.allSatisfy { $0 >= 0 })
    #expect(all.suffix(2) == [0, 0])
    for whole in all.dropFirst().prefix(max(0, life - 1)) {
      #expect(abs(whole * Int64(life) - Int64(cents)) <= Int64(life))
    }
    #expect(
      try Accrual.depreciation(plant, in: try month(String(inService.prefix(7))).previous).amount()
        == .zero)
  }

  /// By months of thirty days: from the 16th there are 15 days in January, of 24 months of 30.
  @Test func theFirstMonthCountsFromTheDayInService() throws {
    let plant = plant(72_000, inService: "2025-01-16", months: 24)
    #expect(try Accrual.depreciation(plant, in: month("2025-01")).amount() == Cents(1_500))
    #expect(try Accrual.depreciation(plant, in: month("2025-02")).amount() == Cents(3_000))
    #expect(try Accrual.depreciation(plant, in: month("2027-01")).amount() == Cents(1_500))
    let draft = try #require(try Accrual.depreciationEntry(plant, in: month("2025-02")))
    #expect(try balances([draft]) == ["681120": 3_000, "281534": -3_000])
    #expect(try Accrual.depreciationEntry(plant, in: month("2027-02")) == nil)
  }
}
