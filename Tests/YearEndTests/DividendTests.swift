import Journal
import Membership
import TestSupport
import Testing
import Text
import Units

@testable import YearEnd

/// A dividend follows the days on which shares were held, to the cent.
@Suite struct DividendTests {
  private static func holdings(_ shareDays: Int64...) throws -> [Holding] {
    try shareDays.enumerated().map { index, days in
      Holding(member: try MemberNumber("M000\(index + 1)"), shareDays: days)
    }
  }

  /// The total, what was held, what was paid in advance, and the parts.
  static let cases: [(total: Int64, held: [Int64], advances: [Int64], found: [Int64])] = [
    (100, [1, 1, 1], [], [34, 33, 33]), (0, [1, 2], [], [0, 0]), (1, [365, 366], [], [0, 1]),
    (1_000, [1_810, 1_840], [], [496, 504]), (5, [1, 3], [1, 2], [1, 4]),
    // The first had ten in advance and earns five: it keeps ten, the others share ninety.
    (100, [5, 45, 50], [10, 0, 0], [10, 43, 47]),
    // Setting off one more than earned leaves the next with more than earned.
    (100, [10, 20, 70], [30, 18, 0], [30, 18, 52]), (48, [10, 20, 70], [30, 18, 0], [30, 18, 0]),
  ]

  @Test(arguments: cases.indices) func `a dividend is shared by days held`(_ index: Int) throws {
    let (total, held, paid, found) = Self.cases[index]
    let holdings = try held.enumerated().map { index, days in
      Holding(member: try MemberNumber("M000\(index + 1)"), shareDays: days)
    }
    let advances = Dictionary(
      uniqueKeysWithValues: zip(holdings.map(\.member), paid).map { ($0, Cents($1)) })
    let parts = try shareDividend(Cents(total), among: holdings, advances: advances)
    #expect(parts.map(\.amount.units) == found)
    #expect(parts.allSatisfy { !$0.due.isNegative })
  }

  @Test func `seller and buyer of the thirtieth of June are paid one full year`() throws {
    let text = """
      date,kind,member,counterparty,shares,amount_cents,reference
      2025-01-01,subscription,M0001,,40,200000,BS-1
      2025-01-01,subscription,M0002,,60,300000,BS-2
      2025-06-30,transfer,M0001,M0003,40,200000,OT-1
      """
    let first = Case.year.first
    let college = College(
      id: try CollegeID("citizens"), frenchName: "", englishName: "", capitalAccount: "101310",
      kinds: [.person], votingWeight: .one, revenueWeight: .one,
      valid: Period(first: first, last: nil))
    let statutes = try Statutes(
      founded: first, nominal: 5_000, floor: 0, ceiling: 10_000_000, colleges: [college])
    let members = ["M0001", "M0002", "M0003"].map { (number: MemberNumber) in
      Member(number: number, kind: .person, college: college.id, joined: first)
    }
    var register = try ShareRegister(statutes: statutes, members: members)
    let decoded = try MovementsFile.decode(Array(text.utf8), file: "shares.csv")
    try register.record(decoded)
    let holdings = register.holdings(in: Case.year.period)
    #expect(holdings.map(\.shareDays) == [7_240, 21_900, 7_360])
    let decision = DividendDecision.perShare(try Ratio(decimal: "1.25"))
    let total = try decision.total(holdings, days: 365)
    #expect(total == 12_500)
    let parts = try shareDividend(total, among: holdings).map(\.amount)
    #expect(parts == [2_479, 7_500, 2_521] && parts[0] + parts[2] == 5_000)
  }

  @Test func `by the share, a year held in full is paid in full whatever its length`() throws {
    for days in [90, 365, 366, 600] {
      let holdings = try Self.holdings(3 * Int64(days), 7 * Int64(days))
      let total = try DividendDecision.perShare(try Ratio(decimal: "0.37")).total(
        holdings, days: days)
      #expect(try shareDividend(total, among: holdings).map(\.amount) == [111, 259])
    }
  }

  @Test func `parts sum to the total and nobody is a cent from the exact share`() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<500 {
      let holdings = try (1...Int.random(in: 1...9, using: &random)).map { index in
        Holding(
          member: try MemberNumber("M000\(index)"),
          shareDays: .random(in: 1...400_000, using: &random))
      }
      let total = Int64.random(in: 0...10_000_000, using: &random)
      let parts = try shareDividend(Cents(total), among: holdings)
      let all = holdings.reduce(Int64(0)) { $0 + $1.shareDays }
      #expect(parts.reduce(0) { $0 + $1.amount.units } == total)
      for part in parts {
        let distance =
          Int128(part.amount.units) * Int128(all) - Int128(total) * Int128(part.shareDays)
        #expect(distance.magnitude < Int128(all).magnitude)
      }
      let reversed = try shareDividend(Cents(total), among: holdings)
      #expect(reversed == parts)
    }
  }

  @Test func `a dividend too large to count is refused`() throws {
    let decision = DividendDecision.perShare(Ratio(Int64.max, 1))
    #expect(throws: UnitRefusal.sumIsTooLarge) {
      try decision.total(Self.holdings(365_000_000), days: 365)
    }
  }
}
