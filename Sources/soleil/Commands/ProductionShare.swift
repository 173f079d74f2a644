import Agreements
import ArgumentParser
import Intake
import Wording

/// `production share`: the curves of a sharing, from tables.
struct ProductionShare: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: HelpWords.productionShare[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.curveFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Option(help: .init(HelpWords.sharing[Spoken.language])) var sharing: String?
  @Option(help: .init(HelpWords.curveUnit[Spoken.language], valueName: "wh|kwh|w"))
  var unit: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    guard let unit = CurveUnit(rawValue: unit ?? CurveUnit.wattHours.rawValue) else {
      throw UsageRefusal.optionIsMalformed(option: "--unit", value: unit ?? "")
    }
    return Apply.answer(
      try apply(
        curves: InputFile.read(files, endings: [".csv"]), of: sharing, unit: unit,
        to: world.book(), now: world.now, rehearsing: dryRun), dryRun: dryRun)
  }
}
