import ArgumentParser
import Membership
import Templates
import Text
import Wording

/// `template`: a table to fill in a spreadsheet, with rows that show how.
struct Template: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: HelpWords.template[Spoken.language])

  /// The tables that can be filled in; a room adds its own.
  static let layouts = [
    MembersFile.layout, MembersFile.updateLayout, RelationsFile.layout, MovementsFile.layout,
    MovementsFile.positions,
  ]

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.templateName[Spoken.language])) var name: String?
  @Flag(help: .init(HelpWords.excelFrench[Spoken.language])) var excelFr = false

  func run() throws {
    guard !globals.json, let name else { return try answered() }
    if let contract = FactTemplates.all[name] { return try Terminal.out(Array(contract.utf8)) }
    let layout = try layout(name)
    let world = try World(globals)
    try Terminal.out(Templates.bytes(of: layout, world.language, excelFr ? .excelFrench : .plain))
  }

  /// Without a name, the templates there are; for programs, the columns.
  private func answered() throws {
    let world = try World(globals)
    let answer = try answer(in: world)
    try Terminal.out(world.wantsJSON ? answer.json.text : answer.text[world.language])
  }

  func answer(in world: World) throws -> Answer {
    let layouts = try name.map { [try layout($0)] } ?? Template.layouts
    let json = layouts.map { layout -> JSON in
      [
        "name": .string(layout.name),
        "columns": .array(
          layout.columns.map { column in
            [
              "name": .string(column.name), "required": .boolean(column.isRequired),
              "heading": .string(Templates.heading(column)[world.language]),
            ]
          }),
      ]
    }
    return Answer(
      json: ["templates": .array(json)],
      text: Words(
        both: (layouts.map(\.name) + FactTemplates.all.keys.sorted()).joined(separator: "\n")))
  }

  private func layout(_ name: String) throws -> SpreadsheetLayout {
    guard let layout = Template.layouts.first(where: { $0.name == name }) else {
      throw UsageRefusal.optionIsMalformed(option: "template", value: name)
    }
    return layout
  }
}
