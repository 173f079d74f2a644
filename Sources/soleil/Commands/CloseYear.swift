import ArgumentParser
import Journal
import MonthEnd
import Text
import Units
import Wording

/// `close-year`: a fiscal year closes, and its balances open the next one.
struct CloseYear: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "close-year", abstract: HelpWords.closeYear[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.year[Spoken.language])) var year: String
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let closed = try YearTurn(book: world.book(), now: world.now).close(year, rehearsing: dryRun)
    let summary = Outcomes.closedYear(
      closed.year.name, result: closed.result, lines: closed.opening.count,
      entry: closed.entry?.description, isNew: closed.isNew, dryRun: dryRun)
    let lines =
      dryRun && closed.isNew
      ? linesTable(closed.opening) + Words(both: "\n\n") : Words(both: "")
    return Answer(json: json(closed), text: lines + summary)
  }

  private func json(_ closed: ClosedYear) -> JSON {
    var members: [String: JSON] = [
      "year": .string(closed.year.name), "resultCents": .integer(closed.result.units),
      "new": .boolean(closed.isNew), "dryRun": .boolean(dryRun),
      "opening": .array(closed.opening.map(lineJSON)),
    ]
    members["entry"] = closed.entry.map { .string($0.description) }
    return .object(members)
  }
}

/// The lines of an entry as people read them.
func linesTable(_ lines: [Posting]) -> Words {
  var table = TextTable([
    .text(ViewWords.account), .text(ViewWords.auxiliary), .number(ViewWords.debit),
    .number(ViewWords.credit),
  ])
  for line in lines {
    let about = [line.analysis.auxiliary, line.analysis.site, line.analysis.contract]
    table.add(
      Words(both: line.account), Words(both: about.compactMap(\.self).joined(separator: " ")),
      line.debit == 0 ? Words(both: "") : euros(Cents(line.debit)),
      line.credit == 0 ? Words(both: "") : euros(Cents(line.credit)))
  }
  return table.words
}

/// A line of an entry as programs read it.
func lineJSON(_ line: Posting) -> JSON {
  var members: [String: JSON] = [
    "account": .string(line.account), "debitCents": .integer(line.debit),
    "creditCents": .integer(line.credit),
  ]
  members["auxiliary"] = line.analysis.auxiliary.map(JSON.string)
  members["site"] = line.analysis.site.map(JSON.string)
  members["contract"] = line.analysis.contract.map(JSON.string)
  return .object(members)
}
