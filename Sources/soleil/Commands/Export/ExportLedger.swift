import ArgumentParser
import Exports
import Wording

/// `export ledger`.
struct ExportLedger: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: HelpWords.exportLedger[Spoken.language])
  static let format = PlainFormat.ledger

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var options: ExportOptions
}
