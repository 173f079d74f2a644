import ArgumentParser
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `post`: manual entries, all or none.
struct PostCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: HelpWords.post[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.entryFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let outcomes = try post(
      InputFile.read(files, endings: [".toml"]), to: world.book(), now: world.now,
      rehearsing: dryRun)
    let posted = outcomes.filter { if case .posted = $0 { true } else { false } }.count
    return Answer(
      json: ["entries": .array(outcomes.map(json))],
      text: Outcomes.posted(posted, known: outcomes.count - posted, dryRun: dryRun))
  }

  private func json(_ outcome: PostOutcome) -> JSON {
    switch outcome {
    case .posted(let reference): json(reference, posted: true)
    case .alreadyPosted(let reference): json(reference, posted: false)
    }
  }

  private func json(_ reference: EntryReference, posted: Bool) -> JSON {
    [
      "entry": .string(reference.description), "number": .integer(Int64(reference.number)),
      "posted": .boolean(posted),
    ]
  }
}
