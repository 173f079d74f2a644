import ArgumentParser
import Exports
import Wording

/// `export beancount`.
struct ExportBeancount: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "beancount", abstract: HelpWords.exportBeancount[Spoken.language])
  static let format = PlainFormat.beancount

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var options: ExportOptions
}
