import Units

/// Something wrong with rules, and where: a step or a group by its place in the list, and the key.
struct RuleFault: Equatable {
  enum Place: Equatable {
    case step(Int)
    case group(Int)
    case energy
    case rules
  }
  let refusal: AllocationRefusal
  let place: Place
  let key: String?
}

extension RuleSet {
  /// Everything that is wrong with steps and groups, in the order of the lists.
  static func faults(
    _ steps: [Step], groups: [DeclaredGroup], energyKey: Step.Key
  ) -> [RuleFault] {
    var faults = groupFaults(groups, energyKey)
    for (index, step) in steps.enumerated() {
      let place = RuleFault.Place.step(index)
      func note(_ refusal: AllocationRefusal, _ key: String? = nil) {
        faults.append(RuleFault(refusal: refusal, place: place, key: key))
      }
      for (refusal, key) in step.faults { note(refusal, key) }
      if steps[..<index].contains(where: { $0.id == step.id }) {
        note(.stepIsRepeated(step.id), "id")
      }
      if step.take == .remainder, index < steps.count - 1 {
        note(.remainderIsNotLast(step.id), "take")
      }
      if case .percent(_, .step(let other)) = step.take,
        !steps[..<index].contains(where: { $0.id == other })
      {
        note(.stepLooksAhead(step: step.id, to: other), "of")
      }
      if case .group(let id) = step.target {
        guard let group = groups.first(where: { $0.id == id }) else {
          note(.groupIsUnknown(step: step.id, id), "to")
          continue
        }
        if let refusal = group.fault(under: step.key, step.id) { note(refusal, "key") }
      }
    }
    faults += roundingFaults(steps)
    if steps.last?.take != .remainder {
      faults.append(RuleFault(refusal: .nothingTakesTheRemainder, place: .rules, key: nil))
    }
    return faults
  }

  private static func groupFaults(
    _ groups: [DeclaredGroup], _ energyKey: Step.Key
  ) -> [RuleFault] {
    var faults: [RuleFault] = []
    if ![.sharesDays, .equal].contains(energyKey) {
      faults.append(
        RuleFault(
          refusal: .keyDoesNotFit(step: DivisionName.energy, key: energyKey.rawValue),
          place: .energy, key: "key"))
    }
    for (index, group) in groups.enumerated() {
      func note(_ refusal: AllocationRefusal, _ key: String?) {
        faults.append(RuleFault(refusal: refusal, place: .group(index), key: key))
      }
      if !isName(group.id) { note(.stepIDIsMalformed(group.id), "id") }
      if groups[..<index].contains(where: { $0.id == group.id }) {
        note(.groupIsRepeated(group.id), "id")
      }
      if group.parts.isEmpty { note(.groupIsEmpty(group.id), nil) }
      let names = group.parts.map(\.beneficiary)
      for (place, name) in names.enumerated() where names[..<place].contains(name) {
        note(.memberIsRepeated("\(name)", college: group.id), nil)
      }
    }
    return faults
  }

  /// Percentages rounded together follow one another, are taken of one thing, and of no more than it.
  private static func roundingFaults(_ steps: [Step]) -> [RuleFault] {
    var faults: [RuleFault] = []
    for (index, step) in steps.enumerated() {
      guard let name = step.rounding else { continue }
      let isFirst = index == 0 || steps[index - 1].rounding != name
      let reappears = isFirst && steps[..<index].contains { $0.rounding == name }
      let differs = !isFirst && (steps[index - 1].partOf != step.partOf)
      let isTaken = !isName(name) || steps.contains { $0.id == name }
      if step.partOf == nil || reappears || differs || isTaken {
        faults.append(
          RuleFault(
            refusal: .roundingGroupIsBroken(name, step: step.id), place: .step(index),
            key: "rounding"))
      }
      guard isFirst else { continue }
      let sum = exactSum(steps.filter { $0.rounding == name }.compactMap(\.percentage))
      if sum.map({ $0 > .one }) ?? true {
        faults.append(
          RuleFault(
            refusal: .percentageIsOutOfRange(step: name, sum ?? .zero), place: .step(index),
            key: "percent"))
      }
    }
    return faults
  }
}

extension Step {
  /// What a percentage is taken of: nothing for other takes, and with roofs of its own.
  struct PartOf: Equatable {
    let part: Part
    let sites: [String]
  }

  var partOf: PartOf? {
    guard case .percent(_, let part) = take else { return nil }
    return PartOf(part: part, sites: sites)
  }

