import Membership
import Testing
import Units

@Suite struct ShareRegisterTests {
  /// M1 holds 20 from January and gives 5 to M2 on 30 June; the town holds 10.
  func filled() throws -> ShareRegister {
    var register = try ShareRegister(statutes: statutes(), members: members())
    try register.record(movement("2026-01-10", .subscription, "M1", 20, ref: "S1"))
    try register.record(movement("2026-01-15", .subscription, "M7", 10, ref: "S2"))
    try register.record(movement("2026-06-30", .transfer, "M1", to: "M2", 5, ref: "T1"))
    return register
  }

  static let refused: [(movement: @Sendable () throws -> Movement, codes: [String])] = [
    ({ try movement("2026-07-01", .subscription, "M1", 0, ref: "R") }, ["shares-are-not-positive"]),
    (
      { try movement("2026-07-01", .subscription, "M1", -2, ref: "R") }, ["shares-are-not-positive"]
    ),
    (
      { try movement("2025-12-31", .subscription, "M1", 1, ref: "R") },
      ["company-does-not-exist-yet", "member-had-not-joined"]
    ),
    ({ try movement("2026-07-01", .subscription, "M9", 1, ref: "R") }, ["member-is-unknown"]),
    ({ try movement("2026-05-31", .subscription, "M3", 1, ref: "R") }, ["member-had-not-joined"]),
    ({ try movement("2026-07-01", .subscription, "M11", 1, ref: "R") }, ["kind-is-not-admitted"]),
    ({ try movement("2026-07-01", .subscription, "M12", 1, ref: "R") }, ["college-is-unknown"]),
    (
      { try movement("2026-07-01", .subscription, "M1", 1, amount: 49_99, ref: "R") },
      ["amount-is-not-the-nominal"]
    ),
    (
      { try movement("2026-07-01", .subscription, "M1", to: "M2", 1, ref: "R") },
      ["counterparty-is-not-expected"]
    ),
    (
      { try movement("2026-07-01", .subscription, "M1", 71, ref: "R") },
      ["capital-exceeds-the-ceiling"]
    ),
    (
      { try movement("2026-07-01", .subscription, "M1", .max / 50_00, ref: "R") },
      ["amount-is-beyond-sense", "capital-exceeds-the-ceiling"]
    ),
    ({ try movement("2026-07-01", .withdrawal, "M1", 16, ref: "R") }, ["holding-is-insufficient"]),
    (
      { try movement("2026-01-10", .withdrawal, "M1", 18, ref: "R") },
      ["holding-is-insufficient", "capital-falls-below-the-floor"]
    ),
    ({ try movement("2026-07-01", .withdrawal, "M2", 6, ref: "R") }, ["holding-is-insufficient"]),
    ({ try movement("2026-06-30", .withdrawal, "M2", 1, ref: "R") }, ["holding-is-insufficient"]),
    ({ try movement("2026-07-01", .transfer, "M1", 1, ref: "R") }, ["transfer-has-no-receiver"]),
    (
      { try movement("2026-07-01", .transfer, "M1", to: "M1", 1, ref: "R") },
      ["transfer-goes-to-the-giver"]
    ),
    (
      { try movement("2026-07-01", .transfer, "M1", to: "M9", 1, ref: "R") },
      ["receiver-is-no-member"]
    ),
    (
      { try movement("2026-07-01", .transfer, "M1", to: "M11", 1, ref: "R") },
      ["kind-is-not-admitted"]
    ),
    (
      { try movement("2026-07-01", .transfer, "M1", to: "M2", 1, amount: -1, ref: "R") },
      ["price-is-negative"]
    ),
    (
      { try movement("2026-07-01", .transfer, "M7", to: "M2", 11, ref: "R") },
      ["holding-is-insufficient"]
    ),
    ({ try movement("2026-07-01", .subscription, "M1", 1, ref: "") }, ["reference-is-missing"]),
    (
      { try movement("2026-07-01", .subscription, "M1", 1, ref: "S1") },
      ["reference-has-other-content"]
    ),
    (
      { try movement("2025-06-01", .transfer, "M9", to: "M8", 0, amount: -1, ref: "") },
      [
        "reference-is-missing", "company-does-not-exist-yet", "shares-are-not-positive",
        "price-is-negative", "member-is-unknown", "receiver-is-no-member",
      ]
    ),
  ]

