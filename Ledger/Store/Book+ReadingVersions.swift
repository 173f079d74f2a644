import GRDB
public import Production
import Text
public import Units

/// Where a version of a day stands.
public enum ReadingStanding: String, Hashable, Sendable, CaseIterable {
  /// It counts.
  case inForce = "in-force"
  /// It counts only once somebody confirms it.
  case waiting
  /// It counted until another came into force.
  case superseded
  /// Somebody rejected it.
  case rejected
}

/// A version of a day with all that is known of it.
public struct DayVersion: Hashable, Sendable {
  /// The day, as it was read.
  public let stored: StoredDay
  /// Where it stands.
  public let standing: ReadingStanding
  /// When it was recorded.
  public let recordedAt: Instant
  /// The name of the file it was read from.
  public let file: String
  /// Why somebody confirmed or rejected it, last.
  public let reason: String?

  /// The day, as it was read.
  public var reading: MeterDay { stored.reading }
}

/// What somebody decides about versions.
public enum ReadingVerdict: String, Hashable, Sendable, CaseIterable {
  /// They count from here on.
  case confirmed
  /// They count never.
  case rejected
}

/// The difference that a day of a closed month makes to the open month in which it was found out.
public struct Adjustment: Hashable, Sendable {
  /// The meter.
  public let meter: String
  /// The true day.
  public let day: Day
  /// The version that came into force.
  public let version: Int
  /// The version that the closed month was closed with, or that the last adjustment brought.
  public let replaces: Int?
  /// The month in which the difference counts.
  public let month: Month
  /// What the new version has more than the one before.
  public let difference: WattHours
  /// Why.
  public let reason: String
}

/// A version named by meter, day and number.
public struct VersionReference: Hashable, Sendable {
  /// The meter.
  public let meter: String
  /// The day.
  public let day: Day
  /// The version.
  public let version: Int

  /// Names a version.
  public init(meter: String, day: Day, version: Int) {
    self.meter = meter
    self.day = day
    self.version = version
  }
}

