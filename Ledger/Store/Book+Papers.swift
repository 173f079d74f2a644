import GRDB
import Seal
import Text
import Units

extension BookWriter {
  /// Attaches a paper to an entry: its bytes are kept once, its digest and name are a leaf of the log.
  ///
  /// A paper attached before changes nothing.
  func attach(_ bytes: [UInt8], named name: String, to entry: Int64) throws {
    let digest = sha256(bytes)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM attachment WHERE entry = ? AND digest = ?)",
      arguments: [entry, digest.bytes.blob])
    if isKnown == true { return }
    try db.execute(
      sql: "INSERT INTO voucher_file (digest, bytes, body) VALUES (?, ?, ?)",
      arguments: [digest.bytes.blob, bytes.count, bytes.blob])
    let leaf: JSON = [
      "type": "attachment", "entry": .integer(entry), "sha256": .string(digest.hex),
      "name": .string(name),
    ]
    try db.execute(
      sql: """
        INSERT INTO attachment (entry, digest, name, attached_at, leaf) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        entry, digest.bytes.blob, name, now.seconds, try appendLeaf("attachment", leaf.canonical),
      ])
  }
}
