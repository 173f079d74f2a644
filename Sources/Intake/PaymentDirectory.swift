public import Membership
public import Payments
import Text
import Units

/// Where money goes and whom the tax administration wants to know, from a file that stays outside
/// the book.
///
/// A row a member; every column but `member` may be missing or empty.
public struct PaymentDirectory: Sendable {
  /// The columns that are read.
  public static let columns = [
    "member", "name", "iban", "bic", "last_name", "first_name", "usual_name", "sex",
    "birth_date", "birth_department", "birth_place", "organisation", "siret", "street",
    "postcode", "commune",
  ]

  private let rows: [MemberNumber: CSVRow]

  /// Reads the file.
  ///
  /// - Throws: ``Refusals`` with every row that names no member, or one twice.
  public init(_ file: InputFile) throws {
    let table = try CSVTable(
      reading: file.bytes, file: file.path, required: ["member"],
      optional: Array(PaymentDirectory.columns.dropFirst()), excerpts: false)
    let faults = Faults()
    var rows: [MemberNumber: CSVRow] = [:]
    for row in table.rows {
      do {
        let member = try MemberNumber(row["member"])
        if rows.updateValue(row, forKey: member) != nil {
          throw MembershipRefusal.memberIsRepeated(member)
        }
      } catch let refusal as any Refusal {
        faults.note(Located(refusal, at: row.place(of: "member")))
      }
    }
    try faults.check()
    self.rows = rows
  }

  /// Where the money of a member goes.
  ///
  /// - Throws: ``PaymentsRefusal`` for what a bank would refuse.
  public func details(of member: MemberNumber) throws(PaymentsRefusal) -> PaymentDetails {
    let owner = member.description
    guard let row = rows[member], !row["iban"].isEmpty else { throw .detailsAreMissing(of: owner) }
    let names = [row["first_name"], row["last_name"]].filter { !$0.isEmpty }
    let spelt = [row["name"], row["organisation"], names.joined(separator: " ")]
    return try PaymentDetails(
      name: spelt.first { !$0.isEmpty } ?? "", iban: row["iban"], bic: row["bic"], of: owner)
  }

  /// Who a member is to the tax administration.
  ///
  /// - Throws: ``PaymentsRefusal/detailsAreMissing(of:)``,
  ///   ``PaymentsRefusal/identityIsIncomplete(of:missing:)``.
  public func beneficiary(
    _ member: MemberNumber, isPerson: Bool
  ) throws(PaymentsRefusal) -> Beneficiary {
    guard let row = rows[member] else { throw .detailsAreMissing(of: member.description) }
    return try Beneficiary(
      member: member,
      kind: isPerson
        ? .person(person(row))
        : .organisation(name: row["organisation"], siret: row["siret"]),
      address: PostalAddress(
        street: row["street"], postcode: row["postcode"], commune: row["commune"]))
  }

  private func person(_ row: CSVRow) -> Beneficiary.Person {
    var person = Beneficiary.Person()
    person.lastName = row["last_name"]
    person.firstNames = row["first_name"]
    person.usualName = row["usual_name"]
    person.sex = row["sex"]
    person.birth = try? Day(row["birth_date"])
    person.birthDepartment = row["birth_department"]
    person.birthPlace = row["birth_place"]
    return person
  }
}
