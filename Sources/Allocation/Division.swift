public import Units

/// One act of dividing: an amount, a key, everybody's part, the residues before and after.
///
/// Whatever is divided proves itself, line by line: see ``Share``.
public struct Division<Amount: Quantity>: Hashable, Sendable {
  /// The step of the rules.
  public let step: String
  /// The name of the division within the step.
  public let name: String
  /// What the parts are in the books.
  public let nature: Step.Nature
  /// What is divided: units of ``Amount``, or of a measure when the name ends in `/per-…`.
  public let divided: Int64
  /// Among whom, and by what weights; empty when nobody weighs anything.
  public let key: Weights
  /// What each was owed before, over the sum of the weights, already brought to this key.
  public let residuesIn: [Int128]
  /// What each receives.
  public let parts: [Int64]
  /// What each is owed after.
  public let residuesOut: [Int128]
  /// Whether the amounts stay where they are, rather than being divided further.
  public let isFinal: Bool
  /// Whether nobody's weight claimed the amount, so that the step's fallback has it.
  public let isFallback: Bool

  /// The lines, in canonical order.
  public var shares: [Share<Amount>] { key.beneficiaries.indices.map(share) }

  /// One line.
  public func share(_ index: Int) -> Share<Amount> {
    Share(
      step: step, division: name, nature: nature, beneficiary: key.beneficiaries[index],
      weight: isFallback ? 0 : key.weights[index], totalWeight: isFallback ? 0 : key.total,
      divided: Amount(divided), residueIn: residuesIn[index], amount: Amount(parts[index]),
      residueOut: residuesOut[index], isFinal: isFinal, isFallback: isFallback)
  }

  /// What a beneficiary receives; nothing for whoever has no part in it.
  ///
  /// - Complexity: O(log n).
  public func part(of beneficiary: Beneficiary) -> Amount? {
    place(of: beneficiary).map { Amount(parts[$0]) }
  }

  /// Where in the key a beneficiary stands.
  ///
  /// - Complexity: O(log n).
  public func place(of beneficiary: Beneficiary) -> Int? {
    var (low, high) = (0, key.beneficiaries.count)
    while low < high {
      let middle = (low + high) / 2
      if key.beneficiaries[middle] < beneficiary { low = middle + 1 } else { high = middle }
    }
    return low < key.beneficiaries.count && key.beneficiaries[low] == beneficiary ? low : nil
  }
}

extension Division {
  /// The whole of an amount to one beneficiary.
  static func whole(
    _ amount: Amount, _ name: String, step: String, nature: Step.Nature,
    to beneficiary: Beneficiary, isFallback: Bool = false
  ) -> Division {
    Division(
      step: step, name: name, nature: nature, divided: amount.units,
      key: Weights(only: beneficiary), residuesIn: [0], parts: [amount.units], residuesOut: [0],
      isFinal: true, isFallback: isFallback)
  }

  /// Divides and leaves the residues in the carry; nothing when nobody weighs anything.
  static func divide(
    _ amount: Int64, _ name: String, by key: Weights, step: String, nature: Step.Nature,
    isFinal: Bool, carry: inout Carry
  ) throws(AllocationRefusal) -> Division? {
    guard !key.weights.isEmpty else { return nil }
    var engine = try carry.apportionment(name, key)
    let before = engine.owed
    guard let parts = engine.divide(amount) else { return nil }
    carry.divisions[name] = Carry.Owed(key: key, owed: engine.owed)
    return Division(
      step: step, name: name, nature: nature, divided: amount, key: key, residuesIn: before,
      parts: parts, residuesOut: engine.owed, isFinal: isFinal, isFallback: false)
  }
}

/// The names that divisions have, and that no step may take.
enum DivisionName {
  static let energy = "energy"
  static let split = "split"
  /// Words by which figures of a closing are asked for.
  static let reserved = [energy, split, "result", "sales", "entitlement", "deficit"]
}

/// A line of text that is a name: ASCII letters, digits, `.`, `_`, `-`.
func isName(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [45, 46, 95].contains(byte)
    }
}
