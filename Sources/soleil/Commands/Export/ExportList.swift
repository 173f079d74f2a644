import ArgumentParser
import Delivery
import Store
import Text
import Units
import Wording

/// `export list`: the exports the book remembers, oldest first.
struct ExportList: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpWords.exportList[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let exports = try world.book().read { try $0.exports() }
    var table = TextTable([
      .text(ViewWords.date), .text(ViewWords.export), .text(ViewWords.scope),
      .text(ViewWords.file), .number(ViewWords.rows), .number(ViewWords.bytes),
      .text(ViewWords.fingerprint),
    ])
    for (at, record) in exports {
      let what = ([record.what] + record.traits).joined(separator: " ")
      table.add(
        Words(both: at.description), Words(both: what), Words(both: record.scope),
        Words(both: record.file), number(record.rows), number(record.bytes),
        Words(both: record.digest.hex))
    }
    let rows = exports.map { at, record -> JSON in
      .object(record.members.merging(["at": .string(at.description)]) { $1 })
    }
    return Answer(json: ["exports": .array(rows)], text: table.words)
  }
}
