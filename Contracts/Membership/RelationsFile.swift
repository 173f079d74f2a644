public import Text
public import Units

/// The file that tells who stands for whom.
public enum RelationsFile {
  /// Its columns, by any name a treasurer gives them.
  public static let layout = SpreadsheetLayout(
    name: "relations",
    columns: [
      SpreadsheetColumn(
        "member", ["numero", "numerodassocie", "nassocie", "associe", "titulaire", "membernumber"],
        required: true),
      SpreadsheetColumn("relation", ["lien", "qualite"], .choice(kinds), required: true),
      SpreadsheetColumn(
        "person", ["numerodelautre", "autreassocie", "othersnumber", "other"]),
      SpreadsheetColumn("last_name", ["nom", "nomdefamille", "surname"], personal: true),
      SpreadsheetColumn("first_name", ["prenom", "prenoms"], personal: true),
      SpreadsheetColumn("organisation", ["raisonsociale", "denomination"], personal: true),
      SpreadsheetColumn("email", ["courriel", "mail", "emailaddress"], personal: true),
      SpreadsheetColumn("street", ["adresse", "rue", "address"], personal: true),
      SpreadsheetColumn("postcode", ["codepostal", "cp", "zipcode"], personal: true),
      SpreadsheetColumn("commune", ["ville", "localite", "city"], personal: true),
      SpreadsheetColumn(
        "from", ["apartirdu", "depuis", "du", "validfrom", "debut"], .day, required: true),
      SpreadsheetColumn("until", ["jusquau", "au", "fin", "validuntil"], .day),
    ],
    examples: [
      [
        "member": "M0001", "relation": "legal-representative", "last_name": "Martel",
        "first_name": "Dominique", "from": "2025-01-15", "until": "2031-05-31",
      ],
      ["member": "M0002", "relation": "payer", "person": "M0001", "from": "2025-01-15"],
    ])

  private static let kinds: [SpreadsheetColumn.Choice] = [
    .init("legal-representative", "representantlegal", "tuteur", "parent", "guardian"),
    .init("representative", "representant", "gerant", "president", "maire"),
    .init("joint-holder", "indivisaire", "coindivisaire", "cotitulaire"),
    .init("common-representative", "mandataire", "mandatairecommun", "mandatairedelindivision"),
    .init("usufructuary", "usufruitier"),
    .init("payer", "payeur"),
    .init("payee", "beneficiaire", "beneficiairedupaiement"),
  ]

  /// Reads the bytes of a file of relations; places never quote its lines.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decode(
    _ bytes: [UInt8], file: String
  ) throws(Refusals) -> [(relation: Relation, place: Place)] {
    let table = try Spreadsheet(reading: bytes, file: file, layout: layout, excerpts: false)
    var cells = SpreadsheetCells(table)
    var found: [(relation: Relation, place: Place)] = []
    for row in table.rows {
      if let relation = cells.relation(row) { found.append((relation, row.place(of: "member"))) }
    }
    try cells.finish()
    return found
  }
}

extension SpreadsheetCells {
  fileprivate mutating func relation(_ row: SpreadsheetRow) -> Relation? {
    let member = read(row, "member", MemberNumber.init)
    let kind = choice(row, "relation").flatMap(RelationKind.init(rawValue:))
    let first = day(row, "from")
    let last = day(row, "until")
    let person = related(row)
    guard let member, let kind, let first, let person else { return nil }
    if let last, last < first {
      refuse(
        PersonRefusal.relationEndsBeforeItBegins(from: first, until: last), row, "until")
      return nil
    }
    if person == .member(member) {
      refuse(PersonRefusal.relationIsToItself(member), row, "person")
      return nil
    }
    return Relation(
      member: member, kind: kind, person: person, period: Period(first: first, last: last))
  }

  private mutating func related(_ row: SpreadsheetRow) -> RelatedPerson? {
    let identity = identity(row, before: Identity())
    let isNamed = !identity.lastName.isEmpty || !identity.organisation.isEmpty
    guard !row["person"].isEmpty else {
      if isNamed { return .other(identity) }
      refuse(PersonRefusal.relationNamesNobody, row, "person")
      return nil
    }
    if isNamed { refuse(PersonRefusal.relationNamesTwo, row, "person") }
    return read(row, "person", MemberNumber.init).map(RelatedPerson.member)
  }
}
