import ArgumentParser
import Delivery
import Store
import Text
import Units
import Wording

/// `export csv`: the journal in the layout of a closing's `journal.csv`.
struct ExportCSV: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: HelpWords.exportCSV[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var options: ExportOptions
  @Flag(help: .init(HelpWords.excelFrench[Spoken.language])) var excelFr = false

  func answer(in world: World) throws -> Answer {
    let period = try options.period(in: world)
    let suffix = options.period.map { "-\($0)" } ?? ""
    let name = "journal\(suffix)\(excelFr ? "-excel" : "").csv"
    return try options.export(name, in: world) { destination in
      try world.book().exportJournal(
        over: period, scope: options.scope, style: excelFr ? .excelFrench : .plain,
        to: destination, now: world.now)
    }
  }
}
