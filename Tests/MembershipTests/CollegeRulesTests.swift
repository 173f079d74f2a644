import Membership
import TestSupport
import Testing
import Units

/// Weights on every day, accounts, and what a change under way weighs.
@Suite struct CollegeRulesTests {
  typealias Plan = (id: String, account: String, votes: Ratio, revenue: Ratio, days: String)

  static func statutes(_ plans: [Plan]) throws -> Statutes {
    try Statutes(
      founded: Day("2026-01-01"), nominal: Cents(50_00), floor: .zero, ceiling: Cents(1_000_000),
      colleges: plans.map { plan in
        let ends = plan.days.split(separator: ".", omittingEmptySubsequences: true)
        return College(
          id: try CollegeID(plan.id), frenchName: plan.id, englishName: plan.id,
          capitalAccount: plan.account, kinds: [.person], votingWeight: plan.votes,
          revenueWeight: plan.revenue,
          valid: Period(
            first: try Day(String(ends[0])),
            last: try ends.dropFirst().first.map { try Day(String($0)) }))
      })
  }

  private static let half = Ratio(1, 2)

  static let cases: [(plans: [Plan], reasons: [CollegeRefusal])] = [
    ([], []),
    ([("a", "101310", .one, .one, "2026-01-01")], []),
    ([("a", "101310", Ratio(100, 1), .one, "2026-01-01")], []),
    (
      [
        ("a", "101310", Ratio(1, 3), half, "2026-01-01"),
        ("b", "101320", Ratio(2, 3), half, "2026-01-01"),
      ], []
    ),
    (
      [("a", "101310", half, .one, "2026-01-01")],
      [.weightsDoNotSumToOne(key: "voting_weight", on: Day(number: 20_454), sum: half)]
    ),
    (
      [
        ("a", "101310", half, half, "2026-01-01"),
        ("b", "101320", half, half, "2026-01-01..2026-06-30"),
      ],
      [
        .weightsDoNotSumToOne(key: "voting_weight", on: Day(number: 20_635), sum: half),
        .weightsDoNotSumToOne(key: "revenue_weight", on: Day(number: 20_635), sum: half),
      ]
    ),
    (
      [
        ("a", "101310", half, half, "2026-01-01..2026-06-30"),
        ("a", "101310", .one, .one, "2026-07-01"),
        ("b", "101320", half, half, "2026-01-01..2026-06-30"),
      ], []
    ),
  ]

  @Test(arguments: cases) func `on every day the weights make one`(
    plans: [Plan], reasons: [CollegeRefusal]
  ) throws {
    #expect(try Self.statutes(plans).contradictions() == reasons)
  }

  @Test func `two colleges of one day share no account, of different days they may`() throws {
    let shared = try Self.statutes([
      ("a", "101310", Self.half, .one, "2026-01-01"),
      ("b", "101310", Self.half, .zero, "2026-01-01"),
    ])
    #expect(
      try shared.contradictions() == [
        .capitalAccountIsShared(
          "101310", CollegeID("a"), CollegeID("b"), on: Day("2026-01-01"))
      ])
    let heir = try Self.statutes([
      ("a", "101310", .one, .one, "2026-01-01..2026-03-31"),
      ("b", "101310", .one, .one, "2026-04-01"),
    ])
    #expect(heir.contradictions() == [])
  }

  @Test func `the parts of a day make one, whatever the weights are written in`() throws {
    let percent = try Self.statutes([
      ("a", "101310", Ratio(37, 1), Ratio(1, 4), "2026-01-01"),
      ("b", "101320", Ratio(63, 1), Ratio(3, 4), "2026-01-01"),
    ])
    let day = try Day("2026-05-01")
    let a = try CollegeID("a")
    #expect(percent.votingParts(on: day)[a] == Ratio(37, 100))
    #expect(percent.revenueParts(on: day)[a] == Ratio(1, 4))
    #expect(percent.votingParts(on: try Day("2025-12-31")).isEmpty)
  }

  @Test func `a college that changes within a month weighs by its days`() throws {
    let statutes = try Self.statutes([
      ("a", "101310", .one, .one, "2026-01-01..2026-04-10"),
      ("a", "101310", .one, Self.half, "2026-04-11"),
      ("b", "101320", .zero, Self.half, "2026-04-11"),
    ])
    func weights(_ month: String) throws -> [String] {
      try statutes.revenueWeights(in: Month(month).period).map { "\($0.college) \($0.weight)" }
    }
    #expect(try weights("2026-03") == ["a 1"])
    // Ten days of one and twenty of a half; twenty of a half.
    #expect(try weights("2026-04") == ["a 20", "b 10"])
    #expect(try weights("2026-05") == ["a 1/2", "b 1/2"])
  }

  @Test func `random weights of random days are refused exactly when a plain count says so`() throws
  {
    var random = SplitMix(seed: 4)
    var sound = 0
    for _ in 0..<300 {
      let first = try Day("2026-01-01")
      var plans: [Plan] = []
      for (index, id) in ["a", "b", "c"].enumerated() {
        let start = first.adding(days: Int.random(in: 0...3, using: &random) / 3 * 5)
        let isOpen = Bool.random(using: &random)
        let weight = Ratio(Int64.random(in: 0...2, using: &random), 2)
        plans.append(
          (
            id, "10131\(index)", weight, .one,
            isOpen ? "\(start)" : "\(start)..\(start.adding(days: 4))"
          ))
      }
      let statutes = try Self.statutes(plans)
      var expected: [Day] = []
      for day in (0..<20).map({ first.adding(days: $0) }) {
        // In halves, by counting.
        let halves = statutes.colleges.filter { $0.valid.contains(day) }
          .reduce(Int64(0)) { $0 + $1.votingWeight.numerator * 2 / $1.votingWeight.denominator }
        if halves != 2, halves != 200 { expected.append(day) }
      }
      let found = statutes.contradictions().compactMap { reason -> Day? in
        if case .weightsDoNotSumToOne("voting_weight", let day, _) = reason { day } else { nil }
      }
      #expect(found.isEmpty == expected.isEmpty)
      #expect(found.first == expected.first)
      if expected.isEmpty { sound += 1 }
    }
    #expect(sound > 10)
  }
}
