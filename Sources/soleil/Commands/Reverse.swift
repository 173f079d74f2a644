import ArgumentParser
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `reverse`: corrects an entry by its exact inverse, and by what stands in its place.
struct ReverseCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: HelpWords.reverse[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.entryReference[Spoken.language])) var entry: String
  @Option(help: .init(HelpWords.reversalReason[Spoken.language], valueName: "text"))
  var reason: String
  @Option(help: .init(HelpWords.reversalDay[Spoken.language], valueName: "day")) var date: String?
  @Option(help: .init(HelpWords.replacement[Spoken.language], valueName: "file"))
  var replace: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let corrected = try reverse(
      Read.entry(entry), in: world.book(), now: world.now, reason: Read.text(reason, "--reason"),
      on: date.map { try Read.day($0, else: world.today) },
      replacement: replace.map { try InputFile(reading: $0) }, rehearsing: dryRun)
    return Answer(
      json: [
        "entry": .string(corrected.original.description),
        "reversal": .string(corrected.reversal.description),
        "replacements": .array(corrected.replacements.map { .string($0.description) }),
        "letters": .array(corrected.letters.map(json)),
      ],
      text: Outcomes.reversed(
        corrected.original, by: corrected.reversal, corrected.replacements, dryRun: dryRun)
        + Outcomes.stillLettered(corrected.letters.map { ($0.account, $0.auxiliary, $0.code) }))
  }

  private func json(_ letters: Lettering) -> JSON {
    [
      "account": .string(letters.account), "code": .string(letters.code),
      "auxiliary": letters.auxiliary.map(JSON.string) ?? .null,
    ]
  }
}
