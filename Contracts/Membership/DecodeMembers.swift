public import Text
public import Units

/// The columns of `members.csv`; those that may be absent come last.
public enum MembersFile {
  /// The columns a file must have.
  public static let required = ["member", "college", "kind", "joined"]
  /// The columns a file may have.
  public static let optional = [
    "last_name", "first_name", "organisation", "email", "street", "postcode", "commune", "language",
  ]

  /// Reads the bytes of a members' file; places never quote its lines.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decode(
    _ bytes: [UInt8], file: String
  ) throws(Refusals) -> [(member: Member, identity: Identity, place: Place)] {
    try decodeMembers(
      CSVTable(
        reading: bytes, file: file, required: required, optional: optional, excerpts: false))
  }
}

/// Reads members and who they are, in the order of the file.
///
/// - Throws: every refusal of the file, each at its place.
public func decodeMembers(
  _ table: CSVTable
) throws(Refusals) -> [(member: Member, identity: Identity, place: Place)] {
  var cells = Cells()
  var seen: Set<MemberNumber> = []
  var found: [(member: Member, identity: Identity, place: Place)] = []
  for row in table.rows {
    guard let member = cells.member(row) else { continue }
    if !seen.insert(member.number).inserted {
      cells.refuse(.memberIsRepeated(member.number), row, "member")
    }
    found.append((member, cells.identity(row, of: member), row.place(of: "member")))
  }
  try cells.finish()
  return found
}

extension Cells {
  fileprivate mutating func member(_ row: CSVRow) -> Member? {
    let number = read(row, "member", MemberNumber.init)
    let college = read(row, "college", CollegeID.init)
    let kind = read(row, "kind") { (text) throws(MembershipRefusal) in
      guard let kind = MemberKind(rawValue: text) else {
        throw MembershipRefusal.memberKindIsUnknown(text)
      }
      return kind
    }
    let joined = read(row, "joined", Day.init(_:))
    guard let number, let college, let kind, let joined else { return nil }
    return Member(number: number, kind: kind, college: college, joined: joined)
  }

  fileprivate mutating func identity(_ row: CSVRow, of member: Member) -> Identity {
    var identity = Identity()
    identity.lastName = row["last_name"]
    identity.firstName = row["first_name"]
    identity.organisation = row["organisation"]
    identity.email = row["email"]
    identity.street = row["street"]
    identity.postcode = row["postcode"]
    identity.commune = row["commune"]
    if !row["language"].isEmpty { identity.language = row["language"] }
    if !["fr", "en"].contains(identity.language) {
      refuse(.languageIsUnknown(identity.language), row, "language")
    }
    if member.kind == .person, identity.lastName.isEmpty {
      refuse(.personHasNoName(member.number), row, "last_name")
    }
    if member.kind != .person, identity.organisation.isEmpty {
      refuse(.organisationHasNoName(member.number), row, "organisation")
    }
    return identity
  }
}
