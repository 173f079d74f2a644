import Allocation
import TestSupport
import Testing
import Units

/// What each kind of step takes, and to whom it goes, reckoned by hand.
@Suite struct TakingTests {
  static let measures: Measures = {
    var (a, b) = (SiteMeasures(), SiteMeasures())
    a.energy = WattHours(12_345)
    a.wattDays = 9_000 * 31
    a.areaDays = 49 * 10_000 * 31
    a.sales = Cents(1_234)
    a.result = Cents(-40)
    b.energy = WattHours(1_000_000)
    b.sales = Cents(100_000)
    b.result = Cents(800)
    var measures = Measures()
    measures.sites = ["a": a, "b": b]
    return measures
  }()

  static func one(
    _ take: Step.Take, sites: [String] = [], _ change: (inout Step) -> Void = { _ in }
  ) throws -> RuleSet {
    var first = step("x", take, .reserve("106300"))
    first.sites = sites
    change(&first)
    return try rules([first, step("z", .remainder, .reserve("106800"))])
  }

  func taken(_ rules: RuleSet, of base: Int64, _ carry: Carry = Carry()) throws -> Int64 {
    let done = try waterfall(
      base: Cents(base), rules: rules, groups: [], measures: Self.measures, carry: carry)
    try expectSound(done)
    #expect(done.steps.map(\.taken.units).reduce(0, +) == base)
    return done.steps[0].taken.units
  }

  static let takes: [(Step.Take, sites: [String], base: Int64, taken: Int64)] = [
    // 61.70, 5,061.70
    (.percent(Ratio(1, 20), of: .sales), ["a"], 10_000, 62),
    (.percent(Ratio(1, 20), of: .sales), [], 10_000, 5_062),
    (.percent(Ratio(1, 20), of: .sales), ["a"], -10_000, -62),
    // A loss on a roof gives nothing of a gain.
    (.percent(Ratio(1, 20), of: .result), ["a"], 10_000, 0),
    (.percent(Ratio(1, 20), of: .result), ["b"], 10_000, 40),
    (.percent(Ratio(1, 20), of: .result), ["a"], -10_000, -2),
    (.percent(Ratio(1, 20), of: .base), [], 10_000, 500),
    // 6.17, 500, 506.17 cents; a roof nobody measured gives nothing.
    (.price(Ratio(5, 1_000), .energy), ["a"], 10_000, 6),
    (.price(Ratio(5, 1_000), .energy), ["b"], 10_000, 500),
    (.price(Ratio(5, 1_000), .energy), [], 10_000, 506),
    (.price(Ratio(5, 1_000), .energy), ["c"], 10_000, 0),
    // 9 kWc × 4 € × 31/365 = 305.75; 49 m² × 1.50 € × 31/365 = 624.25
    (.price(Ratio(4, 1), .power), ["a"], 10_000, 306),
    (.price(Ratio(3, 2), .area), ["a"], 10_000, 624),
    (.price(Ratio(3, 2), .area), ["a"], 100, 100),
    (.fixed(Cents(70)), [], 10_000, 70), (.fixed(Cents(70)), [], 7, 7),
    (.fixed(Cents(70)), [], -10_000, -70), (.fixed(Cents(70)), [], 0, 0),
  ]

  @Test(arguments: takes)
  func `a step takes`(_ take: Step.Take, sites: [String], base: Int64, taken: Int64) throws {
    #expect(try self.taken(Self.one(take, sites: sites), of: base) == taken)
  }

