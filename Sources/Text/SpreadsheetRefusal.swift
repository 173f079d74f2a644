public import Units

/// What a table from a spreadsheet is refused for, beyond the form of its CSV.
public enum SpreadsheetRefusal: Refusal, Equatable {
  /// The file is the workbook itself, no CSV.
  case fileIsAWorkbook
  /// The text is UTF-16, as the format "Unicode text" writes it.
  case textIsUTF16
  /// A byte is neither of UTF-8 nor of Windows-1252, or both are mixed.
  case byteIsNoLetter(UInt8)
  /// The heading can be cut in more than one way.
  case delimiterIsUndecided([String])
  /// Two headings stand for one column.
  case columnIsNamedTwice(String, headings: [String])
  /// A cell holds something under a column without a heading.
  case cellHasNoHeading
  /// A cell that must hold something is empty.
  case cellIsEmpty
  /// A cell holds the mark of a failed formula, or signs in place of a number that did not fit.
  case cellIsAnError(String)
  /// A text goes over several lines, or turns the direction of writing.
  case textLeavesItsLine
  /// The row sums up the others.
  case rowIsATotal(String)
  /// The year of a date has two digits.
  case yearHasTwoDigits
  /// A number is in scientific form: its last digits are lost.
  case numberIsScientific
  /// A number has both a comma and a point, or spaces that part no thousands.
  case numberIsAmbiguous
  /// The word is none of those that the column allows.
  case wordIsUnknown(allowed: [String])

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .fileIsAWorkbook: "file-is-a-workbook"
    case .textIsUTF16: "text-is-utf16"
    case .byteIsNoLetter: "byte-is-no-letter"
    case .delimiterIsUndecided: "delimiter-is-undecided"
    case .columnIsNamedTwice: "column-is-named-twice"
    case .cellHasNoHeading: "cell-has-no-heading"
    case .cellIsEmpty: "cell-is-empty"
    case .cellIsAnError: "cell-is-an-error"
    case .textLeavesItsLine: "text-leaves-its-line"
    case .rowIsATotal: "row-is-a-total"
    case .yearHasTwoDigits: "year-has-two-digits"
    case .numberIsScientific: "number-is-scientific"
    case .numberIsAmbiguous: "number-is-ambiguous"
    case .wordIsUnknown: "word-is-unknown"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}

/// A refusal of what stands in a cell, with the heading over it as the file writes it.
public struct InCell: Refusal {
  /// The heading.
  public let heading: String
  /// Which rule the cell breaks.
  public let reason: any Refusal

  /// Ties a refusal to a heading.
  public init(_ reason: any Refusal, under heading: String) {
    self.reason = reason
    self.heading = heading
  }

  /// The code of the broken rule.
  public var code: String { reason.code }
  /// The outcome of the broken rule.
  public var outcome: Outcome { reason.outcome }
}
