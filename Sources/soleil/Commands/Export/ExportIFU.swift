import Agreements
import ArgumentParser
import Delivery
import Intake
import Payments
import Store
import Units
import Wording

/// `export ifu`: the yearly return of what members were paid.
struct ExportIFU: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "ifu", abstract: HelpWords.exportIFU[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.incomeYear[Spoken.language])) var year: String
  @Option(help: .init(HelpWords.siret[Spoken.language])) var siret: String
  @OptionGroup var details: DetailsOptions
  @Option(help: .init(HelpWords.street[Spoken.language])) var street = ""
  @Option(help: .init(HelpWords.postcode[Spoken.language])) var postcode: String
  @Option(help: .init(HelpWords.contact[Spoken.language])) var contact = ""
  @Option(help: .init(HelpWords.phone[Spoken.language])) var phone = ""
  @Option(help: .init(HelpWords.email[Spoken.language])) var email = ""
  @Flag(help: .init(HelpWords.correction[Spoken.language])) var correction = false
  @Option(help: .init(HelpWords.outFile[Spoken.language], valueName: "file")) var out: String?

  func answer(in world: World) throws -> Answer {
    guard let incomes = Int(year), (2000...9999).contains(incomes) else {
      throw UsageRefusal.optionIsMalformed(option: "YEAR", value: year)
    }
    let directory = try details.directory(in: world)
    let organisation = try world.book().read {
      try Cooperative($0, on: Day.endOfTime).organisation
    }
    let declarant = try Declarant(
      name: organisation.name, siret: siret,
      address: PostalAddress(street: street, postcode: postcode, commune: organisation.commune),
      contact: contact, phone: phone, email: email)
    var options = ExportOptions()
    options.out = out
    return try options.export("ifu-\(incomes).txt", in: world) { destination in
      try world.book().exportAnnualReturn(
        of: incomes, declarant, directory, isCorrection: correction, to: destination,
        now: world.now)
    }
  }
}
