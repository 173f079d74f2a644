import ArgumentParser
import Intake
import Production
import Store
import Text
import Units
import Wording

/// `production held`: the days that wait for a decision, every version with its source.
struct ProductionHeld: SoleilCommand {
  static let configuration = CommandConfiguration(
    commandName: "held", abstract: HelpWords.productionHeld[Spoken.language])

  @OptionGroup var globals: GlobalOptions

  func answer(in world: World) throws -> Answer {
    let days = try world.book().read { try $0.heldDays() }
    return Answer(
      json: ["held": .array(days.map(json))],
      text: days.isEmpty ? ReadingWords.nothingWaits : days.joined().table.words)
  }

  private func json(_ versions: [DayVersion]) -> JSON {
    [
      "meter": .string(versions.first?.reading.meter ?? ""),
      "day": .string(versions.first?.reading.day.description ?? ""),
      "versions": .array(versions.map(\.json)),
    ]
  }
}

extension Sequence where Element == DayVersion {
  /// Versions with their sources, for people.
  var table: TextTable {
    var table = TextTable([
      .text(ViewWords.meter), .text(ViewWords.day), .number(ReadingWords.version),
      .number(ViewWords.energy), .text(ViewWords.quality), .text(ReadingWords.standing),
      .text(ReadingWords.file), .text(ReadingWords.lines), .text(ReadingWords.reason),
    ])
    for version in self {
      let reading = version.reading
      table.add(
        Words(both: reading.meter), Words(both: reading.day.description),
        number(version.stored.version), kilowattHours(reading.energy),
        ViewWords.name(ofQuality: reading.quality.rawValue),
        ReadingWords.name(of: version.standing), Words(both: version.file),
        Words(both: "\(reading.firstLine)–\(reading.lastLine)"),
        Words(both: version.reason ?? ""))
    }
    return table
  }
}

extension DayVersion {
  /// The version for programs.
  var json: JSON {
    [
      "version": .integer(Int64(stored.version)), "wh": .integer(reading.energy.units),
      "quality": .string(reading.quality.rawValue), "standing": .string(standing.rawValue),
      "file": .string(file), "sha256": .string(stored.source.hex),
      "firstLine": .integer(Int64(reading.firstLine)),
      "lastLine": .integer(Int64(reading.lastLine)),
      "reason": reason.map(JSON.string) ?? .null,
    ]
  }
}
