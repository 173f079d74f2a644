import ArgumentParser
import Text
import Units
import Wording

/// The program: the command line of the treasurer.
@main struct Soleil: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soleil", abstract: HelpWords.soleil[Spoken.language],
    discussion: HelpWords.exits[Spoken.language], version: programVersion,
    subcommands: [
      Init.self, Apply.self, Members.self, Shares.self, RegisterCommand.self, Colleges.self,
      Parties.self, Template.self, Roofs.self, ContractCommand.self, CalendarCommand.self,
      ProductionCommand.self, PostCommand.self, Drafts.self, ReverseCommand.self,
      LetterCommand.self, UnletterCommand.self, AttachCommand.self, Vouchers.self,
      AccountCommand.self, EntryCommand.self,
      ChecklistCommand.self, Close.self, Years.self, CloseYear.self, Appropriate.self,
      PaymentCommand.self, BankCommand.self, InvoiceCommand.self, Prices.self, VATCommand.self,
      StatementsCommand.self, TimestampCommand.self, Verify.self, Balance.self,
      JournalCommand.self, LedgerCommand.self,
      Income.self, Sheet.self, Aged.self, Apportion.self, Allocate.self,
      Explain.self, Export.self, Doctor.self, Key.self,
      LogCommand.self, ArchiveCommand.self,
    ])

  static func main() {
    let arguments = GlobalOptions.moved(
      Array(CommandLine.arguments.dropFirst()),
      commands: configuration.subcommands.compactMap { $0.configuration.commandName })
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: finish(error, asJSON: arguments.contains("--json")))
    }
  }

  /// Says what there is to say about an error and answers the exit code.
  private static func finish(_ error: any Error, asJSON: Bool) -> ExitCode {
    let told = (error as? Told)?.refusal
    if let refusal = told ?? (error as? any Refusal) {
      let telling = Telling(refusal)
      if asJSON, told == nil { try? Terminal.out(telling.json(Spoken.language).text) }
      Terminal.err(telling.text(Spoken.language))
      return ExitCode(refusal.outcome.rawValue)
    }
    if let code = error as? ExitCode { return code }
    let code = exitCode(for: error)
    let message = HelpWords.translated(fullMessage(for: error), Spoken.language)
    if code == .success {
      return (try? Terminal.out(message)) == nil ? ExitCode(Outcome.ioError.rawValue) : code
    }
    if asJSON { try? Terminal.out(errors("usage", Self.message(for: error)).text) }
    Terminal.err(message)
    return code
  }

  /// An error that has no refusal, in the form that programs read.
  static func errors(_ code: String, _ text: String) -> JSON {
    ["errors": [["code": .string(code), "message": .string(text)]]]
  }
}

/// The program and its version, as sealed folders name it.
let programVersion = "soleil 0.1.0"
