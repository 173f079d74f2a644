public import Units

/// One row of a table.
public struct CSVRow: Sendable {
  let table: CSVTable
  let record: CSVRecord

  /// The line the row begins on, counted from 1.
  public var line: Int { record.line + table.linesBefore }

  /// The text under a column; empty when the table has no such optional column.
  public subscript(column: String) -> String {
    field(column).map { text(of: $0, in: table.bytes) } ?? ""
  }

  /// The bytes of the cell at a place among the columns; none for a column that is missing.
  ///
  /// Quotes inside a cell stand doubled.
  public func bytes(_ index: Int?) -> ArraySlice<UInt8> {
    guard let index else { return [] }
    let field = table.fields[record.fields.lowerBound + index]
    return table.bytes[Int(field.start)..<Int(field.end)]
  }

  /// The text of the cell at a place among the columns; empty for a column that is missing.
  public subscript(index: Int?) -> String {
    guard let index else { return "" }
    return text(of: table.fields[record.fields.lowerBound + index], in: table.bytes)
  }

  /// Where the cell under a column stands; the row's beginning when there is no such column.
  public func place(of column: String) -> Place {
    let offset = field(column).map { Int($0.start) } ?? Int(record.start)
    let breaks = table.bytes[Int(record.start)..<offset].count { $0 == .lineFeed }
    return Units.Place(in: table, line: line + breaks, offset: offset)
  }

  /// Where the row begins.
  public var place: Place {
    Units.Place(in: table, line: line, offset: Int(record.start))
  }

  private func field(_ column: String) -> CSVField? {
    table.indices[column].map { table.fields[record.fields.lowerBound + $0] }
  }
}

extension Place {
  fileprivate init(in table: CSVTable, line: Int, offset: Int) {
    self = Text.place(
      in: table.bytes, file: table.file, line: line, offset: offset, table.showsExcerpts)
  }
}
