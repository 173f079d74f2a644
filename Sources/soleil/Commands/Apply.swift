import Agreements
import ArgumentParser
import Intake
import Store
import Text
import Units
import Wording

/// `apply`: records dated facts from TOML files.
struct Apply: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: HelpWords.apply[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.applyFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    Self.answer(
      try apply(
        InputFile.read(files, endings: [".toml"]), to: world.book(), now: world.now,
        rehearsing: dryRun), dryRun: dryRun)
  }

  /// What became of facts, or would.
  static func answer(_ facts: [AppliedFact], dryRun: Bool) -> Answer {
    var table = TextTable([
      .text(ViewWords.change), .text(ViewWords.kind), .text(ViewWords.name),
      .text(ViewWords.validFrom), .text(ViewWords.file),
    ])
    for applied in facts where applied.change != .same || dryRun {
      let fact = applied.fact
      table.add(
        ViewWords.name(applied.change), Words(both: fact.kind.rawValue), Words(both: fact.key),
        fact.validFrom == Fact.always
          ? ViewWords.always : Words(both: fact.validFrom.description), Words(both: fact.origin))
    }
    let changes = facts.filter { !$0.differences.isEmpty }.map { one in
      one.differences.reduce(Words(both: "\(one.fact.kind.rawValue) \(one.fact.key) :\n")) {
        $0 + Words(both: "  \($1.text)\n")
      }
    }.reduce(Words(both: ""), +)
    let changed = facts.filter { $0.change != .same }.count
    let passages = facts.filter { $0.passed > 0 }.map {
      CollegeWords.passes($0.passed, outOf: $0.fact.key) + Words(both: "\n")
    }.reduce(Words(both: ""), +)
    return Answer(
      json: ["facts": .array(facts.map(json))],
      text: (changed > 0 || dryRun ? table.words + Words(both: "\n") : Words(both: ""))
        + changes + passages
        + Outcomes.applied(changed: changed, same: facts.count - changed, dryRun: dryRun)
    )
  }

  private static func json(_ applied: AppliedFact) -> JSON {
    var members = plain(applied)
    if !applied.differences.isEmpty {
      members["differences"] = .array(
        applied.differences.map {
          ["path": .string($0.path), "before": $0.before ?? .null, "after": $0.after ?? .null]
        })
    }
    if applied.passed > 0 { members["passed"] = .integer(Int64(applied.passed)) }
    return .object(members)
  }

  private static func plain(_ applied: AppliedFact) -> [String: JSON] {
    [
      "kind": .string(applied.fact.kind.rawValue), "key": .string(applied.fact.key),
      "validFrom": .string(applied.fact.validFrom.description),
      "change": .string(applied.change.rawValue), "origin": .string(applied.fact.origin),
    ]
  }
}
