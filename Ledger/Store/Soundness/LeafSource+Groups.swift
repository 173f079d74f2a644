import Foundation
import GRDB
import Journal
import Production
import Seal
import Text
import Units

/// The leaves that stand for more than one row.
extension LeafSource {
  /// An entry with its lines; its place in the log is its own number.
  static let entries = LeafSource(kind: "entry", table: "entry") { page, body in
    let heads = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT \(BookReader.draftColumns), leaf.kind, leaf.hash
        FROM \(BookReader.draftTables) LEFT JOIN leaf ON leaf.position = entry.id ORDER BY entry.id
        """)
    let lines = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT \(BookReader.sealedLines) FROM posting ORDER BY entry, line
        """)
    var line = try lines.next()
    while let head = try heads.next() {
      let id: Int64 = head[0]
      var postings: [Posting]? = []
      while let next = line, (next[0] as Int64) <= id {
        if (next[0] as Int64) == id {
          if let posting = Posting(sealed: next) {
            postings?.append(posting)
          } else {
            postings = nil
          }
        }
        line = try lines.next()
      }
      try body(
        LeafRow(
          position: id, kind: head[11], hash: (head[12] as Data?).map(bytes), name: head[1],
          content: { [postings] in try postings.flatMap { try DraftEntry(sealed: head, $0)?.leaf } }
        ))
    }
  }

  /// The days of one meter from one file.
  static let readings = LeafSource(kind: "readings", table: "meter_day") { page, body in
    let rows = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT meter_day.*, leaf.kind AS log_kind, leaf.hash AS log_hash
        FROM meter_day LEFT JOIN leaf ON leaf.position = meter_day.leaf
        ORDER BY meter_day.leaf, meter, day
        """)
    var group: ReadingGroup?
    while let row = try rows.next() {
      let position: Int64 = row["leaf"]
      if let done = group, done.position != position {
        try body(done.row)
        group = nil
      }
      if group == nil { group = ReadingGroup(row, at: position) }
      try group?.add(row)
    }
    if let group { try body(group.row) }
  }

  /// The rows that one leaf vouches for.
  private struct ReadingGroup {
    let position: Int64
    let meter: String
    let source: Digest
    let kind: String?
    let hash: [UInt8]?
    /// The days; nothing when a row cannot be read, is of another meter, or is not its own rounding.
    var days: [MeterDay]? = []

    init(_ row: Row, at position: Int64) {
      self.position = position
      meter = row["meter"]
      source = digest(row["source"])
      kind = row["log_kind"]
      hash = (row["log_hash"] as Data?).map(bytes)
    }

    mutating func add(_ row: Row) throws {
      guard let day = try storedDay(row)?.reading, day.meter == meter,
        digest(row["source"]) == source, day.energy.units == (row["wh"] as Int64)
      else { return days = nil }
      days?.append(day)
    }

    var row: LeafRow {
      LeafRow(
        position: position, kind: kind, hash: hash, name: meter,
        content: { days.map { readingsLeaf($0, of: meter, from: source).canonical } })
    }
  }

  /// A closing; it is found by what its leaf must be, for it does not say where its leaf is.
  static let closings = LeafSource(kind: "closing", table: "closing") { page, body in
    var places: [[UInt8]: Int64] = [:]
    let leaves = try Row.fetchCursor(
      page.db, sql: "SELECT position, hash FROM leaf WHERE kind = 'closing'")
    while let leaf = try leaves.next() { places[bytes(leaf[1])] = leaf[0] }
    for row in try Row.fetchAll(page.db, sql: "SELECT month, digest FROM closing ORDER BY sequence")
    {
      let content = closingLeaf(month: row[0], manifest: digest(row[1])).canonical
      let hash = leafHash(content).bytes
      let place = places[hash]
      try body(
        LeafRow(
          position: place ?? -1, kind: place == nil ? nil : "closing",
          hash: place == nil ? nil : hash, name: row[0], content: { content }))
    }
  }
}

extension BookReader {
  /// The heading of an entry as it was sealed.
  fileprivate static let draftColumns = """
    entry.id, entry.key, entry.date, entry.journal, entry.voucher, entry.voucher_date, entry.label,
    entry.reason, entry.restates, reversed.key, replaced.key
    """
  fileprivate static let draftTables = """
    entry LEFT JOIN entry AS reversed ON reversed.id = entry.reverses
    LEFT JOIN entry AS replaced ON replaced.id = entry.replaces
    """
  fileprivate static let sealedLines =
    "entry, account, unit, debit, credit, auxiliary, site, contract"
}

extension Posting {
  /// A line by the places of ``BookReader/sealedLines``: names would cost more than the row.
  fileprivate init?(sealed row: Row) {
    guard let unit = Unit(rawValue: row[2]) else { return nil }
    let debit: Int64 = row[3]
    self.init(
      debit > 0 ? .debit : .credit, row[1], debit > 0 ? debit : row[4], unit,
      Analysis(auxiliary: row[5], site: row[6], contract: row[7]))
  }
}

extension DraftEntry {
  fileprivate init?(sealed row: Row, _ postings: [Posting]) throws {
    guard let journal = JournalCode(rawValue: row[3]) else { return nil }
    self.init(
      key: row[1], date: try Day(row[2] as String), journal: journal, voucher: row[4],
      voucherDate: try Day(row[5] as String), label: row[6], origin: "", postings: postings,
      role: EntryRole(sealed: row))
  }
}

extension EntryRole {
  fileprivate init(sealed row: Row) {
    let reason: String = row[7] ?? ""
    if row[8] as Bool {
      self = .opening
    } else if let key: String = row[9] {
      self = .reversal(of: key, reason: reason)
    } else if let key: String = row[10] {
      self = .replacement(of: key, reason: reason)
    } else {
      self = .plain
    }
  }
}
