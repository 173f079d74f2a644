import ArgumentParser
import Intake
import Production
import Store
import Text
import Units
import Wording

/// `production`: readings.
struct ProductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "production", abstract: HelpWords.production[Spoken.language],
    subcommands: [ProductionImport.self, ProductionProfiles.self, ProductionShow.self])
}

/// `production import`: inverter and grid files into the book, all or none.
struct ProductionImport: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: HelpWords.productionImport[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.productionFiles[Spoken.language], valueName: "file"))
  var files: [String]
  @Option(help: .init(HelpWords.profile[Spoken.language])) var profile: String?
  @Option(help: .init(HelpWords.meterOfFile[Spoken.language])) var meter: String?
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let inputs = try InputFile.read(files, endings: [".csv", ".CSV", ".txt"])
    let options = ReadingOptions(profile: profile, meter: meter)
    let merged =
      dryRun && !Disk.exists(world.bookPath)
      ? try readProductionFiles(inputs, options: options, now: world.now)
      : try importProduction(
        inputs, to: world.book(), options: options, now: world.now, rehearsing: dryRun)
    return Answer(
      json: ["files": .array(merged.reports.map(json))], text: text(merged),
      refusal: merged.refusal)
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

  private func text(_ merged: MergedDays) -> Words {
    let reports = merged.reports.filter { !$0.findings.isEmpty }.flatMap { report in
      report.findings.map { Outcomes.finding($0) }
    }
    guard merged.refusal == nil else { return joined(reports) }
    let taken = merged.decisions.filter { $0.kind == .take }
    let energy = taken.reduce(WattHours.zero) { $0 + $1.day.energy }
    let summary = Outcomes.production(
      files: merged.reports.count, days: taken.count, energy: energy, dryRun: dryRun)
    return joined(reports + [summary])
  }

  private func joined(_ lines: [Words]) -> Words {
    lines.dropFirst().reduce(lines.first ?? Words(both: "")) { $0 + Words(both: "\n") + $1 }
  }
}

/// `production profiles`: the layouts that can be read.
struct ProductionProfiles: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: HelpWords.productionProfiles[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let names = Profile.builtIn.map(\.name)
    return Answer(
      json: ["profiles": .array(names.map(JSON.string))],
      text: Words(both: names.joined(separator: "\n")))
  }
}
