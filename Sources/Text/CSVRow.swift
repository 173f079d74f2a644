public import Units

/// One row of a table.
public struct CSVRow: Sendable {
  let table: CSVTable.Cut
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

  /// The whole number of the cell at a place among the columns; nothing when it is none.
  public func integer(_ index: Int) -> Int64? {
    let field = table.fields[record.fields.lowerBound + index]
    guard (1...18).contains(field.end - field.start) else { return Int64(self[index]) }
    var number: Int64 = 0
    for at in Int(field.start)..<Int(field.end) {
      let digit = table.bytes[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { return Int64(self[index]) }
      number = number * 10 + Int64(digit)
    }
    return number
  }

  /// Whether the cell at a place among the columns holds nothing.
  public func isEmpty(_ index: Int?) -> Bool {
    guard let index else { return true }
    let field = table.fields[record.fields.lowerBound + index]
    return field.start == field.end
  }

  /// Whether two rows have the same bytes at a place among the columns.
  public func agrees(with other: CSVRow, at index: Int?) -> Bool {
    guard let index else { return true }
    let (one, two) = (
      table.fields[record.fields.lowerBound + index],
      other.table.fields[other.record.fields.lowerBound + index]
    )
    guard one.end - one.start == two.end - two.start else { return false }
    for step in 0..<Int(one.end - one.start)
    where table.bytes[Int(one.start) + step] != other.table.bytes[Int(two.start) + step] {
      return false
    }
    return true
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
  fileprivate init(in table: CSVTable.Cut, line: Int, offset: Int) {
    self = Text.place(
      in: table.bytes, file: table.file, line: line, offset: offset, table.showsExcerpts)
  }
}
