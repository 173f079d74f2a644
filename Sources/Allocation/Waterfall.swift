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
  /// The divisions, step after step.
  public let divisions: [Division<Cents>]
  /// What each step took, in order.
  public let steps: [StepTaken]
  /// What the next period inherits.
  public let carry: Carry

  /// The lines, step after step, in canonical order.
  ///
  /// - Complexity: O(lines), each time it is asked.
  public var shares: [Share<Cents>] { divisions.flatMap(\.shares) }
  /// The lines whose amounts stay where they are.
  public var finalShares: [Share<Cents>] { divisions.filter(\.isFinal).flatMap(\.shares) }
  /// The deficit left to later periods; zero or negative.
  public var deficitOut: Cents { carry.deficit }
}

/// What a step took, and how it came to it.
public struct StepTaken: Hashable, Sendable {
  /// The step.
  public let step: String
  /// What was left before it.
  public let before: Cents
  /// What it asked for, before any bound.
  public let asked: Cents
  /// What it took.
  public let taken: Cents
}

/// Divides a base by rules among reserves, parties and the members of colleges.
///
/// The result depends neither on the order of groups and members nor on the machine. A negative
/// base gives the mirror of its opposite, or is carried, as the rules say.
/// - Throws: colleges or members given twice, negative weights, a step for an unknown college,
///   sums beyond 64 bits.
/// - Complexity: O(n) on average for n members, for each step that reaches them; O(n log n) once.
public func waterfall(
  base: Cents, rules: RuleSet, groups: [Group], measures: Measures = Measures(), carry: Carry
) throws(AllocationRefusal) -> Allocation {
  let groups = try Groups(groups)
  let (sum, tooLarge) = base.units.addingReportingOverflow(carry.deficit.units)
  guard !tooLarge, sum != .min else { throw .sumIsTooLarge }
  if sum < 0, rules.whenNegative == .carry {
    var carry = carry
    let deficitIn = carry.deficit
    carry.deficit = Cents(sum)
    return Allocation(
      base: base, deficitIn: deficitIn, divided: .zero, divisions: [], steps: [], carry: carry)
  }
  var fall = Fall(Cents(sum), rules, groups, measures, carry)
  fall.carry.deficit = .zero
  for step in rules.steps { try fall.take(step) }
  return Allocation(
    base: base, deficitIn: carry.deficit, divided: Cents(sum), divisions: fall.divisions,
    steps: fall.steps, carry: fall.carry)
}

/// A base on its way down the steps.
struct Fall {
  let base: Cents
  let rules: RuleSet
  let measures: Measures
  var groups: Groups
  var remaining: Cents
  var divisions: [Division<Cents>] = []
  var steps: [StepTaken] = []
  var carry: Carry
  /// What a group of percentages rounded together came to.
  var rounded: [String: [Beneficiary: Cents]] = [:]

  init(_ base: Cents, _ rules: RuleSet, _ groups: Groups, _ measures: Measures, _ carry: Carry) {
    self.base = base
    self.rules = rules
    self.measures = measures
    self.groups = groups
    self.carry = carry
    remaining = base
  }

  mutating func take(_ step: Step) throws(AllocationRefusal) {
    let before = remaining
    let (asked, taken) = try amount(of: step)
    remaining -= taken
    steps.append(StepTaken(step: step.id, before: before, asked: asked, taken: taken))
    if step.bounds.mostOfYear != nil { carry.takenOfYear[step.id, default: .zero] += taken }
    switch step.target {
    case .reserve(let account): whole(taken, to: .reserve(account), of: step)
    case .party(let party): whole(taken, to: .party(party), of: step)
    case .college(let id):
      guard let group = groups.all.first(where: { $0.college == id }) else {
        throw .collegeIsUnknown(step: step.id, id)
      }
      try divide(taken, among: group, of: step)
    case .members: try divide(taken, "members", by: groups.members(by: step.key), step)
    case .group(let id):
      guard let declared = rules.groups.first(where: { $0.id == id }) else {
        throw .groupIsUnknown(step: step.id, id)
      }
      try divide(
        taken, "group/\(id)", by: groups.parts(of: declared, by: step.key, measures), step)
    case .colleges: try divide(amongColleges: taken, step)
    }
  }

  private mutating func divide(
    amongColleges taken: Cents, _ step: Step
  ) throws(AllocationRefusal) {
    let parts = try divide(
      taken, "colleges", by: groups.colleges(by: step.collegeKey), step, isFinal: false)
    for index in parts?.parts.indices ?? 0..<0 {
      guard let parts, case .college(let id) = parts.key.beneficiaries[index],
        let group = groups.all.first(where: { $0.college == id })
      else { continue }
      try divide(Cents(parts.parts[index]), among: group, of: step)
    }
  }

  private mutating func whole(_ amount: Cents, to beneficiary: Beneficiary, of step: Step) {
    divisions.append(
      .whole(amount, step.id, step: step.id, nature: step.nature, to: beneficiary))
  }

  private mutating func divide(
    _ amount: Cents, among group: Group, of step: Step
  ) throws(AllocationRefusal) {
    let key = try groups.members(of: group, by: step.key)
    try divide(amount, "members/\(group.college)", by: key, step)
  }

  /// Divides, or gives the whole to the step's fallback when nobody weighs anything.
  @discardableResult
  private mutating func divide(
    _ amount: Cents, _ name: String, by key: Weights, _ step: Step, isFinal: Bool = true
  ) throws(AllocationRefusal) -> Division<Cents>? {
    let name = "\(step.id)/\(name)"
    let done = try Division<Cents>.divide(
      amount.units, name, by: key, step: step.id, nature: step.nature, isFinal: isFinal,
      carry: &carry)
    divisions.append(
      done
        ?? .whole(
          amount, name, step: step.id, nature: .reserve, to: .reserve(step.fallback),
          isFallback: true))
    return done
  }
}
