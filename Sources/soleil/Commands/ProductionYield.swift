import Agreements
import ArgumentParser
import Intake
import Store
import Text
import Units
import Wording

/// `production yield`: sites side by side, or month by month: energy, yield, target, availability.
struct ProductionYield: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "yield", abstract: HelpWords.productionYield[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String
  @Option(help: .init(HelpWords.site[Spoken.language])) var site: String?
  @Flag(help: .init(HelpWords.monthly[Spoken.language])) var monthly = false
  @Flag(help: .init(HelpWords.csv[Spoken.language])) var csv = false
  @Flag(help: .init(HelpWords.plain[Spoken.language])) var plain = false
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?

  func answer(in world: World) throws -> Answer {
    let days = try Read.period(period)
    let known = try Read.endOfDay(asKnownOn)
    let yields = try world.book().read { page in
      try ProductionView(page, over: days, today: world.today, knownAt: known)
        .yields(byMonth: monthly)
    }.filter { site == nil || $0.site.id == site }
    if let site, yields.isEmpty {
      throw UsageRefusal.optionIsMalformed(option: "--site", value: site)
    }
    return Answer(
      json: ["yields": .array(yields.map(json))],
      text: csv ? Words(both: table(yields)) : text(yields))
  }

  private func json(_ row: SiteYield) -> JSON {
    [
      "site": .string(row.site.id), "first": .string(row.period.first.description),
      "last": row.period.last.map { .string($0.description) } ?? .null,
      "wh": .integer(row.energy.units), "peakWatts": .integer(row.site.peakWatts),
      "whPerKwp": .integer(row.specificYield.units),
      "targetWh": row.target.map { .integer($0.units) } ?? .null,
      "coveredSeconds": .integer(row.coveredSeconds),
      "expectedSeconds": .integer(row.expectedSeconds),
      "wholeDays": .integer(Int64(row.wholeDays)), "days": .integer(Int64(row.days)),
    ]
  }

  private func table(_ yields: [SiteYield]) -> String {
    var csv = CSVWriter(columns: [
      "site", "first", "last", "wh", "peak_watts", "wh_per_kwp", "target_wh", "covered_seconds",
      "expected_seconds", "whole_days", "days",
    ])
    for row in yields {
      csv.append([
        .text(row.site.id), .text(row.period.first.description),
        .text(row.period.last?.description ?? ""), .integer(row.energy.units),
        .integer(row.site.peakWatts), .integer(row.specificYield.units),
        row.target.map { .integer($0.units) } ?? .text(""), .integer(row.coveredSeconds),
        .integer(row.expectedSeconds), .integer(Int64(row.wholeDays)), .integer(Int64(row.days)),
      ])
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private func text(_ yields: [SiteYield]) -> Words {
    var table = TextTable([
      .text(ViewWords.site), .text(ViewWords.month), .number(ViewWords.energy),
      .number(ReadingWords.specificYield), .number(ReadingWords.target),
      .number(ReadingWords.ofTarget), .number(ReadingWords.availability),
      .number(ViewWords.days), .text(ReadingWords.plot),
    ])
    let bar = Bar(plain: plain)
    let most = yields.map(\.specificYield.units).max() ?? 0
    for row in yields {
      table.add(
        Words(both: row.site.id),
        Words(both: monthly ? row.period.first.month.description : period),
        kilowattHours(row.energy), kilowattHours(row.specificYield),
        row.target.map(kilowattHours) ?? Words(both: "–"),
        row.target.map { percentage(row.energy.units, of: $0.units) } ?? Words(both: "–"),
        percentage(row.coveredSeconds, of: row.expectedSeconds),
        Words(both: "\(row.wholeDays)/\(row.days)"), bar.words(row.specificYield.units, of: most))
    }
    return table.words
  }
}

/// `production gaps`: the days that no file tells whole, meter by meter.
struct ProductionGaps: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: HelpWords.productionGaps[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String
  @Flag(help: .init(HelpWords.csv[Spoken.language])) var csv = false

  func answer(in world: World) throws -> Answer {
    let days = try Read.period(period)
    let gaps = try world.book().read { page in
      try ProductionView(page, over: days, today: world.today).gaps()
    }
    var table = TextTable([
      .text(ViewWords.meter), .text(ReadingWords.standing), .number(ViewWords.days),
      .text(ReadingWords.when),
    ])
    for gap in gaps {
      table.add(
        Words(both: gap.meter), ReadingWords.name(of: gap.kind), number(gap.days.count),
        dayRuns(gap.days))
    }
    return Answer(
      json: ["gaps": .array(gaps.map(json))],
      text: csv
        ? Words(both: list(gaps)) : gaps.isEmpty ? ReadingWords.noGaps : table.words)
  }

  private func list(_ gaps: [Gap]) -> String {
    var csv = CSVWriter(columns: ["meter", "kind", "day"])
    for gap in gaps {
      for day in gap.days {
        csv.append([.text(gap.meter), .text(gap.kind.rawValue), .text(day.description)])
      }
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private func json(_ gap: Gap) -> JSON {
    [
      "meter": .string(gap.meter), "kind": .string(gap.kind.rawValue),
      "days": .array(gap.days.map { .string($0.description) }),
    ]
  }
}
