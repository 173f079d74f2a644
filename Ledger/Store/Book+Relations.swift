import GRDB
public import Membership
import Seal
import Text
public import Units

extension BookWriter {
  /// Records a relation, or the new end of one that is known.
  ///
  /// - Returns: whether anything is new.
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)``, ``PersonRefusal/memberIsErased(_:)``,
  ///   ``PersonRefusal/relationIsHeldTwice(_:_:on:)``.
  public func record(_ relation: Relation) throws -> Bool {
    try checkPeople(of: relation)
    let known = try reader.storedRelations(of: relation.member)
    let earlier = known.first {
      $0.relation.kind == relation.kind && $0.relation.person == relation.person
        && $0.relation.period.first == relation.period.first
    }
    if earlier?.relation.period == relation.period { return false }
    if relation.kind.isHeldAlone {
      let rival = known.first { $0.id != earlier?.id && $0.relation.kind == relation.kind }
      if let both = rival?.relation.period.overlap(relation.period) {
        throw PersonRefusal.relationIsHeldTwice(relation.member, relation.kind, on: both.first)
      }
    }
    try insert(relation, ends: earlier?.id)
    return true
  }

  private func checkPeople(of relation: Relation) throws {
    var people = [relation.member]
    if case .member(let other) = relation.person { people.append(other) }
    for number in people {
      guard try reader.kind(of: number) != nil else {
        throw MembershipRefusal.memberIsUnknown(number)
      }
      if try reader.erasure(of: number) != nil { throw PersonRefusal.memberIsErased(number) }
    }
    let isPerson = try reader.kind(of: relation.member) == .person
    guard relation.kind.suits(person: isPerson) else {
      throw PersonRefusal.relationDoesNotSuit(relation.member, relation.kind)
    }
  }

  private func insert(_ relation: Relation, ends: Int64?) throws {
    var person: String?
    var named: (body: String, salt: [UInt8])?
    switch relation.person {
    case .member(let number): person = number.description
    case .other(let identity):
      // Each name has a salt of its own: the leaf that is to come tells them apart.
      named = (
        identity.json.text,
        try identitySalt(for: "relation:\(relation.member):\(nextLeaf)")
      )
    }
    let commitment = named.map { sha256($0.salt + Array($0.body.utf8)) }
    let leaf = relationLeaf(
      member: relation.member.description, kind: relation.kind.rawValue, person: person,
      commitment: commitment, validFrom: relation.period.first.description,
      validUntil: relation.period.last?.description, ends: ends, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO relation (member, kind, person, commitment, valid_from, valid_until, ends,
          recorded_at, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        relation.member.description, relation.kind.rawValue, person, commitment?.bytes.blob,
        relation.period.first.description, relation.period.last?.description, ends, now.seconds,
        try appendLeaf("relation", leaf.canonical),
      ])
    guard let named else { return }
    try db.execute(
      sql: "INSERT INTO relation_identity (relation, salt, body) VALUES (?, ?, ?)",
      arguments: [db.lastInsertedRowID, named.salt.blob, named.body])
  }
}

extension BookReader {
  /// What others are to a member, and have been, in the order they were recorded.
  public func relations(of member: MemberNumber) throws -> [Relation] {
    try storedRelations(of: member).map(\.relation)
  }

  /// What a member is to others, and has been.
  public func relations(in member: MemberNumber) throws -> [Relation] {
    let holders = try String.fetchAll(
      db, sql: "SELECT DISTINCT member FROM relation WHERE person = ? ORDER BY member",
      arguments: [member.description])
    return try holders.flatMap { holder in
      try relations(of: MemberNumber(holder)).filter { $0.person == .member(member) }
    }
  }

  /// Who speaks and who is paid for a member's account on a day.
  public func mandates(for member: MemberNumber, on day: Day) throws -> Mandates {
    Mandates(of: member, on: day, try relations(of: member))
  }

  fileprivate func storedRelations(
    of member: MemberNumber
  ) throws -> [(id: Int64, relation: Relation)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT relation.*, relation_identity.body AS body FROM relation
        LEFT JOIN relation_identity ON relation_identity.relation = relation.id
        WHERE member = ?
          AND NOT EXISTS (SELECT 1 FROM relation AS later WHERE later.ends = relation.id)
        ORDER BY relation.id
        """, arguments: [member.description])
    return try rows.compactMap { row in
      guard let kind = RelationKind(rawValue: row["kind"]) else { return nil }
      let number: String? = row["person"]
      let body: String? = row["body"]
      let until: String? = row["valid_until"]
      let other = try body.map { Identity(try JSON(reading: Array($0.utf8))) } ?? Identity()
      let person = try number.map { RelatedPerson.member(try MemberNumber($0)) } ?? .other(other)
      return (
        row["id"],
        Relation(
          member: member, kind: kind, person: person,
          period: Period(
            first: try Day(row["valid_from"] as String), last: try until.map { try Day($0) }))
      )
    }
  }

  /// What a member is before the law; nothing of an unknown one.
  public func kind(of member: MemberNumber) throws -> MemberKind? {
    try String.fetchOne(
      db, sql: "SELECT kind FROM member WHERE number = ?", arguments: [member.description]
    ).flatMap(MemberKind.init(rawValue:))
  }
}
