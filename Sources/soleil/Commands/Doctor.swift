import ArgumentParser
import MonthEnd
import Store
import Text
import Units
import Wording

/// `doctor`: proves the book is sound, or says exactly what is not.
struct Doctor: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: HelpWords.doctor[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.closingsFolder[Spoken.language], valueName: "folder"))
  var closings: String?

  func answer(in world: World) throws -> Answer {
    let report = try examine(
      bookAt: world.bookPath, closings: closings ?? world.besideBook("closings"),
      also: [.sharing])
    return Answer(
      json: [
        "sound": .boolean(report.isSound), "checks": .array(report.results.map(json)),
      ],
      text: text(report, world.bookPath), outcome: report.isSound ? .done : .refused)
  }

  private func text(_ report: SoundnessReport, _ path: String) -> Words {
    var table = TextTable([
      .text(ViewWords.check), .text(ViewWords.result), .text(SoundnessWords.looked),
    ])
    for result in report.results {
      let counts = result.counts.map(SoundnessWords.count)
      table.add(
        SoundnessWords.name(result.check), SoundnessWords.name(result.ending),
        Words(
          counts.map(\.french).joined(separator: ", "),
          counts.map(\.english).joined(separator: ", ")
        ))
    }
    let findings = report.results.flatMap { result in
      result.faults.map(SoundnessWords.finding)
        + (result.more > 0 ? [SoundnessWords.more(result.check, result.more)] : [])
        + (result.obstacle.map { [SoundnessWords.obstacle(result.check, $0)] } ?? [])
    }
    let parts = [table.words] + findings + [SoundnessWords.verdict(report, path: path)]
    return Words(
      parts.map(\.french).joined(separator: "\n\n"), parts.map(\.english).joined(separator: "\n\n"))
  }

  private func json(_ result: SoundnessResult) -> JSON {
    var members: [String: JSON] = [
      "check": .string(result.check.rawValue), "result": .string(result.ending.rawValue),
      "findings": .array(result.faults.map(json)), "more": .integer(Int64(result.more)),
    ]
    members["obstacle"] = result.obstacle.map(JSON.string)
    for count in result.counts {
      members[count.figure.rawValue] = .integer(Int64(count.number))
    }
    return .object(members)
  }

  private func json(_ fault: BookFault) -> JSON {
    let told = fault.explanation
    return [
      "code": .string(fault.code), "message": .string(told.what[Spoken.language]),
      "remedy": .string(told.remedy[Spoken.language]), "warning": .boolean(fault.isWarning),
    ]
  }
}
