public import Membership
import Tables
public import Units

/// What a member was paid in a year, by the boxes of the return 2561.
public struct AnnualAmounts: Hashable, Sendable {
  /// The boxes, named as the member's own income tax return names them.
  public enum Box: String, Hashable, Sendable, CaseIterable {
    /// Dividends of which a natural person may deduct 40 %.
    case dividends = "2DC"
    /// Dividends without that deduction: those of companies and public bodies.
    case otherDividends = "2TS"
    /// Interest.
    case interest = "2TR"
    /// Income that bore the social levies, with part of the CSG deductible.
    case levied = "2BH"
    /// The advance on income tax that was withheld.
    case credit = "2CK"
  }

  private var cents: [Box: Cents] = [:]

  /// Nothing yet.
  public init() {}

  /// The exact amount of a box.
  public subscript(box: Box) -> Cents { cents[box] ?? .zero }

  /// The amount of a box as it is declared: whole euros, a half up.
  public func euros(_ box: Box) -> Int64 { wholeEuros(self[box]) }

  /// Whether there is anything to declare: a member paid less than fifty cents needs no return.
  public var isNeeded: Bool { Box.allCases.contains { euros($0) > 0 } }

  mutating func add(_ payment: MemberPayment, _ kind: IncomeKind) {
    let isPerson = payment.status != .organisation
    let income: Box =
      kind == .interest ? .interest : isPerson ? .dividends : .otherDividends
    cents[income, default: .zero] += payment.gross
    if isPerson { cents[.levied, default: .zero] += payment.gross }
    cents[.credit, default: .zero] += payment.withheld.incomeTax
  }

  /// What each member was paid in a calendar year.
  ///
  /// What came back from the bank counts once: it was taxed when it was paid, and is paid again
  /// untaxed.
  /// - Throws: ``PaymentsRefusal/yearHasNoPayment(_:)``.
  public static func of(
    _ year: Int, _ batches: [PaymentBatch]
  ) throws(PaymentsRefusal) -> [MemberNumber: AnnualAmounts] {
    var amounts: [MemberNumber: AnnualAmounts] = [:]
    for batch in batches where batch.paidOn.calendar.year == year {
      for payment in batch.payments where payment.gross != .zero {
        amounts[payment.member, default: AnnualAmounts()].add(payment, batch.kind)
      }
    }
    guard !amounts.isEmpty else { throw .yearHasNoPayment(year) }
    return amounts
  }
}

/// A postal address in the parts that the return asks for.
public struct PostalAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// Number and street, or whatever stands before the town.
  public let street: String
  /// The postcode.
  public let postcode: String
  /// The commune.
  public let commune: String

  /// An address.
  public init(street: String, postcode: String, commune: String) {
    self.street = street
    self.postcode = postcode
    self.commune = commune
  }

  /// The number before the street, up to four digits, and the rest.
  var parts: (number: String, street: String) {
    let digits = street.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count) else { return ("", street) }
    return (String(digits), String(street.dropFirst(digits.count).drop { " ,".contains($0) }))
  }

  /// Nothing of the address.
  public var description: String { "address withheld" }
  /// Nothing of the address.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Who was paid, as the return asks for it; it passes through and is kept nowhere.
public struct Beneficiary: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// A natural person.
  public struct Person: Hashable, Sendable {
    /// The family name at birth.
    public var lastName = ""
    /// The first names, in civil order.
    public var firstNames = ""
    /// The name in use, when it is another.
    public var usualName = ""
    /// `1` for a man, `2` for a woman.
    public var sex = ""
    /// The day of birth.
    public var birth: Day?
    /// The department of birth, `99` abroad.
    public var birthDepartment = ""
    /// The commune of birth, or the country.
    public var birthPlace = ""

    /// A person with nothing told.
    public init() {}
  }

  /// What kind of beneficiary it is.
  public enum Kind: Hashable, Sendable {
    /// A natural person.
    case person(Person)
    /// A company or public body, with its SIRET.
    case organisation(name: String, siret: String)
  }

  /// The member.
  public let member: MemberNumber
  /// Who it is.
  public let kind: Kind
  /// Where it lives.
  public let address: PostalAddress

  /// A beneficiary of whom everything is known that the return needs.
  ///
  /// - Throws: ``PaymentsRefusal/identityIsIncomplete(of:missing:)``.
  public init(
    member: MemberNumber, kind: Kind, address: PostalAddress
  ) throws(PaymentsRefusal) {
    self.member = member
    self.kind = kind
    self.address = address
    var missing: [String] = []
    func need(_ field: String, _ isThere: Bool) { if !isThere { missing.append(field) } }
    switch kind {
    case .person(let person):
      need("last_name", !person.lastName.isEmpty)
      need("first_name", !person.firstNames.isEmpty)
      need("sex", ["1", "2"].contains(person.sex))
      need("birth_date", person.birth != nil)
      need("birth_department", person.birthDepartment.utf8.count == 2)
      need("birth_place", !person.birthPlace.isEmpty)
    case .organisation(let name, let siret):
      need("organisation", !name.isEmpty)
      need("siret", isSIRET(siret))
    }
    need("postcode", address.postcode.utf8.count == 5)
    need("commune", !address.commune.isEmpty)
    guard missing.isEmpty else {
      throw .identityIsIncomplete(of: member, missing: missing)
    }
  }

  /// Nothing of the person.
  public var description: String { "beneficiary withheld" }
  /// Nothing of the person.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Whether a text is a SIRET: fourteen digits that pass Luhn's test, as do the first nine.
///
/// - Source: C. com. art. R123-220 and R123-221; ISO/IEC 7812-1.
public func isSIRET(_ text: String) -> Bool {
  let digits = text.utf8.map { Int($0) - 48 }
  guard digits.count == 14, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
  return passesLuhn(digits) && passesLuhn(Array(digits[..<9]))
}

private func passesLuhn(_ digits: [Int]) -> Bool {
  digits.reversed().enumerated().reduce(0) { sum, digit in
    let value = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
    return sum + value / 10 + value % 10
  }.isMultiple(of: 10)
}
