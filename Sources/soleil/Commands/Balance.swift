import ArgumentParser
import Journal
import Reports
import Store
import Text
import Units
import Wording

/// `balance`: the trial balance, whole or told apart.
struct Balance: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance", abstract: HelpWords.balance[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions
  @Option(help: .init(HelpWords.balanceBy[Spoken.language])) var by: String?

  /// The trial balance of one group, or of all lines.
  private struct Part {
    let name: String?
    let lines: [AccountLine]
  }

  func answer(in world: World) throws -> Answer {
    let dimension = try Read.dimension(by, among: Dimension.allCases)
    return try world.book().read { page in
      let period = try view.yearToDate(in: world, page)
      let lines = try page.accounts(over: period)
      guard let dimension else { return plain(lines, period) }
      let groups = try Groups(dimension, page, on: period.last ?? world.today)
      let parts = try page.accounts(over: period, by: dimension, groups.directory)
        .map { Part(name: $0.group, lines: $0.lines) }
      return apart(lines, parts, groups, period)
    }
  }

  private func plain(_ lines: [AccountLine], _ period: Period) -> Answer {
    var table = TextTable(columns(turns: turns(lines)))
    for line in lines { table.add(row: cells(line, turns: turns(lines))) }
    return Answer(
      json: ["accounts": .array(lines.map(json)), "period": period.json], text: table.words)
  }

  private func apart(
    _ lines: [AccountLine], _ parts: [Part], _ groups: Groups, _ period: Period
  ) -> Answer {
    let turns = turns(lines)
    var table = TextTable(
      [.text(ViewWords.name(groups.dimension))] + columns(turns: turns))
    for part in parts {
      for line in part.lines {
        table.add(row: [groups.label(part.name)] + cells(line, turns: turns))
      }
    }
    let json: JSON = [
      "accounts": .array(lines.map(json)), "period": period.json,
      "by": .string(groups.dimension.rawValue),
      "groups": .array(
        parts.map { part in
          .object(
            groups.json(part.name).merging(["accounts": .array(part.lines.map(self.json))]) {
              _, new in new
            })
        }),
    ]
    return Answer(json: json, text: table.words)
  }

  /// Whether a fiscal year begins within the period, and moved something.
  private func turns(_ lines: [AccountLine]) -> Bool { lines.contains { $0.carried != 0 } }

  private func columns(turns: Bool) -> [TextTable.Column] {
    [
      .text(ViewWords.account), .text(ViewWords.label), .number(ViewWords.opening),
      .number(ViewWords.debit), .number(ViewWords.credit),
    ] + (turns ? [.number(ViewWords.carried)] : []) + [.number(ViewWords.balance)]
  }

  private func cells(_ line: AccountLine, turns: Bool) -> [Words] {
    [
      Words(both: line.account), Words(line.frenchLabel, line.englishLabel),
      amount(line.opening, line.unit), amount(line.debit, line.unit),
      amount(line.credit, line.unit),
    ] + (turns ? [amount(line.carried, line.unit)] : []) + [amount(line.closing, line.unit)]
  }

  /// The label is the book's own, French: no language changes what programs read.
  private func json(_ line: AccountLine) -> JSON {
    [
      "account": .string(line.account), "label": .string(line.frenchLabel),
      "unit": .string(line.unit.rawValue), "opening": .integer(line.opening),
      "debit": .integer(line.debit), "credit": .integer(line.credit),
      "carried": .integer(line.carried), "balance": .integer(line.closing),
    ]
  }
}

extension Period {
  /// The first and last day.
  var json: JSON {
    [
      "first": .string(first.description),
      "last": last.map { .string($0.description) } ?? .null,
    ]
  }
}
