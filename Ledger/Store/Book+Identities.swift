import GRDB
public import Membership
import Seal
import Text
public import Units

/// A version of who a member is.
public struct IdentityVersion: Hashable, Sendable {
  /// 1 for what the member was recorded with.
  public let version: Int
  /// From which day it holds; nothing for the first.
  public let validFrom: Day?
  /// When the book learnt it.
  public let recordedAt: Instant
  /// Who the member is.
  public let identity: Identity
  /// The closed boxes with account and birth.
  public let sealed: SealedDetails
}

extension BookWriter {
  /// Records a member and, apart from the log, who it is.
  ///
  /// What the boxes hold cannot be compared without the privacy key: a known member counts as the
  /// same when the open part is, and when the book has each box that is given.
  ///
  /// - Returns: whether the member is new; a known member with the same content changes nothing.
  /// - Throws: ``MembershipRefusal/memberHasOtherContent(_:)`` for a known number with other content,
  ///   ``PersonRefusal/memberIsErased(_:)``.
  public func record(
    _ member: Member, _ identity: Identity, sealed: SealedDetails? = nil
  ) throws -> Bool {
    let number = member.number.description
    let sealed = sealed ?? SealedDetails(member: member.number)
    if let known = try reader.knownMember(number) {
      guard let body = known.identity else { throw PersonRefusal.memberIsErased(member.number) }
      let first = Identity(try JSON(reading: Array(body.utf8)))
      let lacks = try SealedDetails.Field.allCases.contains { field in
        try sealed[field] != nil && reader.box(of: number, version: 1, field) == nil
      }
      guard known.member == member, first == identity, !lacks else {
        throw MembershipRefusal.memberHasOtherContent(member.number)
      }
      return false
    }
    let (body, salt, commitment) = try committed(identity, sealed, "identity:\(number)")
    let affiliation = member.affiliations[0]
    let leaf = memberLeaf(
      number: number, college: affiliation.college.description, kind: member.kind.rawValue,
      joined: affiliation.from.description, commitment: commitment, recordedAt: now.seconds)
    try db.cachedStatement(
      sql: """
        INSERT INTO member (number, college, kind, joined, commitment, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, affiliation.college.description, member.kind.rawValue,
      affiliation.from.description, commitment.bytes.blob, now.seconds,
      try appendLeaf("member", leaf.canonical),
    ])
    try keep(1, body, salt, sealed)
    return true
  }

  /// Records a new version of who a member is, from a day on.
  ///
  /// - Returns: the number of the version.
  /// - Throws: ``MembershipRefusal/memberIsUnknown(_:)``, ``PersonRefusal/memberIsErased(_:)``,
  ///   ``PersonRefusal/nothingChanges(_:)``, ``PersonRefusal/versionIsOlder(_:from:known:)``.
  public func update(
    _ member: MemberNumber, _ identity: Identity, sealed new: SealedDetails, from day: Day
  ) throws -> Int {
    let versions = try reader.identityVersions(of: member)
    guard let last = versions.last else {
      guard try reader.knownMember(member.description) != nil else {
        throw MembershipRefusal.memberIsUnknown(member)
      }
      throw PersonRefusal.memberIsErased(member)
    }
    if let known = last.validFrom, day < known {
      throw PersonRefusal.versionIsOlder(member, from: day, known: known)
    }
    guard identity != last.identity || new.account != nil || new.birth != nil else {
      throw PersonRefusal.nothingChanges(member)
    }
    var sealed = last.sealed
    for field in SealedDetails.Field.allCases where new[field] != nil { sealed[field] = new[field] }
    let version = last.version + 1
    let (body, salt, commitment) = try committed(
      identity, sealed, "identity:\(member):\(version)")
    let leaf = identityLeaf(
      member: member.description, version: version, validFrom: day.description,
      commitment: commitment, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO identity_version (member, version, valid_from, commitment, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        member.description, version, day.description, commitment.bytes.blob, now.seconds,
        try appendLeaf("identity", leaf.canonical),
      ])
    try keep(version, body, salt, sealed)
    return version
  }

  /// The bytes of an identity and what the log says of them.
  private func committed(
    _ identity: Identity, _ sealed: SealedDetails, _ purpose: String
  ) throws -> (body: String, salt: [UInt8], commitment: Digest) {
    let body = identity.json(sealed: sealed.digests).text
    let salt = try identitySalt(for: purpose)
    return (body, salt, sha256(salt + Array(body.utf8)))
  }

  /// The salt of a commitment: gone for good when it is erased, unless the book is to be made again
  /// to the byte.
  func identitySalt(for purpose: String) throws -> [UInt8] {
    try reader.derivesSalts() ? try reader.salt(for: purpose) : try randomBytes(32)
  }

  private func keep(
    _ version: Int, _ body: String, _ salt: [UInt8], _ sealed: SealedDetails
  ) throws {
    let number = sealed.member.description
    try db.cachedStatement(
      sql: "INSERT INTO identity (member, version, salt, body) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [number, version, salt.blob, body])
    for field in SealedDetails.Field.allCases {
      guard let box = sealed[field] else { continue }
      try db.cachedStatement(
        sql: "INSERT INTO sealed_detail (member, version, field, box) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [number, version, field.rawValue, box.blob])
    }
  }
}

extension BookReader {
  /// Who the members are on a day, by number; those erased are left out.
  public func identities(on day: Day = .endOfTime) throws -> [MemberNumber: Identity] {
    var identities: [MemberNumber: Identity] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT identity.member, identity.body FROM identity
        LEFT JOIN identity_version USING (member, version)
        WHERE coalesce(valid_from, '') <= ? ORDER BY identity.member, identity.version
        """, arguments: [day.description])
    while let row = try rows.next() {
      let body: String = row[1]
      identities[try MemberNumber(row[0])] = Identity(try JSON(reading: Array(body.utf8)))
    }
    return identities
  }

