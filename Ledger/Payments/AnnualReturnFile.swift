public import Tables
public import Units

/// Who declares: the company, as the return asks for it.
public struct Declarant: Hashable, Sendable {
  /// The company's name.
  public let name: String
  /// The SIRET of its seat.
  public let siret: String
  /// Where it is.
  public let address: PostalAddress
  /// Whom the administration may ask.
  public let contact: String
  /// Their telephone, ten digits, or empty.
  public let phone: String
  /// Their address, or empty.
  public let email: String

  /// A declarant.
  ///
  /// - Throws: ``PaymentsRefusal/siretIsMalformed(_:)``.
  public init(
    name: String, siret: String, address: PostalAddress, contact: String, phone: String,
    email: String
  ) throws(PaymentsRefusal) {
    guard isSIRET(siret) else { throw .siretIsMalformed(siret) }
    self.name = name
    self.siret = siret
    self.address = address
    self.contact = contact
    self.phone = phone
    self.email = email
  }
}

/// The yearly return 2561 as a file: fixed records, one for the declarant, two a beneficiary, one
/// of totals.
///
/// Letters are capitals without accents; amounts whole euros without sign.
/// - Source: DGFiP, cahier des charges TD-RCM; the layout is issued anew every November.
public struct AnnualReturnFile: Sendable {
  /// The year of the incomes.
  public let year: Int
  /// The company.
  public let declarant: Declarant
  /// The day of the return.
  public let issued: Day
  /// Whether it replaces an earlier one.
  public let isCorrection: Bool
  /// The members and what they were paid, those who need no return left out.
  public let members: [(who: Beneficiary, amounts: AnnualAmounts)]
  /// The layout.
  public let edition: FormEdition

  /// The form.
  public static let form = "2561"

  /// A return.
  ///
  /// - Throws: ``PaymentsRefusal/editionIsUnknown(form:year:)``.
  public init(
    year: Int, declarant: Declarant, issued: Day, isCorrection: Bool,
    members: [(who: Beneficiary, amounts: AnnualAmounts)]
  ) throws(PaymentsRefusal) {
    guard let edition = TaxForms.edition(AnnualReturnFile.form, incomeYear: year) else {
      throw .editionIsUnknown(form: AnnualReturnFile.form, year: year)
    }
    self.edition = edition
    self.year = year
    self.declarant = declarant
    self.issued = issued
    self.isCorrection = isCorrection
    self.members = members.filter { $0.amounts.isNeeded }
      .sorted { $0.who.member < $1.who.member }
  }

  /// The bytes: one record a line, ASCII.
  public var bytes: [UInt8] {
    var records = [opening]
    for (who, amounts) in members { records += [identity(who), payment(amounts)] }
    return (records + [totals]).flatMap { $0.bytes + [UInt8(ascii: "\n")] }
  }

  private func record(_ type: String, filler: Character) -> FixedRecord {
    var record = FixedRecord(length: edition.recordLength)
    record.number(String(year), 1...4)
    record.number(declarant.siret, 5...18)
    record.number(isCorrection ? "2" : "1", 19...19)
    record.text(String(repeating: filler, count: 30), 20...49)
    record.text(type, 50...51)
    return record
  }

  private var opening: FixedRecord {
    var record = record("D0", filler: "0")
    record.text(declarant.name, 52...101)
    record.number("", 102...105)
    record.address(declarant.address, from: 106)
    record.number(issued.description.filter { $0 != "-" }, 234...241)
    return record
  }

  private func identity(_ who: Beneficiary) -> FixedRecord {
    var record = record("R1", filler: " ")
    record.text("B", 54...54)
    record.number("", 55...68)
    record.number("", 220...232)
    switch who.kind {
    case .organisation(let name, let siret):
      record.number(siret, 55...68)
      record.text(name, 69...118)
    case .person(let person):
      record.text(person.lastName, 119...148)
      record.text(person.firstNames, 149...168)
      record.text(person.usualName, 169...198)
      record.text(person.sex, 219...219)
      if let birth = person.birth {
        record.number(birth.description.filter { $0 != "-" }, 220...227)
      }
      record.text(person.birthDepartment, 228...229)
      record.text(person.birthPlace, 233...258)
    }
    record.address(who.address, from: 290)
    return record
  }

  private func payment(_ amounts: AnnualAmounts) -> FixedRecord {
    var record = record("R2", filler: " ")
    let isLong = edition.recordLength > 430
    for first in stride(from: 52, through: isLong ? 412 : 402, by: 10)
    where first != 132 && !(isLong && first == 82) {
      record.number("", first...first + 9)
    }
    for (box, first) in AnnualReturnFile.places {
      record.number(String(amounts.euros(box)), first...first + 9)
    }
    return record
  }

  private static let places: [(AnnualAmounts.Box, Int)] = [
    (.credit, 72), (.otherDividends, 102), (.dividends, 142), (.levied, 242), (.interest, 252),
  ]

  private var totals: FixedRecord {
    var record = record("T0", filler: "9")
    record.number(String(members.count), 52...59)
    record.number(String(members.count), 60...67)
    record.number("", 68...75)
    record.number("", 76...83)
    record.text(declarant.contact, 84...133)
    record.number(declarant.phone, 134...143)
    record.raw(declarant.email, 144...203)
    if edition.recordLength > 430 { record.text(String(declarant.siret.prefix(9)), 204...212) }
    return record
  }
}

/// A record of fixed length, blank where nothing is written; places count from 1.
struct FixedRecord {
  private(set) var bytes: [UInt8]

  init(length: Int) { bytes = [UInt8](repeating: UInt8(ascii: " "), count: length) }

  /// Text from the left, in capitals without accents, cut where the field ends.
  mutating func text(_ text: String, _ field: ClosedRange<Int>) {
    raw(BankText.plain(text, most: field.count).uppercased(), field)
  }

  /// ASCII as it is, cut where the field ends; anything else is a blank.
  mutating func raw(_ text: String, _ field: ClosedRange<Int>) {
    for (place, byte) in zip(field, text.utf8) {
      bytes[place - 1] = (32...126).contains(byte) ? byte : UInt8(ascii: " ")
    }
  }

  /// Digits to the right, filled with zeros on the left.
  mutating func number(_ digits: String, _ field: ClosedRange<Int>) {
    let plain = digits.utf8.filter { (48...57).contains($0) }.suffix(field.count)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: field.count - plain.count)
    for (place, byte) in zip(field, zeros + plain) { bytes[place - 1] = byte }
  }

  /// An address over 128 places: complement, number, street, town, post office.
  mutating func address(_ address: PostalAddress, from first: Int) {
    let parts = address.parts
    number(parts.number, first + 32...first + 35)
    text(parts.street, first + 38...first + 63)
    number("", first + 64...first + 68)
    text(address.commune, first + 70...first + 95)
    raw(address.postcode, first + 96...first + 100)
    text(address.commune, first + 102...first + 127)
  }
}
