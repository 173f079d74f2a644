import ArgumentParser
import Production
import Text
import Wording

/// `production`: readings.
struct ProductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "production", abstract: HelpWords.production[Spoken.language],
    subcommands: [
      ProductionImportCommand.self, ProductionHeld.self, ProductionConfirm.self,
      ProductionReject.self, ProductionEstimate.self, ProductionShow.self, ProductionYield.self,
      ProductionGaps.self,
      ProductionProfiles.self,
    ])
}

/// `production profiles`: the layouts that can be read.
struct ProductionProfiles: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: HelpWords.productionProfiles[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let names = Profile.builtIn.map(\.name)
    return Answer(
      json: ["profiles": .array(names.map(JSON.string))],
      text: Words(both: names.joined(separator: "\n")))
  }
}
