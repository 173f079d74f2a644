import GRDB
public import Membership
import Text
public import Units

/// That a member's identity was erased.
public struct Erasure: Hashable, Sendable {
  /// When.
  public let erasedAt: Instant
  /// Why, in words that name nobody.
  public let reason: String
}

extension BookWriter {
  /// Erases who a member is: every version, every box, every name tied to it.
  ///
  /// The number and the commitments stay, so that every seal still verifies. Whether it is allowed is
  /// for the caller to ask. ``Book/forgetDeleted()`` then takes the bytes out of the file.
  ///
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)``, ``PersonRefusal/memberIsErased(_:)``.
  public func erase(_ member: MemberNumber, reason: String) throws {
    guard try reader.kind(of: member) != nil else {
      throw MembershipRefusal.memberIsUnknown(member)
    }
    if try reader.erasure(of: member) != nil { throw PersonRefusal.memberIsErased(member) }
    let number = member.description
    let leaf = erasureLeaf(member: number, reason: reason, erasedAt: now.seconds)
    try db.execute(
      sql: "INSERT INTO erasure (member, erased_at, reason, leaf) VALUES (?, ?, ?, ?)",
      arguments: [number, now.seconds, reason, try appendLeaf("erasure", leaf.canonical)])
    for sql in [
      "DELETE FROM sealed_detail WHERE member = ?", "DELETE FROM identity WHERE member = ?",
      """
      DELETE FROM relation_identity
      WHERE relation IN (SELECT id FROM relation WHERE member = ?)
      """,
    ] { try db.execute(sql: sql, arguments: [number]) }
  }
}

extension Book {
  /// Writes the file anew without what was deleted, whose bytes would else stay on free pages.
  ///
  /// - Complexity: O(book).
  public func forgetDeleted() throws {
    try translating(path) { try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") } }
  }
}

extension BookReader {
  /// That a member was erased, or nothing.
  public func erasure(of member: MemberNumber) throws -> Erasure? {
    try Row.fetchOne(
      db, sql: "SELECT erased_at, reason FROM erasure WHERE member = ?",
      arguments: [member.description]
    ).map { Erasure(erasedAt: Instant(seconds: $0[0]), reason: $0[1]) }
  }

  /// The members whose identity was erased.
  public func erasedMembers() throws -> Set<MemberNumber> {
    let numbers = try String.fetchAll(db, sql: "SELECT member FROM erasure")
    return Set(try numbers.map { text in try MemberNumber(text) })
  }

  /// The accounts with a member under some headings that are not settled, and by how much.
  public func openAccounts(
    of member: MemberNumber, under headings: [String]
  ) throws -> [(account: String, balance: Cents)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, sum(credit - debit) AS balance
        FROM posting JOIN entry ON entry.id = posting.entry
        WHERE auxiliary = ? AND NOT restates GROUP BY account HAVING balance <> 0 ORDER BY account
        """, arguments: ["member:\(member)"])
    return rows.map { ($0[0], Cents($0[1])) }.filter { account, _ in
      headings.contains { account.hasPrefix($0) }
    }
  }

  /// The last day on which an account with a member under some headings moved; nothing when none did.
  public func lastMovement(
    of member: MemberNumber, under headings: [String]
  ) throws -> Day? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account, max(date) FROM posting JOIN entry ON entry.id = posting.entry
        WHERE auxiliary = ? AND NOT restates GROUP BY account
        """, arguments: ["member:\(member)"])
    return try rows.filter { row in headings.contains { (row[0] as String).hasPrefix($0) } }
      .map { try Day($0[1] as String) }.max()
  }
}
