import Allocation
import TestSupport
import Testing
import Units

/// Two colleges, four members, weights by name.
func groups(
  _ citizens: [String: Int64], _ publics: [String: Int64] = [:],
  weights: (Ratio, Ratio) = (Ratio(2, 3), Ratio(1, 3))
) -> [Group] {
  [
    Group(college: "publics", revenueWeight: weights.1, holdings: publics.map(Group.Holding.init)),
    Group(
      college: "citizens", revenueWeight: weights.0, holdings: citizens.map(Group.Holding.init)),
  ]
}

func step(
  _ id: String, _ take: Step.Take, _ target: Step.Target, key: Step.Key = .sharesDays
) -> Step {
  Step(
    id: id, frenchLabel: id, englishLabel: id, take: take, target: target, key: key,
    nature: .entitlement, fallback: "106800")
}

func rules(
  _ steps: [Step], whenNegative: RuleSet.WhenNegative = .mirror
) throws -> RuleSet {
  try RuleSet(
    name: "test", version: 1, validFrom: Day(number: 0), adoptedBy: "AG", base: .netResult,
    whenNegative: whenNegative, steps: steps, energyKey: .sharesDays)
}

let everyKindOfStep = [
  step("legal", .percent(Ratio(1, 20), of: .base), .reserve("106100")),
  step("rent", .fixed(Cents(3)), .party("ville")),
  step("town", .percent(Ratio(1, 7), of: .remaining), .college("publics")),
  step("each", .percent(Ratio(1, 3), of: .remaining), .members, key: .equal),
  step("surplus", .remainder, .colleges),
]

/// What every allocation has to keep, whatever the rules.
func expectSound(_ allocation: Allocation, _ note: String = "") throws {
  let sum = try Cents.sum(allocation.finalShares.map(\.amount))
  #expect(sum == allocation.divided, "\(note)")
  #expect(allocation.base + allocation.deficitIn == allocation.divided + allocation.deficitOut)
  let byDivision = Dictionary(grouping: allocation.shares, by: \.division)
  for (division, lines) in byDivision {
    #expect(try Cents.sum(lines.map(\.amount)) == lines[0].divided, "\(note) \(division)")
    #expect(lines.reduce(0) { $0 + $1.residueOut } == 0)
    #expect(Set(lines.map(\.beneficiary)).count == lines.count)
    for line in lines {
      let left = Int128(line.amount.units) * Int128(line.totalWeight) + line.residueOut
      #expect(line.isFallback || left == line.exact.numerator)
      #expect(line.amount == .zero || line.amount.isNegative == allocation.divided.isNegative)
    }
  }
}

