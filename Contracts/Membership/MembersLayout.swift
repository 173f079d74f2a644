public import Text

extension MembersFile {
  /// The columns of `members.csv`, by any name a treasurer gives them.
  public static let layout = SpreadsheetLayout(
    name: "members", columns: standing + person + company + address + account + people,
    examples: examples)

  /// The columns of a file of changes: an empty cell leaves what is known, a lone hyphen empties it.
  public static let updateLayout = SpreadsheetLayout(
    name: "members-update",
    columns: [
      standing[0],
      SpreadsheetColumn(
        "from", ["apartirdu", "depuis", "adaterdu", "validfrom", "datedeffet"], .day),
    ] + person + company + address + account + people,
    examples: [
      [
        "member": "M0001", "from": "2025-06-01", "street": "3 place du Kiosque",
        "postcode": "01000", "commune": "Exempleville",
      ],
      ["member": "M0002", "from": "2025-06-01", "email": "contact@example.org"],
    ])

  private static let kinds: SpreadsheetColumn.Content = .choice([
    .init("person", "personne", "personnephysique", "particulier", "citoyen", "individual"),
    .init("company", "societe", "entreprise", "association", "personnemorale", "organisation"),
    .init(
      "public-body", "collectivite", "commune", "personnepublique", "organismepublic",
      "collectiviteterritoriale", "publicbody"),
  ])

  private static let standing = [
    SpreadsheetColumn(
      "member", ["numero", "numerodassocie", "nassocie", "associe", "membernumber"],
      required: true),
    SpreadsheetColumn("college", ["collegedassocies"], required: true),
    SpreadsheetColumn("kind", ["nature", "type", "qualite"], kinds, required: true),
    SpreadsheetColumn(
      "joined", ["entree", "datedentree", "dateentree", "entreele", "adhesion", "datedadhesion"],
      .day, required: true),
  ]

  private static let person = [
    SpreadsheetColumn(
      "last_name", ["nom", "nomdefamille", "nomdusage", "surname", "familyname"], personal: true),
    SpreadsheetColumn(
      "first_name", ["prenom", "prenoms", "givenname", "firstnames"], personal: true),
    SpreadsheetColumn(
      "birth_name", ["nomdenaissance", "nomdejeunefille"], personal: true),
    SpreadsheetColumn(
      "birth_date", ["datedenaissance", "neele", "naissance", "dateofbirth", "birthday"], .day,
      personal: true),
    SpreadsheetColumn(
      "birth_place", ["lieudenaissance", "communedenaissance", "placeofbirth"], personal: true),
    SpreadsheetColumn(
      "birth_department", ["departementdenaissance", "depnaissance"], personal: true),
  ]

  private static let company = [
    SpreadsheetColumn(
      "organisation", ["raisonsociale", "denomination", "societe", "organisme", "organization"],
      personal: true),
    SpreadsheetColumn("siren", ["numerosiren", "nsiren"], personal: true),
  ]

  private static let address = [
    SpreadsheetColumn(
      "email", ["courriel", "mail", "adressemail", "adresseelectronique", "emailaddress"],
      personal: true),
    SpreadsheetColumn(
      "street", ["adresse", "rue", "voie", "adressepostale", "address"], personal: true),
    SpreadsheetColumn("postcode", ["codepostal", "cp", "zip", "zipcode"], personal: true),
    SpreadsheetColumn("commune", ["ville", "localite", "city", "town"], personal: true),
    SpreadsheetColumn("language", ["langue"]),
  ]

  private static let account = [
    SpreadsheetColumn("iban", ["compteiban", "numeroiban"], personal: true),
    SpreadsheetColumn("bic", ["swift", "codebic", "bicswift"], personal: true),
  ]

  private static let people = [
    SpreadsheetColumn("party", ["tiers", "partie", "identifiantdetiers"])
  ]

  private static let examples: [[String: String]] = [
    [
      "member": "M0001", "college": "citizens", "kind": "person", "joined": "2025-01-15",
      "last_name": "Martel", "first_name": "Camille", "email": "camille@example.org",
      "street": "1 rue du Puits", "postcode": "01000", "commune": "Exempleville", "language": "fr",
    ],
    [
      "member": "M0002", "college": "citizens", "kind": "company", "joined": "2025-01-15",
      "organisation": "Atelier Exemple", "siren": "012345674", "email": "atelier@example.org",
      "street": "2 rue du Puits", "postcode": "01000", "commune": "Exempleville", "language": "fr",
    ],
  ]
}
