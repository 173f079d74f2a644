public import Text
import Units

extension RuleSet {
  /// Reads `[[rules]]`; faults are noted at their places.
  ///
  /// - Returns: nothing when a fault keeps the rules from being built.
  public init?(_ table: TableReader) {
    table.allow([
      "name", "version", "valid_from", "adopted_by", "base", "when_negative", "step", "energy",
    ])
    let energy = table.table("energy")
    energy.allow(["key"])
    let steps = table.tables("step").map(Step.init)
    let base = table.choice("base", Base.self)
    let whenNegative = table.choice("when_negative", WhenNegative.self)
    let energyKey = energy.choice("key", Step.Key.self)
    let name = table.text("name")
    let version = Int(table.integer("version", in: 1...1_000_000))
    let validFrom = table.day("valid_from")
    let adoptedBy = table.text("adopted_by")
    guard let base, let whenNegative, let energyKey, !steps.contains(nil) else { return nil }
    do {
      try self.init(
        name: name, version: version, validFrom: validFrom, adoptedBy: adoptedBy, base: base,
        whenNegative: whenNegative, steps: steps.compactMap(\.self), energyKey: energyKey)
    } catch {
      table.refuse(error, at: "step")
      return nil
    }
  }
}

extension Step {
  /// Reads `[[rules.step]]`.
  fileprivate init?(_ table: TableReader) {
    table.allow([
      "id", "label_fr", "label_en", "take", "percent", "cents", "of", "to", "key", "nature",
      "fallback",
    ])
    let id = table.text("id")
    let french = table.text("label_fr")
    let english = table.text("label_en")
    let nature = table.choice("nature", Nature.self)
    let key = table.has("key") ? table.choice("key", Key.self) : .sharesDays
    let fallback = table.optionalText("fallback") ?? "reserve:106800"
    guard let take = Take(table), let target = Target(table), let nature, let key else {
      return nil
    }
    self.init(
      id: id, frenchLabel: french, englishLabel: english, take: take, target: target, key: key,
      nature: nature, fallback: String(fallback.trimmingPrefix("reserve:")))
  }
}

extension Step.Take {
  private enum Word: String, CaseIterable {
    case percent
    case fixed
    case remainder
  }

  fileprivate init?(_ table: TableReader) {
    switch table.choice("take", Word.self) {
    case .percent:
      let percent = table.ratio("percent")
      let part = table.has("of") ? table.choice("of", Step.Part.self) : .base
      guard let part else { return nil }
      self = .percent(Ratio(percent.numerator, percent.denominator * 100), of: part)
    case .fixed: self = .fixed(table.cents("cents"))
    case .remainder: self = .remainder
    case nil: return nil
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
    case ("colleges", 1): self = .colleges
    case ("members", 1): self = .members
    default:
      let allowed = ["reserve:ACCOUNT", "party:ID", "college:ID", "colleges", "members"]
      table.refuse(
        TextRefusal.valueIsNotAllowed(key: "to", value: text, allowed: allowed), at: "to")
      return nil
    }
  }
}
