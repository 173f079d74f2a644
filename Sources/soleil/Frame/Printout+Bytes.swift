import Text
import Units
import Wording

// Rows come by the hundred thousand: they are written straight into bytes, in the form and the language
// that are asked for.

extension Printout {
  /// The rows as canonical JSON.
  var jsonBytes: [UInt8] {
    let order = columns.indices.sorted { columns[$0].key < columns[$1].key }
    let openings = order.enumerated().map { place, column in
      Array("\(place == 0 ? "{" : ",")\"\(columns[column].key)\":".utf8)
    }
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    bytes.reserveCapacity(rows.count * columns.count * 24)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      for (opening, column) in zip(openings, order) {
        bytes += opening
        row[column].writeJSON(&bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// The rows as a table for the terminal.
  func text(_ language: Language) -> [UInt8] {
    var cells = Shown(capacity: (rows.count + 1) * columns.count)
    for column in columns { cells.add(column.heading[language]) }
    for row in rows {
      for (column, cell) in zip(columns, row) { cells.add(cell, column, language) }
    }
    let widths = columns.indices.map { column in
      stride(from: column, to: cells.widths.count, by: columns.count)
        .reduce(0) { max($0, cells.widths[$1]) }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity((rows.count + 2) * (widths.reduce(0, +) + 2 * widths.count + 8))
    for line in 0...rows.count {
      if line > 0 { bytes.append(UInt8(ascii: "\n")) }
      for column in columns.indices {
        cells.write(
          line * columns.count + column, width: widths[column],
          toTheRight: columns[column].isNumber, isLast: column == columns.count - 1, to: &bytes)
      }
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      guard line == 0 else { continue }
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
      bytes += "\n\(rule)".utf8
    }
    return bytes
  }
}

/// The cells of a table as they show, one behind the other, with the columns each takes.
private struct Shown {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private(set) var widths: [Int] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity * 10)
    ends.reserveCapacity(capacity + 1)
    widths.reserveCapacity(capacity)
  }

  mutating func add(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    let isPlain = bytes[start...].allSatisfy { $0 < 128 }
    close(width: isPlain ? bytes.count - start : text.count)
  }

  mutating func add(_ cell: Printout.Cell, _ column: Printout.Column, _ language: Language) {
    switch cell {
    case .text(let text): add(text)
    case .word(_, let words): add(words[language])
    case .none: close(width: 0)
    case .integer(let units):
      add((column.isMoney ? euros(Cents(units), language) : number(units, language)))
    }
  }

  private mutating func close(width: Int) {
    ends.append(bytes.count)
    widths.append(width)
  }

  func write(
    _ cell: Int, width: Int, toTheRight: Bool, isLast: Bool, to out: inout [UInt8]
  ) {
    let space = repeatElement(UInt8(ascii: " "), count: width - widths[cell])
    if toTheRight { out += space }
    out += bytes[ends[cell]..<ends[cell + 1]]
    if !toTheRight { out += space }
    if !isLast { out += [UInt8(ascii: " "), UInt8(ascii: " ")] }
  }
}

extension Printout.Cell {
  fileprivate func writeJSON(_ bytes: inout [UInt8]) {
    switch self {
    case .integer(let number): bytes += String(number).utf8
    case .none: bytes += "null".utf8
    case .text(let text), .word(let text, _):
      let isPlain = text.utf8.allSatisfy {
        $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      guard isPlain else {
        bytes += JSON.string(text).canonical
        return
      }
      bytes.append(UInt8(ascii: "\""))
      bytes += text.utf8
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
