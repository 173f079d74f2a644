internal import Text
public import Units

/// The files that tell who members are.
public enum MembersFile {
  /// A member as a file tells it.
  public struct Row: Sendable {
    /// The member.
    public let member: Member
    /// Who it is.
    public let identity: Identity
    /// The account and the birth.
    public let details: PrivateDetails
    /// Where the row stands.
    public let place: Place
  }

  /// Reads the bytes of a members' file; places never quote its lines.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusals) -> [Row] {
    let table = try Spreadsheet(reading: bytes, file: file, layout: layout, excerpts: false)
    var cells = SpreadsheetCells(table)
    var seen: Set<MemberNumber> = []
    var found: [Row] = []
    for row in table.rows {
      guard let member = cells.member(row) else { continue }
      if !seen.insert(member.number).inserted {
        cells.refuse(MembershipRefusal.memberIsRepeated(member.number), row, "member")
      }
      let identity = cells.identity(row, before: Identity())
      cells.checkName(of: member, identity, row)
      let details = cells.details(row, before: PrivateDetails())
      cells.checkBirth(of: member.kind, details, row)
      found.append(
        Row(member: member, identity: identity, details: details, place: row.place(of: "member")))
    }
    try cells.finish()
    return found
  }
}

extension SpreadsheetCells {
  fileprivate mutating func member(_ row: SpreadsheetRow) -> Member? {
    let number = read(row, "member") { try MemberNumber($0) }
    let college = read(row, "college") { try CollegeID($0) }
    let word = choice(row, "kind") { MembershipRefusal.memberKindIsUnknown($0) }
    let kind = word.flatMap(MemberKind.init(rawValue:))
    let joined = day(row, "joined")
    guard let number, let college, let kind, let joined else { return nil }
    return Member(number: number, kind: kind, college: college, joined: joined)
  }

  /// Who a member is: what the row says, and before that what was known.
  mutating func identity(_ row: SpreadsheetRow, before known: Identity) -> Identity {
    var identity = known
    for (column, field) in Identity.columns {
      let text = row[column]
      // A lone hyphen empties the field: an empty cell says nothing.
      if !text.isEmpty { identity[keyPath: field] = text == "-" ? "" : text }
    }
    if !row["language"].isEmpty {
      identity.language =
        read(row, "language") { text in
          guard let language = Identity.languages[folded(text)] else {
            throw MembershipRefusal.languageIsUnknown(text)
          }
          return language
        } ?? known.language
    }
    return identity
  }

  fileprivate mutating func checkName(
    of member: Member, _ identity: Identity, _ row: SpreadsheetRow
  ) {
    if member.kind == .person, identity.lastName.isEmpty {
      refuse(MembershipRefusal.personHasNoName(member.number), row, "last_name")
    }
    if member.kind != .person, identity.organisation.isEmpty {
      refuse(MembershipRefusal.organisationHasNoName(member.number), row, "organisation")
    }
  }

  /// The account and birth that the row tells, and before that what was known.
  mutating func details(_ row: SpreadsheetRow, before known: PrivateDetails) -> PrivateDetails {
    var details = known
    let number = read(row, "iban") { (text) throws(PersonRefusal) in try IBAN(text) }
    if let number { details.iban = number }
    if let bic = read(row, "bic", readBIC) {
      details.bic = bic
      if row["iban"].isEmpty { refuse(PersonRefusal.bicHasNoAccount, row, "bic") }
    }
    if let day = day(row, "birth_date") { details.birthDate = day }
    if !row["birth_place"].isEmpty { details.birthPlace = row["birth_place"] }
    if !row["birth_department"].isEmpty { details.birthDepartment = row["birth_department"] }
    return details
  }

  /// Refuses the birth of what is no person.
  mutating func checkBirth(
    of kind: MemberKind, _ details: PrivateDetails, _ row: SpreadsheetRow
  ) {
    if kind != .person, details.hasBirth {
      refuse(PersonRefusal.birthOfNoPerson, row, "birth_date")
    }
  }
}

extension Identity {
  /// The columns that are taken as they stand.
  static var columns: [(String, WritableKeyPath<Identity, String>)] {
    [
      ("last_name", \.lastName), ("first_name", \.firstName), ("birth_name", \.birthName),
      ("organisation", \.organisation), ("siren", \.siren), ("party", \.party),
      ("email", \.email), ("street", \.street), ("postcode", \.postcode),
      ("commune", \.commune),
    ]
  }

  /// What is known, by column name; what is empty is left out.
  public var told: [(String, String)] {
    Identity.columns.map { ($0.0, self[keyPath: $0.1]) }.filter { !$0.1.isEmpty }
  }

  fileprivate static let languages = [
    "fr": "fr", "francais": "fr", "french": "fr", "en": "en", "anglais": "en", "english": "en",
  ]
}
