import GRDB
public import Production
import Text
public import Units

/// A day of a meter as the book holds it: what it says, and from which file.
public struct StoredDay: Hashable, Sendable {
  /// The day.
  public let reading: MeterDay
  /// The version, from 1; the last one counts.
  public let version: Int
  /// The digest of the file it was read from.
  public let source: Digest
}

extension BookReader {
  /// The last version of every day of a period, as known at an instant, by meter and day.
  ///
  /// - Complexity: O(n) in the days of the period.
  public func meterDays(in period: Period, knownAt instant: Instant? = nil) throws -> [StoredDay] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT *, max(version) FROM meter_day
        WHERE day BETWEEN ? AND ? AND recorded_at <= ?
        GROUP BY meter, day ORDER BY meter, day
        """,
      arguments: [
        period.first.description, (period.last ?? Day.endOfTime).description,
        instant?.seconds ?? Int64.max,
      ])
    return try rows.compactMap(storedDay)
  }

  /// The energy of a meter over some days, by the last version of each; held days count as none.
  ///
  /// - Complexity: O(days).
  public func energy(of meter: String, in period: Period) throws -> WattHours {
    let sum = try Int64.fetchOne(
      db,
      sql: """
        SELECT coalesce(sum(wh), 0) FROM (
          SELECT wh, quality, max(version) FROM meter_day
          WHERE meter = ? AND day BETWEEN ? AND ? GROUP BY day)
        WHERE quality <> 'held'
        """,
      arguments: [
        meter, period.first.description, (period.last ?? Day.endOfTime).description,
      ])
    return WattHours(sum ?? 0)
  }
}

/// The day that a row tells, nothing when its quality is none.
func storedDay(_ row: Row) throws -> StoredDay? {
  guard let quality = Quality(rawValue: row["quality"]) else { return nil }
  let first: Int64? = row["register_first"]
  let last: Int64? = row["register_last"]
  let register = first.flatMap { first in
    last.map { WattHours(first)...WattHours(max(first, $0)) }
  }
  let reading = MeterDay(
    meter: row["meter"], day: try Day(row["day"] as String), milliwattSeconds: row["exact_mws"],
    coveredSeconds: row["covered_s"], quality: quality, firstLine: row["first_line"],
    lastLine: row["last_line"], register: register)
  return StoredDay(reading: reading, version: row["version"], source: digest(row["source"]))
}

extension BookWriter {
  /// Records a source file by its digest; a file already recorded changes nothing.
  public func record(source file: SourceFile, profile: String) throws {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    try db.cachedStatement(
      sql: """
        INSERT INTO source_file (digest, name, bytes, profile, imported_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      file.digest.bytes.blob, name, file.bytes.count, profile, now.seconds,
    ])
  }

  /// Records the days of one file and one meter as new versions, under one leaf of the log.
  public func record(_ days: [MeterDay], of meter: String, from source: Digest) throws {
    let leaf = readingsLeaf(days, of: meter, from: source)
    let position = try appendLeaf("readings", leaf.canonical)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO meter_day (meter, day, version, wh, exact_mws, covered_s, quality,
          register_first, register_last, source, first_line, last_line, recorded_at, leaf)
        VALUES (?1, ?2, 1 + coalesce(
            (SELECT max(version) FROM meter_day WHERE meter = ?1 AND day = ?2), 0),
          ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """)
    for day in days {
      try statement.execute(arguments: [
        meter, day.day.description, day.energy.units, day.milliwattSeconds, day.coveredSeconds,
        day.quality.rawValue, day.register?.lowerBound.units, day.register?.upperBound.units,
        source.bytes.blob, day.firstLine, day.lastLine, now.seconds, position,
      ])
    }
  }
}
