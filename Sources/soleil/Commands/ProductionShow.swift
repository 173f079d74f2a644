import Agreements
import ArgumentParser
import Intake
import Production
import Store
import Text
import Units
import Wording

/// `production show`: the energy of a month by meter, day by day when asked.
struct ProductionShow: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: HelpWords.productionShow[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.month[Spoken.language])) var month: String
  @Option(help: .init(HelpWords.meter[Spoken.language])) var meter: String?
  @Flag(help: .init(HelpWords.daily[Spoken.language])) var daily = false
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?

  func answer(in world: World) throws -> Answer {
    let month = try Read.month(month)
    let known = try Read.endOfDay(asKnownOn)
    let (days, meters) = try world.book().read { page in
      (
        try page.meterDays(in: month.period, knownAt: known).map(\.reading),
        try Cooperative(page, on: month.last).dossier.meters
      )
    }
    if let meter, meters[meter] == nil { throw IntakeRefusal.meterIsUnknown(meter) }
    let byMeter = Dictionary(grouping: days.filter { meter == nil || $0.meter == meter }) {
      $0.meter
    }.sorted { $0.key < $1.key }
    return Answer(
      json: ["meters": .array(byMeter.map { json($0.key, $0.value) })],
      text: daily ? dailyText(byMeter) : monthText(byMeter, month))
  }

  private func json(_ meter: String, _ days: [MeterDay]) -> JSON {
    let total = days.reduce(WattHours.zero) { $0 + $1.energy }
    var members: [String: JSON] = ["meter": .string(meter), "totalWh": .integer(total.units)]
    if daily {
      members["days"] = .array(
        days.map { day in
          [
            "day": .string(day.day.description), "wh": .integer(day.energy.units),
            "coverage": .integer(permille(day)), "quality": .string(day.quality.rawValue),
          ]
        })
    }
    return .object(members)
  }

  /// The covered part of the day in thousandths.
  private func permille(_ day: MeterDay) -> Int64 {
    day.coveredSeconds * 1000 / max(day.expectedSeconds, 1)
  }

  private func dailyText(_ meters: [(key: String, value: [MeterDay])]) -> Words {
    var table = TextTable([
      .text(ViewWords.meter), .text(ViewWords.day), .number(ViewWords.energy),
      .number(ViewWords.coverage), .text(ViewWords.quality),
    ])
    for (meter, days) in meters {
      for day in days {
        table.add(
          Words(both: meter), Words(both: day.day.description), kilowattHours(day.energy),
          percentage(day.coveredSeconds, of: day.expectedSeconds),
          ViewWords.name(ofQuality: day.quality.rawValue))
      }
    }
    return table.words
  }

  private func monthText(_ meters: [(key: String, value: [MeterDay])], _ month: Month) -> Words {
    var table = TextTable([
      .text(ViewWords.meter), .number(ViewWords.days), .number(ViewWords.energy),
    ])
    var total = WattHours.zero
    for (meter, days) in meters {
      let energy = days.reduce(WattHours.zero) { $0 + $1.energy }
      total += energy
      let complete = days.filter(\.isComplete).count
      table.add(
        Words(both: meter), Words(both: "\(complete)/\(month.length)"), kilowattHours(energy))
    }
    table.add(ViewWords.total, Words(both: ""), kilowattHours(total))
    return table.words
  }
}
