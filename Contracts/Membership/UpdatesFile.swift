internal import Text
public import Units

extension MembersFile {
  /// A change of who a member is, as a file tells it.
  public struct Change: Sendable {
    /// The member.
    public let member: MemberNumber
    /// From which day it holds, when the file says it.
    public let from: Day?
    /// What the member's kind must allow: whether a birth is told.
    public let details: PrivateDetails
    /// Where the row stands.
    public let place: Place
    let row: SpreadsheetRow

    /// What was known, with the cells that say something put in its place; a lone hyphen empties.
    ///
    /// - Throws: ``Refusals`` with what is refused in the row.
    public func applied(to known: Identity, kind: MemberKind) throws(Refusals) -> Identity {
      var cells = SpreadsheetCells()
      let identity = cells.identity(row, before: known)
      if kind == .person, identity.lastName.isEmpty {
        cells.refuse(MembershipRefusal.personHasNoName(member), row, "last_name")
      }
      if kind != .person, identity.organisation.isEmpty {
        cells.refuse(MembershipRefusal.organisationHasNoName(member), row, "organisation")
      }
      cells.checkBirth(of: kind, details, row)
      try cells.finish()
      return identity
    }
  }

  /// Reads the bytes of a file of changes; places never quote its lines.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decodeChanges(_ bytes: [UInt8], file: String) throws(Refusals) -> [Change] {
    let table = try Spreadsheet(reading: bytes, file: file, layout: updateLayout, excerpts: false)
    var cells = SpreadsheetCells(table)
    var seen: Set<MemberNumber> = []
    var changes: [Change] = []
    for row in table.rows {
      let from = cells.day(row, "from")
      let details = cells.details(row, before: PrivateDetails())
      guard let member = cells.read(row, "member", MemberNumber.init) else { continue }
      if !seen.insert(member).inserted {
        cells.refuse(MembershipRefusal.memberIsRepeated(member), row, "member")
      }
      changes.append(
        Change(
          member: member, from: from, details: details, place: row.place(of: "member"), row: row))
    }
    try cells.finish()
    return changes
  }
}
