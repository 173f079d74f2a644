public import Membership
public import Payments
public import Seal
public import Store
import Text
import Units

/// Where money goes and whom the tax administration wants to know: what the book holds under the
/// privacy key, and what a file adds that stays outside the book.
public struct PaymentDirectory: Sendable {
  /// The columns of the file; all but the first may be missing or empty.
  public static let columns = [
    "member", "name", "iban", "bic", "last_name", "first_name", "usual_name", "sex",
    "birth_date", "birth_department", "birth_place", "organisation", "siret", "street",
    "postcode", "commune",
  ]

  private var rows: [MemberNumber: [String: String]] = [:]

  /// Knows nobody yet.
  public init() {}

  /// Adds what a file says, a row a member; it goes before what was known.
  ///
  /// - Throws: ``Refusals`` with every row that names no member, or one twice.
  public mutating func add(_ file: InputFile) throws {
    let table = try CSVTable(
      reading: file.bytes, file: file.path, required: ["member"],
      optional: Array(PaymentDirectory.columns.dropFirst()), excerpts: false)
    let faults = Faults()
    var seen: Set<MemberNumber> = []
    for row in table.rows {
      do {
        let member = try MemberNumber(row["member"])
        guard seen.insert(member).inserted else {
          throw MembershipRefusal.memberIsRepeated(member)
        }
        for column in table.columns { add(row[column], column, of: member) }
      } catch let refusal as any Refusal {
        faults.note(Located(refusal, at: row.place(of: "member")))
      }
    }
    try faults.check()
  }

  /// Adds what the book knows; accounts and births only with the privacy key.
  ///
  /// - Throws: ``SealRefusal`` for a box that the key does not open.
  public mutating func add(_ page: BookReader, _ key: PrivacyKey?) throws {
    for (member, identity) in try page.identities() {
      let hasBirthName = !identity.birthName.isEmpty
      let known = [
        "last_name": hasBirthName ? identity.birthName : identity.lastName,
        "usual_name": hasBirthName ? identity.lastName : "", "first_name": identity.firstName,
        "organisation": identity.organisation, "street": identity.street,
        "postcode": identity.postcode, "commune": identity.commune,
      ]
      for (column, text) in known { add(text, column, of: member) }
      guard let key else { continue }
      let details = try page.sealedDetails(of: member).opened(by: key)
      let opened = [
        "iban": details.iban?.text ?? "", "bic": details.bic,
        "birth_date": details.birthDate?.description ?? "", "birth_place": details.birthPlace,
        "birth_department": details.birthDepartment,
      ]
      for (column, text) in opened { add(text, column, of: member) }
    }
  }

  private mutating func add(_ text: String, _ column: String, of member: MemberNumber) {
    rows[member, default: [:]][column] = text.isEmpty ? rows[member]?[column] : text
  }

  /// What is known of a member; nothing at all when nobody told of it.
  private func texts(of member: MemberNumber) -> ((String) -> String)? {
    rows[member].map { row in { row[$0] ?? "" } }
  }

  /// Where the money of a member goes.
  ///
  /// - Throws: ``PaymentsRefusal`` for what a bank would refuse.
  public func details(of member: MemberNumber) throws(PaymentsRefusal) -> PaymentDetails {
    let owner = member.description
    guard let text = texts(of: member), !text("iban").isEmpty else {
      throw .detailsAreMissing(of: owner)
    }
    let names = [text("first_name"), text("last_name")].filter { !$0.isEmpty }
    let spelt = [text("name"), text("organisation"), names.joined(separator: " ")]
    return try PaymentDetails(
      name: spelt.first { !$0.isEmpty } ?? "", iban: text("iban"), bic: text("bic"), of: owner)
  }

  /// Who a member is to the tax administration.
  ///
  /// - Throws: ``PaymentsRefusal/detailsAreMissing(of:)``,
  ///   ``PaymentsRefusal/identityIsIncomplete(of:missing:)``.
  public func beneficiary(
    _ member: MemberNumber, isPerson: Bool
  ) throws(PaymentsRefusal) -> Beneficiary {
    guard let text = texts(of: member) else {
      throw .detailsAreMissing(of: member.description)
    }
    return try Beneficiary(
      member: member,
      kind: isPerson
        ? .person(person(text))
        : .organisation(name: text("organisation"), siret: text("siret")),
      address: PostalAddress(
        street: text("street"), postcode: text("postcode"), commune: text("commune")))
  }

  private func person(_ text: (String) -> String) -> Beneficiary.Person {
    var person = Beneficiary.Person()
    person.lastName = text("last_name")
    person.firstNames = text("first_name")
    person.usualName = text("usual_name")
    person.sex = text("sex")
    person.birth = try? Day(text("birth_date"))
    person.birthDepartment = text("birth_department")
    person.birthPlace = text("birth_place")
    return person
  }
}
