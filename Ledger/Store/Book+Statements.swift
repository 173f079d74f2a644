import GRDB
public import Membership
public import Seal
import Text
public import Units

extension BookReader {
  /// The tree of a month's statements, by the roots of its blocks, without keeping the statements.
  public func statementTree(of month: Month) throws -> MerkleBlocks {
    try MerkleBlocks { each in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT body FROM statement WHERE month = ? ORDER BY position",
        arguments: [month.description])
      while let row = try rows.next() { each(leafHash(bytes(row[0]))) }
    }
  }

  /// Keeps few pages of the book in memory from now on: for what is read once, from end to end.
  public func keepLittle() throws { try db.execute(sql: "PRAGMA cache_size = -2048") }

  /// Some of the statements of a month, from a position on.
  public func statements(
    of month: Month, from position: Int, most count: Int
  ) throws -> [StoredStatement] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM statement WHERE month = ? AND position >= ? AND position < ?
        ORDER BY position
        """, arguments: [month.description, position, position + count])
    return try rows.map { row in
      StoredStatement(
        member: try MemberNumber(row["member"]), position: row["position"],
        body: bytes(row["body"]), leaf: row["leaf"])
    }
  }

  /// The position of a member's statement of a month, when there is one.
  public func statementPosition(of member: MemberNumber, in month: Month) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT position FROM statement WHERE month = ? AND member = ?",
      arguments: [month.description, member.description])
  }

  /// Who some members are, by number; those erased are left out.
  public func identities(of members: [MemberNumber]) throws -> [MemberNumber: Identity] {
    let statement = try db.cachedStatement(
      sql: "SELECT body FROM identity WHERE member = ? ORDER BY version DESC LIMIT 1")
    var identities: [MemberNumber: Identity] = [:]
    for member in members {
      guard let row = try Row.fetchOne(statement, arguments: [member.description]) else { continue }
      let body: String = row[0]
      identities[member] = Identity(try JSON(reading: Array(body.utf8)))
    }
    return identities
  }
}
