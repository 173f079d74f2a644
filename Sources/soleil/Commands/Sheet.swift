import ArgumentParser
import Journal
import Reports
import Store
import Tables
import Text
import Units
import Wording

/// `sheet`: the balance sheet at a date, and that of the end of the year before.
struct Sheet: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: HelpWords.sheet[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.asOf[Spoken.language], valueName: "day")) var asOf: String?

  func answer(in world: World) throws -> Answer {
    let day = try Read.day(asOf, else: world.today)
    return try world.book().read { page in
      let year = try Read.year(of: day, page)
      let before = try page.fiscalYear(containing: year.first.previous)?.last
      let layout = Layout(on: day)
      let sheet = try BalanceSheet(
        page.standings(on: day, layout),
        previous: before.map { try page.standings(on: $0, layout) }, layout)
      return Answer(
        json: json(sheet, day, before),
        text: text(sheet, day, before, Period(first: year.first, last: year.last)))
    }
  }

  private func text(_ sheet: BalanceSheet, _ day: Day, _ before: Day?, _ year: Period) -> Words {
    var assets = TextTable([
      .text(ViewWords.assets), .number(ViewWords.gross), .number(ViewWords.less),
      .number(ViewWords.net), .number(at(before)),
    ])
    for row in sheet.assets {
      assets.add(
        ViewWords.label(row.line), cell(row) { row.figures[0]?.gross },
        cell(row) { row.figures[0]?.less }, cell(row) { row.figures[0]?.net },
        previous(row, before))
    }
    var liabilities = TextTable([
      .text(ViewWords.liabilities), .number(ViewWords.amount), .number(at(before)),
    ])
    for row in sheet.liabilities {
      liabilities.add(
        ViewWords.label(row.line), cell(row) { row.figures[0]?.net }, previous(row, before))
    }
    let gap = Words(both: "\n\n")
    let tables = ViewWords.sheetTitle(day, year) + gap + assets.words + gap + liabilities.words
    return before == nil ? tables + gap + ViewWords.noPreviousYear : tables
  }

  private func at(_ before: Day?) -> Words {
    guard let before else { return ViewWords.previousYear }
    return ViewWords.net + Words(both: " \(before)")
  }

  private func previous(_ row: ReportRow, _ before: Day?) -> Words {
    guard row.line.kind != .heading else { return Words(both: "") }
    return before == nil ? ViewWords.notApplicable : cell(row) { row.figures[1]?.net }
  }

  /// A figure, a dash where no account stands, nothing beside a heading.
  private func cell(_ row: ReportRow, _ figure: () -> Int64?) -> Words {
    guard row.line.kind != .heading else { return Words(both: "") }
    return figure().map { euros(Cents($0)) } ?? ViewWords.none
  }

  private func json(_ sheet: BalanceSheet, _ day: Day, _ before: Day?) -> JSON {
    var members: [String: JSON] = [
      "asOf": .string(day.description), "totalCents": .integer(sheet.total ?? 0),
      "resultCents": .integer(sheet.result ?? 0),
      "assets": .array(
        sheet.assets.filter { $0.line.kind != .heading }.map { row in
          var members = row.line.json
          members["grossCents"] = number(row.figures[0]?.gross)
          members["lessCents"] = number(row.figures[0]?.less)
          members["netCents"] = number(row.figures[0]?.net)
          if before != nil { members["previousNetCents"] = number(row.figures[1]?.net) }
          return .object(members)
        }),
      "liabilities": .array(
        sheet.liabilities.filter { $0.line.kind != .heading }.map { row in
          var members = row.line.json
          members["cents"] = number(row.figures[0]?.net)
          if before != nil { members["previousCents"] = number(row.figures[1]?.net) }
          return .object(members)
        }),
    ]
    members["previousAsOf"] = before.map { .string($0.description) }
    return .object(members)
  }

  private func number(_ units: Int64?) -> JSON { units.map(JSON.integer) ?? .null }
}
