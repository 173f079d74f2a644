internal import Units

/// One act of dividing: an amount, a key, the residues before and after.
struct Division {
  static let energyStep = "energy"

  let name: String
  let weights: Weights

  /// Divides and leaves the residues in the carry; nothing when nobody weighs anything.
  func divide<Amount: Quantity>(
    _ amount: Amount, step: String, nature: Step.Nature, isFinal: Bool, carry: inout Carry
  ) throws(AllocationRefusal) -> [Share<Amount>]? {
    guard !weights.weights.isEmpty else { return nil }
    var key = try apportionment(carrying: carry)
    let before = key.owed
    guard let parts = key.divide(amount.units) else { return nil }
    carry.divisions[name] = weights.beneficiaries.indices.map {
      Residue(
        division: name, beneficiary: weights.beneficiaries[$0], weight: weights.weights[$0],
        owed: key.owed[$0])
    }
    return parts.indices.map {
      Share(
        step: step, division: name, nature: nature, beneficiary: weights.beneficiaries[$0],
        weight: weights.weights[$0], totalWeight: Int64(key.total), divided: amount,
        residueIn: before[$0], amount: Amount(parts[$0]), residueOut: key.owed[$0],
        isFinal: isFinal, isFallback: false)
    }
  }

  /// The key with what it carries: as it stands when the key is the same, else re-based.
  private func apportionment(carrying carry: Carry) throws(AllocationRefusal) -> Apportionment {
    let known = carry.divisions[name] ?? []
    let isSameKey =
      known.map(\.weight) == weights.weights && known.map(\.beneficiary) == weights.beneficiaries
    do throws(UnitRefusal) {
      guard !isSameKey else {
        return try Apportionment(weights: weights.weights, owed: known.map(\.owed))
      }
      let fresh = try Apportionment(weights: weights.weights)
      let old = known.reduce(Int128(0)) { $0 + Int128($1.weight) }
      guard old > 0 else { return fresh }
      let owed = Dictionary(known.map { ($0.beneficiary, $0.owed) }) { first, _ in first }
      let staying = weights.beneficiaries.map { owed[$0] ?? 0 }
      return try Apportionment(
        weights: weights.weights, owed: rebased(staying, from: old, to: fresh.total))
    } catch {
      throw .sumIsTooLarge
    }
  }
}