  @Test func `bounds hold, and a yearly cap begins anew with the year`() throws {
    let fixed = Step.Take.fixed(Cents(100))
    #expect(try taken(Self.one(fixed) { $0.bounds.most = Cents(40) }, of: 1_000) == 40)
    #expect(try taken(Self.one(fixed) { $0.bounds.least = Cents(150) }, of: 1_000) == 150)
    #expect(try taken(Self.one(fixed) { $0.bounds.least = Cents(150) }, of: 120) == 120)
    #expect(try taken(Self.one(fixed) { $0.bounds.leave = Cents(950) }, of: 1_000) == 50)
    #expect(try taken(Self.one(fixed) { $0.bounds.leave = Cents(950) }, of: 900) == 0)
    let capped = try Self.one(fixed) { $0.bounds.mostOfYear = Cents(250) }
    var carry = Carry()
    var seen: [Int64] = []
    for month in 0..<5 {
      if month == 4 { carry = carry.inANewYear }
      let done = try waterfall(base: Cents(1_000), rules: capped, groups: [], carry: carry)
      carry = try Carry(residues: done.carry.residues.shuffled())
      #expect(carry == done.carry)
      seen.append(done.steps[0].taken.units)
    }
    #expect(seen == [100, 100, 50, 0, 100])
  }

  /// 2.5 % and 2.5 % of 101 are 2.525 each: apart 3 and 3, together 5 as 5 % is.
  @Test func `percentages of a rounding group are rounded together`() throws {
    let cut = Step.Take.percent(Ratio(1, 40), of: .base)
    for (name, expected): (String?, [Int64]) in [(nil, [3, 3, 95]), ("g", [3, 2, 96])] {
      var (one, other) = (step("x", cut, .reserve("106300")), step("y", cut, .reserve("106400")))
      (one.rounding, other.rounding) = (name, name)
      let both = try rules([one, other, step("z", .remainder, .reserve("106800"))])
      let done = try waterfall(base: Cents(101), rules: both, groups: [], carry: Carry())
      try expectSound(done)
      #expect(done.steps.map(\.taken.units) == expected)
    }
  }

  @Test func `a charge is never taken from a loss`() throws {
    let charge = Step(
      id: "loyer", frenchLabel: "", englishLabel: "", take: .fixed(Cents(50)),
      target: .party("ville"), nature: .charge, fallback: "106800")
    let both = try rules([charge, step("z", .remainder, .reserve("106800"))])
    for (base, expected): (Int64, Int64) in [(80, 50), (20, 20), (0, 0), (-80, 0)] {
      let done = try waterfall(base: Cents(base), rules: both, groups: [], carry: Carry())
      #expect(done.steps[0].taken.units == expected)
    }
  }

  static let keys: [(Step.Key, parts: [DeclaredGroup.Part], amount: Int64, expected: [Int64])] = [
    (.declared, [.init(.party("a"), weight: 3), .init(.party("b"), weight: 1)], 10, [8, 2]),
    (.declared, [.init(.party("a"), weight: 0), .init(.member("M1"), weight: 1)], 10, [10]),
    (.equal, [.init(.party("a")), .init(.member("M1")), .init(.member("M9"))], 10, [5, 5]),
    (.sharesDays, [.init(.member("M1")), .init(.member("M2"))], 9, [3, 6]),
    (
      .energy, [.init(.party("a"), sites: ["a"]), .init(.party("b"), sites: ["a", "b"])], 1_000,
      [12, 988]
    ),
    (.energy, [.init(.party("a"), sites: ["c"])], 7, [7]),
  ]

  @Test(arguments: keys)
  func `a declared group is divided by its key`(
    _ key: Step.Key, parts: [DeclaredGroup.Part], amount: Int64, expected: [Int64]
  ) throws {
    let rules = try RuleSet(
      name: "t", version: 1, validFrom: Day(number: 0), adoptedBy: "AG", base: .netResult,
      whenNegative: .mirror, groups: [DeclaredGroup(id: "g", parts: parts)],
      steps: [step("z", .remainder, .group("g"), key: key)], energyKey: .sharesDays)
    let done = try waterfall(
      base: Cents(amount), rules: rules, groups: groups(["M1": 31, "M2": 62]),
      measures: Self.measures, carry: Carry())
    try expectSound(done)
    #expect(done.finalShares.map(\.amount.units) == expected)
  }

