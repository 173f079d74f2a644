import ArgumentParser
import Intake
import Membership
import Store
import Text
import Units
import Wording

/// `shares`: movements of the share register.
struct Shares: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares",
    abstract: HelpWords.shares[Spoken.language], subcommands: [Import.self])

  /// `shares import`.
  struct Import: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.sharesImport[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.csvFile[Spoken.language])) var file: String
    @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

    func answer(in world: World) throws -> Answer {
      let done = try importShares(
        { try EntryTable(reading: file) }, to: world.book(), now: world.now, rehearsing: dryRun)
      let orders = done.movements.map { recorded -> JSON in
        [
          "order": .integer(Int64(recorded.order)),
          "reference": .string(recorded.movement.reference),
        ]
      }
      return Answer(
        json: [
          "movements": .array(orders), "new": .integer(Int64(done.new)),
          "known": .integer(Int64(done.known)),
        ],
        text: Outcomes.movements(
          done.new, first: done.movements.first?.order, dryRun: dryRun))
    }
  }
}
