public import Text
import Units

/// Templates of tables that people fill in a spreadsheet.
public enum Templates {
  /// What columns are called, by canonical name; each room adds its own.
  private static let headings = [peopleHeadings, shareHeadings]
  /// What words of a cell are, by canonical word.
  private static let words = [peopleChoices, shareChoices]

  /// The heading over a column in a template; it is one that the column is known by.
  public static func heading(_ column: SpreadsheetColumn) -> Words {
    headings.lazy.compactMap { $0[column.name] }.first ?? Words(both: column.name)
  }

  /// A template: the heading and the layout's examples, which import as they are.
  public static func bytes(
    of layout: SpreadsheetLayout, _ language: Language, _ style: CSVStyle
  ) -> [UInt8] {
    var writer = CSVWriter(
      columns: layout.columns.map { plain(heading($0)[language]) }, style: style)
    for example in layout.examples {
      writer.append(
        layout.columns.map { .text(cell(example[$0.name] ?? "", $0, language)) })
    }
    return writer.bytes
  }

  private static func cell(
    _ value: String, _ column: SpreadsheetColumn, _ language: Language
  ) -> String {
    guard !value.isEmpty else { return "" }
    switch column.content {
    case .text, .integer: return value
    case .day:
      guard language == .french, let day = try? Day(value) else { return value }
      let (year, month, date) = day.calendar
      return "\(date < 10 ? "0" : "")\(date)/\(month < 10 ? "0" : "")\(month)/\(year)"
    case .cents:
      guard let cents = Int64(value) else { return value }
      return decimalText(cents, decimals: 2, mark: language == .french ? "," : ".")
    case .choice:
      let word = words.lazy.compactMap { $0[value] }.first
      return word.map { plain($0[language]) } ?? value
    }
  }

  /// Spaces that a keyboard types: a template is edited by hand.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }
}
