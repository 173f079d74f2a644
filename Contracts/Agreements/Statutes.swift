public import Text
public import Units

/// What the statutes say of the company itself.
public struct Organisation: Hashable, Sendable {
  /// The legal name.
  public let name: String
  /// The legal form.
  public let legalForm: String
  /// The SIREN: nine digits.
  public let siren: String
  /// The registered office.
  public let registeredOffice: String
  /// The commune of the registered office.
  public let commune: String

  /// Reads `[organisation]`.
  public init(_ table: TableReader) {
    table.allow([
      "name", "legal_form", "siren", "registered_office", "commune", "language", "valid_from",
      "resolution",
    ])
    name = table.text("name")
    legalForm = table.text("legal_form")
    siren = table.text("siren")
    registeredOffice = table.text("registered_office")
    commune = table.text("commune")
    if table.has("siren"), !Organisation.isSIREN(siren) {
      table.refuse(AgreementRefusal.sirenIsWrong(siren), at: "siren")
    }
  }

  /// Whether the text is nine digits with a valid check digit.
  ///
  /// - Source: Luhn's algorithm, ISO/IEC 7812-1, as INSEE applies it to the SIREN.
  public static func isSIREN(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      guard digit.offset % 2 == 1 else { return sum + digit.element }
      let doubled = digit.element * 2
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum.isMultiple(of: 10)
  }
}

/// The capital: nominal of a share, floor and ceiling of its variation.
///
/// - Source: Code de commerce, art. L231-1, L231-5.
public struct Capital: Hashable, Sendable {
  /// The nominal value of a share.
  public let nominal: Cents
  /// The capital below which no withdrawal may bring the company.
  public let floor: Cents
  /// The capital above which no subscription may bring it.
  public let ceiling: Cents

  /// Reads `[capital]`.
  public init(_ table: TableReader) {
    table.allow([
      "share_nominal_cents", "floor_cents", "ceiling_cents", "person_cap_percent",
      "company_cap_percent", "public_body_cap_percent", "public_bodies_together_cap_percent",
      "valid_from", "resolution",
    ])
    nominal = table.cents("share_nominal_cents", in: 1...1_000_000_000)
    floor = table.cents("floor_cents")
    ceiling = table.cents("ceiling_cents")
  }
}

/// The first fiscal year, at most twenty-four months; the others follow, twelve months each.
///
/// Years end with a month, for months are what is closed.
public struct FiscalCalendar: Hashable, Sendable {
  /// The first day of the first fiscal year.
  public let firstStart: Day
  /// Its last day.
  public let firstEnd: Day

  /// Reads `[fiscal_year]`.
  public init(_ table: TableReader) {
    table.allow(["first_start", "first_end"])
    firstStart = table.day("first_start")
    firstEnd = table.day("first_end")
    if firstEnd < firstStart {
      table.refuse(AgreementRefusal.endsBeforeItStarts(first: firstStart, last: firstEnd))
    }
    if firstEnd >= firstStart.adding(months: 24) {
      table.refuse(
        AgreementRefusal.firstYearIsTooLong(first: firstStart, last: firstEnd), at: "first_end")
    } else if firstEnd != firstEnd.month.last {
      table.refuse(AgreementRefusal.firstYearEndsWithinAMonth(firstEnd), at: "first_end")
    }
  }
}
