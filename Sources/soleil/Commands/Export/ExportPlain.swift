import ArgumentParser
import Delivery
import Exports
import Store
import Text
import Units
import Wording

/// Which days an export covers and where it goes.
struct ExportOptions: ParsableArguments {
  @Option(help: .init(HelpWords.period[Spoken.language])) var period: String?
  @Option(help: .init(HelpWords.outFile[Spoken.language], valueName: "file")) var out: String?

  /// The days: a period, else everything up to today, as `balance` shows it.
  func period(in world: World) throws -> Period {
    try period.map(Read.period) ?? Period(checking: Day(number: 0), world.today)
  }

  /// How the book remembers the days.
  var scope: String { period ?? "all" }

  /// Writes to the file named, to standard output, or to `exports/`.
  func export(
    _ name: String, in world: World, _ write: (Destination) throws -> Delivered
  ) throws -> Answer {
    guard out == "-" else {
      let path = out ?? world.besideBook("exports/\(name)")
      let delivered = try write(.file(path))
      var members = delivered.record.members
      members["path"] = .string(path)
      members["recorded"] = .boolean(delivered.isNew)
      members["replaced"] = delivered.replaced.map(JSON.string)
      return Answer(
        json: .object(members),
        text: Outcomes.exported(path, rows: delivered.record.rows)
          + Outcomes.remembered(
            delivered.record.digest, isNew: delivered.isNew, replaced: delivered.replaced))
    }
    guard !world.wantsJSON else {
      throw UsageRefusal.optionIsMalformed(option: "--out", value: "-")
    }
    _ = try write(.stream(Terminal.out))
    return Answer(json: [:], text: Words(both: ""))
  }
}

/// A command that writes the book for a program of plain-text accounting.
protocol PlainCommand: SoleilCommand {
  static var format: PlainFormat { get }
  var options: ExportOptions { get }
}

extension PlainCommand {
  func answer(in world: World) throws -> Answer {
    let period = try options.period(in: world)
    let suffix = options.period.map { "-\($0)" } ?? ""
    let name = "book\(suffix).\(Self.format)"
    return try options.export(name, in: world) { destination in
      try world.book().export(
        Self.format, over: period, scope: options.scope, to: destination, now: world.now)
    }
  }
}
