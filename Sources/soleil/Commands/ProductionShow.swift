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
  @Option(help: .init(HelpWords.month[Spoken.language])) var month: String?
  @Option(help: .init(HelpWords.dayShown[Spoken.language])) var day: String?
  @Option(help: .init(HelpWords.meter[Spoken.language])) var meter: String?
  @Flag(help: .init(HelpWords.daily[Spoken.language])) var daily = false
  @Flag(help: .init(HelpWords.csv[Spoken.language])) var csv = false
  @Flag(help: .init(HelpWords.plain[Spoken.language])) var plain = false
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?

  func answer(in world: World) throws -> Answer {
    if let day { return try versions(of: Read.day(day, else: world.today), world) }
    guard let month else {
      throw UsageRefusal.optionIsMalformed(option: "--month", value: "")
    }
    return try answer(Read.month(month), world)
  }

  /// Every version of a day, with the exact sum of its curve beside its energy.
  private func versions(of day: Day, _ world: World) throws -> Answer {
    let known = try Read.endOfDay(asKnownOn)
    let found = try world.book().read { page in
      try page.versions(in: Period(first: day, last: day), of: meter, knownAt: known).map {
        version in
        (
          version,
          try page.curve(of: version.reading.meter, on: day, version: version.stored.version)
            .flatMap { DayCurve(encoded: $0) }
        )
      }
    }
    var table = TextTable([
      .text(ViewWords.meter), .number(ReadingWords.version), .number(ViewWords.energy),
      .number(ReadingWords.curve), .text(ViewWords.quality), .text(ReadingWords.standing),
      .text(ReadingWords.file), .text(ReadingWords.reason),
    ])
    for (version, curve) in found {
      table.add(
        Words(both: version.reading.meter), number(version.stored.version),
        kilowattHours(version.reading.energy),
        curve.map { kilowattHours($0.energy) } ?? Words(both: "–"),
        ViewWords.name(ofQuality: version.reading.quality.rawValue),
        ReadingWords.name(of: version.standing), Words(both: version.file),
        Words(both: version.reason ?? ""))
    }
    return Answer(
      json: ["day": .string(day.description), "versions": .array(found.map { json($0.0, $0.1) })],
      text: csv ? Words(both: list(found.map(\.0))) : table.words)
  }

  private func list(_ versions: [DayVersion]) -> String {
    var csv = CSVWriter(columns: [
      "meter", "day", "version", "wh", "coverage", "quality", "standing", "file", "reason",
    ])
    for version in versions {
      let day = version.reading
      csv.append([
        .text(day.meter), .text(day.day.description), .integer(Int64(version.stored.version)),
        .integer(day.energy.units), .integer(permille(day)), .text(day.quality.rawValue),
        .text(version.standing.rawValue), .text(version.file), .text(version.reason ?? ""),
      ])
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private func json(_ version: DayVersion, _ curve: DayCurve?) -> JSON {
    let members: [String: JSON] = [
      "meter": .string(version.reading.meter), "version": version.json,
      "curve": curve.map { curve in
        [
          "wh": .integer(curve.energy.units), "quantum": .integer(curve.quantum),
          "samples": .array(
            curve.samples.map { .array([$0.offset, $0.seconds, $0.value].map(JSON.integer)) }),
        ]
      } ?? .null,
    ]
    return .object(members)
  }

  private func answer(_ month: Month, _ world: World) throws -> Answer {
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
      text: csv
        ? Words(both: list(byMeter.flatMap(\.value)))
        : daily ? dailyText(byMeter) : monthText(byMeter, month))
  }

  private func list(_ days: [MeterDay]) -> String {
    var csv = CSVWriter(columns: ["meter", "day", "wh", "coverage", "quality"])
    for day in days {
      csv.append([
        .text(day.meter), .text(day.day.description), .integer(day.energy.units),
        .integer(permille(day)), .text(day.quality.rawValue),
      ])
    }
    return String(decoding: csv.bytes, as: UTF8.self)
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
      .number(ViewWords.coverage), .text(ViewWords.quality), .text(Words(both: "")),
    ])
    let bar = Bar(plain: plain)
    for (meter, days) in meters {
      let most = days.map(\.energy.units).max() ?? 0
      for day in days {
        table.add(
          Words(both: meter), Words(both: day.day.description), kilowattHours(day.energy),
          percentage(day.coveredSeconds, of: day.expectedSeconds),
          ViewWords.name(ofQuality: day.quality.rawValue), bar.words(day.energy.units, of: most))
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

extension DayCurve {
  /// The exact sum of the curve, rounded as a day is.
  fileprivate var energy: WattHours {
    WattHours(Int64(Rounding.halfToEven.quotient(Int128(milliwattSeconds), 3_600_000)))
  }
}