  var percentage: Ratio? {
    if case .percent(let ratio, _) = take { ratio } else { nil }
  }

  /// What is wrong with the step by itself, and under which key.
  fileprivate var faults: [(AllocationRefusal, String)] {
    var faults: [(AllocationRefusal, String)] = []
    if !isName(id) || DivisionName.reserved.contains(id) {
      faults.append((.stepIDIsMalformed(id), "id"))
    }
    switch take {
    case .percent(let ratio, _) where ratio < .zero || ratio > .one:
      faults.append((.percentageIsOutOfRange(step: id, ratio), "percent"))
    case .fixed(let amount) where amount.isNegative:
      faults.append((.fixedAmountIsNegative(step: id, amount), "cents"))
    case .price(let price, let measure):
      let rate = measure.rate(price, daysOfYear: 365)
      if price < .zero || (rate.map { $0 > .one } ?? true) {
        faults.append((.priceIsOutOfRange(step: id, price), "euros"))
      }
    default: break
    }
    if let least = bounds.least, let most = bounds.most, most < least {
      faults.append((.capIsBelowTheFloor(step: id, least: least, most: most), "at_most_cents"))
    }
    if !fits { faults.append((.keyDoesNotFit(step: id, key: key.rawValue), "key")) }
    for account in [reserve, fallback].compactMap(\.self) where !isReserve(account) {
      faults.append(
        (.reserveIsNoReserve(step: id, account), account == reserve ? "to" : "fallback"))
    }
    if nature == .charge, target.hasMembers || reserve != nil {
      faults.append((.chargeServesNoParty(step: id), "nature"))
    }
    return faults
  }

  /// Weights and roofs of one's own are a group's.
  private var fits: Bool {
    if case .group = target { return true }
    return ![.declared, .energy].contains(key)
  }

  private var reserve: String? { if case .reserve(let account) = target { account } else { nil } }

  /// Accounts 10 and 11: reserves, and what is carried forward.
  private func isReserve(_ account: String) -> Bool {
    account.utf8.count >= 3 && account.utf8.allSatisfy { (48...57).contains($0) }
      && ["106", "110", "119"].contains { account.hasPrefix($0) }
  }
}

extension Step.Target {
  /// Whether members receive as members.
  var hasMembers: Bool {
    switch self {
    case .college, .colleges, .members: true
    case .reserve, .party, .group: false
    }
  }
}

extension Step.Measure {
  /// Cents for one unit of the measure; nothing when it does not fit.
  ///
  /// A kilowatt-hour is 1,000 Wh; a kWc a year is 1,000 W × 365 days; an m² a year 10,000 cm² × 365.
  func rate(_ price: Ratio, daysOfYear: Int64) -> Ratio? {
    let scale: Int64 =
      switch self {
      case .energy: 10
      case .power: 10 * daysOfYear
      case .area: 100 * daysOfYear
      }
    let (denominator, tooLarge) = price.denominator.multipliedReportingOverflow(by: scale)
    return tooLarge ? nil : Ratio(price.numerator, denominator)
  }
}

extension DeclaredGroup {
  /// What keeps the group from being divided by a key.
  fileprivate func fault(under key: Step.Key, _ step: String) -> AllocationRefusal? {
    for part in parts {
      let isParty = if case .party = part.beneficiary { true } else { false }
      switch key {
      case .declared:
        guard let weight = part.weight else {
          return .partHasNoWeight(group: id, "\(part.beneficiary)")
        }
        if weight < 0 { return .weightIsNegative(of: "\(part.beneficiary)") }
      case .energy:
        if part.sites.isEmpty { return .partHasNoWeight(group: id, "\(part.beneficiary)") }
      case .sharesDays:
        if isParty { return .keyDoesNotFit(step: step, key: key.rawValue) }
      case .equal: break
      }
    }
    return nil
  }
}

/// The exact sum of ratios; nothing when it does not fit.
func exactSum(_ ratios: [Ratio]) -> Ratio? {
  var sum = Ratio.zero
  for ratio in ratios {
    let divisor = greatestCommonDivisor(Int128(sum.denominator), Int128(ratio.denominator))
    let common = Int128(sum.denominator) / divisor * Int128(ratio.denominator)
    let top =
      Int128(sum.numerator) * (common / Int128(sum.denominator))
      + Int128(ratio.numerator) * (common / Int128(ratio.denominator))
    guard let numerator = Int64(exactly: top), let denominator = Int64(exactly: common) else {
      return nil
    }
    sum = Ratio(numerator, denominator)
  }
  return sum
}
