import GRDB
public import Membership
import Seal
import Text
public import Units

extension BookWriter {
  /// Records a member and, apart from the log, who it is.
  ///
  /// - Returns: whether the member is new; a known member with the same content changes nothing.
  /// - Throws: ``MembershipRefusal/memberHasOtherContent(_:)`` for a known number with other content.
  public func record(_ member: Member, _ identity: Identity) throws -> Bool {
    let number = member.number.description
    let body = identity.json.text
    if let known = try reader.knownMember(number) {
      let same = known.member == member && known.identity == body
      guard same else { throw MembershipRefusal.memberHasOtherContent(member.number) }
      return false
    }
    let salt = try reader.salt(for: "identity:\(number)")
    let commitment = sha256(salt + Array(body.utf8))
    let affiliation = member.affiliations[0]
    let leaf = memberLeaf(
      number: number, college: affiliation.college.description, kind: member.kind.rawValue,
      joined: affiliation.from.description, commitment: commitment)
    try db.execute(
      sql: """
        INSERT INTO member (number, college, kind, joined, commitment, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, affiliation.college.description, member.kind.rawValue,
        affiliation.from.description, commitment.bytes.blob, now.seconds,
        try appendLeaf("member", leaf.canonical),
      ])
    try db.execute(
      sql: "INSERT INTO identity (member, salt, body) VALUES (?, ?, ?)",
      arguments: [number, salt.blob, body])
    return true
  }
}

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

  /// Who the members are, by number.
  public func identities() throws -> [MemberNumber: Identity] {
    var identities: [MemberNumber: Identity] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT member, body FROM identity") {
      let body: String = row["body"]
      identities[try MemberNumber(row["member"])] = Identity(
        try JSON(reading: Array(body.utf8)))
    }
    return identities
  }

  fileprivate func knownMember(_ number: String) throws -> (member: Member, identity: String)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT number, college, kind, joined, body FROM member
        LEFT JOIN identity ON identity.member = member.number WHERE number = ?
        """, arguments: [number])
    guard let row, let member = try member(row) else { return nil }
    return (member, row["body"] ?? "")
  }

  private func member(_ row: Row) throws -> Member? {
    guard let kind = MemberKind(rawValue: row["kind"]) else { return nil }
    return Member(
      number: try MemberNumber(row["number"]), kind: kind, college: try CollegeID(row["college"]),
      joined: try Day(row["joined"] as String))
  }
}

extension Identity {
  fileprivate var json: JSON {
    [
      "lastName": .string(lastName), "firstName": .string(firstName),
      "organisation": .string(organisation), "email": .string(email), "street": .string(street),
      "postcode": .string(postcode), "commune": .string(commune), "language": .string(language),
    ]
  }

  fileprivate init(_ json: JSON) {
    self.init()
    lastName = json["lastName"]?.stringValue ?? ""
    firstName = json["firstName"]?.stringValue ?? ""
    organisation = json["organisation"]?.stringValue ?? ""
    email = json["email"]?.stringValue ?? ""
    street = json["street"]?.stringValue ?? ""
    postcode = json["postcode"]?.stringValue ?? ""
    commune = json["commune"]?.stringValue ?? ""
    language = json["language"]?.stringValue ?? "fr"
  }
}
