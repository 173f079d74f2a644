import Journal
import Membership
import Tables
import Testing
import Units

@testable import Payments

/// The monthly return 2777: whole euros, a working day, a payment that balances.
@Suite struct MonthlyReturnTests {
  static let june = Month(year: 2026, monthOfYear: 6)

  @Test func `bases and taxes are whole euros, and the rest is a charge or an income`() throws {
    let form = try MonthlyReturn(
      Self.june,
      [
        batch([due(1, 12_345), due(2, 6_704, .exempt), due(3, 99_999, .organisation)]),
        batch([due(4, 3_333)], .interest, reference: "INT"),
        batch([due(5, 777)], on: "2026-05-31", reference: "MAY"),
      ])
    let lines = form.lines.map { "\($0.kind) \($0.levy) \($0.base) \($0.tax) \($0.withheld)" }
    #expect(
      lines == [
        "dividend incomeTax 123 16 1580", "dividend csg 190 20 2020",
        "dividend crds 190 1 96", "dividend solidarity 190 14 1429",
        "interest incomeTax 33 4 427", "interest csg 33 3 353", "interest crds 33 0 17",
        "interest solidarity 33 2 250",
      ])
    #expect(form.toPay == Cents(6_000) && form.withheld.total == Cents(6_172))
    #expect(form.rounding == Cents(-172) && form.due == day("2026-07-15"))
    #expect(!form.isConfirmed)
    let entry = PaymentEntries.taxes(form, on: day("2026-07-15"))
    #expect(throws: Never.self) { try Entry(checking: entry) }
    #expect(entry.postings.last?.account == "758000" && entry.postings.last?.credit == 172)
  }

  @Test func `a half euro is rounded up`() {
    #expect([49, 50, 149, 150].map { wholeEuros(Cents($0)) } == [0, 1, 1, 2])
  }

  @Test func `a month without a natural person has no return`() throws {
    let batches = [try batch([due(1, 100, .organisation)])]
    #expect(throws: PaymentsRefusal.monthHasNoTax(Self.june)) {
      try MonthlyReturn(Self.june, batches)
    }
  }

  /// The month of the payments, and the day its return is due.
  static let dues = [
    ("2026-06", "2026-07-15"), ("2026-07", "2026-08-17"), ("2026-01", "2026-02-16"),
    ("2025-10", "2025-11-17"), ("2024-12", "2025-01-15"), ("2027-04", "2027-05-18"),
  ]

  @Test(arguments: dues) func `the 15th of the next month, or the next working day`(
    month: String, expected: String
  ) throws {
    let month = try Month(month)
    let form = try MonthlyReturn(month, [batch([due(1, 5_000)], on: "\(month.last)")])
    #expect(form.due == day(expected))
  }

  /// Easter Sundays as calendars print them.
  @Test(arguments: ["2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"])
  func `Easter falls where calendars have it`(text: String) {
    let sunday = day(text)
    #expect(Holidays.easter(sunday.calendar.year) == sunday)
    #expect(Holidays.isHoliday(sunday.adding(days: 1)) && !Holidays.isHoliday(sunday))
    #expect(Holidays.isHoliday(sunday.adding(days: 39)))
    #expect(Holidays.isHoliday(sunday.adding(days: 50)))
  }
}

/// The yearly return 2561, read back by places that were written down apart.
@Suite struct AnnualReturnTests {
  private static let siret = "01234567400019"

  static func beneficiary(_ number: Int) throws -> Beneficiary {
    var person = Beneficiary.Person()
    person.lastName = "Lefèvre-Œillet"
    person.firstNames = "Zoé Anaïs"
    person.usualName = "D'Alembert"
    person.sex = "2"
    person.birth = day("1980-05-22")
    person.birthDepartment = "62"
    person.birthPlace = "Lens"
    return try Beneficiary(
      member: member(number), kind: .person(person),
      address: PostalAddress(
        street: "12 bis, rue de la Fosse", postcode: "62999", commune: "Merquincourt"))
  }

  static func declarant(_ siret: String = siret) throws -> Declarant {
    try Declarant(
      name: "Carreau de Soleil", siret: siret,
      address: PostalAddress(
        street: "1 place du Kiosque", postcode: "62999", commune: "Merquincourt"),
      contact: "Anne Durand", phone: "0321000000", email: "anne@example.org")
  }

