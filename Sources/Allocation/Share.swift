public import Units

/// One line of an allocation: who receives what of which division, and why exactly that.
///
/// The whole derivation is in the line: `amount · totalWeight + residueOut = divided · weight +
/// residueIn`. The exact share of the amount divided is `divided · weight / totalWeight`.
public struct Share<Amount: Quantity>: Hashable, Sendable {
  /// The step of the rules.
  public let step: String
  /// The division within the step: `S/cut`, `S/colleges`, `S/members`, `S/members/COLLEGE`, or `S`
  /// when the step has one beneficiary.
  public let division: String
  /// What the part is in the books.
  public let nature: Step.Nature
  /// Who receives.
  public let beneficiary: Beneficiary
  /// The weight, in lowest terms.
  public let weight: Int64
  /// The sum of the weights of the division.
  public let totalWeight: Int64
  /// The amount divided.
  public let divided: Amount
  /// What was owed before, over ``totalWeight``, already brought to this key.
  public let residueIn: Int128
  /// What is received.
  public let amount: Amount
  /// What is owed after, over ``totalWeight``.
  public let residueOut: Int128
  /// Whether the amount stays here, rather than being divided further; these sum to the base.
  public let isFinal: Bool
  /// Whether nobody's weight claimed the amount, so that the step's fallback has it.
  public let isFallback: Bool

  /// The exact share as a fraction, not reduced, residue included.
  public var exact: (numerator: Int128, denominator: Int64) {
    (Int128(divided.units) * Int128(weight) + residueIn, totalWeight)
  }
}

extension Share {
  /// The whole of an amount to one beneficiary.
  static func whole(
    _ amount: Amount, of division: String, step: String, nature: Step.Nature,
    to beneficiary: Beneficiary, isFallback: Bool = false
  ) -> Share {
    Share(
      step: step, division: division, nature: nature, beneficiary: beneficiary,
      weight: isFallback ? 0 : 1, totalWeight: isFallback ? 0 : 1, divided: amount, residueIn: 0,
      amount: amount, residueOut: 0, isFinal: true, isFallback: isFallback)
  }
}
