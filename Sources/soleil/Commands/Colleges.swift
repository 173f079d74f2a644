import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `colleges`: what colleges hold, weigh and receive; who passes from one to another.
struct Colleges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "colleges", abstract: CollegeWords.helpColleges[Spoken.language],
    subcommands: [CollegesShow.self, Move.self, Declare.self],
    defaultSubcommand: CollegesShow.self)

  /// `colleges move`.
  struct Move: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: CollegeWords.helpMove[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(CollegeWords.helpMembers[Spoken.language])) var members: [String] = []
    @Option(help: .init(CollegeWords.helpAllOf[Spoken.language])) var allOf: String?
    @Option(help: .init(CollegeWords.helpTo[Spoken.language])) var to: String
    @Option(help: .init(CollegeWords.helpFrom[Spoken.language], valueName: "day")) var from: String
    @Option(help: .init(CollegeWords.helpReference[Spoken.language])) var reference: String
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(from, else: world.today)
      let passed = try pass(
        members.map(Read.member), everyoneOf: allOf.map { try Read.college($0) },
        to: Read.college(to), from: day, reference: Read.text(reference, "--reference"),
        in: world.book(), now: world.now, rehearsing: dryRun)
      return Answer(
        json: [
          "members": .array(passed.map { .string($0.description) }), "college": .string(to),
          "from": .string(day.description),
        ], text: CollegeWords.moved(passed.count, to: to, from: day, dryRun: dryRun))
    }
  }

  /// `colleges declare`.
  struct Declare: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "declare", abstract: CollegeWords.helpDeclare[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(CollegeWords.helpMembers[Spoken.language])) var member: String
    @Option(help: .init(CollegeWords.helpFrom[Spoken.language], valueName: "day")) var from: String
    @Option(help: .init(CollegeWords.helpReference[Spoken.language])) var reference: String
    @Flag(help: .init(CollegeWords.helpNoLonger[Spoken.language])) var noLonger = false

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(from, else: world.today)
      let isNew = try declare(
        Read.member(member), heldByPersons: !noLonger, from: day,
        reference: Read.text(reference, "--reference"), in: world.book(), now: world.now)
      return Answer(
        json: [
          "member": .string(member), "heldByPersons": .boolean(!noLonger),
          "from": .string(day.description), "new": .boolean(isNew),
        ],
        text: CollegeWords.declared(member, isHeld: !noLonger, isNew: isNew, from: day))
    }
  }
}

extension Read {
  /// The short name of a college.
  static func college(_ text: String) throws -> CollegeID {
    do { return try CollegeID(text) } catch { throw Mistyped(error) }
  }
}
