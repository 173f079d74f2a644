import GRDB
public import Journal
import Seal
import Text
public import Units

/// A voucher attached to an entry.
public struct Attachment: Hashable, Sendable {
  /// The entry.
  public let entry: EntryReference
  /// The name of the file.
  public let name: String
  /// The digest of its bytes.
  public let digest: Digest
  /// The number of its bytes.
  public let bytes: Int
  /// When it was attached.
  public let attachedAt: Instant
}

extension BookWriter {
  /// The most bytes a voucher has: the book holds them all.
  public static let mostVoucherBytes = 20_000_000

  /// Attaches a file to an entry; the same bytes twice change nothing.
  ///
  /// The entry stays as it is; the attachment is a leaf of the log of its own.
  ///
  /// - Returns: whether it was not attached before.
  /// - Throws: ``JournalRefusal/voucherIsTooLarge(_:bytes:most:)``,
  ///   ``JournalRefusal/entryIsUnknown(_:)``.
  /// - Source: PCG, art. 1032-1, 1032-2: every record refers to its voucher.
  public func attach(_ name: String, _ bytes: [UInt8], to reference: EntryReference) throws -> Bool
  {
    guard bytes.count <= BookWriter.mostVoucherBytes else {
      throw JournalRefusal.voucherIsTooLarge(
        name, bytes: bytes.count, most: BookWriter.mostVoucherBytes)
    }
    let entry = try reader.entry(reference)
    let digest = sha256(bytes)
    let known = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM attachment WHERE entry = ? AND digest = ?)",
      arguments: [entry.id, digest.bytes.blob])
    if known == true { return false }
    try db.execute(
      sql: "INSERT INTO voucher_file (digest, bytes, body) VALUES (?, ?, ?)",
      arguments: [digest.bytes.blob, bytes.count, bytes.blob])
    let leaf = attachmentLeaf(
      entry: entry.content.key, name: name, digest: digest, attachedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO attachment (entry, digest, name, attached_at, leaf) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.id, digest.bytes.blob, name, now.seconds,
        try appendLeaf("attachment", leaf.canonical),
      ])
    return true
  }
}

/// An attachment as a leaf of the log.
func attachmentLeaf(entry key: String, name: String, digest: Digest, attachedAt: Int64?) -> JSON {
  let leaf: JSON = [
    "type": "attachment", "entry": .string(key), "name": .string(name),
    "sha256": .string(digest.hex),
  ]
  return leaf.recorded("attachedAt", at: attachedAt)
}

extension BookReader {
  /// The vouchers of an entry, or of all, in order of entry.
  public func attachments(of reference: EntryReference? = nil) throws -> [Attachment] {
    let id = try reference.map { try entry($0).id }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT attachment.digest, name, bytes, attached_at, substr(last, 1, 4) AS year, series,
          number
        FROM attachment JOIN voucher_file USING (digest) JOIN entry ON entry.id = entry
        JOIN fiscal_year ON first = fiscal_year
        WHERE ?1 IS NULL OR entry = ?1 ORDER BY entry, attachment.leaf
        """, arguments: [id])
    return rows.map { row in
      Attachment(
        entry: EntryReference(
          year: row["year"], isMemorandum: row["series"] as String == "EX", number: row["number"]),
        name: row["name"], digest: digest(row["digest"]), bytes: row["bytes"],
        attachedAt: Instant(seconds: row["attached_at"]))
    }
  }

  /// The bytes of a voucher, or nothing when the book has none of this digest.
  public func voucher(_ digest: Digest) throws -> [UInt8]? {
    try Row.fetchOne(
      db, sql: "SELECT body FROM voucher_file WHERE digest = ?", arguments: [digest.bytes.blob]
    ).map { bytes($0["body"]) }
  }
}
