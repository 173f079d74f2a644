/// A key that divides whole numbers among parties, and remembers what each is still owed.
///
/// Every party i has a weight w_i of W in all. Of an amount x it is due x·w_i/W, seldom a whole
/// number; the part it did not get is kept as an integer over W and counts next time. So the parts
/// always sum to x, nobody drifts from the exact share over any number of periods, and the result
/// depends neither on the machine nor on the order of files.
///
///     owed_i += x·w_i;  p_i = max(0, ⌊owed_i / W⌋)
///     missing units go one by one to the largest owed_i − p_i·W, ties to the lowest rank;
///     units too many (from the floor at zero) come back from the smallest among p_i > 0
///     owed_i −= p_i·W
///
/// While every party's share of each amount is one unit or more, nobody is ever more than one unit
/// from the exact share. With fewer units than parties nobody ever has more than one too many, but
/// somebody may for a while be owed a little more than one: weights 1,1,1,1,3,3,3,3 and the amounts
/// 6, 2, 3 leave one party owed 17/16. Up to four parties the bound of one always holds.
///
/// A negative amount is the mirror of its magnitude. With nothing owed beforehand this is the
/// largest-remainder method of Hamilton.
/// - Source: Hamilton's method with carried remainders; see `Contracts/Schemas/allocation.md`.
public struct Apportionment: Hashable, Sendable {
  /// The weights, none negative, in canonical order of the parties.
  public let weights: [Int64]
  /// What each party is still owed, as a numerator over ``total``; they sum to zero.
  public private(set) var owed: [Int128]
  /// The sum of the weights.
  public let total: Int128

  /// A key of these weights with nothing owed.
  ///
  /// - Throws: ``UnitRefusal/weightIsNegative(_:)``, ``UnitRefusal/sumIsTooLarge`` when the weights
  ///   sum beyond 64 bits.
  public init(weights: [Int64]) throws(UnitRefusal) {
    try self.init(weights: weights, owed: Array(repeating: 0, count: weights.count))
  }

  /// A key of these weights with residues carried in.
  ///
  /// - Precondition: as many residues as weights, summing to zero.
  /// - Throws: as ``init(weights:)``.
  public init(weights: [Int64], owed: [Int128]) throws(UnitRefusal) {
    precondition(owed.count == weights.count, "one residue a weight")
    precondition(owed.reduce(0, +) == 0, "residues sum to zero")
    if let negative = weights.first(where: { $0 < 0 }) { throw .weightIsNegative(negative) }
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard Int64(exactly: total) != nil else { throw .sumIsTooLarge }
    self.weights = weights
    self.owed = owed
    self.total = total
  }

  /// Divides an amount, and carries the residues; nothing when every weight is zero.
  ///
  /// - Returns: one part a weight, summing to `amount` exactly.
  /// - Complexity: O(n log n) in the number of parties.
  public mutating func divide(_ amount: Int64) -> [Int64]? {
    guard total > 0 else { return nil }
    let sign: Int128 = amount < 0 ? -1 : 1
    let parts = share(Int128(amount) * sign, sign: sign)
    return parts.map { Int64($0 * sign) }
  }

  /// Divides a magnitude; residues are read and written with the sign of the amount.
  private mutating func share(_ magnitude: Int128, sign: Int128) -> [Int128] {
    var due = zip(owed, weights).map { $0 * sign + magnitude * Int128($1) }
    var parts = due.map { max(0, Rounding.down.quotient($0, total)) }
    for index in due.indices { due[index] -= parts[index] * total }
    var missing = magnitude - parts.reduce(0, +)
    if missing > 0 {
      let largestFirst = due.indices.sorted { due[$0] != due[$1] ? due[$0] > due[$1] : $0 < $1 }
      for index in largestFirst.prefix(Int(missing)) {
        parts[index] += 1
        due[index] -= total
      }
    }
    while missing < 0 {
      let positive = due.indices.filter { parts[$0] > 0 }
      let smallestFirst = positive.sorted { due[$0] != due[$1] ? due[$0] < due[$1] : $0 > $1 }
      for index in smallestFirst.prefix(Int(-missing)) {
        parts[index] -= 1
        due[index] += total
        missing += 1
      }
    }
    owed = due.map { $0 * sign }
    return parts
  }
}
