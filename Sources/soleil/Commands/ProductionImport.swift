import ArgumentParser
import Intake
import Production
import Store
import Text
import Units
import Wording

/// `production import`: inverter and grid files into the book, all or none.
struct ProductionImportCommand: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: HelpWords.productionImport[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.productionFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Option(help: .init(HelpWords.profile[Spoken.language])) var profile: String?
  @Option(help: .init(HelpWords.meterOfFile[Spoken.language])) var meter: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let named = try ProductionFiles(named: files)
    let inputs = named.files
    let options = ReadingOptions(profile: profile, meter: meter)
    let done =
      dryRun && !Disk.exists(world.bookPath)
      ? try readProductionFiles(inputs, options: options, now: world.now)
      : try importProduction(
        inputs, to: world.book(), options: options, now: world.now, rehearsing: dryRun,
        progress: { Progress.files($0, of: inputs.count, world) })
    let passedOver = named.passedOver
    return Answer(
      json: json(done, passedOver), text: text(done) + ReadingWords.passedOver(passedOver),
      refusal: done.refusal)
  }

  private func json(_ done: ProductionImport, _ passedOver: [String]) -> JSON {
    [
      "passedOver": .array(passedOver.map(JSON.string)),
      "files": .array(done.reports.map(json)), "waiting": .integer(Int64(done.waiting)),
      "adjustments": .array(done.adjustments.map(\.json)),
    ]
  }

  private func json(_ report: FileReport) -> JSON {
    [
      "path": .string(report.path), "profile": report.profile.map(JSON.string) ?? .null,
      "verdict": .string(report.verdict.rawValue),
      "findings": .array(
        report.findings.map { finding in
          [
            "code": .string(finding.code.rawValue),
            "line": finding.place.line.map { .integer(Int64($0)) } ?? .null,
          ]
        }),
      "days": .array(
        report.days.map { day in
          [
            "meter": .string(day.meter), "day": .string(day.day.description),
            "wh": .integer(day.energy.units), "quality": .string(day.quality.rawValue),
          ]
        }),
    ]
  }

  private func text(_ done: ProductionImport) -> Words {
    let reports = done.reports.flatMap { report in report.findings.map { Outcomes.finding($0) } }
    guard done.merged.refusal == nil else { return joined(reports) }
    let taken = done.decisions.filter { $0.kind == .take }
    let energy = taken.reduce(WattHours.zero) { $0 + $1.day.energy }
    let summary = Outcomes.production(
      files: done.reports.count, days: taken.count, energy: energy, dryRun: dryRun)
    return joined(reports + [summary + ReadingWords.adjusted(done.adjustments)])
  }

  private func joined(_ lines: [Words]) -> Words {
    lines.dropFirst().reduce(lines.first ?? Words(both: "")) { $0 + Words(both: "\n") + $1 }
  }
}

extension Adjustment {
  /// The adjustment for programs.
  var json: JSON {
    [
      "meter": .string(meter), "day": .string(day.description), "version": .integer(Int64(version)),
      "replaces": replaces.map { .integer(Int64($0)) } ?? .null,
      "countsIn": .string(month.description), "wh": .integer(difference.units),
      "reason": .string(reason),
    ]
  }
}
