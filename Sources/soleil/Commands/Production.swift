import ArgumentParser
import Wording

/// `production`: readings.
struct ProductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "production", abstract: HelpWords.production[Spoken.language],
    subcommands: [
      ProductionImportCommand.self, ProductionHeld.self, ProductionConfirm.self,
      ProductionReject.self, ProductionEstimate.self, ProductionShow.self, ProductionYield.self,
      ProductionGaps.self, ProductionReconcile.self,
      ProductionShare.self, ProductionProfiles.self,
    ])
}
