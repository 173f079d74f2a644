import Bank
import Foundation
import GRDB
import Text
import Units

/// The leaves of what the bank said and of what it was matched to.
extension LeafSource {
  /// Every one of them.
  static let bank = [bankStatements, bankMatches, bankUnmatches]

  private static let bankStatements = LeafSource(
    kind: "bank-statement", table: "bank_statement"
  ) { page, body in
    let rows = try Row.fetchCursor(
      page.db,
      sql: """
        SELECT bank_statement.*, leaf.kind AS log_kind, leaf.hash AS log_hash
        FROM bank_statement LEFT JOIN leaf ON leaf.position = bank_statement.leaf
        """)
    while let row = try rows.next() {
      let hash = (row["log_hash"] as Data?).map(bytes)
      try body(
        LeafRow(
          position: row["leaf"], kind: row["log_kind"], hash: hash,
          name: "\(row["account"] as String) \(row["closed_on"] as String)",
          content: { try statement(row, page).canonical }))
    }
  }

  /// The leaf of a statement from its row and those of its lines.
  private static func statement(_ row: Row, _ page: BookReader) throws -> JSON {
    let id: Int64 = row["id"]
    var told = BankStatementLeaf(
      salt: try page.salt(for: BankStatementLeaf.purpose(id)), file: row["file"],
      digest: digest(row["digest"]))
    let lines = try Row.fetchCursor(
      page.db, sql: "SELECT *, NULL AS match FROM bank_line WHERE statement = ? ORDER BY id",
      arguments: [id])
    while let line = try lines.next() {
      let stored = try StoredBankLine(line)
      told.add(stored.id, stored.line)
    }
    return told.json(
      account: row["account"], format: row["format"], name: row["name"],
      closedOn: row["closed_on"], opening: row["opening_cents"], closing: row["closing_cents"],
      isEarlier: row["is_earlier"], lines: row["lines"],
      known: try JSON(reading: Array((row["known"] as String).utf8)),
      recordedAt: row["recorded_at"])
  }

  private static let bankMatches = simple(
    "bank-match", "bank_match", name: { "\($0["id"] as Int64)" },
    content: { row in
      bankMatchLeaf(
        account: row["account"], body: try JSON(reading: Array((row["body"] as String).utf8)),
        recordedAt: row["recorded_at"]
      ).canonical
    })

  private static let bankUnmatches = simple(
    "bank-unmatch", "bank_unmatch", name: { "\($0["match"] as Int64)" },
    content: { row in
      bankUnmatchLeaf(
        match: row["match"], reason: row["reason"], recordedAt: row["recorded_at"]
      ).canonical
    })
}
