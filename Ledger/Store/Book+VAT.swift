import Foundation
import GRDB
public import Invoices
public import Journal
import Text
public import Units

/// A return of VAT as the book keeps it.
public struct StoredVATReturn: Hashable, Sendable {
  /// The return.
  public let form: VATReturn
  /// Its entry.
  public let entry: EntryReference
}

extension BookWriter {
  /// Posts the entry of a return and records the return.
  ///
  /// - Throws: ``JournalRefusal``.
  public func record(_ form: VATReturn, entry draft: DraftEntry) throws -> EntryReference {
    let outcome = try post(Entry(checking: draft))
    let entry = try reader.entryID(ofKey: draft.key)
    let leaf = vatReturnLeaf(
      first: form.period.first.description, last: form.last.description, body: form.json,
      entry: entry, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO vat_return (leaf, first, last, body, entry, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try appendLeaf("vat-return", leaf.canonical), form.period.first.description,
        form.last.description, form.json.text, entry, now.seconds,
      ])
    switch outcome {
    case .posted(let reference), .alreadyPosted(let reference): return reference
    }
  }
}

/// A return of VAT as a leaf of the log, from the columns of its row.
func vatReturnLeaf(
  first: String, last: String, body: JSON, entry: Int64, recordedAt: Int64
) -> JSON {
  [
    "type": "vat-return", "first": .string(first), "last": .string(last), "body": body,
    "entry": .integer(entry), "recordedAt": .integer(recordedAt),
  ]
}

extension BookReader {
  /// The returns of VAT by period, those whose entry was reversed left out.
  public func vatReturns() throws -> [StoredVATReturn] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT body, \(EntryReference.columns)
        FROM (SELECT body, entry AS booked, first AS began FROM vat_return)
        JOIN entry ON entry.id = booked
        JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
        WHERE NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
        ORDER BY began
        """)
    return try rows.compactMap { row in
      guard let entry = EntryReference(row) else { return nil }
      return StoredVATReturn(
        form: try VATReturn(JSON(reading: Array((row["body"] as String).utf8))), entry: entry)
    }
  }

  /// How many returns begin on a day, reversed or not.
  public func timesDeclared(from day: Day) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM vat_return WHERE first = ?", arguments: [day.description])
      ?? 0
  }

  /// What stands on the accounts of VAT at the end of a day: debits less credits by account.
  ///
  /// Returns count whatever their date, for a return of a month is entered in a later one.
  /// - Complexity: O(lines on the accounts).
  public func vatBalances(on day: Day) throws -> [String: Cents] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH declared AS (
          SELECT entry.id, EXISTS (
            SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id) AS undone
          FROM vat_return JOIN entry ON entry.id = vat_return.entry)
        SELECT account, sum(debit - credit) AS cents FROM posting JOIN entry ON entry.id = posting.entry
        WHERE account BETWEEN '445600' AND '445799' AND NOT restates AND (
          entry.id IN (SELECT id FROM declared WHERE NOT undone)
          OR date <= ? AND entry.id NOT IN (SELECT id FROM declared)
            AND (reverses IS NULL OR reverses NOT IN (SELECT id FROM declared)))
        GROUP BY account HAVING cents <> 0
        """, arguments: [day.description])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["account"], Cents($0["cents"])) })
  }
}
