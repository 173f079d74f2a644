public import Units

/// One row of a table.
public struct CSVRow: Sendable {
  let table: CSVTable
  let record: CSVRecord

  /// The line the row begins on, counted from 1.
  public var line: Int { record.line }

  /// The text under a column; empty when the table has no such optional column.
  public subscript(column: String) -> String {
    field(column).map { text(of: $0, in: table.bytes) } ?? ""
  }

  /// Where the cell under a column stands; the row's beginning when there is no such column.
  public func place(of column: String) -> Place {
    let offset = field(column).map { Int($0.start) } ?? Int(record.start)
    let breaks = table.bytes[Int(record.start)..<offset].count { $0 == .lineFeed }
    return Units.Place(in: table, line: record.line + breaks, offset: offset)
  }

  /// Where the row begins.
  public var place: Place {
    Units.Place(in: table, line: record.line, offset: Int(record.start))
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
