import Foundation
import GRDB
public import Production
import Seal
public import Units

/// A day of a meter as the book holds it: what it says, and from which file.
public struct StoredDay: Hashable, Sendable {
  /// The day.
  public let reading: MeterDay
  /// The version, from 1.
  public let version: Int
  /// The digest of the file it was read from.
  public let source: Digest
}

extension BookReader {
  /// The version in force of every day of a period, as known at an instant, by meter and day.
  ///
  /// Doubtful data that a person confirmed count as an estimate: somebody vouches for them, no meter.
  ///
  /// - Complexity: O(n) in the days of the period, and O(log n) a meter.
  public func meterDays(
    in period: Period, of meter: String? = nil, knownAt instant: Instant? = nil
  ) throws -> [StoredDay] {
    try Row.fetchAll(
      db,
      sql: """
        \(Self.ranked)
        SELECT \(Self.columns), max(rank) FROM ranked
        JOIN source_file ON source_file.id = ranked.source
        WHERE rank IS NOT NULL GROUP BY meter, day ORDER BY meter, day
        """, arguments: Self.arguments(period, of: meter, knownAt: instant)
    ).compactMap { try storedDay($0)?.inForce }
  }

  /// The energy of a meter over some days, by the version in force; held days count as none.
  ///
  /// - Complexity: O(days).
  public func energy(of meter: String, in period: Period) throws -> WattHours {
    let sum = try Int64.fetchOne(
      db,
      sql: """
        \(Self.ranked)
        SELECT coalesce(sum(wh), 0) FROM (
          SELECT wh, max(rank) FROM ranked WHERE rank IS NOT NULL GROUP BY day)
        """, arguments: Self.arguments(period, of: meter))
    return WattHours(sum ?? 0)
  }

  /// The curve of a version, or nothing when it was read without one.
  public func curve(of meter: String, on day: Day, version: Int) throws -> [UInt8]? {
    try Row.fetchOne(
      db, sql: "SELECT curve FROM meter_day WHERE meter = ? AND day = ? AND version = ?",
      arguments: [meter, day.description, version]
    ).flatMap { row in (row[0] as Data?).map(bytes) }
  }

  /// Every version of some days with its rank: the place in the log where it came into force last.
  ///
  /// Meters are found by leaping from one to the next, so that no second index is needed.
  static let ranked = """
    WITH RECURSIVE name(meter) AS (
      SELECT min(meter) FROM meter_day WHERE ?4 IS NULL
      UNION ALL SELECT ?4 WHERE ?4 IS NOT NULL
      UNION ALL
      SELECT (SELECT min(meter) FROM meter_day WHERE meter > name.meter) FROM name
      WHERE name.meter IS NOT NULL AND ?4 IS NULL),
    confirmed AS (
      SELECT meter, day, version, max(leaf) AS leaf FROM reading_decision
      WHERE verdict = 'confirmed' AND decided_at <= ?3 GROUP BY meter, day, version),
    ranked AS (
      SELECT meter_day.meter, meter_day.day, meter_day.version, wh, exact_mws, covered_s, quality,
        register_first, register_last, source, first_line, last_line, recorded_at, waits,
        coalesce(confirmed.leaf, iif(waits, NULL, meter_day.leaf)) AS rank
      FROM name CROSS JOIN meter_day ON meter_day.meter = name.meter
      LEFT JOIN confirmed ON confirmed.meter = meter_day.meter
        AND confirmed.day = meter_day.day AND confirmed.version = meter_day.version
      WHERE meter_day.day BETWEEN ?1 AND ?2 AND recorded_at <= ?3)
    """

  /// What ``storedDay(_:)`` reads; the curve is left where it is.
  static let columns = """
    meter, day, version, wh, exact_mws, covered_s, quality, register_first, register_last,
    first_line, last_line, recorded_at, digest AS source
    """

  static func arguments(
    _ period: Period, of meter: String? = nil, knownAt instant: Instant? = nil
  ) -> StatementArguments {
    [
      period.first.description, (period.last ?? Day.endOfTime).description,
      instant?.seconds ?? Int64.max, meter,
    ]
  }
}

extension StoredDay {
  /// The day as it counts: what was doubtful and is in force is somebody's estimate.
  var inForce: StoredDay {
    guard reading.quality == .held else { return self }
    return StoredDay(
      reading: MeterDay(
        meter: reading.meter, day: reading.day, milliwattSeconds: reading.milliwattSeconds,
        coveredSeconds: reading.coveredSeconds, quality: .estimated, firstLine: reading.firstLine,
        lastLine: reading.lastLine, register: reading.register), version: version, source: source)
  }
}

/// The day that a row tells, with its file, nothing when its quality is none.
func storedDay(_ row: Row) throws -> StoredDay? {
  try meterDay(row).map {
    StoredDay(reading: $0, version: row["version"], source: digest(row["source"]))
  }
}

