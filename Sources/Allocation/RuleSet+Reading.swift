public import Text
import Units

extension RuleSet {
  /// The keys of `[[rules]]`.
  static let keys = [
    "name", "version", "valid_from", "adopted_by", "base", "when_negative", "group", "step",
    "energy", "note",
  ]

  /// Reads `[[rules]]`; every fault is noted at its line.
  ///
  /// - Returns: nothing when a fault keeps the rules from being built.
  public init?(_ table: TableReader) {
    table.allow(RuleSet.keys)
    let energy = table.table("energy")
    energy.allow(["key", "shares_in_all"])
    let (stepTables, groupTables) = (table.tables("step"), table.tables("group"))
    let steps = stepTables.map(Step.init)
    let groups = groupTables.map(DeclaredGroup.init)
    let base = table.choice("base", Base.self)
    let whenNegative = table.choice("when_negative", WhenNegative.self)
    let energyKey = energy.choice("key", Step.Key.self)
    let sharesInAll = energy.optionalInteger("shares_in_all", in: 1...Int64(Int32.max))
    let name = table.text("name")
    let version = Int(table.integer("version", in: 1...1_000_000))
    let validFrom = table.day("valid_from")
    let adoptedBy = table.text("adopted_by")
    if table.has("adopted_by"), adoptedBy.allSatisfy(\.isWhitespace) {
      table.refuse(AllocationRefusal.adoptionIsMissing(name), at: "adopted_by")
    }
    guard let base, let whenNegative, let energyKey, !steps.contains(nil), !groups.contains(nil)
    else { return nil }
    let (allSteps, allGroups) = (steps.compactMap(\.self), groups.compactMap(\.self))
    let faults = RuleSet.faults(allSteps, groups: allGroups, energyKey: energyKey)
    for fault in faults {
      let place =
        switch fault.place {
        case .step(let index): stepTables[index]
        case .group(let index): groupTables[index]
        case .energy: energy
        case .rules: table
        }
      place.refuse(fault.refusal, at: fault.key.flatMap { place.has($0) ? $0 : nil })
    }
    guard faults.isEmpty else { return nil }
    try? self.init(
      name: name, version: version, validFrom: validFrom, adoptedBy: adoptedBy, base: base,
      whenNegative: whenNegative, groups: allGroups, steps: allSteps, energyKey: energyKey,
      sharesInAll: sharesInAll)
  }
}

extension Step {
  /// The keys of `[[rules.step]]`.
  static let keys = [
    "id", "label_fr", "label_en", "take", "percent", "cents", "euros", "of", "sites",
    "at_least_cents", "at_most_cents", "year_at_most_cents", "leave_cents", "rounding", "to",
    "key", "college_key", "nature", "fallback", "note",
  ]

  /// Reads `[[rules.step]]`.
  fileprivate init?(_ table: TableReader) {
    table.allow(Step.keys)
    let id = table.text("id")
    let french = table.text("label_fr")
    let english = table.text("label_en")
    let nature = table.choice("nature", Nature.self)
    let key = table.has("key") ? table.choice("key", Key.self) : .sharesDays
    let college =
      table.has("college_key") ? table.choice("college_key", CollegeKey.self) : .revenue
    let fallback = table.optionalText("fallback") ?? "reserve:106800"
    let take = Take(table)
    let target = Target(table)
    let bounds = Bounds(table)
    let sites = table.has("sites") ? table.texts("sites") : []
    let rounding = table.optionalText("rounding")
    guard let take, let target, let nature, let key, let college else { return nil }
    self.init(
      id: id, frenchLabel: french, englishLabel: english, take: take, target: target, key: key,
      nature: nature, fallback: String(fallback.trimmingPrefix("reserve:")))
    (self.sites, self.bounds, self.rounding, collegeKey) = (sites, bounds, rounding, college)
  }
}

extension Step.Bounds {
  fileprivate init(_ table: TableReader) {
    let cents = { (key: String) in
      table.optionalInteger(key, in: 0...1_000_000_000_000).map(Cents.init)
    }
    least = cents("at_least_cents")
    most = cents("at_most_cents")
    mostOfYear = cents("year_at_most_cents")
    leave = cents("leave_cents")
  }
}

