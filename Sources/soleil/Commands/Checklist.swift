import ArgumentParser
import Closing
import Intake
import Keys
import MonthEnd
import Statements
import Store
import Text
import Units
import Wording

/// `checklist`: what stands between a month and its closing.
struct ChecklistCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: HelpWords.checklist[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.month[Spoken.language])) var month: String

  func answer(in world: World) throws -> Answer {
    let month = try Read.month(month)
    let checklist = try MonthEnd(world, out: nil).checklist(month)
    let alerts = try world.book().read { try RoofBook.alerts(closing: month, $0) }
    var table = TextTable([
      .text(ViewWords.result), .text(ViewWords.check), .text(ViewWords.subject),
      .text(ViewWords.days),
    ])
    for item in checklist.items {
      table.add(
        ViewWords.name(item.result), item.check.name, Words(both: item.subject),
        dayRuns(item.days))
    }
    var json = checklist.json.objectValue ?? [:]
    json["alerts"] = .array(alerts.map(Roofs.json))
    return Answer(
      json: .object(json), text: table.words + Roofs.text(alerts),
      outcome: checklist.failures.isEmpty ? .done : .refused)
  }
}

extension MonthEnd {
  /// A month's end in the world of a command.
  init(_ world: World, out: String?) throws {
    self.init(
      book: try world.book(), closings: out ?? world.besideBook("closings"), now: world.now,
      software: programVersion, memory: SigningMemory(world))
  }
}
