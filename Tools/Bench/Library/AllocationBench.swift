import Allocation
import Glibc
import Store
import Text
import Units

/// A month shared among members and sites under ten steps, at three sizes.
public struct AllocationBench {
  /// How many members, at the size of the goal.
  public let members: Int
  /// How many sites.
  public let sites: Int
  /// How many times everything is measured.
  public let runs: Int

  /// A benchmark.
  public init(members: Int, sites: Int, runs: Int) {
    self.members = members
    self.sites = sites
    self.runs = runs
  }

  private struct Point {
    let members: Int
    let cpu: Int64
    let peak: Int64
    let exact: Bool
  }

  /// Measures a hundredth, the size itself and ten times it.
  ///
  /// - Throws: ``AllocationRefusal``.
  public func measure() throws -> Report {
    let points = try [members / 100, members, members * 10].map { try point(max(1, $0)) }
    let perMember = points.map { $0.cpu * 1000 / Int64($0.members) }
    let names = points.map { "\($0.members) members: CPU, per member, memory per member" }
    let isGoal = members == 100_000 && sites >= 100
    let figures = zip(names, zip(points, perMember)).map { name, found in
      Figure(
        name: name,
        value: "\(found.0.cpu / 1000) ms, \(found.1) ns, \(found.0.peak / Int64(found.0.members)) B"
      )
    }
    return Report(
      title: "allocation: a month, \(sites) sites, ten steps and the energy, medians of \(runs)",
      figures: figures + [
        Figure(
          name: "CPU of \(members) members", value: "\(points[1].cpu / 1000) ms",
          goal: "under 1 s for 100,000", isReached: isGoal ? points[1].cpu < 1_000_000 : nil),
        Figure(
          name: "CPU per member, ten times over once",
          value: Thousandths(perMember[2], over: max(1, perMember[1])).description,
          goal: "linear", isReached: isGoal ? perMember[2] < 2 * perMember[1] : nil),
        Figure(
          name: "sums", value: points.allSatisfy(\.exact) ? "exact" : "wrong", goal: "exact",
          isReached: points.allSatisfy(\.exact)),
      ],
      details: [
        "points": .array(
          points.map {
            [
              "members": .integer(Int64($0.members)), "cpuMicroseconds": .integer($0.cpu),
              "peakBytes": .integer($0.peak),
            ]
          })
      ])
  }

  private func point(_ count: Int) throws -> Point {
    let (groups, measures) = (self.groups(count), self.measures())
    let rules = try AllocationBench.rules()
    var times: [Int64] = []
    var exact = true
    let resident = AllocationBench.resident()
    var peak: Int64 = 0
    for _ in 0..<runs {
      var carry = Carry()
      // The first month makes the keys; the second is a month like any other.
      for month in 0..<2 {
        let start = clock()
        let shared = try waterfall(
          base: Cents(98_765_432), rules: rules, groups: groups, measures: measures, carry: carry)
        let energy = try shareEnergy(
          WattHours(40_000_000_001), by: .sharesDays, groups: groups, carry: shared.carry)
        if month == 1 { times.append(Int64(clock() - start)) }
        carry = energy.carry
        peak = max(peak, AllocationBench.resident() - resident)
        let sum = shared.divisions.filter(\.isFinal).reduce(Int64(0)) {
          $0 + $1.parts.reduce(0, +)
        }
        exact =
          exact && sum == 98_765_432 && energy.division.parts.reduce(0, +) == 40_000_000_001
      }
    }
    return Point(members: count, cpu: median(times), peak: peak, exact: exact)
  }

  private func groups(_ count: Int) -> [Group] {
    let weights = [Ratio(37, 100), Ratio(33, 100), Ratio(20, 100), Ratio(10, 100)]
    return weights.enumerated().map { college, weight in
      Group(
        college: "c\(college)", revenueWeight: weight,
        holdings: stride(from: college, to: count, by: 4).map {
          Group.Holding(
            member: "M\(10_000_000 + $0)", shareDays: Int64(($0 * 7919) % 997 + 1) * 31)
        })
    }
  }

  private func measures() -> Measures {
    var measures = Measures()
    for site in 0..<sites {
      var here = SiteMeasures()
      here.energy = WattHours(400_000_000 / Int64(sites) + Int64(site))
      here.wattDays = 36_000 * 31
      here.areaDays = 200 * 10_000 * 31
      here.sales = Cents(9_000_000 / Int64(sites))
      here.result = Cents(8_000_000 / Int64(sites))
      measures.sites["s\(site)"] = here
    }
    return measures
  }

  /// Ten steps of every kind; six of them reach all members.
  private static func rules() throws -> RuleSet {
    func step(
      _ id: String, _ take: Step.Take, _ target: Step.Target, _ key: Step.Key = .sharesDays
    ) -> Step {
      Step(
        id: id, frenchLabel: id, englishLabel: id, take: take, target: target, key: key,
        nature: .entitlement, fallback: "106800")
    }
    return try RuleSet(
      name: "bench", version: 1, validFrom: Day(number: 0), adoptedBy: "bench",
      base: .netResult, whenNegative: .mirror,
      steps: [
        step("a", .percent(Ratio(1, 20), of: .base), .reserve("106100")),
        step("b", .price(Ratio(1, 1000), .energy), .party("town")),
        step("c", .price(Ratio(4, 1), .power), .party("owner")),
        step("d", .fixed(Cents(12_345)), .reserve("106300")),
        step("e", .percent(Ratio(1, 10), of: .remaining), .members, .equal),
        step("f", .percent(Ratio(1, 50), of: .sales), .members),
        step("g", .percent(Ratio(1, 7), of: .remaining), .colleges),
        step("h", .price(Ratio(1, 2), .area), .members),
        step("i", .percent(Ratio(1, 3), of: .remaining), .members),
        step("j", .remainder, .colleges),
      ], energyKey: .sharesDays)
  }

  /// Resident memory in bytes.
  private static func resident() -> Int64 {
    guard let text = try? String(decoding: Disk.read("/proc/self/statm"), as: UTF8.self),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int64($0) })
    else { return 0 }
    return pages * 4096
  }
}
