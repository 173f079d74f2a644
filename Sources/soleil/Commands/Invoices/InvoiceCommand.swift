import ArgumentParser
import Intake
import Invoices
import Journal
import Store
import Text
import Units
import Wording

/// `invoice`: what buyers and suppliers invoice.
struct InvoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoice", abstract: HelpWords.invoice[Spoken.language],
    subcommands: [
      InvoiceImport.self, InvoiceList.self, InvoiceShow.self, InvoiceDue.self,
    ])

  /// An invoice for programs.
  static func json(_ record: InvoiceRecord, entry: String) throws -> [String: JSON] {
    var members = record.json.objectValue ?? [:]
    members["entry"] = .string(entry)
    if let trueUp = record.trueUp {
      var told = members["trueUp"]?.objectValue ?? [:]
      told["differenceCents"] = .integer(trueUp.difference.units)
      told["byEnergyCents"] = .integer(try trueUp.byEnergy().units)
      told["byPriceCents"] = .integer(try trueUp.byPrice().units)
      members["trueUp"] = .object(told)
    }
    return members
  }
}

/// `invoice import`: takes invoices in, all or none.
struct InvoiceImport: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: HelpWords.invoiceImport[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.invoiceFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false
  @Flag(help: .init(HelpWords.invoiceLate[Spoken.language])) var late = false

  @Option(help: .init(HelpWords.invoiceAccount[Spoken.language], valueName: "account"))
  var account: String?

  func answer(in world: World) throws -> Answer {
    let taken = try importInvoices(
      InputFile.read(files, endings: [".toml", ".csv", ".xml"]), to: world.book(), now: world.now,
      late: late, account: account, rehearsing: dryRun)
    let words = taken.map {
      SaleWords.taken($0.record, entry: $0.entry.description, isNew: $0.isNew)
    }
    return Answer(
      json: [
        "invoices": .array(
          try taken.map { one in
            var members = try InvoiceCommand.json(one.record, entry: one.entry.description)
            members["new"] = .boolean(one.isNew)
            return .object(members)
          }), "dryRun": .boolean(dryRun),
      ],
      text: words.dropFirst().reduce(words[0]) { $0 + Words(both: "\n") + $1 })
  }
}

/// `invoice list`: the invoices taken in.
struct InvoiceList: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpWords.invoiceList[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let invoices = try world.book().read { try $0.invoices() }
    var table = TextTable([
      .text(SaleWords.number), .text(SaleWords.issued), .text(ViewWords.kind),
      .text(SaleWords.party), .text(ViewWords.contract), .text(SaleWords.first),
      .text(SaleWords.last), .number(SaleWords.total), .number(SaleWords.trueUp),
      .text(ViewWords.entry),
    ])
    for stored in invoices {
      let invoice = stored.record.invoice
      table.add(
        Words(both: invoice.number), Words(both: invoice.issued.description),
        SaleWords.name(invoice.kind), Words(both: invoice.party),
        Words(both: invoice.contract ?? ""),
        Words(both: invoice.period?.first.description ?? ""),
        Words(both: invoice.period?.last?.description ?? ""), euros(invoice.total),
        stored.record.trueUp.map { euros($0.difference) } ?? Words(both: ""),
        Words(both: stored.entry.description))
    }
    return Answer(
      json: [
        "invoices": .array(
          try invoices.map {
            .object(try InvoiceCommand.json($0.record, entry: $0.entry.description))
          })
      ], text: table.words)
  }
}

/// `invoice show`: one invoice, its lines, and its true-up explained.
struct InvoiceShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: HelpWords.invoiceShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.invoiceNumber[Spoken.language])) var number: String

  func answer(in world: World) throws -> Answer {
    let found = try world.book().read { try $0.invoices() }
      .filter { $0.record.invoice.number == number }
    guard !found.isEmpty else { throw InvoiceRefusal.invoiceIsUnknown(number) }
    let words = found.map { stored in
      var table = TextTable([
        .text(ViewWords.kind), .number(ViewWords.energy), .number(SaleWords.price),
        .number(ViewWords.amount),
      ])
      for line in stored.record.invoice.lines {
        table.add(
          line.account.map { Words(both: $0) } ?? SaleWords.name(line.kind),
          line.energy.map(kilowattHours) ?? Words(both: ""),
          line.price.map(SaleWords.price) ?? Words(both: ""), euros(line.amount))
      }
      return SaleWords.taken(stored.record, entry: stored.entry.description, isNew: true)
        + Words(both: "\n\n") + table.words
    }
    return Answer(
      json: [
        "invoices": .array(
          try found.map {
            .object(try InvoiceCommand.json($0.record, entry: $0.entry.description))
          })
      ], text: words.dropFirst().reduce(words[0]) { $0 + Words(both: "\n\n") + $1 })
  }
}
