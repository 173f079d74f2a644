import Agreements
import Journal
import Membership
import Testing
import Units

@testable import Bookings

@Suite struct SalesTests {
  private func days(_ energy: [(String, Int64)], site: String = "school") throws -> [SiteDay] {
    try energy.map { SiteDay(site: site, day: try day($0.0), energy: WattHours($0.1)) }
  }

  /// Energy at one price, and the cents it earns: the exact product, a half going up.
  static let roundings: [(price: String, wattHours: Int64, cents: Int64)] = [
    ("0.1207", 1_234_567, 14_901), ("0.1", 50, 1), ("0.1", 49, 0), ("0.1", 150, 2),
    ("0.12345", 1_000_000, 12_345), ("0.000001", 1_000, 0), ("0", 1_000_000, 0),
    ("0.2", 9_007_199_254_740_993, 180_143_985_094_820), ("0.1", -50, -1),
  ]

  @Test(arguments: roundings)
  func aPriceIsRoundedToTheCentOnce(_ price: String, _ wattHours: Int64, _ cents: Int64) throws {
    let contract = contract([("2026-01-01", price)])
    let lines = try Accrual.sales(contract, days([("2026-10-01", wattHours)]))
    #expect(lines.map(\.amount.units) == [cents])
  }

  /// Ten days of half a cent each are five cents, not ten: the month is rounded, not the day.
  @Test func theMonthIsRoundedOnceAPrice() throws {
    let contract = contract([("2026-01-01", "0.1"), ("2026-10-06", "0.2")])
    let october = try days((1...10).map { ("2026-10-\($0 < 10 ? "0" : "")\($0)", 50) })
    let lines = try Accrual.sales(contract, october)
    #expect(lines.map(\.energy.units) == [250, 250])
    #expect(lines.map(\.amount.units) == [3, 5])
    let draft = try #require(
      try Accrual.sales(
        contract, Cents.sum(lines.map(\.amount)), in: month("2026-10")))
    #expect(try balances([draft]) == ["418100": 8, "701000": -8])
  }

  @Test func onlyTheContractsSiteAndDaysAreSold() throws {
    let contract = contract([("2026-01-12", "0.1")], ends: "2026-01-20")
    let school = try days([
      ("2026-01-09", 1_000), ("2026-01-10", 1_000), ("2026-01-12", 20_000), ("2026-01-20", 3_000),
      ("2026-01-21", 40_000),
    ])
    let other = try days([("2026-01-15", 7_000_000)], site: "gym")
    #expect(try Accrual.sales(contract, school + other).map(\.energy.units) == [23_000])
    #expect(try Accrual.sales(contract, Cents.zero, in: month("2026-01")) == nil)
  }

  @Test func energyIsBookedApartFromMoney() throws {
    let draft = try #require(
      try Accrual.energy(
        "school", days([("2026-10-01", 5), ("2026-10-02", 7)]), in: month("2026-10")))
    #expect(try balances([draft]) == ["912000": 12, "911000": -12])
    #expect(draft.journal == .memorandum)
    #expect(try Accrual.energy("gym", days([("2026-10-01", 5)]), in: month("2026-10")) == nil)
  }
}

@Suite struct ShareBookingsTests {
  private func register() throws -> ShareRegister {
    let always = Period(first: try day("2026-01-01"), last: nil)
    func college(_ id: String, _ account: String, _ kind: MemberKind) throws -> College {
      College(
        id: try CollegeID(id), frenchName: id, englishName: id, capitalAccount: account,
        kinds: [kind], votingWeight: Ratio(1, 2), revenueWeight: Ratio(1, 2), valid: always)
    }
    let statutes = try Statutes(
      founded: day("2026-01-01"), nominal: Cents(50_00), floor: Cents(0), ceiling: Cents(9_000_00),
      colleges: [
        college("citizens", "101310", .person), college("publics", "101320", .publicBody),
      ])
    func member(_ number: String, _ kind: MemberKind, _ college: String) throws -> Member {
      Member(
        number: try MemberNumber(number), kind: kind, college: try CollegeID(college),
        joined: try day("2026-01-01"))
    }
    return try ShareRegister(
      statutes: statutes,
      members: [
        member("M1", .person, "citizens"), member("M2", .person, "citizens"),
        member("M7", .publicBody, "publics"),
      ])
  }

  /// The balances after each movement of a story, by account.
  @Test func capitalAndSharesFollowTheRegister() throws {
    var register = try register()
    var drafts: [DraftEntry] = []
    func record(_ kind: Movement.Kind, _ member: String, to other: String? = nil, _ shares: Int64)
      throws
    {
      let movement = Movement(
        date: try day("2026-03-01").adding(days: drafts.count), kind: kind,
        member: try MemberNumber(member), counterparty: try other.map { try MemberNumber($0) },
        shares: Shares(shares), amount: Cents(shares * 50_00), reference: "R\(drafts.count)")
      drafts += ShareBookings.entries(try register.record(movement), register)
    }
    try record(.subscription, "M1", 10)
    try record(.subscription, "M7", 20)
    #expect(
      try balances(drafts) == [
        "512100": 150_000, "456300": 0, "101310": -50_000, "101320": -100_000, "902000": 30,
        "901000": -30,
      ])
    try record(.transfer, "M1", to: "M7", 4)
    try record(.transfer, "M7", to: "M2", 1)
    try record(.withdrawal, "M1", 6)
    let held = register.colleges(on: try day("2026-12-31"))
    #expect(held.map(\.capital.units) == [5_000, 115_000])
    #expect(
      try balances(drafts) == [
        "512100": 120_000, "456300": 0, "456700": 0, "101310": -5_000, "101320": -115_000,
        "902000": 24, "901000": -24,
      ])
    #expect(Set(drafts.map(\.key)).count == drafts.count)
    #expect(
      drafts.allSatisfy { ($0.journal == .memorandum) == $0.postings[0].account.hasPrefix("9") })
  }
}
