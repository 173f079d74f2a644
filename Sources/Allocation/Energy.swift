public import Units

/// Energy divided among members, and what the next period inherits.
public struct EnergyAllocation: Hashable, Sendable {
  /// The lines, by member.
  public let shares: [Share<WattHours>]
  /// What the next period inherits.
  public let carry: Carry
}

/// Divides energy among all members by the engine that divides money.
///
/// What nobody's shares cover goes to ``Beneficiary/company``.
/// - Throws: as ``waterfall(base:rules:groups:carry:)``.
public func shareEnergy(
  _ energy: WattHours, by key: Step.Key, groups: [Group], carry: Carry
) throws(AllocationRefusal) -> EnergyAllocation {
  let weights = try Groups(groups).members(by: key)
  let division = Division(name: "\(Division.energyStep)/members", weights: weights)
  var carry = carry
  let lines = try division.divide(
    energy, step: Division.energyStep, nature: .entitlement, isFinal: true, carry: &carry)
  let unclaimed = Share.whole(
    energy, of: division.name, step: Division.energyStep, nature: .entitlement, to: .company,
    isFallback: true)
  return EnergyAllocation(shares: lines ?? [unclaimed], carry: carry)
}