extension Step.Take {
  private enum Word: String, CaseIterable {
    case percent
    case fixed
    case perKWh = "per-kwh"
    case perKWc = "per-kwc"
    case perM2 = "per-m2"
    case remainder
  }

  fileprivate init?(_ table: TableReader) {
    switch table.choice("take", Word.self) {
    case .percent:
      let percent = table.ratio("percent")
      guard let part = Step.Part(table) else { return nil }
      self = .percent(Ratio(percent.numerator, percent.denominator).hundredth, of: part)
    case .fixed: self = .fixed(table.cents("cents"))
    case .perKWh: self = .price(table.ratio("euros"), .energy)
    case .perKWc: self = .price(table.ratio("euros"), .power)
    case .perM2: self = .price(table.ratio("euros"), .area)
    case .remainder: self = .remainder
    case nil: return nil
    }
  }
}

extension Ratio {
  /// A hundredth of it; nothing of a number too fine to be one.
  fileprivate var hundredth: Ratio {
    let (product, tooLarge) = denominator.multipliedReportingOverflow(by: 100)
    return tooLarge ? Ratio(-1, 1) : Ratio(numerator, product)
  }
}

extension Step.Part {
  fileprivate init?(_ table: TableReader) {
    let text = table.optionalText("of") ?? "base"
    switch text {
    case "base": self = .base
    case "remaining": self = .remaining
    case "sales": self = .sales
    case "result": self = .result
    case _ where text.hasPrefix("step:"): self = .step(String(text.dropFirst(5)))
    default:
      let allowed = ["base", "remaining", "sales", "result", "step:ID"]
      table.refuse(
        TextRefusal.valueIsNotAllowed(key: "of", value: text, allowed: allowed), at: "of")
      return nil
    }
  }
}

extension Step.Target {
  fileprivate init?(_ table: TableReader) {
    let text = table.text("to")
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("reserve", 2): self = .reserve(parts[1])
    case ("party", 2): self = .party(parts[1])
    case ("college", 2): self = .college(parts[1])
    case ("group", 2): self = .group(parts[1])
    case ("colleges", 1): self = .colleges
    case ("members", 1): self = .members
    default:
      guard table.has("to") else { return nil }
      let allowed = [
        "reserve:ACCOUNT", "party:ID", "college:ID", "group:ID", "colleges", "members",
      ]
      table.refuse(
        TextRefusal.valueIsNotAllowed(key: "to", value: text, allowed: allowed), at: "to")
      return nil
    }
  }
}

extension DeclaredGroup {
  /// Reads `[[rules.group]]`.
  fileprivate init?(_ table: TableReader) {
    table.allow(["id", "part", "note"])
    let id = table.text("id")
    let parts = table.tables("part").map(Part.init)
    guard !parts.contains(nil) else { return nil }
    self.init(id: id, parts: parts.compactMap(\.self))
  }
}

extension DeclaredGroup.Part {
  /// Reads `[[rules.group.part]]`.
  fileprivate init?(_ table: TableReader) {
    table.allow(["to", "weight", "sites", "note"])
    let text = table.text("to")
    let weight = table.optionalInteger("weight", in: 0...1_000_000_000_000)
    let sites = table.has("sites") ? table.texts("sites") : []
    switch try? Beneficiary(text) {
    case .some(let beneficiary) where beneficiary.mayBeInAGroup:
      self.init(beneficiary, weight: weight, sites: sites)
    default:
      guard table.has("to") else { return nil }
      table.refuse(
        TextRefusal.valueIsNotAllowed(
          key: "to", value: text, allowed: ["member:NUMBER", "party:ID"]), at: "to")
      return nil
    }
  }
}

extension Beneficiary {
  /// Members and parties are.
  fileprivate var mayBeInAGroup: Bool {
    switch self {
    case .member, .party: true
    default: false
    }
  }
}
