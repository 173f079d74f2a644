import ArgumentParser
import Journal
import Store
import Text
import Units
import Wording

/// `account`: names and closes accounts of the chart.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: HelpWords.accounts[Spoken.language],
    subcommands: [Open.self, CloseAccount.self])

  /// `account open`.
  struct Open: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: HelpWords.accountOpen[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.account[Spoken.language])) var account: String
    @Option(help: .init(HelpWords.accountLabel[Spoken.language], valueName: "text"))
    var label: String
    @Option(help: .init(HelpWords.accountEnglishLabel[Spoken.language], valueName: "text"))
    var labelEn: String?

    func answer(in world: World) throws -> Answer {
      let french = try Read.text(label, "--label")
      try world.book().write(at: world.now) { page in
        try page.openAccount(account, french: french, english: labelEn ?? french)
      }
      return Answer(
        json: ["account": .string(account), "label": .string(french)],
        text: Outcomes.accountOpened(account, french))
    }
  }

  /// `account close`.
  struct CloseAccount: SoleilCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: HelpWords.accountClose[Spoken.language])

    @OptionGroup var globals: GlobalOptions
    @Argument(help: .init(HelpWords.account[Spoken.language])) var account: String
    @Option(help: .init(HelpWords.accountFrom[Spoken.language], valueName: "day")) var from: String

    func answer(in world: World) throws -> Answer {
      let day = try Read.day(from, else: world.today)
      try world.book().write(at: world.now) { try $0.closeAccount(account, from: day) }
      return Answer(
        json: ["account": .string(account), "closedFrom": .string(day.description)],
        text: Outcomes.accountClosed(account, day))
    }
  }
}
