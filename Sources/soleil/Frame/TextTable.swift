import Wording

/// A table for the terminal: columns of text, numbers to the right.
struct TextTable {
  /// A column and the side its cells stand on.
  struct Column {
    let heading: Words
    let isNumber: Bool

    static func text(_ heading: Words) -> Column { Column(heading: heading, isNumber: false) }
    static func number(_ heading: Words) -> Column { Column(heading: heading, isNumber: true) }
  }

  private let columns: [Column]
  private var rows: [[Words]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: Words...) { rows.append(cells) }
  mutating func add(row cells: [Words]) { rows.append(cells) }

  /// The table in both languages.
  var words: Words { Words(text(.french), text(.english)) }

  private func text(_ language: Language) -> String {
    let cells = [columns.map { $0.heading[language] }] + rows.map { $0.map { $0[language] } }
    let widths = columns.indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    let lines = cells.map { line($0, widths) }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return columns[column].isNumber ? space + cell : cell + space
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
