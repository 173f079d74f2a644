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

/// The colleges of a period in canonical order, checked once.
struct Groups {
  let all: [Group]

  init(_ groups: [Group]) throws(AllocationRefusal) {
    let sorted = groups.sorted { bytewise($0.college, $1.college) }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.college == other.college {
      throw .collegeIsRepeated(one.college)
    }
    for group in sorted {
      if group.revenueWeight < .zero { throw .weightIsNegative(of: group.college) }
      var seen: Set<String> = []
      for holding in group.holdings {
        if holding.shareDays < 0 { throw .weightIsNegative(of: holding.member) }
        if !seen.insert(holding.member).inserted {
          throw .memberIsRepeated(holding.member, college: group.college)
        }
      }
    }
    all = sorted
  }

  /// What every member weighs, over all colleges.
  func members(by key: Step.Key) throws(AllocationRefusal) -> Weights {
    try Weights(members: all.flatMap(\.holdings), key)
  }

  /// The colleges by revenue weight.
  func colleges() throws(AllocationRefusal) -> Weights {
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
    return Weights(pairs)
  }
}

/// Orders texts by their bytes, the same on every machine.
func bytewise(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