  /// The versions of who a member is, oldest first; none when it is unknown or erased.
  public func identityVersions(of member: MemberNumber) throws -> [IdentityVersion] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT identity.version, identity.body, identity_version.valid_from,
          coalesce(identity_version.recorded_at, member.recorded_at) AS recorded_at
        FROM identity JOIN member ON member.number = identity.member
        LEFT JOIN identity_version USING (member, version)
        WHERE identity.member = ? ORDER BY identity.version
        """, arguments: [member.description])
    return try rows.map { row in
      let body: String = row["body"]
      let validFrom: String? = row["valid_from"]
      let version: Int = row["version"]
      return IdentityVersion(
        version: version, validFrom: try validFrom.map { try Day($0) },
        recordedAt: Instant(seconds: row["recorded_at"]),
        identity: Identity(try JSON(reading: Array(body.utf8))),
        sealed: try boxes(of: member, version: version))
    }
  }

  /// The boxes of a member as they are on a day; none closed when nothing is known.
  public func sealedDetails(
    of member: MemberNumber, on day: Day = .endOfTime
  ) throws -> SealedDetails {
    let version = try Int.fetchOne(
      db,
      sql: """
        SELECT max(identity.version) FROM identity
        LEFT JOIN identity_version USING (member, version)
        WHERE identity.member = ? AND coalesce(valid_from, '') <= ?
        """, arguments: [member.description, day.description])
    return try boxes(of: member, version: version ?? 0)
  }

  private func boxes(of member: MemberNumber, version: Int) throws -> SealedDetails {
    var sealed = SealedDetails(member: member)
    for field in SealedDetails.Field.allCases {
      sealed[field] = try box(of: member.description, version: version, field)
    }
    return sealed
  }

  fileprivate func box(
    of number: String, version: Int, _ field: SealedDetails.Field
  ) throws -> [UInt8]? {
    let statement = try db.cachedStatement(
      sql: "SELECT box FROM sealed_detail WHERE member = ? AND version = ? AND field = ?")
    return try Row.fetchOne(statement, arguments: [number, version, field.rawValue])
      .map { bytes($0[0]) }
  }

  /// Whether salts of identities follow from the book's secret, so that it can be made again to the
  /// byte; else they are random, and gone for good once erased.
  func derivesSalts() throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT value FROM setting WHERE name = 'identity-salts'")
    return try String.fetchOne(statement) != "random"
  }

  fileprivate func knownMember(_ number: String) throws -> (member: Member, identity: String?)? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, college, kind, joined, body FROM member
        LEFT JOIN identity ON identity.member = member.number AND identity.version = 1
        WHERE number = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [number]), let member = try member(row)
    else { return nil }
    return (member, row["body"])
  }
}
