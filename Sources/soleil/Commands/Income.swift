import ArgumentParser
import Journal
import Reports
import Store
import Tables
import Text
import Units
import Wording

/// `income`: the income statement, whole or by concession.
struct Income: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "income", abstract: HelpWords.income[Spoken.language])

  /// How many groups stand side by side on a screen.
  private static let width = 4

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var view: ViewOptions
  @Option(help: .init(HelpWords.incomeBy[Spoken.language])) var by: String?

  func answer(in world: World) throws -> Answer {
    let dimension = try Read.dimension(by, among: [.site, .contract, .commune])
    return try world.book().read { page in
      let period = try view.yearToDate(in: world, page)
      let last = period.last ?? world.today
      _ = try Read.year(of: last, page)
      let before = period.yearBefore(in: try page.fiscalYears(through: last))
      let groups = try dimension.map { try Groups($0, page, on: last) }
      let statement = try IncomeStatement(
        page.incomeStandings(over: period),
        previous: before.map { try page.incomeStandings(over: $0) },
        groups: groups.map {
          try page.incomeStandings(over: period, by: $0.dimension, $0.directory)
        } ?? [], Layout(on: last))
      return Answer(
        json: json(statement, period, before, groups), text: text(statement, period, groups))
    }
  }

  private func text(_ statement: IncomeStatement, _ period: Period, _ groups: Groups?) -> Words {
    var parts = [ViewWords.incomeTitle(period), whole(statement)]
    if !statement.hasPrevious { parts.append(ViewWords.noPreviousYear) }
    if let groups {
      for start in stride(from: 0, to: statement.groups.count, by: Self.width) {
        let end = min(start + Self.width, statement.groups.count)
        parts.append(Words(both: "") + part(statement, groups, start..<end))
      }
    }
    return Words(
      parts.map(\.french).joined(separator: "\n\n"),
      parts.map(\.english).joined(separator: "\n\n"))
  }

  private func whole(_ statement: IncomeStatement) -> Words {
    var table = TextTable([
      .text(ViewWords.line), .number(ViewWords.amount), .number(ViewWords.previousPeriod),
    ])
    for row in statement.rows {
      let previous =
        statement.hasPrevious
        ? cell(row, 1) : row.line.kind == .heading ? Words(both: "") : ViewWords.notApplicable
      table.add(ViewWords.label(row.line), cell(row, 0), previous)
    }
    return table.words
  }

  private func part(
    _ statement: IncomeStatement, _ groups: Groups, _ range: Range<Int>
  ) -> Words {
    let first = statement.hasPrevious ? 2 : 1
    var table = TextTable(
      [.text(ViewWords.line)] + range.map { .number(groups.label(statement.groups[$0])) })
    for row in statement.rows {
      table.add(row: [ViewWords.label(row.line)] + range.map { cell(row, first + $0) })
    }
    return table.words
  }

  /// A figure, a dash where no account stands, nothing beside a heading.
  private func cell(_ row: ReportRow, _ column: Int) -> Words {
    guard row.line.kind != .heading else { return Words(both: "") }
    return row.figures[column].map { euros(Cents($0.net)) } ?? ViewWords.none
  }

  private func json(
    _ statement: IncomeStatement, _ period: Period, _ before: Period?, _ groups: Groups?
  ) -> JSON {
    let first = statement.hasPrevious ? 2 : 1
    var members: [String: JSON] = [
      "period": period.json, "resultCents": .integer(statement.result ?? 0),
      "lines": .array(
        statement.rows.filter { $0.line.kind != .heading }.map { row in
          var members = row.line.json
          members["cents"] = figure(row.figures[0])
          if statement.hasPrevious { members["previousCents"] = figure(row.figures[1]) }
          if groups != nil {
            members["groups"] = .array(row.figures[first...].map(figure))
          }
          return .object(members)
        }),
    ]
    members["previousPeriod"] = before?.json
    if let groups {
      members["by"] = .string(groups.dimension.rawValue)
      members["groups"] = .array(statement.groups.map { .object(groups.json($0)) })
    }
    return .object(members)
  }

  private func figure(_ figure: Figure?) -> JSON { figure.map { .integer($0.net) } ?? .null }
}

extension LayoutLine {
  /// What programs know a row by.
  var json: [String: JSON] {
    [
      "line": .string(name), "kind": .string(kind == .total ? "total" : "line"),
      "label": .string(frenchLabel),
    ]
  }
}
