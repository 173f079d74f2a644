public import Units

/// A table read from CSV: rows of text under a heading, every cell known by line and column.
///
/// Comma, or semicolon when the heading uses it; CRLF or LF; with or without a byte order mark.
/// Columns are found by name, in any order. Rows without any text are passed over. Cells are cut
/// out only when asked for, so a table costs its bytes and eight bytes a cell.
/// - Source: RFC 4180.
public struct CSVTable: Sendable {
  /// The path as the user named it.
  public var file: String { cut.file }
  /// The columns, as the heading orders them.
  public var columns: [String] { cut.columns }
  let records: [CSVRecord]
  let cut: Cut

  /// What all rows share: a row holds one reference to it.
  final class Cut: Sendable {
    let file: String
    let columns: [String]
    let bytes: [UInt8]
    let fields: [CSVField]
    let indices: [String: Int]
    let showsExcerpts: Bool
    let linesBefore: Int

    init(
      file: String, columns: [String], bytes: [UInt8], fields: [CSVField], showsExcerpts: Bool,
      linesBefore: Int
    ) {
      self.file = file
      self.columns = columns
      self.bytes = bytes
      self.fields = fields
      indices = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
      self.showsExcerpts = showsExcerpts
      self.linesBefore = linesBefore
    }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - excerpts: whether places quote the line; not for files about people.
  ///   - linesBefore: how many lines of the file stand between the heading and these rows.
  /// - Throws: every ``CSVRefusal`` found, each at its place.
  /// - Complexity: O(bytes).
  public init(
    reading bytes: [UInt8], file: String, required: [String], optional: [String] = [],
    excerpts: Bool = true, linesBefore: Int = 0
  ) throws(Refusals) {
    try Self.checkEncoding(bytes, file: file, linesBefore)
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let scanner = CSVScanner(bytes, from: start, delimiter: Self.delimiter(of: bytes, from: start))
    var refusals: [Located] = scanner.faults.map { fault in
      Located(
        fault.refusal,
        at: place(
          in: bytes, file: file, line: fault.line + linesBefore, offset: fault.offset, excerpts))
    }
    // After a fault in the heading, the first sound row is not the heading.
    guard let heading = scanner.records.first,
      scanner.faults.allSatisfy({ $0.offset > Int(heading.start) })
    else {
      if refusals.isEmpty { refusals.append(Located(CSVRefusal.headingIsMissing, file: file)) }
      throw Refusals(refusals)
    }
    let names = heading.fields.map { text(of: scanner.fields[$0], in: bytes).trimmed }
    cut = Cut(
      file: file, columns: names, bytes: bytes, fields: scanner.fields, showsExcerpts: excerpts,
      linesBefore: linesBefore)
    records = Array(scanner.records.dropFirst())
    refusals += faultsOfHeading(heading, required: required, known: required + optional)
    refusals += raggedRows()
    if !refusals.isEmpty { throw Refusals(refusals) }
  }

  /// The rows below the heading.
  public var rows: some RandomAccessCollection<CSVRow> & Sendable {
    records.lazy.map { [cut] in CSVRow(table: cut, record: $0) }
  }

  /// The place of a column among the columns, to ask many rows for the same one; nothing when the
  /// table has no such optional column.
  public func index(of column: String) -> Int? { cut.indices[column] }

  private func faultsOfHeading(
    _ heading: CSVRecord, required: [String], known: [String]
  ) -> [Located] {
    var faults: [Located] = []
    for (index, name) in columns.enumerated() {
      let field = cut.fields[heading.fields.lowerBound + index]
      let at = place(
        in: cut.bytes, file: file, line: heading.line, offset: Int(field.start), cut.showsExcerpts)
      if !known.contains(name) {
        faults.append(Located(CSVRefusal.columnIsUnknown(name, known: known), at: at))
      } else if columns.firstIndex(of: name) != index {
        faults.append(Located(CSVRefusal.columnIsRepeated(name), at: at))
      }
    }
    let missing = required.filter { cut.indices[$0] == nil }
    return faults
      + missing.map {
        Located(CSVRefusal.columnIsMissing($0), at: Place(file: file, line: heading.line))
      }
  }

  private func raggedRows() -> [Located] {
    records.filter { $0.fields.count != columns.count }.map { record in
      let last = cut.fields[
        record.fields.lowerBound + min(record.fields.count, columns.count + 1) - 1]
      return Located(
        CSVRefusal.rowIsRagged(cells: record.fields.count, columns: columns.count),
        at: place(
          in: cut.bytes, file: file, line: record.line + cut.linesBefore, offset: Int(last.start),
          cut.showsExcerpts))
    }
  }

  /// Semicolon when the heading row holds one outside quotes, else comma.
  private static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
    var quoted = false
    for byte in bytes[start...] {
      if byte == .quote { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: ";") { return byte }
      if byte == .lineFeed { break }
    }
    return UInt8(ascii: ",")
  }

  private static func checkEncoding(
    _ bytes: [UInt8], file: String, _ linesBefore: Int
  ) throws(Refusals) {
    guard bytes.count < UInt32.max else {
      throw Refusals([Located(CSVRefusal.fileIsTooLarge(bytes: bytes.count), file: file)])
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw Refusals([
      Located(
        CSVRefusal.textIsNotUTF8, at: Place(file: file, line: line.map { $0 + 1 + linesBefore }))
    ])
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension Located {
  init(_ reason: any Refusal, file: String) { self.init(reason, at: Place(file: file)) }
}

/// The text of a cell, its doubled quotes made single.
func text(of field: CSVField, in bytes: [UInt8]) -> String {
  let raw = bytes[Int(field.start)..<Int(field.end)]
  guard field.hasDoubledQuotes else { return String(decoding: raw, as: UTF8.self) }
  var single: [UInt8] = []
  var afterQuote = false
  for byte in raw {
    afterQuote = byte == .quote && !afterQuote
    if !afterQuote { single.append(byte) }
  }
  return String(decoding: single, as: UTF8.self)
}

/// The place of an offset in a file; `line` is that of the offset.
func place(
  in bytes: [UInt8], file: String, line: Int, offset: Int, _ excerpts: Bool
) -> Place {
  let before = bytes[..<offset].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
  let start = bytes[before...].starts(with: byteOrderMark) ? before + byteOrderMark.count : before
  let column = String(decoding: bytes[start..<max(start, offset)], as: UTF8.self).count + 1
  guard excerpts else { return Place(file: file, line: line, column: column) }
  let rest = bytes[start...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
  let excerpt = String(String(decoding: rest, as: UTF8.self).prefix(160))
  return Place(file: file, line: line, column: column, excerpt: excerpt)
}

extension String {
  /// Without the spaces and tabs at either end.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    let tail = drop(while: isBlank)
    return String(tail.prefix(tail.count - tail.reversed().prefix(while: isBlank).count))
  }
}
