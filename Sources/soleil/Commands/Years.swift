import ArgumentParser
import Journal
import MonthEnd
import Text
import Units
import Wording
import YearEnd

/// `years`: the fiscal years, and how far their end has gone.
struct Years: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "years", abstract: HelpWords.years[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let states = try YearTurn(book: world.book(), now: world.now).years()
    var table = TextTable([
      .text(ViewWords.year), .text(ViewWords.period), .number(ViewWords.closedMonths),
      .text(ViewWords.state), .number(ViewWords.result),
    ])
    for state in states {
      table.add(
        Words(both: state.year.name), Words(both: state.year.period.description),
        Words(both: "\(state.closedMonths)/\(state.months)"), ViewWords.name(state.stage),
        euros(state.result))
    }
    return Answer(json: ["years": .array(states.map(json))], text: table.words)
  }

  private func json(_ state: YearState) -> JSON {
    var members: [String: JSON] = [
      "year": .string(state.year.name), "first": .string(state.year.first.description),
      "last": .string(state.year.last.description), "months": .integer(Int64(state.months)),
      "closedMonths": .integer(Int64(state.closedMonths)), "state": .string(state.stage.rawValue),
      "resultCents": .integer(state.result.units),
    ]
    members["resolution"] = state.appropriatedBy.map(JSON.string)
    return .object(members)
  }
}
