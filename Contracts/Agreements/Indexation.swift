import Text
public import Units

/// How a price follows published indices: L = a + b·I/I₀ + c·J/J₀, with roundings of its own.
///
/// Coefficients, denominators and roundings are what the contract prints; none is derived.
///
/// - Source: arrêté du 9 mai 2017 (S17), arrêté du 6 octobre 2021 (S21): the price follows a
///   coefficient L at each anniversary of the contract.
public struct Indexation: Hashable, Sendable {
  /// One quotient of the formula.
  public struct Term: Hashable, Sendable {
    /// What it counts.
    public let weight: Ratio
    /// The series.
    public let index: String
    /// The figure printed in the contract, I₀.
    public let base: Ratio
  }

  /// The part that does not move.
  public let constant: Ratio
  /// The quotients.
  public let terms: [Term]
  /// To how many decimals the coefficient is rounded.
  public let coefficientDecimals: Int
  /// To how many decimals the price, in euros, is rounded.
  public let priceDecimals: Int
  /// How both are rounded.
  public let rounding: Rounding
  /// The first day from which a price may follow; without one, the first anniversary.
  public let from: Day?

  /// Reads `[purchase_contract.indexation]`.
  init(_ table: TableReader) {
    table.allow([
      "a", "term", "coefficient_decimals", "price_decimals", "rounding", "from", "note",
    ])
    constant = table.weight("a")
    terms = table.tables("term").map { row in
      row.allow(["weight", "index", "base"])
      let base = row.ratio("base")
      if row.has("base"), base <= .zero || base.denominator > 10_000 || base >= Ratio(1_000_000, 1)
      {
        row.refuse(AgreementRefusal.indexIsOutOfRange(base), at: "base")
      }
      return Term(weight: row.weight("weight"), index: row.text("index"), base: base)
    }
    coefficientDecimals = Int(table.optionalInteger("coefficient_decimals", in: 0...9) ?? 5)
    priceDecimals = Int(table.optionalInteger("price_decimals", in: 0...9) ?? 5)
    rounding =
      table.has("rounding")
      ? table.choice("rounding", Rounding.self) ?? .halfAwayFromZero : .halfAwayFromZero
    from = table.optionalDay("from")
    let isWhole = constant.sums(with: terms.map(\.weight), to: .one)
    if table.has("a"), table.faults.all.isEmpty, !isWhole || terms.isEmpty {
      table.refuse(AgreementRefusal.indexationIsNotWhole(terms: terms.count))
    }
  }

  /// The coefficient with the latest figures known on a day, or nothing while one is unknown.
  ///
  /// - Complexity: O(figures of the series).
  public func coefficient(on day: Day, _ indices: Indices) -> Coefficient? {
    var used: [IndexValue] = []
    var sum = Exact(constant)
    for term in terms {
      guard let value = indices.latest(term.index, knownOn: day) else { return nil }
      used.append(value)
      guard
        let part = Exact(term.weight).times(Exact(value.value))?.over(Exact(term.base)),
        let next = sum.plus(part)
      else { return nil }
      sum = next
    }
    return sum.rounded(coefficientDecimals, rounding).map { Coefficient(value: $0, used: used) }
  }

  /// A price times a coefficient, rounded as the contract says.
  public func price(_ initial: Ratio, times coefficient: Ratio) -> Ratio? {
    Exact(initial).times(Exact(coefficient))?.rounded(priceDecimals, rounding)
  }

  /// A coefficient, and the figures it comes from.
  public struct Coefficient: Hashable, Sendable {
    /// Its value.
    public let value: Ratio
    /// The figures of the series, in the order of the terms.
    public let used: [IndexValue]
  }
}

/// A fraction of wide integers: what a price is made of before it is rounded once.
struct Exact: Hashable {
  private let numerator: Int128
  private let denominator: Int128

  init(_ ratio: Ratio) {
    numerator = Int128(ratio.numerator)
    denominator = Int128(ratio.denominator)
  }

  private init?(_ numerator: Int128, _ denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard denominator > 0, let divisor = Int128(exactly: a) else { return nil }
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  func times(_ other: Exact) -> Exact? {
    product(numerator, other.numerator).flatMap { top in
      product(denominator, other.denominator).flatMap { Exact(top, $0) }
    }
  }

  /// - Precondition: the other is above zero.
  func over(_ other: Exact) -> Exact? {
    product(numerator, other.denominator).flatMap { top in
      product(denominator, other.numerator).flatMap { Exact(top, $0) }
    }
  }

  /// The opposite, which always exists: no numerator is as small as the smallest number.
  var opposite: Exact { Exact(-numerator, denominator) ?? self }

  /// The value, when it fits.
  var plain: Ratio? {
    guard let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) else {
      return nil
    }
    return Ratio(top, bottom)
  }

  func plus(_ other: Exact) -> Exact? {
    guard let left = product(numerator, other.denominator),
      let right = product(other.numerator, denominator),
      let bottom = product(denominator, other.denominator)
    else { return nil }
    let (top, isOver) = left.addingReportingOverflow(right)
    return isOver ? nil : Exact(top, bottom)
  }

  func rounded(_ decimals: Int, _ rounding: Rounding) -> Ratio? {
    guard let top = product(numerator, Int128(powerOfTen(decimals))),
      let units = Int64(exactly: rounding.quotient(top, denominator))
    else { return nil }
    return Ratio(units, powerOfTen(decimals))
  }

  private func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (value, isOver) = left.multipliedReportingOverflow(by: right)
    return isOver ? nil : value
  }
}

extension Ratio {
  /// Whether this and others sum to a value exactly.
  fileprivate func sums(with others: [Ratio], to total: Ratio) -> Bool {
    var sum: Exact? = Exact(self)
    for other in others { sum = sum?.plus(Exact(other)) }
    return sum == Exact(total)
  }
}

extension TableReader {
  /// A coefficient of a formula: from zero to one, six decimals at most.
  fileprivate func weight(_ key: String) -> Ratio {
    let value = ratio(key)
    guard value < .zero || value > .one || value.denominator > 1_000_000 else { return value }
    refuse(AgreementRefusal.weightIsOutOfRange(value), at: key)
    return .zero
  }
}
