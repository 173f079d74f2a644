import Text
public import Units

/// A day of a meter as the book holds it, with the file it came from.
public struct RecordedDay: Hashable, Sendable {
  /// The site.
  public let site: String
  /// The meter.
  public let meter: String
  /// The day.
  public let day: Day
  /// The energy.
  public let energy: WattHours
  /// `measured`, `estimated` or `incomplete`.
  public let quality: String
  /// The digest of the source file.
  public let source: Digest
  /// The first line it was read from.
  public let firstLine: Int
  /// The last line it was read from.
  public let lastLine: Int

  /// A day of a meter.
  public init(
    site: String, meter: String, day: Day, energy: WattHours, quality: String, source: Digest,
    firstLine: Int, lastLine: Int
  ) {
    self.site = site
    self.meter = meter
    self.day = day
    self.energy = energy
    self.quality = quality
    self.source = source
    self.firstLine = firstLine
    self.lastLine = lastLine
  }
}

/// `production.csv`: energy by meter and day, with source and quality.
public func productionFile(_ days: [RecordedDay]) -> [UInt8] {
  var csv = CSVWriter(columns: [
    "site", "meter", "day", "wh", "quality", "source_sha256", "first_line", "last_line",
  ])
  for day in days {
    csv.append([
      .text(day.site), .text(day.meter), .text(day.day.description), .integer(day.energy.units),
      .text(day.quality), .text(day.source.hex), .integer(Int64(day.firstLine)),
      .integer(Int64(day.lastLine)),
    ])
  }
  return csv.bytes
}