  @Test(arguments: refused.indices)
  func refusesForEveryReasonAtOnce(_ row: Int) throws {
    var register = try filled()
    let refusals = try #require(throws: Refusals.self) {
      try register.record(try Self.refused[row].movement())
    }
    #expect(refusals.all.map(\.code) == Self.refused[row].codes)
    #expect(register.movements.count == 3)
  }

  @Test func theFloorStopsAWithdrawalAndNamesItsArticle() throws {
    var register = try ShareRegister(statutes: statutes(), members: members())
    try register.record(movement("2026-01-10", .subscription, "M1", 12, ref: "S1"))
    try register.record(movement("2026-03-01", .withdrawal, "M1", 2, ref: "W1"))
    let refusals = try #require(throws: Refusals.self) {
      try register.record(movement("2026-02-01", .withdrawal, "M1", 1, ref: "W2"))
    }
    let reason = try #require(refusals.all.first as? MembershipRefusal)
    #expect(
      reason
        == .capitalFallsBelowTheFloor(
          on: try day("2026-03-01"), capital: Cents(450_00), floor: Cents(500_00)))
    #expect(reason.article == "C. com. art. L231-5")
    #expect(reason.outcome == .refused)
  }

  @Test func theSameMovementTwiceIsRecordedOnce() throws {
    var register = try filled()
    let again = try register.record(movement("2026-01-10", .subscription, "M1", 20, ref: "S1"))
    #expect(again.order == 1)
    #expect(register.movements.map(\.order) == [1, 2, 3])
  }

  @Test func aFileIsRecordedByDateAndAllOrNothing() throws {
    var register = try ShareRegister(statutes: statutes(), members: members())
    let first = Place(file: "f", line: 2)
    let second = Place(file: "f", line: 3)
    let early = try movement("2026-01-10", .subscription, "M1", 20, ref: "S1")
    let late = try movement("2026-02-10", .transfer, "M1", to: "M2", 5, ref: "T1")
    #expect(try register.record([(late, first), (early, second)]).map(\.order) == [1, 2])
    #expect(register.movements.map(\.movement) == [early, late])
    #expect(try register.record([(late, first), (early, second)]).isEmpty)

    let bad = try movement("2026-02-11", .withdrawal, "M2", 9, ref: "W1")
    let good = try movement("2026-02-11", .subscription, "M2", 1, ref: "S2")
    let refusals = try #require(throws: Refusals.self) {
      try register.record([(good, first), (bad, second)])
    }
    #expect(refusals.all.compactMap { ($0 as? Located)?.place } == [second])
    #expect(register.movements.count == 2)
  }

  @Test func sellerAndBuyerTogetherReceiveAFullYear() throws {
    let register = try filled()
    let year = Period(first: try day("2026-01-01"), last: try day("2026-12-31"))
    let seller = register.shareDays(of: try number("M1"), in: year)
    let buyer = register.shareDays(of: try number("M2"), in: year)
    // From 10 January there are 356 days; the buyer has 5 shares for July to December.
    #expect(seller + buyer == 20 * 356)
    #expect(buyer == 5 * 184)
    #expect(register.holding(of: try number("M1"), on: try day("2026-06-30")) == Shares(20))
    #expect(register.holding(of: try number("M2"), on: try day("2026-06-30")) == Shares(0))
    #expect(register.holding(of: try number("M2"), on: try day("2026-07-01")) == Shares(5))
  }

  @Test func aWithdrawnShareNoLongerCountsOnTheDay() throws {
    var register = try filled()
    try register.record(movement("2026-07-31", .withdrawal, "M7", 10, ref: "W1"))
    let july = try Month("2026-07").period
    #expect(register.shareDays(of: try number("M7"), in: july) == 10 * 30)
    #expect(register.capital(on: try day("2026-07-31")) == Cents(20 * 50_00))
  }

  @Test func holdersAndCollegesAreListedInOrder() throws {
    let register = try filled()
    let holders = register.holders(on: try day("2026-07-01"))
    #expect(
      holders.map { "\($0.college) \($0.member) \($0.shares) \($0.capital)" } == [
        "citizens M1 15 75000", "citizens M2 5 25000", "publics M7 10 50000",
      ])
    let colleges = register.colleges(on: try day("2026-01-12"))
    #expect(
      colleges.map { "\($0.college) \($0.holders) \($0.shares) \($0.capital)" } == [
        "citizens 1 20 100000", "publics 0 0 0",
      ])
  }

  @Test func aMemberWhoChangesCollegeCountsInEachForItsOwnDays() throws {
    let citizens = try CollegeID("citizens")
    let publics = try CollegeID("publics")
    let town = Member(
      number: try number("M7"), kind: .publicBody,
      affiliations: [
        .init(college: citizens, from: try day("2026-02-11")),
        .init(college: publics, from: try day("2026-01-01")),
      ])
    var register = try ShareRegister(statutes: statutes(), members: [town])
    try register.record(movement("2026-01-01", .subscription, "M7", 10, ref: "S1"))
    let february = register.shareDays(in: try Month("2026-02").period)
    #expect(
      february.map { "\($0.college) \($0.member) \($0.weight)" } == [
        "citizens M7 180", "publics M7 100",
      ])
  }
}
