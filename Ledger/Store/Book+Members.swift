import GRDB
public import Membership
public import Units

extension BookReader {
  /// The members in order of number, and what they are through time, as known at an instant.
  public func members(knownAt instant: Instant? = nil) throws -> [Member] {
    let told = try standings(knownAt: instant)
    let rows = try Pen(
      db,
      """
      SELECT number, college, kind, joined FROM member WHERE recorded_at <= ? ORDER BY number
      """)
    rows.bind(1, instant?.seconds ?? Int64.max)
    var days = KnownDays()
    var colleges: [String: CollegeID] = [:]
    var members: [Member] = []
    try rows.eachRow { row in
      guard let kind = MemberKind(rawValue: row.text(2)) else { return }
      let name = row.text(1)
      let college = try colleges[name] ?? CollegeID(name)
      colleges[name] = college
      let member = Member(
        number: try MemberNumber(row.text(0)), kind: kind, college: college,
        joined: try days.day(row.text(3)))
      members.append(told.isEmpty ? member : member.told(told[member.number] ?? []))
    }
    return members
  }

  func member(_ row: Row) throws -> Member? {
    guard let kind = MemberKind(rawValue: row["kind"]) else { return nil }
    return Member(
      number: try MemberNumber(row["number"]), kind: kind, college: try CollegeID(row["college"]),
      joined: try Day(row["joined"] as String))
  }
}
