import Foundation
import GRDB
import Journal
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
        SELECT \(BookReader.draftColumns), leaf.kind, leaf.hash, entry.fiscal_year, entry.number,
          entry.recorded_at, entry.validated_at, entry.origin
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
      let entry = { [postings] in try postings.flatMap { try DraftEntry(sealed: head, $0) } }
      try body(
        LeafRow(
          position: id, kind: head[11], hash: (head[12] as Data?).map(bytes), name: head[1],
          content: { try entry()?.leaf(Validation(sealed: head)) },
          earlier: { try entry()?.content }))
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

extension Validation {
  fileprivate init(sealed row: Row) {
    self.init(
      year: row[13], number: row[14], origin: row[17], recordedAt: row[15], validatedAt: row[16])
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
