public import Units

/// A college and what its members weigh in a period.
public struct Group: Hashable, Sendable {
  /// A member's weight.
  public struct Holding: Hashable, Sendable {
    /// The member's number.
    public let member: String
    /// Shares × days held in the period.
    public let shareDays: Int64

    /// A member's weight.
    public init(member: String, shareDays: Int64) {
      self.member = member
      self.shareDays = shareDays
    }
  }

  /// The college's short name.
  public let college: String
  /// Its part of what is divided among colleges.
  public let revenueWeight: Ratio
  /// Its members, in any order.
  public let holdings: [Holding]

  /// A college and its members' weights.
  public init(college: String, revenueWeight: Ratio, holdings: [Holding]) {
    self.college = college
    self.revenueWeight = revenueWeight
    self.holdings = holdings
  }
}

/// The colleges of a period in canonical order, checked once; keys are made once and kept.
struct Groups {
  let all: [Group]
  private var keys: [String: Weights] = [:]

  init(_ groups: [Group]) throws(AllocationRefusal) {
    var sorted = groups.sorted { bytewise($0.college, $1.college) }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.college == other.college {
      throw .collegeIsRepeated(one.college)
    }
    for index in sorted.indices { sorted[index] = try Groups.checked(sorted[index]) }
    all = sorted
  }

  private static func checked(_ group: Group) throws(AllocationRefusal) -> Group {
    if group.revenueWeight < .zero { throw .weightIsNegative(of: group.college) }
    let holdings = group.holdings.sorted { bytewise($0.member, $1.member) }
    var last: String?
    for holding in holdings {
      if holding.shareDays < 0 { throw .weightIsNegative(of: holding.member) }
      if holding.member == last {
        throw .memberIsRepeated(holding.member, college: group.college)
      }
      last = holding.member
    }
    return Group(
      college: group.college, revenueWeight: group.revenueWeight, holdings: holdings)
  }

  /// What every member weighs, over all colleges.
  mutating func members(
    by key: Step.Key, unclaimed: (beneficiary: Beneficiary, weight: Int64)? = nil
  ) throws(AllocationRefusal) -> Weights {
    let name = "\(key.rawValue) \(unclaimed?.weight ?? 0)"
    if let known = keys[name] { return known }
    let holdings = all.flatMap(\.holdings).sorted { bytewise($0.member, $1.member) }
    let weights = try Weights(members: holdings, key, unclaimed: unclaimed)
    keys[name] = weights
    return weights
  }

  /// What every member of a college weighs.
  mutating func members(
    of group: Group, by key: Step.Key
  ) throws(AllocationRefusal) -> Weights {
    let name = "\(key.rawValue)/\(group.college)"
    if let known = keys[name] { return known }
    let weights = try Weights(members: group.holdings, key)
    keys[name] = weights
    return weights
  }

  /// The colleges by their key.
  func colleges(by key: Step.CollegeKey) throws(AllocationRefusal) -> Weights {
    switch key {
    case .revenue: return try byRevenue()
    case .equal:
      return try Weights(
        all.map { (.college($0.college), $0.holdings.contains { $0.shareDays > 0 } ? 1 : 0) })
    case .sharesDays:
      var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
      for group in all {
        let sum = group.holdings.reduce(Int128(0)) { $0 + Int128($1.shareDays) }
        guard let weight = Int64(exactly: sum) else { throw .sumIsTooLarge }
        pairs.append((.college(group.college), weight))
      }
      return try Weights(pairs)
    }
  }

  private func byRevenue() throws(AllocationRefusal) -> Weights {
    var denominator: Int128 = 1
    for group in all {
      let next = Int128(group.revenueWeight.denominator)
      denominator = denominator / greatestCommonDivisor(denominator, next) * next
      guard Int64(exactly: denominator) != nil else { throw .sumIsTooLarge }
    }
    var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
    for group in all {
      let ratio = group.revenueWeight
      let scaled = Int128(ratio.numerator) * (denominator / Int128(ratio.denominator))
      guard let weight = Int64(exactly: scaled) else { throw .sumIsTooLarge }
      pairs.append((.college(group.college), weight))
    }
    return try Weights(pairs)
  }

  /// What a declared group's parts weigh.
  func parts(
    of declared: DeclaredGroup, by key: Step.Key, _ measures: Measures
  ) throws(AllocationRefusal) -> Weights {
    var shareDays: [String: Int64] = [:]
    if [.sharesDays, .equal].contains(key) {
      for holding in all.flatMap(\.holdings) {
        let (sum, tooLarge) = shareDays[holding.member, default: 0]
          .addingReportingOverflow(holding.shareDays)
        guard !tooLarge else { throw .sumIsTooLarge }
        shareDays[holding.member] = sum
      }
    }
    var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
    for part in declared.parts {
      var held: Int64 = 0
      if case .member(let number) = part.beneficiary { held = shareDays[number] ?? 0 }
      let weight: Int64
      switch key {
      case .declared: weight = part.weight ?? 0
      case .energy: weight = max(0, try measures.sum(\.energyUnits, of: part.sites))
      case .sharesDays: weight = held
      case .equal:
        if case .party = part.beneficiary { weight = 1 } else { weight = min(held, 1) }
      }
      pairs.append((part.beneficiary, weight))
    }
    return try Weights(pairs.sorted { $0.beneficiary < $1.beneficiary })
  }
}

/// Orders texts by their bytes, the same on every machine.
func bytewise(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
