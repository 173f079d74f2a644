import Foundation
import GRDB
public import Invoices
public import Journal
import Seal
import Text
public import Units

/// An invoice as the book keeps it, with its entry.
public struct StoredInvoice: Hashable, Sendable {
  /// What it says, and what it did.
  public let record: InvoiceRecord
  /// Its entry.
  public let entry: EntryReference
  /// The day its entry is dated.
  public let bookedOn: Day
  /// The digest of the file it came in.
  public let file: Digest
}

extension BookWriter {
  /// Posts the entry of an invoice and records the invoice.
  ///
  /// - Throws: ``JournalRefusal``.
  public func record(
    _ record: InvoiceRecord, file: Digest, entry draft: DraftEntry
  ) throws -> EntryReference {
    let outcome = try post(Entry(checking: draft))
    let entry = try reader.entryID(ofKey: draft.key)
    let invoice = record.invoice
    let leaf = invoiceLeaf(
      body: record.json, file: file, entry: entry, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO invoice (leaf, kind, party, number, issued_on, contract, first, last, body, file,
          entry, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try appendLeaf("invoice", leaf.canonical), invoice.kind.rawValue, invoice.party,
        invoice.number, invoice.issued.description, invoice.contract,
        invoice.period?.first.description, invoice.period?.last?.description, record.json.text,
        file.bytes.blob, entry, now.seconds,
      ])
    switch outcome {
    case .posted(let reference), .alreadyPosted(let reference): return reference
    }
  }
}

/// An invoice as a leaf of the log, from the columns of its row; the others repeat its body.
func invoiceLeaf(body: JSON, file: Digest, entry: Int64, recordedAt: Int64) -> JSON {
  [
    "type": "invoice", "body": body, "file": .string(file.hex), "entry": .integer(entry),
    "recordedAt": .integer(recordedAt),
  ]
}

extension BookReader {
  /// The invoices by day and number, those whose entry was reversed left out.
  ///
  /// - Complexity: O(invoices).
  public func invoices(of contract: String? = nil) throws -> [StoredInvoice] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT body, file, date, \(EntryReference.columns)
        FROM (
          SELECT body, file, entry AS booked, issued_on, number AS called, leaf FROM invoice
          WHERE ?1 IS NULL OR contract = ?1)
        JOIN entry ON entry.id = booked
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        WHERE NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
        ORDER BY issued_on, called, leaf
        """, arguments: [contract])
    return try rows.compactMap { row in
      guard let entry = EntryReference(row) else { return nil }
      return StoredInvoice(
        record: try InvoiceRecord(JSON(reading: Array((row["body"] as String).utf8))),
        entry: entry, bookedOn: try Day(row["date"] as String), file: digest(row["file"]))
    }
  }

  /// How often an invoice was taken in, reversals or not.
  public func timesTakenIn(_ invoice: Invoice) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM invoice WHERE kind = ? AND party = ? AND number = ?",
      arguments: [invoice.kind.rawValue, invoice.party, invoice.number]) ?? 0
  }

  /// The days of a contract that invoices took in, earliest first.
  public func invoicedPeriods(of contract: String) throws -> [Period] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT first, last FROM invoice
        WHERE contract = ? AND first IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM entry AS inverse WHERE inverse.reverses = invoice.entry)
        ORDER BY first
        """, arguments: [contract])
    return try rows.map {
      Period(first: try Day($0["first"] as String), last: try Day($0["last"] as String))
    }
  }

  /// What the invoices of a contract that were booked on some days have more than was expected.
  public func trueUps(of contract: String, bookedIn period: Period) throws -> [Cents] {
    try invoices(of: contract).filter { period.contains($0.bookedOn) }
      .compactMap { $0.record.trueUp?.difference }
  }
}
