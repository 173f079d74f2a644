import ArgumentParser
import Journal
import Store
import Text
import Units
import Wording

/// Which days a view covers: up to a date, or a period.
struct ViewOptions: ParsableArguments {
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String?

  /// The days: a period, else everything up to a date, else everything up to today.
  func period(in world: World) throws -> Period {
    if let period { return try Read.period(period) }
    let last = try Read.day(asOf, else: world.today)
    return try Period(checking: Day(number: 0), last)
  }
}

/// `balance`: the trial balance.
struct Balance: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance", abstract: HelpWords.balance[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions

  func answer(in world: World) throws -> Answer {
    let period = try view.period(in: world)
    let lines = try world.book().read { try $0.accounts(over: period) }
    var table = TextTable([
      .text(ViewWords.account), .text(ViewWords.label), .number(ViewWords.opening),
      .number(ViewWords.debit), .number(ViewWords.credit), .number(ViewWords.balance),
    ])
    for line in lines {
      table.add(
        Words(both: line.account), Words(line.frenchLabel, line.englishLabel),
        amount(line.opening, line.unit), amount(line.debit, line.unit),
        amount(line.credit, line.unit), amount(line.closing, line.unit))
    }
    return Answer(json: ["accounts": .array(lines.map(json))], text: table.words)
  }

  /// The label is the book's own, French: no language changes what programs read.
  private func json(_ line: AccountLine) -> JSON {
    [
      "account": .string(line.account), "label": .string(line.frenchLabel),
      "unit": .string(line.unit.rawValue), "opening": .integer(line.opening),
      "debit": .integer(line.debit), "credit": .integer(line.credit),
      "balance": .integer(line.closing),
    ]
  }
}
