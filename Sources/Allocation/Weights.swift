internal import Units

/// Beneficiaries with weights above zero, in canonical order, the weights in lowest terms.
///
/// Lowest terms make two months of different length one and the same key while nobody's holding
/// changes, so that residues pass from one to the other untouched.
public struct Weights: Hashable, Sendable {
  /// Who takes part, in canonical order.
  public private(set) var beneficiaries: [Beneficiary] = []
  /// What each weighs, above zero.
  public private(set) var weights: [Int64] = []
  /// The sum of the weights.
  public private(set) var total: Int64 = 0
  /// By what the weights were divided.
  public private(set) var divisor: Int64 = 1

  /// A key of one beneficiary.
  init(only beneficiary: Beneficiary) {
    (beneficiaries, weights, total) = ([beneficiary], [1], 1)
  }

  /// Takes pairs in canonical order; those without weight are left out.
  ///
  /// - Throws: ``AllocationRefusal/sumIsTooLarge`` when they sum beyond 64 bits.
  init(_ pairs: [(beneficiary: Beneficiary, weight: Int64)]) throws(AllocationRefusal) {
    divisor = max(
      1,
      pairs.reduce(Int64(0)) { divisor, pair in
        divisor == 1 ? 1 : Int64(greatestCommonDivisor(Int128(divisor), Int128(pair.weight)))
      })
    beneficiaries.reserveCapacity(pairs.count)
    weights.reserveCapacity(pairs.count)
    for pair in pairs where pair.weight > 0 {
      let weight = pair.weight / divisor
      let (sum, tooLarge) = total.addingReportingOverflow(weight)
      guard !tooLarge else { throw .sumIsTooLarge }
      beneficiaries.append(pair.beneficiary)
      weights.append(weight)
      total = sum
    }
  }

  /// The weights as they were kept: in lowest terms already.
  init(kept residues: [Residue]) {
    beneficiaries = residues.map(\.beneficiary)
    weights = residues.map(\.weight)
    total = weights.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// The members of one college, or of all: one who stands in several counts the sum.
  ///
  /// - Parameter holdings: by member number.
  init(
    members holdings: [Group.Holding], _ key: Step.Key,
    unclaimed: (beneficiary: Beneficiary, weight: Int64)? = nil
  ) throws(AllocationRefusal) {
    var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
    pairs.reserveCapacity(holdings.count + 1)
    var last: String?
    for holding in holdings {
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
    if let unclaimed { pairs.append(unclaimed) }
    pairs.sort { $0.beneficiary < $1.beneficiary }
    try self.init(pairs)
  }

  /// Whether the key is the same: the same beneficiaries with the same weights.
  func isSame(as other: Weights) -> Bool {
    weights == other.weights && beneficiaries == other.beneficiaries
  }
}
