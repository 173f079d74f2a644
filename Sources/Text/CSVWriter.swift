internal import Units

/// One cell to write.
public enum CSVCell: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  case text(String)
  /// A whole number of the column's unit.
  case integer(Int64)
  /// A whole number of a unit of its own, which has so many decimals; they show in
  /// ``CSVStyle/excelFrench`` only.
  case fixed(Int64, decimals: Int)

  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
}

/// How a table is written.
public enum CSVStyle: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, LF, comma, whole numbers of the smallest unit: for programs and for seals.
  case plain
  /// Byte order mark, CRLF, semicolon, decimal comma: what Excel opens by a double click in French.
  case excelFrench
}

/// Writes a table as CSV: a heading row, then rows of as many cells.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it.
/// - Source: RFC 4180.
public struct CSVWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []
  private let columns: [String]
  private let decimals: [Int]
  private let style: CSVStyle

  /// A table with its heading row.
  ///
  /// - Parameter decimals: for columns whose unit has them, how many; 2 for cents. They show in
  ///   ``CSVStyle/excelFrench`` only.
  /// - Precondition: there is a column.
  public init(columns: [String], style: CSVStyle = .plain, decimals: [String: Int] = [:]) {
    precondition(!columns.isEmpty, "a table has a column")
    self.columns = columns
    self.style = style
    self.decimals = columns.map { style == .excelFrench ? decimals[$0] ?? 0 : 0 }
    if style == .excelFrench { bytes += [0xEF, 0xBB, 0xBF] }
    append(columns.map(CSVCell.text))
  }

  /// Adds a row.
  ///
  /// - Precondition: as many cells as columns.
  public mutating func append(_ cells: [CSVCell]) {
    precondition(cells.count == columns.count, "one cell a column")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      appendQuoted(written(cell, decimals: decimals[index]))
    }
    bytes += style == .excelFrench ? [.carriageReturn, .lineFeed] : [.lineFeed]
  }

  /// Hands over what was written since the last time: a long table need not fit in memory.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private var delimiter: UInt8 { UInt8(ascii: style == .excelFrench ? ";" : ",") }

  private func written(_ cell: CSVCell, decimals: Int) -> String {
    switch cell {
    case .text(let text): startsFormula(text) ? "'" + text : text
    case .integer(let value): decimalText(value, decimals: decimals, mark: ",")
    case .fixed(let value, let own):
      decimalText(value, decimals: style == .excelFrench ? own : 0, mark: ",")
    }
  }

  /// Only a table of one column needs quotes around nothing: its row would be a blank line.
  private mutating func appendQuoted(_ text: String) {
    let special: [UInt8] = [delimiter, .quote, .lineFeed, .carriageReturn]
    guard text.utf8.contains(where: special.contains) || (text.isEmpty && columns.count == 1) else {
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(.quote)
    for byte in text.utf8 { bytes += byte == .quote ? [.quote, .quote] : [byte] }
    bytes.append(.quote)
  }
}

/// Whether a spreadsheet would take the text for a formula; a signed number is none.
func startsFormula(_ text: String) -> Bool {
  guard let first = text.utf8.first else { return false }
  switch first {
  case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
  case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isSignedNumber(text.utf8.dropFirst())
  default: return false
  }
}

private func isSignedNumber(_ digits: Substring.UTF8View) -> Bool {
  let parts = digits.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
  }
  return parts.count <= 2
    && parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
