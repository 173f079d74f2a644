public import Units

/// What a table in CSV is refused for, before anything in its cells is judged.
public enum CSVRefusal: Refusal, Equatable {
  /// The file is 4 GiB or larger.
  case fileIsTooLarge(bytes: Int)
  /// The bytes are not UTF-8.
  case textIsNotUTF8
  /// There is no heading row.
  case headingIsMissing
  /// A quoted cell runs to the end of the file.
  case quoteIsNeverClosed
  /// Text follows the closing quote of a cell.
  case textFollowsAQuote
  /// A quote stands inside a cell that does not begin with one.
  case quoteStandsInsideACell
  /// A cell holds a character that is a command to a device, such as NUL or ESC.
  case cellHasControlCharacter(UInt8)
  /// The heading has a column that the table does not know.
  case columnIsUnknown(String, known: [String])
  /// The heading lacks a column.
  case columnIsMissing(String)
  /// The heading names a column twice.
  case columnIsRepeated(String)
  /// The row has more or fewer cells than the heading.
  case rowIsRagged(cells: Int, columns: Int)

  /// The stable name of the broken rule.
  public var code: String {
    switch self {
    case .fileIsTooLarge: "csv-file-is-too-large"
    case .textIsNotUTF8: "csv-text-is-not-utf8"
    case .headingIsMissing: "csv-heading-is-missing"
    case .quoteIsNeverClosed: "csv-quote-is-never-closed"
    case .textFollowsAQuote: "csv-text-follows-a-quote"
    case .quoteStandsInsideACell: "csv-quote-stands-inside-a-cell"
    case .cellHasControlCharacter: "csv-cell-has-control-character"
    case .columnIsUnknown: "csv-column-is-unknown"
    case .columnIsMissing: "csv-column-is-missing"
    case .columnIsRepeated: "csv-column-is-repeated"
    case .rowIsRagged: "csv-row-is-ragged"
    }
  }

  /// Bad data, whichever the rule.
  public var outcome: Outcome { .badData }
}
