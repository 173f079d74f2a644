/// What can be wrong with a tax file, by the check that finds it.
///
/// - Source: LPF, art. A47 A-1; BOI-CF-IOR-60-40-20.
public enum FECFault: String, Hashable, Sendable, CaseIterable {
  case nameIsMalformed = "fec-name-is-malformed"
  case sirenIsFalse = "fec-siren-is-false"
  case closingDateIsAnother = "fec-closing-date-is-another"
  case markPrecedesHeading = "fec-mark-precedes-heading"
  case headingDiffers = "fec-heading-differs"
  case fileHasNoEntry = "fec-file-has-no-entry"
  case recordIsRagged = "fec-record-is-ragged"
  case fieldIsBlank = "fec-field-is-blank"
  case dateIsNotReal = "fec-date-is-not-real"
  case amountIsMalformed = "fec-amount-is-malformed"
  case amountIsNegative = "fec-amount-is-negative"
  case sidesAreNotOne = "fec-sides-are-not-one"
  case entryIsUnbalanced = "fec-entry-is-unbalanced"
  case entryHasOneLine = "fec-entry-has-one-line"
  case entryHasSeveralHeadings = "fec-entry-has-several-headings"
  case entryIsScattered = "fec-entry-is-scattered"
  case fileIsUnbalanced = "fec-file-is-unbalanced"
  case numberIsNotWhole = "fec-number-is-not-whole"
  case numberIsMissing = "fec-number-is-missing"
  case numberGoesBack = "fec-number-goes-back"
  case validationGoesBack = "fec-validation-goes-back"
  case openingIsNotFirst = "fec-opening-is-not-first"
  case dateIsOutsideYear = "fec-date-is-outside-year"
  case validatedBeforeItsDate = "fec-validated-before-its-date"
  case pairIsIncomplete = "fec-pair-is-incomplete"
  case accountIsUnknown = "fec-account-is-unknown"
  case labelIsAnother = "fec-label-is-another"
  case characterIsForbidden = "fec-character-is-forbidden"
  case openingTouchesResult = "fec-opening-touches-result"
  case entryZeroesResult = "fec-entry-zeroes-result"
  case resultIsAnother = "fec-result-is-another"

  /// The check, from 1 to 15.
  public var check: Int {
    switch self {
    case .nameIsMalformed, .sirenIsFalse, .closingDateIsAnother: 1
    case .markPrecedesHeading, .headingDiffers, .fileHasNoEntry: 2
    case .recordIsRagged: 3
    case .fieldIsBlank: 4
    case .dateIsNotReal: 5
    case .amountIsMalformed: 6
    case .amountIsNegative, .sidesAreNotOne: 7
    case .entryIsUnbalanced, .entryHasOneLine, .entryHasSeveralHeadings, .entryIsScattered: 8
    case .fileIsUnbalanced: 9
    case .numberIsNotWhole, .numberIsMissing, .numberGoesBack, .validationGoesBack,
      .openingIsNotFirst:
      10
    case .dateIsOutsideYear, .validatedBeforeItsDate: 11
    case .pairIsIncomplete: 12
    case .accountIsUnknown, .labelIsAnother: 13
    case .characterIsForbidden: 14
    case .openingTouchesResult, .entryZeroesResult, .resultIsAnother: 15
    }
  }

  /// Whether the file stands all the same.
  ///
  /// An entry can be validated before the day it is dated: a rent that is known to fall due.
  public var isWarning: Bool { self == .validatedBeforeItsDate }
}

/// A fault at its place.
public struct FECFinding: Hashable, Sendable {
  /// What is wrong.
  public let fault: FECFault
  /// The line, from 1; nothing for what concerns the whole file.
  public let line: Int?
  /// The column of the eighteen.
  public let column: FECColumn?
  /// Where in the line, counted in characters from 1.
  public let position: Int?
  /// What stands there.
  public let value: String
  /// What it disagrees with, where there is such a thing.
  public let other: String

  /// A fault at its place.
  public init(
    _ fault: FECFault, line: Int? = nil, column: FECColumn? = nil, position: Int? = nil,
    value: String = "", other: String = ""
  ) {
    self.fault = fault
    self.line = line
    self.column = column
    self.position = position
    self.value = value
    self.other = other
  }
}

/// What an examination of a tax file found.
public struct FECReport: Hashable, Sendable {
  /// The findings in the order they were made, of each fault the first hundred.
  public internal(set) var findings: [FECFinding] = []
  /// How often each fault was found.
  public internal(set) var counts: [FECFault: Int] = [:]
  /// The records below the heading.
  public internal(set) var rows = 0
  /// The entries.
  public internal(set) var entries = 0
  /// The sum of the debits, in cents.
  public internal(set) var debit: Int128 = 0
  /// The sum of the credits, in cents.
  public internal(set) var credit: Int128 = 0

  static let mostKept = 100

  /// How many errors there are.
  public var errors: Int { counts.filter { !$0.key.isWarning }.values.reduce(0, +) }
  /// How many warnings there are.
  public var warnings: Int { counts.filter(\.key.isWarning).values.reduce(0, +) }

  mutating func note(_ finding: FECFinding) {
    let count = counts[finding.fault, default: 0] + 1
    counts[finding.fault] = count
    if count <= FECReport.mostKept { findings.append(finding) }
  }
}
