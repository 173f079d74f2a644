import ArgumentParser
import Intake
import Store
import Text
import Units
import Wording

/// `production reconcile`: the sum of a load curve beside the difference of two indexes.
struct ProductionReconcile: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: HelpWords.productionReconcile[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Option(help: .init(HelpWords.meter[Spoken.language])) var meter: String
  @Option(help: .init(HelpWords.indexDay[Spoken.language], valueName: "day")) var from: String
  @Option(help: .init(HelpWords.indexWh[Spoken.language], valueName: "wh")) var fromWh: Int64
  @Option(help: .init(HelpWords.indexDay[Spoken.language], valueName: "day")) var to: String
  @Option(help: .init(HelpWords.indexWh[Spoken.language], valueName: "wh")) var toWh: Int64
  @Option(help: .init(HelpWords.toleranceWh[Spoken.language], valueName: "wh"))
  var toleranceWh: Int64?
  @Flag(help: .init(HelpWords.csv[Spoken.language])) var csv = false
  @Flag(help: .init(HelpWords.plain[Spoken.language])) var plain = false
  @Option(help: .init(HelpWords.asKnownOn[Spoken.language], valueName: "day"))
  var asKnownOn: String?

  func answer(in world: World) throws -> Answer {
    let range: ClosedRange<Int64> = 0...1_000_000_000_000_000
    for (option, value) in [
      ("--from-wh", fromWh), ("--to-wh", toWh), ("--tolerance-wh", toleranceWh ?? 0),
    ] where !range.contains(value) {
      throw UsageRefusal.optionIsMalformed(option: option, value: String(value))
    }
    let first = IndexReading(day: try Read.day(from, else: world.today), index: WattHours(fromWh))
    let last = IndexReading(day: try Read.day(to, else: world.today), index: WattHours(toWh))
    let known = try Read.endOfDay(asKnownOn)
    let found = try world.book().read { page in
      try reconcileIndexes(
        of: meter, first, last, tolerance: toleranceWh.map { WattHours($0) }, on: page,
        knownAt: known)
    }
    return Answer(
      json: json(found), text: csv ? Words(both: table(found)) : text(found),
      outcome: found.refusal?.outcome ?? .done, refusal: found.refusal)
  }

  private func json(_ found: IndexReconciliation) -> JSON {
    [
      "meter": .string(found.meter), "from": .string(found.first.day.description),
      "fromWh": .integer(found.first.index.units), "to": .string(found.last.day.description),
      "toWh": .integer(found.last.index.units), "sumWh": .integer(found.sum.units),
      "differenceWh": .integer(found.difference.units), "gapWh": .integer(found.gap.units),
      "toleranceWh": .integer(found.tolerance.units), "days": .integer(Int64(found.days)),
      "curves": .integer(Int64(found.curves)),
      "lacking": .array(found.lacking.map { .string($0.description) }),
      "verdict": .string(found.verdict.rawValue),
    ]
  }

  private func table(_ found: IndexReconciliation) -> String {
    var csv = CSVWriter(columns: [
      "meter", "from", "from_wh", "to", "to_wh", "sum_wh", "difference_wh", "gap_wh",
      "tolerance_wh", "days", "curves", "lacking_days", "verdict",
    ])
    csv.append([
      .text(found.meter), .text(found.first.day.description), .integer(found.first.index.units),
      .text(found.last.day.description), .integer(found.last.index.units),
      .integer(found.sum.units), .integer(found.difference.units), .integer(found.gap.units),
      .integer(found.tolerance.units), .integer(Int64(found.days)),
      .integer(Int64(found.curves)), .integer(Int64(found.lacking.count)),
      .text(found.verdict.rawValue),
    ])
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  private func text(_ found: IndexReconciliation) -> Words {
    var table = TextTable([
      .text(ViewWords.meter), .number(ViewWords.days), .number(ReadingWords.curve),
      .number(ReadingWords.indexes), .number(ReadingWords.gap), .number(ReadingWords.tolerance),
      .text(ReadingWords.verdict), .text(ReadingWords.plot),
    ])
    let bar = Bar(plain: plain)
    let most = max(found.sum.units, found.difference.units)
    table.add(
      Words(both: found.meter), Words(both: "\(found.days - found.lacking.count)/\(found.days)"),
      kilowattHours(found.sum), kilowattHours(found.difference), kilowattHours(found.gap),
      kilowattHours(found.tolerance), ReadingWords.name(of: found.verdict),
      bar.words(found.sum.units, of: most))
    return table.words
  }
}