  @Test func `colleges are divided by their own key`() throws {
    let people = groups(["M1": 30, "M2": 60], ["T1": 10], weights: (Ratio(1, 10), Ratio(9, 10)))
    for (key, expected): (Step.CollegeKey, [Int64]) in [
      (.revenue, [100, 900]), (.equal, [500, 500]), (.sharesDays, [900, 100]),
    ] {
      var all = step("z", .remainder, .colleges)
      all.collegeKey = key
      let done = try waterfall(
        base: Cents(1_000), rules: rules([all]), groups: people, carry: Carry())
      #expect(
        done.divisions[0].shares.map(\.amount.units) == expected, "\(key)")
    }
  }

  /// A deficit of 12 kWh, then 25 hours of 1 kWh for one share of a hundred: 11,750 Wh still owed.
  @Test func `unsold shares receive their part of the sun by name`() throws {
    let rows = [
      Residue(division: "energy/members", beneficiary: .member("M1"), weight: 1, owed: -1_200_000),
      Residue(division: "energy/members", beneficiary: .company, weight: 99, owed: 1_200_000),
    ]
    var carry = try Carry(residues: rows)
    var sold: Int64 = 0
    for _ in 0..<25 {
      let hour = try shareEnergy(
        WattHours(1_000), by: .sharesDays, groups: groups(["M1": 1]), unsold: 99, carry: carry)
      carry = hour.carry
      sold += hour.division.part(of: .member("M1"))?.units ?? 0
      #expect(hour.shares.map(\.beneficiary) == [.member("M1"), .company])
    }
    #expect(sold == 0)
    #expect(carry.residues.first?.owed == -1_175_000)
  }

  @Test func `a month whose rules change is split by days, its energy as measured`() throws {
    let first = try rules([step("a", .remainder, .reserve("106300"))])
    let second = try rules([step("b", .remainder, .reserve("106400"))])
    let days = try [("2025-06-01", "2025-06-10"), ("2025-06-11", "2025-06-30")].map {
      Period(first: try Day($0.0), last: try Day($0.1))
    }
    let people = groups(["M1": 1])
    let stretches = zip(zip(days, [first, second]), [7, 5] as [Int64]).map {
      Stretch(
        period: $0.0, rules: $0.1, groups: people, measures: Measures(), energy: WattHours($1))
    }
    for base: Int64 in [100, -100, 0, 1] {
      let shared = try sharePeriod(base: Cents(base), over: stretches, carry: Carry())
      let parts = shared.finalShares.map(\.amount.units)
      #expect(parts.reduce(0, +) == base)
      #expect(parts.first == (base == 1 ? 0 : base / 3))
      #expect(shared.energyShares.map(\.amount.units) == [7, 5])
    }
    var fixed = Measures()
    fixed.days = (1, 10, 30)
    #expect(fixed.prorated(Cents(100)).units == 33)
    fixed.days = (11, 30, 30)
    #expect(fixed.prorated(Cents(100)).units == 67)
  }

  @Test func `one cent among a hundred thousand is one cent to one of them, in turn`() throws {
    let holdings = (0..<100_000).map {
      Group.Holding(member: "M\(100_000 + $0)", shareDays: 31)
    }
    let people = [Group(college: "c", revenueWeight: .one, holdings: holdings)]
    let all = try rules([step("z", .remainder, .members)])
    var carry = Carry()
    var served: [Beneficiary] = []
    for _ in 0..<3 {
      let month = try waterfall(base: Cents(1), rules: all, groups: people, carry: carry)
      carry = month.carry
      let parts = month.divisions[0].parts
      #expect(parts.reduce(0, +) == 1 && parts.allSatisfy { $0 >= 0 })
      served += parts.indices.filter { parts[$0] == 1 }.map {
        month.divisions[0].key.beneficiaries[$0]
      }
    }
    #expect(served == [.member("M100000"), .member("M100001"), .member("M100002")])
  }
}
