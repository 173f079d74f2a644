import Agreements
import Bookings
import Journal
import Testing
import Text
import Units

/// Interest on what members lend: days as agreed, months that sum to the year.
@Suite struct AdvanceTests {
  static func advance(
    _ dayCount: String, rate: String = "0.03", first: String = "2024-01-01", last: String? = nil,
    nature: String = "current-account"
  ) throws -> Advance {
    let faults = Faults()
    let table: [String: JSON] = [
      "id": "cca-1", "member": "M0001", "nature": .string(nature), "first": .string(first),
      "rate": .string(rate), "day_count": .string(dayCount),
    ]
    let advance = Advance(
      TableReader(
        .object(table.merging(last.map { ["last": .string($0)] } ?? [:]) { $1 }),
        faults: faults))
    try faults.check()
    return advance
  }

  private static func changes(_ all: [(String, Int64)]) throws -> [PrincipalChange] {
    try all.map { PrincipalChange(day: try Day($0.0), amount: Cents($0.1)) }
  }

  /// 10 000 € at 3 % for a whole year.
  static let years: [(dayCount: String, year: Int, cents: Int64)] = [
    ("ACT/365", 2025, 30_000), ("ACT/365", 2024, 30_082), ("ACT/360", 2025, 30_417),
    ("ACT/360", 2024, 30_500), ("ACT/ACT", 2025, 30_000), ("ACT/ACT", 2024, 30_000),
    ("30/360", 2025, 30_000), ("30/360", 2024, 30_000),
  ]

  @Test(arguments: years) func `a year bears what its day count says, and its months sum to it`(
    dayCount: String, year: Int, cents: Int64
  ) throws {
    let advance = try Self.advance(dayCount, first: "\(year)-01-01")
    let changes = try Self.changes([("\(year)-01-01", 1_000_000)])
    let months = try (1...12).map {
      try Accrual.interest(advance, changes, in: Month(year: year, monthOfYear: $0)).units
    }
    #expect(months.reduce(0, +) == cents)
    if dayCount == "30/360" { #expect(Set(months) == [2_500]) }
  }

  @Test func `each month of thirty days weighs thirty, whatever its length`() throws {
    let advance = try Self.advance("30/360")
    for number in 0..<48 {
      let month = Month(year: 2024, monthOfYear: 1).adding(number)
      #expect(month.period.days.reduce(0) { $0 + advance.weight(of: $1).days } == 30)
    }
  }

  @Test func `money bears interest on each day at whose end it stands`() throws {
    let advance = try Self.advance("ACT/365", rate: "0.365", first: "2025-01-10")
    let changes = try Self.changes([
      ("2025-01-02", 10_000), ("2025-01-12", 5_000), ("2025-01-14", -15_000), ("2025-01-20", -1),
    ])
    // A thousandth a day: the 10th and 11th 10 each, the 12th and 13th 15 each.
    #expect(try advance.interest(through: Day("2025-01-31"), changes) == Cents(50))
    #expect(try advance.interest(through: Day("2025-01-09"), changes) == .zero)
    let ended = try Self.advance(
      "ACT/365", rate: "0.365", first: "2025-01-10", last: "2025-01-12")
    #expect(try ended.interest(through: Day("2025-12-31"), changes) == Cents(35))
  }

  /// Seeded histories against a sum of fractions reckoned day by day over one denominator.
  @Test(arguments: ["ACT/365", "ACT/360", "ACT/ACT", "30/360"])
  func `random histories agree with the naive sum of days`(dayCount: String) throws {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<20 {
      let rate = Int64(next(100) + 1)
      let advance = try Self.advance(dayCount, rate: Ratio(rate, 1000).decimalDescription)
      let start = try Day("2023-12-20")
      let changes = (0..<15).map { _ in
        PrincipalChange(
          day: start.adding(days: Int(next(800))), amount: Cents(Int64(next(500_000)) - 100_000))
      }
      let end = start.adding(days: 800)
      var whole: Int128 = 0
      for day in Period(first: advance.first, last: end).days {
        let balance = changes.filter { $0.day <= day }.reduce(Int64(0)) { $0 + $1.amount.units }
        let weight = advance.weight(of: day)
        whole +=
          Int128(max(0, balance)) * Int128(weight.days * rate) * Int128(8_015_400 / weight.ofYear)
      }
      let denominator: Int128 = 8_015_400 * 1000
      let naive = (2 * whole + denominator) / (2 * denominator)
      #expect(try Int128(advance.interest(through: end, changes).units) == naive)
    }
  }

  @Test func `the entry owes interest to the member, apart from what was lent`() throws {
    let month = Month(year: 2025, monthOfYear: 1)
    for (nature, accounts) in [
      ("current-account", ["661500", "455800"]), ("citizens-loan", ["661810", "168800"]),
    ] {
      let advance = try Self.advance("30/360", first: "2025-01-01", nature: nature)
      let entry = try #require(Accrual.advance(advance, Cents(2_500), in: month))
      #expect(throws: Never.self) { try Entry(checking: entry) }
      #expect(entry.postings.map(\.account) == accounts)
      #expect(entry.postings[1].analysis.auxiliary == "member:M0001")
      #expect(entry.postings.allSatisfy { $0.analysis.contract == "cca-1" })
      #expect(Accrual.advance(advance, .zero, in: month) == nil)
    }
  }

  @Test func `a sum beyond 64 bits is refused`() throws {
    let advance = try Self.advance("ACT/365", rate: "0.999999999999999")
    let changes = try Self.changes([("2024-01-01", .max)])
    #expect(throws: UnitRefusal.sumIsTooLarge) {
      try advance.interest(through: Day("2034-01-01"), changes)
    }
  }

  @Test func `an agreement that ends before it begins, or at 200 percent, is refused`() {
    #expect(throws: Refusals.self) {
      try Self.advance("ACT/365", first: "2025-01-02", last: "2025-01-01")
    }
    #expect(throws: Refusals.self) { try Self.advance("ACT/365", rate: "2") }
  }
}
