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
    abstract: HelpWords.members[Spoken.language],
    subcommands: [
      Import.self, Update.self, Relate.self, List.self, MembersShow.self, Erase.self,
    ])

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

  /// `members update`.
  struct Update: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "update", abstract: HelpWords.membersUpdate[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.csvFile[Spoken.language])) var file: String
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let changed = try updateMembers(
        InputFile(reading: file), in: world.book(), now: world.now, rehearsing: dryRun)
      let members = changed.map { member, version -> JSON in
        ["member": .string(member.description), "version": .integer(Int64(version))]
      }
      return Answer(
        json: ["members": .array(members)],
        text: PeopleWords.updated(changed.count, dryRun: dryRun))
    }
  }

  /// `members relate`.
  struct Relate: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "relate", abstract: HelpWords.membersRelate[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.csvFile[Spoken.language])) var file: String
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let (new, known) = try importRelations(
        InputFile(reading: file), to: world.book(), now: world.now, rehearsing: dryRun)
      return Answer(
        json: ["new": .integer(Int64(new)), "known": .integer(Int64(known))],
        text: PeopleWords.related(new: new, known: known, dryRun: dryRun))
    }
  }

  /// `members erase`.
  struct Erase: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase", abstract: HelpWords.membersErase[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.memberNumber[Spoken.language])) var member: String
    @Option(help: .init(HelpWords.erasureReason[Spoken.language])) var reason: String = ""
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let number = try Read.member(member)
      try eraseMember(
        number, reason: reason, from: world.book(), now: world.now, rehearsing: dryRun)
      return Answer(
        json: ["member": .string(number.description), "erased": .boolean(!dryRun)],
        text: PeopleWords.erased(number, dryRun: dryRun))
    }
  }

  /// `members list`: numbers and colleges; never names, for a terminal has many readers.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: HelpWords.membersList[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(asOf, else: world.today)
      let members = try world.book().read { try $0.members() }.filter { $0.joined <= day }
      var table = TextTable([
        .text(ViewWords.member), .text(ViewWords.college), .text(ViewWords.kind),
        .text(ViewWords.joined),
      ])
      for member in members {
        table.add(
          Words(both: member.number.description),
          Words(both: member.college(on: day)?.description ?? ""),
          Words(both: member.kind.rawValue), Words(both: member.joined.description))
      }
      let rows = members.map { member -> JSON in
        [
          "member": .string(member.number.description),
          "college": .string(member.college(on: day)?.description ?? ""),
          "kind": .string(member.kind.rawValue), "joined": .string(member.joined.description),
        ]
      }
      return Answer(json: ["members": .array(rows)], text: table.words)
    }
  }
}
