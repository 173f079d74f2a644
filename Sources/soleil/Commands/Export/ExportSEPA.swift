import ArgumentParser
import Delivery
import Intake
import Store
import Wording

/// `export sepa`: the credit transfers of a batch, for the bank.
struct ExportSEPA: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "sepa", abstract: HelpWords.exportSEPA[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.paymentReference[Spoken.language])) var reference: String
  @Option(help: .init(HelpWords.ownIBAN[Spoken.language])) var iban: String
  @Option(help: .init(HelpWords.ownBIC[Spoken.language])) var bic: String?
  @OptionGroup var details: DetailsOptions
  @Option(help: .init(HelpWords.outFile[Spoken.language], valueName: "file")) var out: String?

  func answer(in world: World) throws -> Answer {
    let directory = try details.directory(in: world)
    var options = ExportOptions()
    options.out = out
    return try options.export("sepa-\(reference).xml", in: world) { destination in
      try world.book().exportTransfers(
        of: reference, from: PayingAccount(iban: iban, bic: bic), directory, to: destination,
        now: world.now)
    }
  }
}
