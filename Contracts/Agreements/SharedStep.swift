public import Units

/// How the production of one step is shared among those who consume it.
///
/// - Source: C. énergie art. L315-2; the four keys of the grid operator's conventions.
public enum SharingKey: Hashable, Sendable {
  /// By default: to each in proportion to what it consumes.
  case proportional
  /// So many millionths of the whole production to each consumer; fixed, or of the step.
  case pooled([Int64])
  /// So many millionths of each producer's production to each consumer.
  case paired([[Int64]])
}

/// One step of collective self-consumption: what each producer gave each consumer, in watt-hours.
///
/// Nobody is given more than it consumes: A = min(C, k·P). What is left of a production is its surplus,
/// so that the parts and the surplus sum to the production at every step, for every producer.
public struct SharedStep: Hashable, Sendable {
  /// What each producer gave each consumer.
  public let parts: [[Int64]]
  /// What is left of each production.
  public let surplus: [Int64]

  /// The whole of a key: a million millionths.
  public static let whole: Int64 = 1_000_000

  /// Shares a step; wattHours that a key does not divide go to the largest remainders.
  ///
  /// - Precondition: no energy below zero, as many coefficients as consumers (and producers), whose sums are
  ///   at most ``whole``.
  /// - Throws: ``UnitRefusal/sumIsTooLarge``.
  /// - Complexity: O(producers × consumers).
  public init(
    production: [Int64], consumption: [Int64], key: SharingKey
  ) throws(UnitRefusal) {
    switch key {
    case .proportional:
      let produced = try SharedStep.sum(production)
      let consumed = try SharedStep.sum(consumption)
      let given =
        produced >= consumed
        ? consumption : try SharedStep.divide(produced, by: consumption)
      parts = try SharedStep.source(given, from: production)
    case .pooled(let shares):
      let quotas = try SharedStep.quotas(of: SharedStep.sum(production), shares)
      let given = zip(quotas, consumption).map(min)
      parts = try SharedStep.source(given, from: production)
    case .paired(let shares):
      var parts: [[Int64]] = []
      for (produced, shares) in zip(production, shares) {
        parts.append(try SharedStep.quotas(of: produced, shares))
      }
      self.parts = try SharedStep.limit(parts, to: consumption)
    }
    surplus = zip(production, parts).map { produced, given in produced - given.reduce(0, +) }
  }

  /// What the coefficients make of an amount; what they leave is nobody's.
  private static func quotas(
    of amount: Int64, _ shares: [Int64]
  ) throws(UnitRefusal) -> [Int64] {
    let rest = whole - shares.reduce(0, +)
    return Array(try divide(amount, by: shares + [rest]).dropLast())
  }

  /// From whom each consumer has what it is given: from all in proportion to what they produced.
  private static func source(
    _ given: [Int64], from production: [Int64]
  ) throws(UnitRefusal) -> [[Int64]] {
    var left = try divide(try sum(given), by: production)
    var parts = production.map { _ in [Int64]() }
    for amount in given {
      let taken = try divide(amount, by: left)
      for producer in left.indices {
        parts[producer].append(taken[producer])
        left[producer] -= taken[producer]
      }
    }
    return parts
  }

  /// A consumer that is given more than it consumes takes of each in proportion to what it gave.
  private static func limit(
    _ parts: [[Int64]], to consumption: [Int64]
  ) throws(UnitRefusal) -> [[Int64]] {
    var parts = parts
    for (consumer, consumed) in consumption.enumerated() {
      let given = parts.map { $0[consumer] }
      guard try sum(given) > consumed else { continue }
      for (producer, amount) in try divide(consumed, by: given).enumerated() {
        parts[producer][consumer] = amount
      }
    }
    return parts
  }

  private static func divide(
    _ amount: Int64, by weights: [Int64]
  ) throws(UnitRefusal) -> [Int64] {
    guard weights.count > 1 else { return weights.isEmpty ? [] : [amount] }
    var key = try Apportionment(weights: weights)
    return key.divide(amount) ?? weights.map { _ in 0 }
  }

  private static func sum(_ amounts: [Int64]) throws(UnitRefusal) -> Int64 {
    try WattHours.sum(amounts.map { WattHours($0) }).units
  }
}