/// The day that a row tells, nothing when its quality is none.
func meterDay(_ row: Row) throws -> MeterDay? {
  guard let quality = Quality(rawValue: row["quality"]) else { return nil }
  let first: Int64? = row["register_first"]
  let last: Int64? = row["register_last"]
  let register = first.flatMap { first in
    last.map { WattHours(first)...WattHours(max(first, $0)) }
  }
  return MeterDay(
    meter: row["meter"], day: try Day(row["day"] as String), milliwattSeconds: row["exact_mws"],
    coveredSeconds: row["covered_s"], quality: quality, firstLine: row["first_line"],
    lastLine: row["last_line"], register: register)
}

extension BookWriter {
  /// Records a source file by its digest; a file already recorded changes nothing.
  public func record(source file: SourceFile, profile: String) throws {
    try record(
      source: file.digest, name: file.path, bytes: file.bytes.count, profile: profile)
  }

  /// Records a source file that was read piece by piece.
  public func record(source digest: Digest, name path: String, bytes: Int, profile: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try db.cachedStatement(
      sql: """
        INSERT INTO source_file (digest, name, bytes, profile, imported_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [digest.bytes.blob, name, bytes, profile, now.seconds])
  }

  /// Records the days of one file and one meter, by date, as new versions under one leaf of the log.
  ///
  /// - Parameter waiting: whether they count only once somebody confirms them.
  /// - Returns: the version of each day.
  @discardableResult public func record(
    _ days: [MeterDay], of meter: String, from source: Digest, waiting: Bool = false
  ) throws -> [Int] {
    let source = try id(of: source)
    let room = days.reduce(0) { $0 + 80 + ($1.curve?.encoded.count ?? 0) }
    var leaf = ReadingsLeaf(meter: meter, source: source.digest, waits: waiting, room: room)
    let position = nextLeaf
    let latest = try Pen(db, "SELECT max(version) FROM meter_day WHERE meter = ? AND day = ?")
    let isKnown = try isAnyKnown(days, of: meter)
    let pen = try Pen(db, Self.insertDay)
    pen.bind(1, meter)
    pen.bind(10, source.id)
    pen.bind(13, now.seconds)
    pen.bind(14, position)
    pen.bind(15, waiting ? 1 : 0)
    latest.bind(1, meter)
    var versions: [Int64] = []
    versions.reserveCapacity(days.count)
    for (index, day) in days.enumerated() {
      var version: Int64 = 1
      if index > 0, days[index - 1].day == day.day {
        version += versions[index - 1]
      } else if isKnown {
        latest.bind(2, day.day.description)
        let known = try latest.first()
        version += known?.integer(0) ?? 0
        known?.close()
      }
      leaf.add(day, version: version, curve: day.curve?.encoded)
      versions.append(version)
    }
    // Before the rows that name it: a leaf that comes later makes the database search for them all.
    _ = try appendLeaf("days", leaf.content)
    for (day, version) in zip(days, versions) { try write(day, version, pen) }
    return versions.map(Int.init)
  }

  /// Whether a version of any of some days is known: days that are all new need not ask one by one.
  private func isAnyKnown(_ days: [MeterDay], of meter: String) throws -> Bool {
    guard let first = days.map(\.day).min(), let last = days.map(\.day).max() else { return false }
    let row = try Row.fetchOne(
      db, sql: "SELECT 1 FROM meter_day WHERE meter = ? AND day BETWEEN ? AND ? LIMIT 1",
      arguments: [meter, first.description, last.description])
    return row != nil
  }

  private static let insertDay = """
    INSERT OR FAIL INTO meter_day (meter, day, version, wh, exact_mws, covered_s, quality,
      register_first, register_last, source, first_line, last_line, recorded_at, leaf, waits, curve)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  private func write(_ day: MeterDay, _ version: Int64, _ pen: Pen) throws {
    pen.bind(2, day.day.description)
    pen.bind(3, version)
    pen.bind(4, day.energy.units)
    pen.bind(5, day.milliwattSeconds)
    pen.bind(6, day.coveredSeconds)
    pen.bind(7, day.quality.rawValue)
    if let register = day.register {
      pen.bind(8, register.lowerBound.units)
      pen.bind(9, register.upperBound.units)
    } else {
      pen.bindNull(8)
      pen.bindNull(9)
    }
    pen.bind(11, Int64(day.firstLine))
    pen.bind(12, Int64(day.lastLine))
    if let curve = day.curve { pen.bind(16, curve.encoded) } else { pen.bindNull(16) }
    try pen.run()
  }

  private func id(of source: Digest) throws -> (id: Int64, digest: Digest) {
    let row = try Row.fetchOne(
      db, sql: "SELECT id FROM source_file WHERE digest = ?", arguments: [source.bytes.blob])
    guard let row else { throw StoreRefusal.databaseFailed("source_file") }
    return (row[0], source)
  }
}
