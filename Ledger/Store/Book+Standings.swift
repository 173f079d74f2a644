import GRDB
public import Membership
import Text
public import Units

extension BookWriter {
  /// Records what a member is from a day on.
  ///
  /// - Returns: its number in the book.
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)``,
  ///   ``CollegeRefusal/changeReachesIntoClosedMonths(_:from:closedThrough:)``.
  public func record(_ standing: Standing) throws -> Int64 {
    let number = standing.member.description
    guard try reader.isMember(standing.member) else {
      throw MembershipRefusal.memberIsUnknown(standing.member)
    }
    if case .college = standing.aspect, let closed = try reader.closedThrough(),
      standing.from <= closed
    {
      throw CollegeRefusal.changeReachesIntoClosedMonths(
        standing.member, from: standing.from, closedThrough: closed)
    }
    try db.execute(
      sql: """
        INSERT INTO standing (member, aspect, valid_from, value, reference, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, standing.aspect.name, standing.from.description, standing.aspect.value,
        standing.reference, now.seconds,
        try appendLeaf("standing", standing.leaf(recordedAt: now).canonical),
      ])
    return db.lastInsertedRowID
  }
}

extension BookReader {
  /// What was told of members after they joined, in the order it was told.
  public func standings(knownAt instant: Instant? = nil) throws -> [MemberNumber: [Standing]] {
    var told: [MemberNumber: [Standing]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT member, aspect, valid_from, value, reference FROM standing WHERE recorded_at <= ?
        ORDER BY id
        """, arguments: [instant?.seconds ?? Int64.max])
    while let row = try rows.next() {
      guard let standing = try Standing(row) else { continue }
      told[standing.member, default: []].append(standing)
    }
    return told
  }

  func isMember(_ number: MemberNumber) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE number = ?)",
      arguments: [number.description]) ?? false
  }
}

extension Standing {
  /// The standing that a row tells; nothing for an aspect that is not known.
  init?(_ row: Row) throws {
    guard let aspect = try Aspect(name: row["aspect"], value: row["value"]) else { return nil }
    self.init(
      member: try MemberNumber(row["member"]), aspect: aspect,
      from: try Day(row["valid_from"] as String), reference: row["reference"])
  }

  /// The standing as a leaf of the log.
  func leaf(recordedAt: Instant) -> JSON {
    [
      "type": "standing", "member": .string(member.description), "aspect": .string(aspect.name),
      "from": .string(from.description), "value": .string(aspect.value),
      "reference": .string(reference), "recordedAt": .integer(recordedAt.seconds),
    ]
  }
}
