public import Allocation
import GRDB
public import Membership
import Seal
import Text
public import Units

/// A closing as the book keeps it.
public struct StoredClosing: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// Its number, from 1.
  public let sequence: Int
  /// When it was closed.
  public let closedAt: Instant
  /// The signed manifest.
  public let manifest: [UInt8]
  /// Its detached signature.
  public let signature: [UInt8]

  /// The digest of the manifest.
  public var digest: Digest { sha256(manifest) }

  /// A closing.
  public init(
    month: Month, sequence: Int, closedAt: Instant, manifest: [UInt8], signature: [UInt8]
  ) {
    self.month = month
    self.sequence = sequence
    self.closedAt = closedAt
    self.manifest = manifest
    self.signature = signature
  }
}

/// A member's statement as the book keeps it.
public struct StoredStatement: Hashable, Sendable {
  /// The member.
  public let member: MemberNumber
  /// Its place among the statements of the month, from 0.
  public let position: Int
  /// The bytes of `releve.json`.
  public let body: [UInt8]
  /// Its place in the log.
  public let leaf: Int
}

extension BookReader {
  /// The closings in order.
  public func closings() throws -> [StoredClosing] {
    try Row.fetchAll(db, sql: "SELECT * FROM closing ORDER BY sequence").map { row in
      StoredClosing(
        month: try Month(row["month"] as String), sequence: row["sequence"],
        closedAt: Instant(seconds: row["closed_at"]), manifest: bytes(row["manifest"]),
        signature: bytes(row["signature"]))
    }
  }

  /// The statements of a month in order of position.
  public func statements(of month: Month) throws -> [StoredStatement] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM statement WHERE month = ? ORDER BY position",
      arguments: [month.description])
    return try rows.map { row in
      StoredStatement(
        member: try MemberNumber(row["member"]), position: row["position"],
        body: bytes(row["body"]), leaf: row["leaf"])
    }
  }
}

extension BookWriter {
  /// Records the residues that a month leaves.
  public func record(_ residues: [Residue], of month: Month) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO residue (month, division, beneficiary, weight, owed) VALUES (?, ?, ?, ?, ?)
        """)
    for residue in residues {
      try statement.execute(arguments: [
        month.description, residue.division, residue.beneficiary.description, residue.weight,
        String(residue.owed),
      ])
    }
  }

  /// Records the statements of a month, each a leaf of the log as it will be handed over.
  ///
  /// - Returns: the place of each in the log.
  public func record(
    _ statements: [(member: MemberNumber, body: [UInt8])], of month: Month
  ) throws -> [Int] {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO statement (month, member, position, body, leaf) VALUES (?, ?, ?, ?, ?)
        """)
    return try statements.enumerated().map { position, statement in
      let leaf = try appendLeaf("statement", statement.body)
      try insert.execute(arguments: [
        month.description, statement.member.description, position, statement.body.blob, leaf,
      ])
      return Int(leaf)
    }
  }

  /// Records a closing: from here on nothing dated up to the month's last day is accepted.
  public func record(_ closing: StoredClosing) throws {
    try db.execute(
      sql: """
        INSERT INTO closing (month, sequence, closed_at, last_day, manifest, signature, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        closing.month.description, closing.sequence, closing.closedAt.seconds,
        closing.month.last.description, closing.manifest.blob, closing.signature.blob,
        closing.digest.bytes.blob,
      ])
    let leaf = closingLeaf(month: closing.month.description, manifest: closing.digest)
    _ = try appendLeaf("closing", leaf.canonical)
    // What follows in the same transaction is judged by the month that is closed now.
    if case .success(let desk) = postingDesk { desk.closedThrough = closing.month.last }
  }
}