@Suite struct WaterfallTests {
  @Test func aMonthIsDividedStepByStep() throws {
    let allocation = try waterfall(
      base: Cents(100_00), rules: rules(everyKindOfStep),
      groups: groups(["M1": 30, "M2": 60], ["T1": 310]), carry: Carry())
    try expectSound(allocation)
    // 10000: 500 legal, 3 rent, 9497/7 = 1356.71 town, 8140/3 = 2713.33 each, 5427 surplus.
    #expect(
      allocation.finalShares.map { "\($0.step) \($0.beneficiary) \($0.amount)" } == [
        "legal reserve:106100 500", "rent party:ville 3", "town member:T1 1357",
        "each member:M1 905", "each member:M2 904", "each member:T1 904",
        "surplus member:M1 1206", "surplus member:M2 2412", "surplus member:T1 1809",
      ])
    let colleges = allocation.shares.filter { $0.division == "surplus/colleges" }
    #expect(
      colleges.map { "\($0.beneficiary) \($0.weight)/\($0.totalWeight) \($0.amount)" } == [
        "college:citizens 2/3 3618", "college:publics 1/3 1809",
      ])
  }

  @Test func aCollegeWithoutMembersGoesToTheFallbackAndSaysSo() throws {
    let allocation = try waterfall(
      base: Cents(90), rules: rules([step("surplus", .remainder, .colleges)]),
      groups: groups(["M1": 0, "M2": 2]), carry: Carry())
    try expectSound(allocation)
    let fallbacks = allocation.shares.filter(\.isFallback)
    #expect(
      fallbacks.map { "\($0.division) \($0.beneficiary) \($0.amount) \($0.nature)" } == [
        "surplus/members/publics reserve:106800 30 reserve"
      ])
    #expect(fallbacks.map(\.totalWeight) == [0])
  }

  @Test func withoutAnyWeightTheWholeGoesToTheFallback() throws {
    for target in [Step.Target.members, .colleges, .college("citizens")] {
      let allocation = try waterfall(
        base: Cents(-7), rules: rules([step("surplus", .remainder, target)]),
        groups: groups([:], weights: (.zero, .zero)), carry: Carry())
      #expect(allocation.shares.map(\.beneficiary) == [.reserve("106800")])
      #expect(allocation.shares.map(\.amount) == [Cents(-7)])
    }
  }

  @Test func aStepNeverTakesMoreThanIsLeft() throws {
    let greedy = try rules([
      step("a", .percent(Ratio(3, 5), of: .base), .reserve("106101")),
      step("b", .fixed(Cents(10)), .reserve("106102")),
      step("c", .percent(Ratio(3, 5), of: .base), .reserve("106103")),
      step("d", .fixed(Cents(10)), .reserve("106104")),
      step("e", .remainder, .reserve("106105")),
    ])
    for (base, expected): (Int64, [Int64]) in [
      (100, [60, 10, 30, 0, 0]), (10, [6, 4, 0, 0, 0]), (-100, [-60, -10, -30, 0, 0]),
      (0, [0, 0, 0, 0, 0]),
    ] {
      let allocation = try waterfall(base: Cents(base), rules: greedy, groups: [], carry: Carry())
      try expectSound(allocation)
      #expect(allocation.finalShares.map(\.amount.units) == expected)
    }
  }

  @Test func aMemberOfTwoCollegesCountsTheSum() throws {
    let both = groups(["M1": 10, "T1": 5], ["T1": 15])
    let allocation = try waterfall(
      base: Cents(300), rules: rules([step("all", .remainder, .members)]), groups: both,
      carry: Carry())
    #expect(
      allocation.shares.map { "\($0.beneficiary) \($0.weight)" } == ["member:M1 1", "member:T1 2"])
    let equal = try waterfall(
      base: Cents(300), rules: rules([step("all", .remainder, .members, key: .equal)]),
      groups: both, carry: Carry())
    #expect(equal.shares.map(\.amount.units) == [150, 150])
  }

  @Test func aDeficitIsCarriedUntilItIsCovered() throws {
    let carrying = try rules(everyKindOfStep, whenNegative: .carry)
    let people = groups(["M1": 1], ["T1": 1])
    var carry = Carry()
    var seen: [[Int64]] = []
    for base: Int64 in [-100, -50, 120, 40, 10] {
      let allocation = try waterfall(
        base: Cents(base), rules: carrying, groups: people, carry: carry)
      try expectSound(allocation)
      carry = try Carry(residues: allocation.carry.residues.shuffled())
      #expect(carry == allocation.carry)
      seen.append([allocation.divided.units, allocation.deficitOut.units])
    }
    #expect(seen == [[0, -100], [0, -150], [0, -30], [10, 0], [10, 0]])
  }

  @Test func theMirrorOfABaseIsItsAllocationWithTheSignChanged() throws {
    let people = groups(["M1": 7, "M2": 11, "M3": 1], ["T1": 5])
    for base: Int64 in [0, 1, 2, 99, 12_345] {
      let up = try waterfall(
        base: Cents(base), rules: rules(everyKindOfStep), groups: people, carry: Carry())
      let down = try waterfall(
        base: Cents(-base), rules: rules(everyKindOfStep), groups: people, carry: Carry())
      #expect(up.shares.map(\.amount) == down.shares.map { -$0.amount })
    }
  }

  @Test func fivePerCentOfEveryMonthIsFivePerCentOfTheYear() throws {
    var random = SplitMix(seed: 5)
    let reserve = try rules([
      step("legal", .percent(Ratio(1, 20), of: .base), .reserve("106100")),
      step("rest", .remainder, .reserve("110")),
    ])
    var (carry, year, taken) = (Carry(), Int64(0), Int64(0))
    for _ in 0..<240 {
      let base = Int64.random(in: 0...9999, using: &random)
      let month = try waterfall(base: Cents(base), rules: reserve, groups: [], carry: carry)
      carry = month.carry
      year += base
      taken += month.finalShares[0].amount.units
      #expect(abs(taken * 20 - year) <= 20)
    }
  }

  @Test func theOrderOfTheInputDoesNotMatter() throws {
    var random = SplitMix(seed: 9)
    var people = groups(["M1": 7, "M2": 7, "M10": 7, "a": 1], ["T1": 5, "T2": 5])
    let first = try waterfall(
      base: Cents(1001), rules: rules(everyKindOfStep), groups: people, carry: Carry())
    for _ in 0..<20 {
      people = people.map {
        Group(
          college: $0.college, revenueWeight: $0.revenueWeight,
          holdings: $0.holdings.shuffled(using: &random))
      }.shuffled(using: &random)
      let again = try waterfall(
        base: Cents(1001), rules: rules(everyKindOfStep), groups: people, carry: Carry())
      #expect(again == first)
    }
  }

  @Test func extremesAreExactOrRefused() throws {
    let people = groups(["M1": .max / 2, "M2": 1], ["T1": .max / 2])
    for base: Int64 in [.max, .min + 1] {
      let allocation = try waterfall(
        base: Cents(base), rules: rules(everyKindOfStep), groups: people, carry: Carry())
      try expectSound(allocation)
    }
    let all = try rules([step("all", .remainder, .members)])
    for (base, weight): (Int64, Int64) in [(1, .max), (.min, 1)] {
      #expect(throws: AllocationRefusal.sumIsTooLarge) {
        _ = try waterfall(
          base: Cents(base), rules: all, groups: groups(["M1": weight, "M2": 2]), carry: Carry())
      }
    }
  }

  @Test func energyIsDividedByTheSameEngine() throws {
    // 24 hours of 1 kWh over three equal shares: 8 kWh each, nothing lost.
    var (carry, received) = (Carry(), [String: Int64]())
    for _ in 0..<24 {
      let hour = try shareEnergy(
        WattHours(1000), by: .sharesDays, groups: groups(["M1": 1, "M2": 1, "M3": 1]), carry: carry)
      carry = hour.carry
      for share in hour.shares {
        received[share.beneficiary.description, default: 0] += share.amount.units
      }
    }
    #expect(received == ["member:M1": 8000, "member:M2": 8000, "member:M3": 8000])
    let unsold = try shareEnergy(WattHours(5), by: .equal, groups: [], carry: carry)
    #expect(unsold.shares.map(\.beneficiary) == [.company])
    #expect(unsold.carry == carry)
  }
}
