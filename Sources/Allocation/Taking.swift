import Units

/// What a step takes of what is left.
extension Fall {
  /// What a step asks for, and what it takes within its bounds and of what remains.
  mutating func amount(
    of step: Step
  ) throws(AllocationRefusal) -> (asked: Cents, taken: Cents) {
    // Outsiders bear no part of our losses.
    if step.nature == .charge, remaining.isNegative { return (.zero, .zero) }
    var after = carry
    var cut: Division<Cents>?
    let asked: Cents
    switch step.take {
    case .remainder: asked = remaining
    case .fixed(let amount): asked = signed(measures.prorated(amount))
    case .price(let price, let measure):
      cut = try self.cut(price, measure, step, &after)
      asked = part(.taken, of: cut)
    case .percent(let ratio, let whole):
      if let name = step.rounding {
        asked = try together(name, step, &after, &cut)
      } else {
        let key = try Weights([
          (.taken, ratio.numerator), (.rest, ratio.denominator - ratio.numerator),
        ])
        cut = try .divide(
          part(whole, step), "\(step.id)/cut", by: key, step: step.id, nature: step.nature,
          isFinal: false, carry: &after)
        asked = part(.taken, of: cut)
      }
    }
    let taken = bounded(asked, step)
    // The residue of what could not be paid in full rests.
    if taken == asked || step.rounding != nil {
      carry = after
      divisions += [cut].compactMap(\.self)
    }
    return (asked, taken)
  }

  private func part(_ beneficiary: Beneficiary, of division: Division<Cents>?) -> Cents {
    division?.part(of: beneficiary) ?? .zero
  }

  /// With the sign of what is left.
  private func signed(_ amount: Cents) -> Cents { remaining.isNegative ? -amount : amount }

  /// A price times a measure: units of the measure are cut into those that are a cent and the rest.
  private func cut(
    _ price: Ratio, _ measure: Step.Measure, _ step: Step, _ carry: inout Carry
  ) throws(AllocationRefusal) -> Division<Cents>? {
    guard let rate = measure.rate(price, daysOfYear: measures.daysOfYear) else {
      throw .sumIsTooLarge
    }
    let path: KeyPath<SiteMeasures, Int64> =
      switch measure {
      case .energy: \.energyUnits
      case .power: \.wattDays
      case .area: \.areaDays
      }
    let units = max(0, try measures.sum(path, of: step.sites))
    let key = try Weights([
      (.taken, rate.numerator), (.rest, rate.denominator - rate.numerator),
    ])
    return try .divide(
      remaining.isNegative ? -units : units, "\(step.id)/\(measure.rawValue)", by: key,
      step: step.id, nature: step.nature, isFinal: false, carry: &carry)
  }

  /// What percentages rounded together come to: cut once, when the first of them is asked.
  private mutating func together(
    _ name: String, _ step: Step, _ after: inout Carry, _ cut: inout Division<Cents>?
  ) throws(AllocationRefusal) -> Cents {
    if let known = rounded[name] { return known[.step(step.id)] ?? .zero }
    let all = rules.steps.filter { $0.rounding == name }
    let ratios = all.compactMap(\.percentage)
    guard let sum = exactSum(ratios), let part = step.partOf else { throw .sumIsTooLarge }
    var denominator: Int128 = 1
    for ratio in ratios {
      let next = Int128(ratio.denominator)
      denominator = denominator / greatestCommonDivisor(denominator, next) * next
      guard Int64(exactly: denominator) != nil else { throw .sumIsTooLarge }
    }
    let scaled = { (ratio: Ratio) in
      Int64(Int128(ratio.numerator) * (denominator / Int128(ratio.denominator)))
    }
    var pairs: [(beneficiary: Beneficiary, weight: Int64)] = []
    for (step, ratio) in zip(all, ratios) { pairs.append((.step(step.id), scaled(ratio))) }
    pairs.sort { $0.beneficiary < $1.beneficiary }
    pairs.append((.rest, Int64(denominator) - scaled(sum)))
    cut = try .divide(
      self.part(part.part, step), "\(name)/cut", by: Weights(pairs), step: step.id,
      nature: step.nature, isFinal: false, carry: &after)
    let parts = cut.map { cut in
      zip(cut.key.beneficiaries, cut.parts.map(Cents.init))
    }
    rounded[name] = Dictionary(parts.map(Array.init) ?? [], uniquingKeysWith: { $1 })
    return rounded[name]?[.step(step.id)] ?? .zero
  }

  /// What a percentage is taken of, with the sign of what is left; a measure of the other sign
  /// gives nothing.
  private func part(_ part: Step.Part, _ step: Step) throws(AllocationRefusal) -> Int64 {
    switch part {
    case .base:
      let agrees = remaining == .zero || base.isNegative == remaining.isNegative
      return agrees ? base.units : 0
    case .remaining: return remaining.units
    case .step(let id): return steps.first { $0.step == id }?.taken.units ?? 0
    case .sales:
      return signed(Cents(max(0, try measures.sum(\.salesUnits, of: step.sites)))).units
    case .result:
      let result = try measures.sum(\.resultUnits, of: step.sites)
      return (result < 0) == remaining.isNegative ? result : 0
    }
  }

  /// What is asked, raised to the floor and lowered to the caps and to what is left.
  private func bounded(_ asked: Cents, _ step: Step) -> Cents {
    let bounds = step.bounds
    var amount = asked.magnitude
    if let least = bounds.least { amount = max(amount, measures.prorated(least)) }
    if let most = bounds.most { amount = min(amount, measures.prorated(most)) }
    if let most = bounds.mostOfYear {
      let taken = carry.takenOfYear[step.id] ?? .zero
      // A loss gives back what gains of the year put in, and no more than the cap either way.
      let room = remaining.isNegative ? most + taken : most - taken
      amount = min(amount, max(.zero, room))
    }
    var left = remaining.magnitude
    if let leave = bounds.leave { left = max(.zero, left - measures.prorated(leave)) }
    return signed(min(amount, left))
  }
}
