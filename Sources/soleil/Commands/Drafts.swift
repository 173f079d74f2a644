import ArgumentParser
import Intake
import Journal
import Store
import Text
import Units
import Wording

/// `drafts`: entries that are free until they are validated.
struct Drafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts", abstract: HelpWords.drafts[Spoken.language],
    subcommands: [List.self, Validate.self, Discard.self])

  /// `drafts list`.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: HelpWords.draftsList[Spoken.language])

    @OptionGroup var globals: GlobalOptions

    func answer(in world: World) throws -> Answer {
      let drafts = try world.book().read { try $0.drafts() }
      var table = TextTable([
        .text(ViewWords.key), .text(ViewWords.date), .text(ViewWords.journal),
        .text(ViewWords.label), .text(ViewWords.fault),
      ])
      for draft in drafts {
        let entry = draft.entry
        table.add(
          Words(both: entry.key), Words(both: entry.date.description),
          Words(both: entry.journal.rawValue), Words(both: entry.label),
          Words(both: faults(entry).joined(separator: ", ")))
      }
      return Answer(json: ["drafts": .array(drafts.map(json))], text: table.words)
    }

    private func json(_ draft: Draft) -> JSON {
      [
        "key": .string(draft.entry.key), "date": .string(draft.entry.date.description),
        "journal": .string(draft.entry.journal.rawValue), "label": .string(draft.entry.label),
        "recordedAt": .integer(draft.recordedAt.seconds),
        "faults": .array(faults(draft.entry).map(JSON.string)),
      ]
    }

    /// What would keep a draft from being validated, as far as it is wrong in itself.
    private func faults(_ entry: DraftEntry) -> [String] {
      do throws(Refusals) {
        _ = try Entry(checking: entry)
        return []
      } catch { return error.all.map(\.code) }
    }
  }

  /// `drafts validate`.
  struct Validate: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate", abstract: HelpWords.draftsValidate[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.draftKeys[Spoken.language], valueName: "key"))
    var keys: [String] = []
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let outcomes = try validateDrafts(
        keys, in: world.book(), now: world.now, rehearsing: dryRun)
      return Answer(
        json: ["entries": .array(outcomes.map { .string($0.reference.description) })],
        text: Outcomes.posted(outcomes.count, known: 0, dryRun: dryRun))
    }
  }

  /// `drafts discard`.
  struct Discard: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "discard", abstract: HelpWords.draftsDiscard[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.draftKeys[Spoken.language], valueName: "key"))
    var keys: [String]

    func answer(in world: World) throws -> Answer {
      try discardDrafts(keys, in: world.book(), now: world.now)
      return Answer(
        json: ["discarded": .integer(Int64(keys.count))], text: Outcomes.discarded(keys.count))
    }
  }
}
