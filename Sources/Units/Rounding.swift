/// How an exact quotient becomes a whole number.
///
/// Every rounding in the house has one of these names.
public enum Rounding: String, Hashable, Sendable, Codable, CaseIterable {
  /// To the nearest; a half goes away from zero. The commercial rounding of French invoices.
  case halfAwayFromZero
  /// To the nearest; a half goes to the even neighbour.
  case halfToEven
  /// Cut towards zero.
  case towardZero
  /// To the whole number at or below.
  case down
  /// To the whole number at or above.
  case up

  /// The rounded quotient of two integers.
  ///
  /// - Precondition: `denominator` is positive.
  public func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    precondition(denominator > 0, "a rounding divides by a positive number")
    let (truncated, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return truncated }
    let away: Int128 = numerator < 0 ? -1 : 1
    switch self {
    case .towardZero: return truncated
    case .down: return numerator < 0 ? truncated - 1 : truncated
    case .up: return numerator < 0 ? truncated : truncated + 1
    case .halfAwayFromZero:
      return 2 * remainder.magnitude >= denominator.magnitude ? truncated + away : truncated
    case .halfToEven:
      let twice = 2 * remainder.magnitude
      if twice == denominator.magnitude {
        return truncated.isMultiple(of: 2) ? truncated : truncated + away
      }
      return twice > denominator.magnitude ? truncated + away : truncated
    }
  }
}