  private static func file(_ year: Int) throws -> [[UInt8]] {
    let batches = [
      try batch([due(1, 12_350), due(2, 49), due(3, 10_049, .organisation)], on: "\(year)-06-30"),
      try batch([due(1, 1_000)], .interest, on: "\(year)-12-31", reference: "INT"),
      try batch([due(1, 99_999)], on: "\(year + 1)-06-30", reference: "LATER"),
    ]
    let amounts = try AnnualAmounts.of(year, batches)
    let company = try Beneficiary(
      member: member(3), kind: .organisation(name: "SEM Lumières", siret: siret),
      address: PostalAddress(street: "", postcode: "62000", commune: "Arras"))
    let whos = [try beneficiary(1), try beneficiary(2), company]
    let file = try AnnualReturnFile(
      year: year, declarant: declarant(), issued: day("\(year + 1)-02-01"), isCorrection: false,
      members: whos.map { ($0, amounts[$0.member] ?? AnnualAmounts()) })
    return file.bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// What stands at the places of the specification, from 1.
  private func field(_ record: [UInt8], _ first: Int, _ length: Int) -> String {
    String(decoding: record[(first - 1)..<(first - 1 + length)], as: UTF8.self)
  }

  @Test(arguments: [(2024, 430), (2025, 800)]) func `records stand in order and have one length`(
    year: Int, length: Int
  ) throws {
    let records = try Self.file(year)
    #expect(records.allSatisfy { $0.count == length })
    #expect(records.allSatisfy { $0.allSatisfy { (32...126).contains($0) } })
    // The member paid 49 cents needs none.
    #expect(records.map { field($0, 50, 2) } == ["D0", "R1", "R2", "R1", "R2", "T0"])
    for record in records {
      #expect(field(record, 1, 19) == "\(year)\(Self.siret)1")
    }
  }

  @Test(arguments: [2024, 2025]) func `an independent reader finds every field in its place`(
    year: Int
  ) throws {
    let records = try Self.file(year)
    let expected: [(record: Int, first: Int, text: String)] = [
      (0, 20, String(repeating: "0", count: 30)), (0, 52, "CARREAU DE SOLEIL   "),
      (0, 138, "0001"), (0, 144, "PLACE DU KIOSQUE    "), (0, 176, "MERQUINCOURT "),
      (0, 202, "62999"), (0, 208, "MERQUINCOURT "), (0, 234, "\(year + 1)0201"),
      (1, 54, "B00000000000000"), (1, 119, "LEFEVRE-OEILLET   "), (1, 149, "ZOE ANAIS    "),
      (1, 169, "D'ALEMBERT    "), (1, 219, "219800522"), (1, 228, "62000LENS   "),
      (1, 322, "0012"), (1, 328, "BIS, RUE DE LA FOSSE"), (1, 386, "62999 MERQUINCOURT"),
      // 2CK 17.09 €, 2DC 123.50 €, 2BH 133.50 €, 2TR 10.00 €.
      (2, 52, "00000000000000000000"), (2, 72, "0000000017"), (2, 102, "0000000000"),
      (2, 132, "          "), (2, 142, "0000000124"), (2, 242, "0000000134"),
      (2, 252, "0000000010"), (3, 55, Self.siret + "SEM LUMIERES   "), (3, 220, "0000000000000"),
      (4, 72, "0000000000"), (4, 102, "0000000100"), (4, 142, "0000000000"),
      (4, 242, "0000000000"), (5, 20, String(repeating: "9", count: 30)),
      (5, 52, "00000002000000020000000000000000"), (5, 84, "ANNE DURAND  "),
      (5, 134, "0321000000"), (5, 144, "anne@example.org "),
    ]
    for (record, first, text) in expected {
      #expect(field(records[record], first, text.utf8.count) == text, "\(record) \(first)")
    }
  }

  @Test func `a year without payments and a year without layout are refused`() throws {
    #expect(throws: PaymentsRefusal.yearHasNoPayment(2020)) { try AnnualAmounts.of(2020, []) }
    #expect(throws: PaymentsRefusal.editionIsUnknown(form: "2561", year: 2016)) {
      try AnnualReturnFile(
        year: 2016, declarant: Self.declarant(), issued: day("2017-02-01"), isCorrection: false,
        members: [])
    }
  }

  @Test(arguments: ["", "01234567400018", "0123456740001", "01234567X00019", "01234567500010"])
  func `a SIRET has fourteen digits and two keys`(text: String) {
    #expect(throws: PaymentsRefusal.siretIsMalformed(text)) { try Self.declarant(text) }
  }

  @Test func `everything missing about a member is told at once`() {
    #expect(
      throws: PaymentsRefusal.identityIsIncomplete(
        of: member(1),
        missing: [
          "last_name", "first_name", "sex", "birth_date", "birth_department", "birth_place",
          "postcode", "commune",
        ])
    ) {
      try Beneficiary(
        member: member(1), kind: .person(Beneficiary.Person()),
        address: PostalAddress(street: "", postcode: "", commune: ""))
    }
  }

  @Test func `nothing of a person is printed`() throws {
    let who = try Self.beneficiary(1)
    let text = "\(who) \(String(reflecting: who.address)) \(String(reflecting: who))"
    #expect(!text.contains("Lef") && !text.contains("1980") && !text.contains("Merquin"))
  }
}
