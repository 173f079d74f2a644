import Foundation
import GRDB
import Production
import Text
import Units

/// The leaves of readings, and of what was decided about them.
extension LeafSource {
  /// The days of one meter from one file, as versions 1 and 2 of the book wrote their leaf.
  static let readings = LeafSource(kind: "readings", table: "meter_day") { page, body in
    try eachGroup(page, "leaf.kind IS 'readings'", body) { group in
      let days = group.days.map(\.day)
      return readingsLeaf(days, of: group.meter, from: group.source).canonical
    }
  }

  /// The days of one meter from one file.
  static let days = LeafSource(kind: "days", table: "meter_day") { page, body in
    try eachGroup(page, "leaf.kind IS NOT 'readings'", body) { group in
      var leaf = ReadingsLeaf(meter: group.meter, source: group.source, waits: group.waits)
      for day in group.days { leaf.add(day.day, version: day.version, curve: day.curve) }
      return leaf.content
    }
  }

  /// What somebody decided about readings, together.
  static let readingDecisions = LeafSource(
    kind: "reading-decision", table: "reading_decision"
  ) { page, body in
    let rows = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT reading_decision.*, leaf.kind AS log_kind, leaf.hash AS log_hash
        FROM reading_decision LEFT JOIN leaf ON leaf.position = reading_decision.leaf
        ORDER BY reading_decision.leaf, meter, day, version
        """)
    var group: DecisionGroup?
    while let row = try rows.next() {
      if let done = group, done.position != row["leaf"] {
        try body(done.row)
        group = nil
      }
      if group == nil { group = DecisionGroup(row) }
      group?.add(row)
    }
    if let group { try body(group.row) }
  }

  private static func eachGroup(
    _ page: BookReader, _ condition: String, _ body: (LeafRow) throws -> Void,
    content: @escaping (ReadingGroup) -> [UInt8]
  ) throws {
    let rows = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT meter_day.*, digest, leaf.kind AS log_kind, leaf.hash AS log_hash
        FROM meter_day JOIN source_file ON source_file.id = meter_day.source
        LEFT JOIN leaf ON leaf.position = meter_day.leaf
        WHERE \(condition) ORDER BY meter_day.leaf, meter, day
        """)
    var group: ReadingGroup?
    while let row = try rows.next() {
      if let done = group, done.position != row["leaf"] {
        try body(done.row(content))
        group = nil
      }
      if group == nil { group = ReadingGroup(row) }
      try group?.add(row)
    }
    if let group { try body(group.row(content)) }
  }
}

/// The days that one leaf vouches for.
private struct ReadingGroup {
  let position: Int64
  let meter: String
  let source: Digest
  let waits: Bool
  let kind: String?
  let hash: [UInt8]?
  var days: [(day: MeterDay, version: Int64, curve: [UInt8]?)] = []
  /// Whether a row cannot be read, is of another meter, or is not its own rounding.
  var isBroken = false

  init(_ row: Row) {
    position = row["leaf"]
    meter = row["meter"]
    source = digest(row["digest"])
    waits = row["waits"]
    kind = row["log_kind"]
    hash = (row["log_hash"] as Data?).map(bytes)
  }

  mutating func add(_ row: Row) throws {
    guard let day = try meterDay(row), day.meter == meter, digest(row["digest"]) == source,
      row["waits"] == waits, day.energy.units == (row["wh"] as Int64)
    else { return isBroken = true }
    days.append((day, row["version"], (row["curve"] as Data?).map(bytes)))
  }

  func row(_ content: @escaping (ReadingGroup) -> [UInt8]) -> LeafRow {
    LeafRow(
      position: position, kind: kind, hash: hash, name: meter,
      content: { isBroken ? nil : content(self) })
  }
}

/// The rows of one decision.
private struct DecisionGroup {
  let position: Int64
  let kind: String?
  let hash: [UInt8]?
  let verdict: String
  let reason: String
  let decidedAt: Int64
  var days: [DecidedDay] = []
  var isBroken = false

  init(_ row: Row) {
    position = row["leaf"]
    kind = row["log_kind"]
    hash = (row["log_hash"] as Data?).map(bytes)
    verdict = row["verdict"]
    reason = row["reason"]
    decidedAt = row["decided_at"]
  }

  mutating func add(_ row: Row) {
    guard verdict == row["verdict"], reason == row["reason"], decidedAt == row["decided_at"] else {
      return isBroken = true
    }
    days.append(
      DecidedDay(
        meter: row["meter"], day: row["day"], version: row["version"], replaces: row["replaces"],
        month: row["month"], wattHours: row["wh"]))
  }

  var row: LeafRow {
    LeafRow(
      position: position, kind: kind, hash: hash,
      name: "\(days.first?.meter ?? "") \(days.first?.day ?? "")",
      content: {
        isBroken
          ? nil
          : readingDecisionLeaf(days, verdict: verdict, reason: reason, decidedAt: decidedAt)
            .canonical
      })
  }
}
