import ArgumentParser
import Intake
import Production
import Store
import Text
import Units
import Wording

/// `production confirm`: what waits counts from here on.
struct ProductionConfirm: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: HelpWords.productionConfirm[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var choice: ReadingChoice

  func answer(in world: World) throws -> Answer { try choice.answer(.confirmed, in: world) }
}

/// `production reject`: what waits counts never.
struct ProductionReject: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: HelpWords.productionReject[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @OptionGroup var choice: ReadingChoice

  func answer(in world: World) throws -> Answer { try choice.answer(.rejected, in: world) }
}

/// Which readings, and why.
struct ReadingChoice: ParsableArguments {
  @Argument(help: .init(HelpWords.readingNames[Spoken.language], valueName: "meter-day|file"))
  var names: [String]
  @Option(help: .init(HelpWords.readingVersion[Spoken.language], valueName: "n")) var version: Int?
  @Option(help: .init(HelpWords.readingReason[Spoken.language], valueName: "text"))
  var reason: String
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(_ verdict: ReadingVerdict, in world: World) throws -> Answer {
    let decision = try decide(
      verdict, selections(), reason: Read.text(reason, "--reason"), in: world.book(),
      now: world.now, rehearsing: dryRun)
    return Answer(
      json: decision.json, text: ReadingWords.decided(decision, verdict, dryRun: dryRun))
  }

  /// A meter and a day, or files.
  private func selections() throws -> [ReadingSelection] {
    if names.count == 2, let day = try? Day(names[1]) {
      return [.day(meter: names[0], day, version: version)]
    }
    if let version {
      throw UsageRefusal.optionIsMalformed(option: "--version", value: "\(version)")
    }
    return names.map(ReadingSelection.file)
  }
}

extension ReadingDecision {
  /// The decision for programs.
  var json: JSON {
    [
      "decided": .array(decided.map(\.named)), "dropped": .array(dropped.map(\.named)),
      "adjustments": .array(adjustments.map(\.json)),
    ]
  }
}

extension DayVersion {
  fileprivate var named: JSON {
    [
      "meter": .string(reading.meter), "day": .string(reading.day.description),
      "version": .integer(Int64(stored.version)), "wh": .integer(reading.energy.units),
    ]
  }
}

/// `production estimate`: what somebody declares of a day that no meter measured.
struct ProductionEstimate: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate", abstract: HelpWords.productionEstimate[Spoken.language])

  @OptionGroup var globals: GlobalOptions
  @Argument(help: .init(HelpWords.meter[Spoken.language])) var meter: String
  @Argument(help: .init(HelpWords.dayOfReading[Spoken.language])) var day: String
  @Argument(help: .init(HelpWords.energyOfDay[Spoken.language], valueName: "wh")) var energy: Int64
  @Option(help: .init(HelpWords.readingReason[Spoken.language], valueName: "text"))
  var reason: String
  @Flag(help: .init(HelpWords.dryRun[Spoken.language])) var dryRun = false

  func answer(in world: World) throws -> Answer {
    let decision = try declareEstimate(
      WattHours(energy), meter: meter, on: Read.day(day, else: world.today),
      reason: Read.text(reason, "--reason"), in: world.book(), now: world.now, rehearsing: dryRun)
    return Answer(
      json: decision.json, text: ReadingWords.decided(decision, .confirmed, dryRun: dryRun))
  }
}
