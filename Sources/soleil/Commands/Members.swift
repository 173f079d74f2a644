import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `members`: people and organisations.
struct Members: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: HelpWords.members[Spoken.language], subcommands: [Import.self, List.self])

  /// `members import`.
  struct Import: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.membersImport[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.csvFile[Spoken.language])) var file: String
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let (new, known) = try importMembers(
        InputFile(reading: file), to: world.book(), now: world.now, rehearsing: dryRun)
      return Answer(
        json: ["new": .integer(Int64(new)), "known": .integer(Int64(known))],
        text: Outcomes.members(new: new, known: known, dryRun: dryRun))
    }
  }

  /// `members list`: numbers and colleges; never names, for a terminal has many readers.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: HelpWords.membersList[Spoken.language])

    @OptionGroup var globals: GlobalOptions

    func answer(in world: World) throws -> Answer {
      let members = try world.book().read { try $0.members() }
      var table = TextTable([
        .text(ViewWords.member), .text(ViewWords.college), .text(ViewWords.kind),
        .text(ViewWords.joined),
      ])
      for member in members {
        table.add(
          Words(both: member.number.description),
          Words(both: member.college(on: world.today)?.description ?? ""),
          Words(both: member.kind.rawValue), Words(both: member.joined.description))
      }
      let rows = members.map { member -> JSON in
        [
          "member": .string(member.number.description),
          "college": .string(member.college(on: world.today)?.description ?? ""),
          "kind": .string(member.kind.rawValue), "joined": .string(member.joined.description),
        ]
      }
      return Answer(json: ["members": .array(rows)], text: table.words)
    }
  }
}
