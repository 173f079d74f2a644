import Text
import Units
import Wording

/// A list with one set of columns that is printed three ways: a table, CSV and JSON.
struct Printout {
  /// A column: its name for programs, and its heading.
  struct Column {
    let key: String
    let heading: Words
    var isNumber = false
    var isMoney = false

    static func text(_ key: String, _ heading: Words) -> Column {
      Column(key: key, heading: heading)
    }
    static func number(_ key: String, _ heading: Words) -> Column {
      Column(key: key, heading: heading, isNumber: true)
    }
    static func money(_ key: String, _ heading: Words) -> Column {
      Column(key: key, heading: heading, isNumber: true, isMoney: true)
    }
  }

  /// What stands in a cell.
  enum Cell {
    case text(String)
    case integer(Int64)
    case none
    /// A word of the book, and what people call it.
    case word(String, Words)
  }

  let columns: [Column]
  var rows: [[Cell]] = []

  /// The rows as objects.
  var json: JSON {
    .array(
      rows.map { row in
        var members: [String: JSON] = [:]
        for (column, cell) in zip(columns, row) {
          switch cell {
          case .text(let text), .word(let text, _): members[column.key] = .string(text)
          case .integer(let number): members[column.key] = .integer(number)
          case .none: members[column.key] = .null
          }
        }
        return .object(members)
      })
  }

  /// The table for the terminal.
  var words: Words {
    var table = TextTable(
      columns.map { $0.isNumber ? .number($0.heading) : .text($0.heading) })
    for row in rows {
      table.add(
        row: zip(columns, row).map { column, cell in
          switch cell {
          case .text(let text): Words(both: text)
          case .word(_, let words): words
          case .integer(let units): column.isMoney ? euros(Cents(units)) : number(units)
          case .none: Words(both: "")
          }
        })
    }
    return table.words
  }

  /// The bytes of a CSV file: whole numbers of the smallest unit.
  var csv: [UInt8] {
    var writer = CSVWriter(columns: columns.map(\.key))
    for row in rows {
      writer.append(
        row.map { cell in
          switch cell {
          case .text(let text), .word(let text, _): .text(text)
          case .integer(let number): .integer(number)
          case .none: .text("")
          }
        })
    }
    return writer.bytes
  }
}
