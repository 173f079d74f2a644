import ArgumentParser
import Bank
import Intake
import Text
import Units
import Wording

/// `bank import`: takes in statements of the bank.
struct BankImport: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: HelpWords.bankImport[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.bankFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Option(help: .init(HelpWords.bankAccount[Spoken.language], valueName: "id"))
  var account: String?
  @Option(help: .init(HelpWords.bankOpening[Spoken.language], valueName: "euros"))
  var opening: String?
  @Option(help: .init(HelpWords.bankClosing[Spoken.language], valueName: "euros"))
  var closing: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let hints = BankTableHints(
      opening: try opening.map { try balance($0, "--opening") },
      closing: try closing.map { try balance($0, "--closing") })
    let done = try Banking(world).take(
      InputFile.read(files, endings: [".xml", ".csv", ".txt", ".dat", ".cfo"]), account: account,
      hints: hints, rehearsing: dryRun)
    var table = TextTable([
      .text(BankWords.account), .text(BankWords.closedOn), .text(BankWords.format),
      .number(BankWords.opening), .number(BankWords.closing), .number(BankWords.fresh),
      .number(BankWords.known),
    ])
    for one in done {
      table.add(
        Words(both: one.account), Words(both: one.statement.closedOn.description),
        Words(both: one.statement.format.rawValue), euros(one.statement.opening),
        euros(one.statement.closing), number(one.fresh.count), number(one.known))
    }
    return Answer(
      json: ["statements": .array(done.map(json)), "dryRun": .boolean(dryRun)],
      text: table.words + Words(both: "\n\n")
        + BankWords.imported(
          fresh: done.reduce(0) { $0 + $1.fresh.count }, known: done.reduce(0) { $0 + $1.known },
          dryRun: dryRun))
  }

  /// Euros; an account may be overdrawn.
  private func balance(_ text: String, _ option: String) throws -> Cents {
    let isBelow = text.hasPrefix("-")
    let amount = try Read.euros(isBelow ? String(text.dropFirst()) : text, option)
    return isBelow ? -amount : amount
  }

  private func json(_ one: ImportedStatement) -> JSON {
    [
      "file": .string(one.file), "account": .string(one.account),
      "format": .string(one.statement.format.rawValue),
      "closedOn": .string(one.statement.closedOn.description),
      "openingCents": .integer(one.statement.opening.units),
      "closingCents": .integer(one.statement.closing.units),
      "new": .array(one.fresh.map(JSON.integer)), "known": .integer(Int64(one.known)),
    ]
  }
}
