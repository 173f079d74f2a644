internal import Units

/// Beneficiaries with weights above zero, in canonical order, the weights in lowest terms.
///
/// Lowest terms make two months of different length one and the same key while nobody's holding
/// changes, so that residues pass from one to the other untouched.
struct Weights: Equatable {
  private(set) var beneficiaries: [Beneficiary] = []
  private(set) var weights: [Int64] = []

  /// Takes pairs in canonical order.
  init(_ pairs: [(beneficiary: Beneficiary, weight: Int64)]) {
    let divisor = pairs.reduce(Int64(0)) {
      Int64(greatestCommonDivisor(Int128($0), Int128($1.weight)))
    }
    for pair in pairs where pair.weight > 0 {
      beneficiaries.append(pair.beneficiary)
      weights.append(pair.weight / divisor)
    }
  }

  /// The members of one college, or of all: one who stands in several counts the sum.
  init(members: [Group.Holding], _ key: Step.Key) throws(AllocationRefusal) {
    var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
    var last: String?
    for holding in members.sorted(by: { bytewise($0.member, $1.member) }) {
      let weight = key == .equal ? min(holding.shareDays, 1) : holding.shareDays
      guard holding.member == last else {
        pairs.append((.member(holding.member), weight))
        last = holding.member
        continue
      }
      let (sum, tooLarge) = pairs[pairs.count - 1].weight.addingReportingOverflow(weight)
      guard !tooLarge else { throw .sumIsTooLarge }
      pairs[pairs.count - 1].weight = key == .equal ? min(sum, 1) : sum
    }
    self.init(pairs)
  }
}
