internal import Units

/// Brings residues from one key to another.
///
/// What those who stay are owed, A, and what they had too much, B, no longer agree once somebody
/// left. Both are brought to the smaller of the two, expressed over the new sum of weights; each
/// side is then shared in proportion to what each held of it, by largest remainder. So the residues
/// sum to zero, nobody changes side, and nobody's grows by more than one part of the new sum.
///
///     m = ⌊min(A, B)·W′ / W⌋;  owed′_i = ± largest remainder of m·|owed_i| / (A or B)
///
/// - Source: `Contracts/Schemas/allocation.md`, "When the key changes".
func rebased(_ owed: [Int128], from old: Int128, to new: Int128) -> [Int128] {
  let owing = owed.map { UInt128(max(0, $0)) }
  let overpaid = owed.map { UInt128(max(0, -$0)) }
  let smaller = min(owing.reduce(0, +), overpaid.reduce(0, +))
  let common = quotient(smaller, UInt128(new), by: UInt128(old)).quotient
  return zip(proportions(of: common, owing), proportions(of: common, overpaid)).map {
    Int128($0) - Int128($1)
  }
}

/// Divides a total in proportion by largest remainder, ties to the lowest rank.
private func proportions(of total: UInt128, _ weights: [UInt128]) -> [UInt128] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights }
  let exact = weights.map { quotient(total, $0, by: sum) }
  var parts = exact.map(\.quotient)
  let missing = Int(total - parts.reduce(0, +))
  guard missing > 0 else { return parts }
  let largestFirst = exact.indices.sorted {
    exact[$0].remainder != exact[$1].remainder
      ? exact[$0].remainder > exact[$1].remainder : $0 < $1
  }
  for index in largestFirst.prefix(missing) { parts[index] += 1 }
  return parts
}

/// a·b / c in exact integers of any size the quotient fits.
private func quotient(
  _ a: UInt128, _ b: UInt128, by c: UInt128
) -> (quotient: UInt128, remainder: UInt128) {
  let (product, tooLarge) = a.multipliedReportingOverflow(by: b)
  guard tooLarge else { return product.quotientAndRemainder(dividingBy: c) }
  return c.dividingFullWidth(a.multipliedFullWidth(by: b))
}
