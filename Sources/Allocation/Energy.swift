public import Units

/// Energy divided among members, and what the next period inherits.
public struct EnergyAllocation: Hashable, Sendable {
  /// The division, by member; to the company alone when nobody weighs anything.
  public let division: Division<WattHours>
  /// What the next period inherits.
  public let carry: Carry

  /// The lines, by member.
  public var shares: [Share<WattHours>] { division.shares }
}

/// Divides energy among all members by the engine that divides money.
///
/// What nobody's shares cover goes to ``Beneficiary/company``: everything when there are no shares;
/// when the rules say how many shares all the roofs are worth, the part of those not sold, as a
/// beneficiary like others, with a weight and a residue.
/// - Parameter unsold: shares × days that nobody holds.
/// - Throws: as ``waterfall(base:rules:groups:measures:carry:)``.
public func shareEnergy(
  _ energy: WattHours, by key: Step.Key, groups: [Group], unsold: Int64 = 0, carry: Carry
) throws(AllocationRefusal) -> EnergyAllocation {
  var groups = try Groups(groups)
  let weights = try groups.members(by: key, unclaimed: unsold > 0 ? (.company, unsold) : nil)
  let name = "\(DivisionName.energy)/members"
  var carry = carry
  let divided = try Division<WattHours>.divide(
    energy.units, name, by: weights, step: DivisionName.energy, nature: .entitlement,
    isFinal: true, carry: &carry)
  let unclaimed = Division<WattHours>.whole(
    energy, name, step: DivisionName.energy, nature: .entitlement, to: .company, isFallback: true)
  return EnergyAllocation(division: divided ?? unclaimed, carry: carry)
}
