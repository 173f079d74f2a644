import Foundation
import GRDB
import Seal
import Text
import Units

extension LeafSource {
  static let identityVersions = simple(
    "identity", "identity_version",
    name: { "\($0["member"] as String) \($0["version"] as Int)" },
    sinceRecorded: "recorded_at",
    content: { row, recordedAt in
      identityLeaf(
        member: row["member"], version: row["version"], validFrom: row["valid_from"],
        commitment: digest(row["commitment"]), recordedAt: recordedAt
      ).canonical
    })

  static let relations = simple(
    "relation", "relation", name: { "\($0["member"] as String) \($0["kind"] as String)" },
    content: { row in
      relationLeaf(
        member: row["member"], kind: row["kind"], person: row["person"],
        commitment: (row["commitment"] as Data?).map(digest), validFrom: row["valid_from"],
        validUntil: row["valid_until"], ends: row["ends"], recordedAt: row["recorded_at"]
      ).canonical
    })

  static let erasures = simple(
    "erasure", "erasure", name: { $0["member"] },
    content: { row in
      erasureLeaf(member: row["member"], reason: row["reason"], erasedAt: row["erased_at"])
        .canonical
    })
}

extension Examination {
  /// Every version of an identity opens its commitment, unless an erasure took them all.
  func noteIdentities(_ result: inout SoundnessResult) throws {
    let derives = try page.derivesSalts()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT committed.member, committed.version, committed.commitment, identity.salt,
          identity.body, erasure.member IS NOT NULL
        FROM (
          SELECT number AS member, 1 AS version, commitment FROM member
          UNION ALL SELECT member, version, commitment FROM identity_version) AS committed
        LEFT JOIN identity USING (member, version)
        LEFT JOIN erasure ON erasure.member = committed.member
        ORDER BY committed.member, committed.version
        """)
    while let row = try rows.next() {
      let (number, version, isErased): (String, Int, Bool) = (row[0], row[1], row[5])
      guard let body: String = row[4] else {
        if !isErased { result.note(.identityIsMissing(member: number)) }
        continue
      }
      guard !isErased else {
        result.note(.identityOutlivesErasure(member: number))
        continue
      }
      let salt = bytes(row[3])
      let purpose = version == 1 ? "identity:\(number)" : "identity:\(number):\(version)"
      let isDerived = try !derives || page.salt(for: purpose) == salt
      guard isDerived, sha256(salt + Array(body.utf8)).bytes.blob == row[2] as Data,
        try boxes(of: number, version) == sealed(in: body)
      else {
        result.note(.identityIsNotCommitted(member: number))
        continue
      }
    }
    try noteRelated(&result)
  }

  /// The digests of the boxes there are.
  private func boxes(of member: String, _ version: Int) throws -> [String: String] {
    let statement = try db.cachedStatement(
      sql: "SELECT field, box FROM sealed_detail WHERE member = ? AND version = ?")
    return try Dictionary(
      Row.fetchAll(statement, arguments: [member, version]).map { row in
        (row[0], sha256(bytes(row[1])).hex)
      }
    ) { first, _ in first }
  }

  /// The digests of the boxes that the body of an identity names.
  private func sealed(in body: String) throws -> [String: String] {
    let named = try? JSON(reading: Array(body.utf8))["sealed"]?.objectValue
    return named.map { $0.compactMapValues(\.stringValue) } ?? [:]
  }

  /// The names of those who are no members open the commitments of their relations.
  private func noteRelated(_ result: inout SoundnessResult) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT relation.member, relation.commitment, relation_identity.salt,
          relation_identity.body, erasure.member IS NOT NULL
        FROM relation LEFT JOIN relation_identity ON relation_identity.relation = relation.id
        LEFT JOIN erasure ON erasure.member = relation.member
        WHERE relation.commitment IS NOT NULL ORDER BY relation.id
        """)
    while let row = try rows.next() {
      let (number, isErased): (String, Bool) = (row[0], row[4])
      guard let body: String = row[3] else {
        if !isErased { result.note(.identityIsMissing(member: number)) }
        continue
      }
      if isErased {
        result.note(.identityOutlivesErasure(member: number))
      } else if sha256(bytes(row[2]) + Array(body.utf8)).bytes.blob != row[1] as Data {
        result.note(.identityIsNotCommitted(member: number))
      }
    }
  }
}
