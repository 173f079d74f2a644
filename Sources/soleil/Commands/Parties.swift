import Agreements
import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `parties`: whoever the cooperative deals with, and in which roles.
struct Parties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties", abstract: HelpWords.parties[Spoken.language],
    subcommands: [List.self, Show.self])

  /// `parties list`: each with the roles of a day.
  struct List: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: HelpWords.partiesList[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(asOf, else: world.today)
      let views = try world.book().read { try Intake.parties($0) }
      var table = TextTable([
        .text(PeopleWords.party), .text(ViewWords.member), .text(PeopleWords.name),
        .text(PeopleWords.roles),
      ])
      for view in views {
        let roles = Set(view.roles(on: day).map(\.kind)).sorted { $0.rawValue < $1.rawValue }
        table.add(
          Words(both: view.id), Words(both: view.member?.description ?? ""),
          Words(both: view.name ?? ""), PeopleWords.list(roles.map(\.words)))
      }
      return Answer(
        json: ["parties": .array(views.map(Parties.json))], text: table.words)
    }
  }

  /// `parties show`: every role of one, with its dates.
  struct Show: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: HelpWords.partiesShow[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.partyID[Spoken.language])) var party: String

    func answer(in world: World) throws -> Answer {
      let views = try world.book().read { try Intake.parties($0) }
      guard
        let view = views.first(where: { $0.id == party || $0.member?.description == party })
      else {
        throw AgreementRefusal.referenceIsUnknown(
          kind: "party", id: party, neededBy: "parties show")
      }
      var table = TextTable([
        .text(PeopleWords.role), .text(PeopleWords.subject), .text(PeopleWords.since),
        .text(PeopleWords.until),
      ])
      for role in view.roles {
        table.add(
          role.kind.words, Words(both: role.subject), Words(both: role.period.first.description),
          Words(both: role.period.last?.description ?? ""))
      }
      let head = [view.id, view.member?.description, view.name].compactMap(\.self)
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return Answer(
        json: Parties.json(view),
        text: Words(both: head.joined(separator: " · ") + "\n\n") + table.words)
    }
  }

  private static func json(_ view: PartyView) -> JSON {
    [
      "id": .string(view.id), "name": view.name.map(JSON.string) ?? .null,
      "member": view.member.map { .string($0.description) } ?? .null,
      "roles": .array(
        view.roles.map { role in
          [
            "role": .string(role.kind.rawValue), "subject": .string(role.subject),
            "from": .string(role.period.first.description),
            "until": role.period.last.map { .string($0.description) } ?? .null,
          ]
        }),
    ]
  }
}
