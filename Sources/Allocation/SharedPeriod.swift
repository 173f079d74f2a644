public import Units

/// A stretch of days under one set of rules, with what it holds.
public struct Stretch: Hashable, Sendable {
  /// The days.
  public let period: Period
  /// The rules in force on them.
  public let rules: RuleSet
  /// The colleges and what their members weigh on them.
  public let groups: [Group]
  /// What the sites gave on them.
  public let measures: Measures
  /// The energy to share.
  public let energy: WattHours
  /// Shares × days that nobody holds.
  public let unsold: Int64

  /// A stretch of days.
  public init(
    period: Period, rules: RuleSet, groups: [Group], measures: Measures, energy: WattHours,
    unsold: Int64 = 0
  ) {
    self.period = period
    self.rules = rules
    self.groups = groups
    self.measures = measures
    self.energy = energy
    self.unsold = unsold
  }
}

/// A stretch shared out: its money and its energy.
public struct SharedStretch: Hashable, Sendable {
  /// The days, the rules, what they held.
  public let stretch: Stretch
  /// The money.
  public let money: Allocation
  /// The energy.
  public let energy: Division<WattHours>
}

/// A period shared out, by stretches when its rules change within.
public struct SharedPeriod: Hashable, Sendable {
  /// The base.
  public let base: Cents
  /// How the base was split among the stretches: by days; nothing when there is one.
  public let split: Division<Cents>?
  /// The stretches, in order.
  public let stretches: [SharedStretch]
  /// What the next period inherits.
  public let carry: Carry

  /// The lines of money whose amounts stay where they are.
  public var finalShares: [Share<Cents>] { stretches.flatMap(\.money.finalShares) }
  /// The lines of energy.
  public var energyShares: [Share<WattHours>] { stretches.flatMap(\.energy.shares) }
}

/// Shares a period out: its base by days where the rules change within, its energy as measured.
///
/// - Precondition: at least one stretch, each with an end.
/// - Throws: as ``waterfall(base:rules:groups:measures:carry:)``.
public func sharePeriod(
  base: Cents, over stretches: [Stretch], carry: Carry
) throws(AllocationRefusal) -> SharedPeriod {
  precondition(!stretches.isEmpty, "a period has days")
  var (split, bases): (Division<Cents>?, [Cents]) = (nil, [base])
  if stretches.count > 1 {
    var apart = Carry()
    let key = try Weights(
      stretches.map { (.from($0.period.first.description), Int64($0.period.length ?? 0)) })
    split = try .divide(
      base.units, DivisionName.split, by: key, step: DivisionName.split, nature: .entitlement,
      isFinal: false, carry: &apart)
    bases = split?.parts.map(Cents.init) ?? []
  }
  var shared: [SharedStretch] = []
  var carry = carry
  for (stretch, base) in zip(stretches, bases) {
    let money = try waterfall(
      base: base, rules: stretch.rules, groups: stretch.groups, measures: stretch.measures,
      carry: carry)
    let energy = try shareEnergy(
      stretch.energy, by: stretch.rules.energyKey, groups: stretch.groups,
      unsold: stretch.unsold, carry: money.carry)
    shared.append(SharedStretch(stretch: stretch, money: money, energy: energy.division))
    carry = energy.carry
  }
  return SharedPeriod(base: base, split: split, stretches: shared, carry: carry)
}
