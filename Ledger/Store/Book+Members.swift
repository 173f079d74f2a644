import GRDB
public import Membership
public import Units

extension BookReader {
  /// The members in order of number, and what they are through time, as known at an instant.
  public func members(knownAt instant: Instant? = nil) throws -> [Member] {
    let told = try standings(knownAt: instant)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT number, college, kind, joined FROM member WHERE recorded_at <= ? ORDER BY number
        """, arguments: [instant?.seconds ?? Int64.max]
    ).compactMap { row in try member(row).map { $0.told(told[$0.number] ?? []) } }
  }

  func member(_ row: Row) throws -> Member? {
    guard let kind = MemberKind(rawValue: row["kind"]) else { return nil }
    return Member(
      number: try MemberNumber(row["number"]), kind: kind, college: try CollegeID(row["college"]),
      joined: try Day(row["joined"] as String))
  }
}
