public import Units

/// A base divided by rules: every line, and what the next period inherits.
public struct Allocation: Hashable, Sendable {
  /// The base as given.
  public let base: Cents
  /// The deficit that earlier periods left; zero or negative.
  public let deficitIn: Cents
  /// What was divided: the final lines sum to it.
  ///
  /// `base + deficitIn = divided + deficitOut`.
  public let divided: Cents
  /// The lines, step after step, in canonical order.
  public let shares: [Share<Cents>]
  /// What the next period inherits.
  public let carry: Carry

  /// The lines whose amounts stay where they are.
  public var finalShares: [Share<Cents>] { shares.filter(\.isFinal) }
  /// The deficit left to later periods; zero or negative.
  public var deficitOut: Cents { carry.deficit }
}

/// Divides a base by rules among reserves, parties and the members of colleges.
///
/// The result depends neither on the order of groups and members nor on the machine. A negative
/// base gives the mirror of its opposite, or is carried, as the rules say.
/// - Throws: colleges or members given twice, negative weights, a step for an unknown college,
///   sums beyond 64 bits.
/// - Complexity: O(n log n) for n members, for each step that reaches them.
public func waterfall(
  base: Cents, rules: RuleSet, groups: [Group], carry: Carry
) throws(AllocationRefusal) -> Allocation {
  let groups = try Groups(groups)
  let (sum, tooLarge) = base.units.addingReportingOverflow(carry.deficit.units)
  guard !tooLarge, sum != .min else { throw .sumIsTooLarge }
  var fall = Fall(base: Cents(sum), carry: carry)
  if sum < 0, rules.whenNegative == .carry {
    fall.carry.deficit = Cents(sum)
    return Allocation(
      base: base, deficitIn: carry.deficit, divided: .zero, shares: [], carry: fall.carry)
  }
  fall.carry.deficit = .zero
  for step in rules.steps { try fall.take(step, among: groups) }
  return Allocation(
    base: base, deficitIn: carry.deficit, divided: Cents(sum), shares: fall.shares,
    carry: fall.carry)
}

/// A base on its way down the steps.
private struct Fall {
  let base: Cents
  var remaining: Cents
  var shares: [Share<Cents>] = []
  var carry: Carry

  init(base: Cents, carry: Carry) {
    self.base = base
    self.remaining = base
    self.carry = carry
  }

  mutating func take(_ step: Step, among groups: Groups) throws(AllocationRefusal) {
    let taken = try amount(of: step)
    remaining -= taken
    switch step.target {
    case .reserve(let account): whole(taken, to: .reserve(account), of: step)
    case .party(let party): whole(taken, to: .party(party), of: step)
    case .college(let id):
      guard let group = groups.all.first(where: { $0.college == id }) else {
        throw .collegeIsUnknown(step: step.id, id)
      }
      try divide(taken, among: group, of: step)
    case .members:
      try divide(
        taken, Division(name: "\(step.id)/members", weights: groups.members(by: step.key)), step)
    case .colleges:
      let division = Division(name: "\(step.id)/colleges", weights: try groups.colleges())
      for part in try divide(taken, division, step, isFinal: false) {
        guard let group = groups.all.first(where: { .college($0.college) == part.beneficiary })
        else { continue }
        try divide(part.amount, among: group, of: step)
      }
    }
  }

  /// What a step takes; a step that asks for more than remains takes what remains.
  private mutating func amount(of step: Step) throws(AllocationRefusal) -> Cents {
    switch step.take {
    case .remainder: return remaining
    case .fixed(let fixed):
      let taken = min(fixed, remaining.magnitude)
      return remaining.isNegative ? -taken : taken
    case .percent(let ratio, let part):
      let whole = part == .base ? base : remaining
      let division = Division(
        name: "\(step.id)/cut",
        weights: Weights([
          (.taken, ratio.numerator), (.rest, ratio.denominator - ratio.numerator),
        ]))
      var rounded = carry
      let lines = try division.divide(
        whole, step: step.id, nature: step.nature, isFinal: false, carry: &rounded)
      let taken = lines?.first { $0.beneficiary == .taken }?.amount ?? .zero
      // The residue of a percentage rests in a period that could not pay it in full.
      guard taken.magnitude <= remaining.magnitude else { return remaining }
      carry = rounded
      shares += lines ?? []
      return taken
    }
  }

  private mutating func whole(_ amount: Cents, to beneficiary: Beneficiary, of step: Step) {
    shares.append(
      .whole(amount, of: step.id, step: step.id, nature: step.nature, to: beneficiary))
  }

  private mutating func divide(
    _ amount: Cents, among group: Group, of step: Step
  ) throws(AllocationRefusal) {
    let weights = try Weights(members: group.holdings, step.key)
    try divide(
      amount, Division(name: "\(step.id)/members/\(group.college)", weights: weights), step)
  }

  /// Divides, or gives the whole to the step's fallback when nobody weighs anything.
  @discardableResult
  private mutating func divide(
    _ amount: Cents, _ division: Division, _ step: Step, isFinal: Bool = true
  ) throws(AllocationRefusal) -> [Share<Cents>] {
    let lines = try division.divide(
      amount, step: step.id, nature: step.nature, isFinal: isFinal, carry: &carry)
    shares +=
      lines ?? [
        .whole(
          amount, of: division.name, step: step.id, nature: .reserve, to: .reserve(step.fallback),
          isFallback: true)
      ]
    return lines ?? []
  }
}