extension BookReader {
  /// Every version of every day of a period, as known at an instant, by meter, day and version.
  ///
  /// - Complexity: O(n log n) in the versions of the period.
  public func versions(
    in period: Period, of meter: String? = nil, knownAt instant: Instant? = nil
  ) throws -> [DayVersion] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.ranked)
        SELECT \(Self.columns), name AS file, waits, rank,
          max(rank) OVER (PARTITION BY meter, day) AS highest,
          (SELECT verdict FROM reading_decision AS d WHERE d.meter = ranked.meter
            AND d.day = ranked.day AND d.version = ranked.version
            AND d.decided_at <= ?3 ORDER BY d.leaf DESC LIMIT 1)
            AS verdict,
          (SELECT reason FROM reading_decision AS d WHERE d.meter = ranked.meter
            AND d.day = ranked.day AND d.version = ranked.version
            AND d.decided_at <= ?3 ORDER BY d.leaf DESC LIMIT 1)
            AS reason
        FROM ranked JOIN source_file ON source_file.id = ranked.source
        ORDER BY meter, day, version
        """, arguments: Self.arguments(period, of: meter, knownAt: instant))
    return try rows.compactMap { row in
      guard let stored = try storedDay(row) else { return nil }
      let rank: Int64? = row["rank"]
      let verdict: String? = row["verdict"]
      let isWaiting = verdict == nil && row["waits"] as Bool
      let standing: ReadingStanding =
        rank != nil && rank == row["highest"] as Int64?
        ? .inForce : isWaiting ? .waiting : verdict == "rejected" ? .rejected : .superseded
      return DayVersion(
        stored: stored, standing: standing,
        recordedAt: Instant(seconds: row["recorded_at"]), file: row["file"],
        reason: row["reason"])
    }
  }

  /// The days that wait for a decision, and the versions of them.
  ///
  /// - Complexity: O(n) in the versions that ever waited.
  public func waitingDays() throws -> [(meter: String, day: Day)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT meter, day FROM meter_day INDEXED BY meter_day_waiting
        WHERE waits = 1 AND NOT EXISTS (
          SELECT 1 FROM reading_decision AS d WHERE d.meter = meter_day.meter
            AND d.day = meter_day.day AND d.version = meter_day.version)
        ORDER BY meter, day
        """
    ).map { (meter: $0[0], day: try Day($0[1] as String)) }
  }

  /// The adjustments of closed days, in the order in which they were decided; for some months or all.
  public func adjustments(countedIn months: ClosedRange<Month>? = nil) throws -> [Adjustment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM reading_decision INDEXED BY reading_adjusted
        WHERE month BETWEEN ? AND ? ORDER BY leaf, meter, day
        """,
      arguments: [
        months?.lowerBound.description ?? "0000-00", months?.upperBound.description ?? "9999-99",
      ]
    ).map { row in
      Adjustment(
        meter: row["meter"], day: try Day(row["day"] as String), version: row["version"],
        replaces: row["replaces"], month: try Month(row["month"] as String),
        difference: WattHours(row["wh"]), reason: row["reason"])
    }
  }
}

/// A row of a decision, as it is written and as its leaf tells it.
struct DecidedDay {
  let meter: String
  let day: String
  let version: Int
  let replaces: Int?
  let month: String?
  let wattHours: Int64?

  var json: JSON {
    var members: [String: JSON] = [
      "meter": .string(meter), "day": .string(day), "version": .integer(Int64(version)),
    ]
    members["replaces"] = replaces.map { .integer(Int64($0)) }
    members["month"] = month.map(JSON.string)
    members["wh"] = wattHours.map(JSON.integer)
    return .object(members)
  }
}

/// A decision about readings as a leaf of the log; it names meters and days, no person.
func readingDecisionLeaf(
  _ days: [DecidedDay], verdict: String, reason: String, decidedAt: Int64
) -> JSON {
  [
    "type": "reading-decision", "verdict": .string(verdict), "reason": .string(reason),
    "decidedAt": .integer(decidedAt), "days": .array(days.map(\.json)),
  ]
}

extension BookWriter {
  /// Records what somebody decides about versions, under one leaf of the log.
  ///
  /// A day of a closed month keeps what the month was closed with: its difference counts in the month
  /// after the last closed one.
  public func decide(
    _ verdict: ReadingVerdict, _ versions: [VersionReference], reason: String
  ) throws {
    guard !versions.isEmpty else { return }
    let closedThrough = try reader.closedThrough()
    let rows = try versions.sorted {
      ($0.meter, $0.day, $0.version) < ($1.meter, $1.day, $1.version)
    }.map { named in
      let known = try reader.versions(
        in: Period(first: named.day, last: named.day), of: named.meter)
      let before = known.first { $0.standing == .inForce }
      guard let after = known.first(where: { $0.stored.version == named.version }) else {
        throw StoreRefusal.databaseFailed("meter_day")
      }
      let isClosed = verdict == .confirmed && (closedThrough.map { named.day <= $0 } ?? false)
      let difference = after.reading.energy - (before?.reading.energy ?? .zero)
      return DecidedDay(
        meter: named.meter, day: named.day.description, version: named.version,
        replaces: before?.stored.version,
        month: isClosed ? closedThrough?.month.next.description : nil,
        wattHours: isClosed ? difference.units : nil)
    }
    let leaf = readingDecisionLeaf(
      rows, verdict: verdict.rawValue, reason: reason, decidedAt: now.seconds)
    let position = try appendLeaf("reading-decision", leaf.canonical)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO reading_decision (leaf, meter, day, version, verdict, reason, decided_at,
          replaces, month, wh)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for row in rows {
      try insert.execute(arguments: [
        position, row.meter, row.day, row.version, verdict.rawValue, reason, now.seconds,
        row.replaces, row.month, row.wattHours,
      ])
    }
  }
}
