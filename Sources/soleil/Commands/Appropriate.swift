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
    let reconciled =
      done.reconciliation.map { Words(both: "\n\n") + table($0) } ?? Words(both: "")
    return steps.words + lines + Words(both: "\n\n") + summary + dividends + reconciled
  }

  /// What the months intended beside what was decided.
  private func table(_ reconciliation: Reconciliation) -> Words {
    var table = TextTable([
      .text(AllocateHelp.whom), .number(AllocateHelp.intended), .number(AllocateHelp.decided),
      .number(AllocateHelp.difference),
    ])
    for row in reconciliation.totals {
      table.add(
        AllocateHelp.destination(row.destination.rawValue), euros(row.intended),
        euros(row.decided), euros(row.difference))
    }
    return AllocateHelp.reconciliation + Words(both: "\n") + table.words
  }

  private func json(_ row: Reconciliation.Row) -> JSON {
    [
      "to": .string(row.destination.rawValue), "intendedCents": .integer(row.intended.units),
      "decidedCents": .integer(row.decided.units),
      "differenceCents": .integer(row.difference.units),
    ]
  }

  private func json(_ done: Appropriated) -> JSON {
    var members: [String: JSON] = [
      "year": .string(done.year.name), "kind": .string(done.resolution.kind.rawValue),
      "reference": .string(done.resolution.reference), "new": .boolean(done.isNew),
      "dryRun": .boolean(dryRun), "steps": .array(done.steps.map(json)),
      "lines": .array(done.lines.map(lineJSON)), "dividends": .array(done.dividends.map(json)),
    ]
    if let reconciliation = done.reconciliation {
      members["reconciliation"] = [
        "totals": .array(reconciliation.totals.map(json)),
        "members": .array(
          reconciliation.members.map { member in
            [
              "member": .string(member.name), "intendedCents": .integer(member.intended.units),
              "decidedCents": .integer(member.decided.units),
              "differenceCents": .integer(member.decided.units - member.intended.units),
            ]
          }),
      ]
    }
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
