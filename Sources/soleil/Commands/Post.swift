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
  @Flag(help: .init(HelpWords.draft[Spoken.language])) var draft = false
  @Flag(help: .init(HelpWords.late[Spoken.language])) var late = false

  func answer(in world: World) throws -> Answer {
    let paths = try InputFile.expand(files, endings: [".toml", ".csv"])
    let tables = try paths.filter { $0.hasSuffix(".csv") }.map { try EntryTable(reading: $0) }
    let posted = try post(
      InputFile.read(paths.filter { !$0.hasSuffix(".csv") }, endings: [".toml"]), tables: tables,
      to: world.book(), now: world.now,
      mode: PostingMode(rehearsing: dryRun, asDrafts: draft, admitsLate: late))
    return Answer(
      json: [
        "entries": .array(posted.outcomes.map(json)), "posted": .integer(Int64(posted.posted)),
        "known": .integer(Int64(posted.known)), "drafts": .integer(Int64(posted.drafts)),
      ],
      text: draft
        ? Outcomes.drafted(posted.drafts, dryRun: dryRun)
        : Outcomes.posted(posted.posted, known: posted.known, dryRun: dryRun))
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
