import ArgumentParser
import Exports
import Wording

/// `export hledger`.
struct ExportHledger: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "hledger", abstract: HelpWords.exportHledger[Spoken.language])
  static let format = PlainFormat.hledger

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var options: ExportOptions
}
