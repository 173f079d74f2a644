/// An exact rational number: a tariff, a percentage, a coefficient.
///
/// Kept in lowest terms.
public struct Ratio: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The numerator, with the sign.
  public let numerator: Int64
  /// The denominator, positive.
  public let denominator: Int64

  /// Zero.
  public static let zero = Ratio(0, 1)
  /// One.
  public static let one = Ratio(1, 1)

  /// The quotient of two integers, reduced.
  ///
  /// - Precondition: `denominator` is positive.
  public init(_ numerator: Int64, _ denominator: Int64) {
    precondition(denominator > 0, "a ratio has a positive denominator")
    let divisor = Int64(greatestCommonDivisor(Int128(numerator), Int128(denominator)))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Reads a decimal number with a point, such as `0.1207` or `-3`; at most 15 decimals.
  ///
  /// - Throws: ``UnitRefusal/numberIsNotDecimal(_:)``, ``UnitRefusal/numberIsTooFine(_:decimals:)``.
  public init(decimal text: String) throws(UnitRefusal) {
    let (value, decimals) = try parseDecimal(text, mostDecimals: 15)
    self.init(value, powerOfTen(decimals))
  }

  /// The amount times this ratio, as a whole number.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge`` when the result does not fit.
  public func of<Q: Quantity>(_ amount: Q, _ rounding: Rounding) throws(UnitRefusal) -> Q {
    Q(try of(amount.units, rounding))
  }

  /// The integer times this ratio, as a whole number.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge`` when the result does not fit.
  public func of(_ amount: Int64, _ rounding: Rounding) throws(UnitRefusal) -> Int64 {
    let exact = Int128(amount) * Int128(numerator)
    guard let narrow = Int64(exactly: rounding.quotient(exact, Int128(denominator))) else {
      throw .sumIsTooLarge
    }
    return narrow
  }

  /// Orders by value.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }

  /// `n/d`, or `n` alone for a whole number.
  public var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }

  /// The value as a decimal with a point when it has an exact one, else `n/d`.
  public var decimalDescription: String {
    var decimals = 0
    var scaled = Int128(numerator)
    while decimals <= 15 {
      if scaled.isMultiple(of: Int128(denominator)) {
        return decimalText(Int64(scaled / Int128(denominator)), decimals: decimals)
      }
      scaled *= 10
      decimals += 1
    }
    return description
  }
}

extension Ratio: Codable {
  /// Reads `n/d` or a decimal.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let n = Int64(parts[0]), let d = Int64(parts[1]), d > 0 {
      self.init(n, d)
    } else {
      try self.init(decimal: text)
    }
  }

  /// Writes the decimal when exact, else `n/d`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(decimalDescription)
  }
}
