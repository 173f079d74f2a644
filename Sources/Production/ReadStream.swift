public import Units

/// Reads one file block by block and hands its days out, each with its curve.
///
/// A day is handed out by meter, then by date. None is before every row has been read, so a file
/// that cannot be read hands out nothing; a unit that lies may be found only in a later meter.
/// What was handed out counts only when the report's verdict allows it: keep it in a transaction.
///
/// - Parameters:
///   - profile: the layout to read it with; nothing to take the only one of `profiles` that fits.
///   - profiles: the layouts known, those of the user included.
///   - sink: takes a day.
/// - Returns: the report, whose ``FileReport/days`` stay empty.
/// - Throws: what the source or the sink throws.
/// - Complexity: O(n) in bytes; memory of a few bytes a row.
public func readProduction<Source: ByteSource>(
  _ source: inout Source, path: String, profile: Profile? = nil,
  profiles: [Profile] = Profile.builtIn, registry: MeterRegistry, today: Day,
  _ sink: (MeterDay) throws -> Void
) throws -> FileReport {
  var bytes: [UInt8] = []
  var block = Array(repeating: UInt8(0), count: 65_536)
  while case let count = try source.fill(&block), count > 0 { bytes += block[..<count] }
  let file = SourceFile(path: path, bytes: bytes, digest: try source.digest())
  var report = readProduction(file, profile: profile, registry: registry, today: today)
  for day in report.days { try sink(day) }
  report.days = []
  return report
}
