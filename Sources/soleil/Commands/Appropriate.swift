import ArgumentParser
import Intake
import Journal
import Membership
import MonthEnd
import Store
import Text
import Units
import Wording
import YearEnd

/// `appropriate`: what a meeting decided of a year's result, or a dividend in advance.
struct Appropriate: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "appropriate", abstract: HelpWords.appropriate[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.year[Spoken.language])) var year: String
  @Option(help: .init(HelpWords.resolution[Spoken.language], valueName: "file"))
  var resolution: String
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let folder = Disk.folder(of: resolution)
    let done = try YearTurn(book: world.book(), now: world.now).appropriate(
      year, InputFile(reading: resolution), rehearsing: dryRun
    ) { name in
      try InputFile(reading: name.hasPrefix("/") || folder == "." ? name : "\(folder)/\(name)")
    }
    return Answer(json: json(done), text: text(done))
  }

  private func text(_ done: Appropriated) -> Words {
    let summary = Outcomes.appropriated(
      done.year.name, kind: done.resolution.kind, reference: done.resolution.reference,
      entry: done.entry?.description, isNew: done.isNew, dryRun: dryRun)
    guard done.isNew else { return summary }
    var steps = TextTable([
      .text(ViewWords.rule), .number(ViewWords.base), .number(ViewWords.amount),
    ])
    for step in done.steps {
      steps.add(
        ViewWords.name(step.rule), step.base.map(euros) ?? Words(both: ""), euros(step.amount))
    }
    let lines = dryRun ? Words(both: "\n\n") + linesTable(done.lines) : Words(both: "")
    let paid = done.dividends.filter { $0.due > .zero }
    let total = paid.reduce(Cents.zero) { $0 + $1.due }
    let dividends =
      paid.isEmpty
      ? Words(both: "") : Words(both: "\n") + Outcomes.dividends(paid.count, total)
    return steps.words + lines + Words(both: "\n\n") + summary + dividends
  }

  private func json(_ done: Appropriated) -> JSON {
    var members: [String: JSON] = [
      "year": .string(done.year.name), "kind": .string(done.resolution.kind.rawValue),
      "reference": .string(done.resolution.reference), "new": .boolean(done.isNew),
      "dryRun": .boolean(dryRun), "steps": .array(done.steps.map(json)),
      "lines": .array(done.lines.map(lineJSON)), "dividends": .array(done.dividends.map(json)),
    ]
    members["entry"] = done.entry.map { .string($0.description) }
    return .object(members)
  }

  private func json(_ step: Step) -> JSON {
    var members: [String: JSON] = [
      "rule": .string(step.rule.rawValue), "amountCents": .integer(step.amount.units),
    ]
    members["baseCents"] = step.base.map { .integer($0.units) }
    return .object(members)
  }

  private func json(_ part: MemberDividend) -> JSON {
    [
      "member": .string(part.member.description), "shareDays": .integer(part.shareDays),
      "amountCents": .integer(part.amount.units), "interimCents": .integer(part.interim.units),
      "dueCents": .integer(part.due.units),
    ]
  }
}
