public import Text
public import Units

/// The life of a roof, from the first talk to the end, with the act that each stage rests on.
///
/// It begins before there is a site or a convention: a prospect is a roof, and may never be more.
public struct RoofLife: Hashable, Sendable {
  /// The stages, in order; a roof may end at any of them.
  public enum Stage: String, Sendable, CaseIterable, Comparable {
    /// Somebody spoke of it.
    case prospect
    /// Structure and yield were studied.
    case studied
    /// The convention was signed.
    case signed
    /// The plant was built.
    case built
    /// It produces.
    case producing
    /// It is over.
    case ended

    /// Orders by life.
    public static func < (left: Stage, right: Stage) -> Bool { left.rank < right.rank }
    private var rank: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How the roof came to be chosen.
  ///
  /// - Source: CG3P art. L2122-1-1 (selection with publicity), L2122-1-4 (spontaneous proposal).
  public enum Procurement: String, Sendable, CaseIterable {
    /// A call for competition.
    case competition
    /// A call for expressions of interest.
    case callForInterest = "call-for-interest"
    /// A spontaneous proposal that was made public.
    case spontaneous
    /// Agreed directly, where the law allows it.
    case direct
    /// A private owner chose freely.
    case `private`
  }

  /// A stage that was reached, on a day, by an act.
  public struct Step: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// The day.
    public let day: Day
    /// The reference of the act.
    public let act: String?
  }

  /// A study of the roof, and who paid for it.
  public struct Study: Hashable, Sendable {
    /// The kinds.
    public enum Kind: String, Sendable, CaseIterable {
      /// Whether the roof bears the plant.
      case structure
      /// What the plant will produce.
      case yield
    }

    /// The kind.
    public let kind: Kind
    /// The day of its report.
    public let day: Day
    /// The party that paid for it.
    public let payer: String
    /// The reference of the report.
    public let act: String?
  }

  /// The identifier.
  public let id: String
  /// The name people use.
  public let name: String
  /// The commune.
  public let commune: String
  /// The party that owns the building.
  public let owner: String
  /// The site it became, or nothing yet.
  public let site: String?
  /// How it came to be chosen, or nothing yet.
  public let procurement: Procurement?
  /// The stages reached, in order.
  public let steps: [Step]
  /// The studies.
  public let studies: [Study]

  /// Reads `[[roof]]`.
  public init(_ table: TableReader) {
    table.allow([
      "id", "name", "commune", "owner", "site", "procurement", "step", "study", "valid_from",
      "note",
    ])
    id = table.identifier()
    name = table.text("name")
    commune = table.text("commune")
    owner = table.text("owner")
    site = table.optionalText("site")
    procurement =
      table.has("procurement") ? table.choice("procurement", Procurement.self) : nil
    steps = table.tables("step").compactMap { row in
      row.allow(["stage", "on", "act"])
      let (stage, day) = (row.choice("stage", Stage.self), row.day("on"))
      let act = row.optionalText("act")
      return stage.map { Step(stage: $0, day: day, act: act) }
    }
    studies = table.tables("study").compactMap { row in
      row.allow(["kind", "on", "payer", "act", "cents"])
      let (kind, day, payer) = (
        row.choice("kind", Study.Kind.self), row.day("on"), row.text("payer")
      )
      _ = row.has("cents") ? row.cents("cents") : .zero
      let act = row.optionalText("act")
      return kind.map { Study(kind: $0, day: day, payer: payer, act: act) }
    }
    for (step, next) in zip(steps, steps.dropFirst())
    where next.stage <= step.stage || next.day < step.day {
      table.refuse(
        RoofRefusal.stageIsOutOfOrder(
          roof: id, stage: next.stage.rawValue, after: step.stage.rawValue), at: "step")
    }
    for (step, need) in lacking() {
      table.refuse(
        RoofRefusal.stageLacks(roof: id, stage: step.stage.rawValue, need: need), at: "step")
    }
  }

  /// The stage on a day, or nothing before the first.
  public func stage(on day: Day) -> Stage? { steps.last { $0.day <= day }?.stage }

  /// What the stages rest on and the table does not say.
  private func lacking() -> [(Step, String)] {
    var lacking: [(Step, String)] = []
    func need(_ step: Step, _ what: String, _ isThere: Bool) {
      if !isThere { lacking.append((step, what)) }
    }
    for step in steps where step.stage != .ended {
      if step.stage >= .studied {
        for kind in Study.Kind.allCases {
          need(step, "study.\(kind.rawValue)", studies.contains { $0.kind == kind })
        }
      }
      if step.stage >= .signed {
        need(step, "procurement", procurement != nil)
        need(step, "site", site != nil)
      }
      if step.stage == .signed { need(step, "act", step.act != nil) }
    }
    return lacking
  }
}
