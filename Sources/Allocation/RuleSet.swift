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
  /// The groups that steps may serve.
  public let groups: [DeclaredGroup]
  /// The steps, in order; the last one takes the remainder.
  public let steps: [Step]
  /// How energy is divided among members.
  public let energyKey: Step.Key
  /// How many shares all the roofs are worth, sold or not; nothing when only those held count.
  public let sharesInAll: Int64?

  /// Rules that leave nothing undivided.
  ///
  /// - Throws: the first of ``faults(_:groups:energyKey:)``.
  public init(
    name: String, version: Int, validFrom: Day, adoptedBy: String, base: Base,
    whenNegative: WhenNegative, groups: [DeclaredGroup] = [], steps: [Step],
    energyKey: Step.Key, sharesInAll: Int64? = nil
  ) throws(AllocationRefusal) {
    if let fault = RuleSet.faults(steps, groups: groups, energyKey: energyKey).first {
      throw fault.refusal
    }
    self.name = name
    self.version = version
    self.validFrom = validFrom
    self.adoptedBy = adoptedBy
    self.base = base
    self.whenNegative = whenNegative
    self.groups = groups
    self.steps = steps
    self.energyKey = energyKey
    self.sharesInAll = sharesInAll
  }

  /// `partage@2`: by what name a closing tells them.
  public var reference: String { "\(name)@\(version)" }

  /// Shares × days that nobody holds, of those that all the roofs are worth.
  public func unsold(days: Int64, held: Int64) throws(AllocationRefusal) -> Int64 {
    guard let sharesInAll else { return 0 }
    let (all, tooLarge) = sharesInAll.multipliedReportingOverflow(by: days)
    guard !tooLarge else { throw .sumIsTooLarge }
    return max(0, all - held)
  }
}
