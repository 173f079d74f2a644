public import Units

/// Allocation rules as the general meeting adopted them: an ordered list of steps.
public struct RuleSet: Hashable, Sendable {
  /// What the steps divide.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// The net result of the month: income minus charges.
    case netResult = "net-result"
  }

  /// What happens to a base below zero.
  public enum WhenNegative: String, Hashable, Sendable, CaseIterable {
    /// Every step divides it as it would its opposite, with the sign changed.
    case mirror
    /// Nothing is divided; the deficit is set against the bases to come.
    case carry
  }

  /// The name.
  public let name: String
  /// The version.
  public let version: Int
  /// The first day in force.
  public let validFrom: Day
  /// The resolution that adopted the rules.
  public let adoptedBy: String
  /// What the steps divide.
  public let base: Base
  /// What happens to a base below zero.
  public let whenNegative: WhenNegative
  /// The steps, in order; the last one takes the remainder.
  public let steps: [Step]
  /// How energy is divided among members.
  public let energyKey: Step.Key

  /// Rules that leave nothing undivided.
  ///
  /// - Throws: no step, a step named twice or badly, a percentage outside 0 to 1, a negative fixed
  ///   amount, a remainder that does not come last and only there.
  public init(
    name: String, version: Int, validFrom: Day, adoptedBy: String, base: Base,
    whenNegative: WhenNegative, steps: [Step], energyKey: Step.Key
  ) throws(AllocationRefusal) {
    for (index, step) in steps.enumerated() {
      try step.check()
      if steps[..<index].contains(where: { $0.id == step.id }) { throw .stepIsRepeated(step.id) }
      if step.take == .remainder, index < steps.count - 1 { throw .remainderIsNotLast(step.id) }
    }
    guard steps.last?.take == .remainder else { throw .nothingTakesTheRemainder }
    self.name = name
    self.version = version
    self.validFrom = validFrom
    self.adoptedBy = adoptedBy
    self.base = base
    self.whenNegative = whenNegative
    self.steps = steps
    self.energyKey = energyKey
  }
}

/// One step of the rules: what it takes, for whom, by which key.
public struct Step: Hashable, Sendable {
  /// What a percentage is taken of.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// The base before any step.
    case base
    /// What earlier steps left.
    case remaining
  }

  /// What a step takes; never more than what earlier steps left.
  public enum Take: Hashable, Sendable {
    /// A percentage, its rounding carried from month to month.
    case percent(Ratio, of: Part)
    /// A fixed amount.
    case fixed(Cents)
    /// All that is left.
    case remainder
  }

  /// Whom a step serves.
  public enum Target: Hashable, Sendable {
    /// A reserve, by its account.
    case reserve(String)
    /// A party outside the colleges.
    case party(String)
    /// The members of one college.
    case college(String)
    /// The colleges by revenue weight, then the members of each.
    case colleges
    /// All members at once.
    case members
  }

  /// How a step divides among members.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// By shares × days held.
    case sharesDays = "shares-days"
    /// One part for everyone who held a share.
    case equal
  }

  /// What a part is in the books.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// A charge of the month.
    case charge
    /// An intended appropriation to a reserve.
    case reserve
    /// An intended entitlement.
    case entitlement
  }

  /// The short name: ASCII letters, digits, `.`, `_`, `-`.
  public let id: String
  /// The name in French.
  public let frenchLabel: String
  /// The name in English.
  public let englishLabel: String
  /// What it takes.
  public let take: Take
  /// Whom it serves.
  public let target: Target
  /// How it divides among members.
  public let key: Key
  /// What its parts are in the books.
  public let nature: Nature
  /// The account of the reserve that receives what nobody's weight claims.
  public let fallback: String

  /// A step; ``RuleSet`` checks it.
  public init(
    id: String, frenchLabel: String, englishLabel: String, take: Take, target: Target,
    key: Key = .sharesDays, nature: Nature, fallback: String
  ) {
    self.id = id
    self.frenchLabel = frenchLabel
    self.englishLabel = englishLabel
    self.take = take
    self.target = target
    self.key = key
    self.nature = nature
    self.fallback = fallback
  }

  func check() throws(AllocationRefusal) {
    let isName = id.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [45, 46, 95].contains(byte)
    }
    guard !id.isEmpty, isName, id != Division.energyStep else { throw .stepIDIsMalformed(id) }
    switch take {
    case .percent(let ratio, _) where ratio < .zero || ratio > .one:
      throw .percentageIsOutOfRange(step: id, ratio)
    case .fixed(let amount) where amount.isNegative:
      throw .fixedAmountIsNegative(step: id, amount)
    default: break
    }
  }
}
