import ArgumentParser
import Intake
import Invoices
import Journal
import Store
import Text
import Units
import Wording

/// `vat`: the position, and the returns.
struct VATCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vat", abstract: HelpWords.vat[Spoken.language],
    subcommands: [VATShow.self, VATDeclare.self, VATList.self])

  static func table(_ form: VATReturn) -> Words {
    var table = TextTable([.text(ViewWords.label), .number(ViewWords.amount)])
    for (label, amount) in SaleWords.lines(form) { table.add(label, euros(amount)) }
    return table.words
  }
}

/// `vat show`: where the VAT of some months stands.
struct VATShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: HelpWords.vatShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.period[Spoken.language])) var period: String

  func answer(in world: World) throws -> Answer {
    let period = try Read.period(period)
    let form = try world.book().read { page in
      try page.vatReturns().first { $0.form.period == period }?.form
        ?? page.vatPosition(of: period)
    }
    return Answer(json: form.json, text: VATCommand.table(form))
  }
}

/// `vat declare`: enters the return of closed months.
struct VATDeclare: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare", abstract: HelpWords.vatDeclare[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.period[Spoken.language])) var period: String
  @Option(help: .init(HelpWords.refund[Spoken.language], valueName: "cents")) var refund: Int64 = 0
  @Option(help: .init(HelpWords.declareOn[Spoken.language], valueName: "day")) var on: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    guard refund >= 0 else {
      throw UsageRefusal.optionIsMalformed(option: "--refund", value: String(refund))
    }
    let declared = try declareVAT(
      of: Read.period(period), refund: Cents(refund), on: Read.day(on, else: world.today),
      in: world.book(), now: world.now, rehearsing: dryRun)
    var members = declared.form.json.objectValue ?? [:]
    members["entry"] = .string(declared.entry.description)
    members["new"] = .boolean(declared.isNew)
    return Answer(
      json: .object(members),
      text: VATCommand.table(declared.form)
        + SaleWords.declared(entry: declared.entry.description, isNew: declared.isNew))
  }
}

/// `vat list`: the returns entered.
struct VATList: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpWords.vatList[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let returns = try world.book().read { try $0.vatReturns() }
    var table = TextTable([
      .text(SaleWords.first), .text(SaleWords.last),
      .number(SaleWords.vatDue), .number(SaleWords.refunded), .number(SaleWords.carriedOn),
      .text(ViewWords.entry),
    ])
    for stored in returns {
      table.add(
        Words(both: stored.form.period.first.description),
        Words(both: stored.form.last.description), euros(stored.form.due),
        euros(stored.form.refund), euros(stored.form.carriedOut),
        Words(both: stored.entry.description))
    }
    return Answer(json: ["returns": .array(returns.map(\.form.json))], text: table.words)
  }
}
