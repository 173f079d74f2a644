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
  /// - Complexity: O(n) on average in the number of parties.
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
      for index in places(of: Int(missing), in: due) {
        parts[index] += 1
        due[index] -= total
      }
    }
    while missing < 0 {
      let positive = Array(due.indices.filter { parts[$0] > 0 }.reversed())
      // Whole rounds at once, while everybody can give.
      let most = positive.map { parts[$0] }.min() ?? 0
      let rounds = max(1, min(-missing / Int128(positive.count), most))
      let count = Int(min(-missing / rounds, Int128(positive.count)))
      for place in places(of: count, in: positive.map { -due[$0] }) {
        parts[positive[place]] -= rounds
        due[positive[place]] += rounds * total
        missing += rounds
      }
    }
    owed = due.map { $0 * sign }
    return parts
  }
}

/// The places of so many of the largest values, of equals the first.
///
/// - Complexity: O(n) on average: nothing is sorted.
private func places(of count: Int, in values: [Int128]) -> [Int] {
  guard count < values.count else { return Array(values.indices) }
  let threshold = largest(count, of: values)
  var equals = count - values.count { $0 > threshold }
  return values.indices.filter { index in
    if values[index] > threshold { return true }
    guard values[index] == threshold, equals > 0 else { return false }
    equals -= 1
    return true
  }
}

/// The value that so many reach, by parting values around the middle of three.
private func largest(_ count: Int, of values: [Int128]) -> Int128 {
  var values = values
  var (low, high, target) = (0, values.count - 1, count - 1)
  while low < high {
    let (a, b, c) = (values[low], values[(low + high) / 2], values[high])
    let pivot = max(min(a, b), min(max(a, b), c))
    var (left, right) = (low, high)
    while left <= right {
      while values[left] > pivot { left += 1 }
      while values[right] < pivot { right -= 1 }
      guard left <= right else { break }
      values.swapAt(left, right)
      left += 1
      right -= 1
    }
    if target <= right { high = right } else if target >= left { low = left } else { break }
  }
  target = min(target, values.count - 1)
  return values[target]
}
