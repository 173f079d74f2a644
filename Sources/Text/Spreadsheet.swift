public import Units

/// Rows of a table as people keep it in Excel or LibreOffice, under a heading that was understood.
///
/// UTF-8 or Windows-1252; cells parted by semicolon, comma or tab, told from the heading; headings by
/// any name of their column. Rows without text and empty columns at the right are passed over.
public struct Spreadsheet: Sendable {
  let file: String
  let layout: SpreadsheetLayout
  let heading: SpreadsheetHeading
  let bytes: [UInt8]
  let fields: [CSVField]
  private(set) var records: [CSVRecord]
  let linesBefore: Int
  let showsExcerpts: Bool
  /// What is wrong with the form of rows and cells; ``SpreadsheetCells`` takes it in.
  public private(set) var faults: [Located] = []

  /// Reads a whole table.
  ///
  /// - Parameter excerpts: whether places quote the line; not for files about people.
  /// - Throws: what is wrong with the file or its heading; faults of rows are gathered apart.
  /// - Complexity: O(bytes).
  public init(
    reading bytes: [UInt8], file: String, layout: SpreadsheetLayout, excerpts: Bool = true
  ) throws(Refusals) {
    var reader = SpreadsheetPieces(file: file, layout: layout, excerpts: excerpts)
    self = try reader.piece(of: bytes)
  }

  init(
    _ bytes: [UInt8], _ heading: SpreadsheetHeading, file: String, layout: SpreadsheetLayout,
    excerpts: Bool, linesBefore: Int
  ) {
    let blanked = blankingTextSigns(bytes, delimiter: heading.delimiter)
    let scanner = CSVScanner(blanked, from: 0, delimiter: heading.delimiter)
    self.file = file
    self.layout = layout
    self.heading = heading
    self.bytes = blanked
    self.fields = scanner.fields
    self.linesBefore = linesBefore
    self.showsExcerpts = excerpts
    self.records = scanner.records.filter { record in
      record.fields.contains { !isBlank(blanked, scanner.fields[$0]) }
    }
    faults = scanner.faults.map {
      Located($0.refusal, at: place(line: $0.line + linesBefore, offset: $0.offset))
    }
    let all = records
    records = all.indices.filter { noteForm(all[$0]) && noteLength(all, $0) }.map { all[$0] }
  }

  /// The rows, those that sum up others left out.
  public var rows: some RandomAccessCollection<SpreadsheetRow> & Sendable {
    records.indices.lazy.map { SpreadsheetRow(table: self, record: records[$0]) }
  }

  func place(line: Int, offset: Int) -> Place {
    Text.place(in: bytes, file: file, line: line, offset: offset, showsExcerpts)
  }

  /// Notes a row that lacks cells at its end, unless its neighbour lacks as many.
  ///
  /// Excel leaves out what is empty at the end of sixteen rows together; a row that lost a cell by
  /// itself may have all the others under wrong headings.
  /// - Source: Microsoft Knowledge Base, article 77295.
  private mutating func noteLength(_ all: [CSVRecord], _ index: Int) -> Bool {
    let cells = all[index].fields.count
    let needed = (heading.titles.lastIndex { !$0.isEmpty } ?? 0) + 1
    let neighbours = [index - 1, index + 1].filter(all.indices.contains)
    guard cells < needed, !neighbours.contains(where: { all[$0].fields.count == cells }) else {
      return true
    }
    let last = fields[all[index].fields.upperBound - 1]
    faults.append(
      Located(
        CSVRefusal.rowIsRagged(cells: cells, columns: heading.titles.count),
        at: place(line: all[index].line + linesBefore, offset: Int(last.start))))
    return false
  }

  /// Notes what no cell of any row may be, whatever its column.
  ///
  /// - Returns: whether the row is one of the table, not a sum of others.
  private mutating func noteForm(_ record: CSVRecord) -> Bool {
    let titles = heading.titles
    var isFirst = true
    for (index, place) in record.fields.enumerated() {
      let field = fields[place]
      guard !isBlank(bytes, field) else { continue }
      if index >= titles.count || titles[index].isEmpty {
        note(SpreadsheetRefusal.cellHasNoHeading, record, field, nil)
        continue
      }
      let first = bytes[Int(field.start)...].first { $0 != UInt8(ascii: " ") } ?? 0
      if isFirst, isLetter(first) {
        let word = plainText(text(of: field, in: bytes))
        if isTotal(word) {
          note(SpreadsheetRefusal.rowIsATotal(word), record, field, index)
          return false
        }
      }
      isFirst = false
      if first == UInt8(ascii: "#") {
        let word = plainText(text(of: field, in: bytes))
        if isErrorMark(word) { note(SpreadsheetRefusal.cellIsAnError(word), record, field, index) }
      } else if (48...57).contains(first),
        isScientific(plainText(text(of: field, in: bytes)))
      {
        note(SpreadsheetRefusal.numberIsScientific, record, field, index)
      }
    }
    return true
  }

  private mutating func note(
    _ refusal: SpreadsheetRefusal, _ record: CSVRecord, _ field: CSVField, _ column: Int?
  ) {
    let breaks = bytes[Int(record.start)..<Int(field.start)].count { $0 == .lineFeed }
    let reason: any Refusal = column.map { InCell(refusal, under: heading.titles[$0]) } ?? refusal
    faults.append(
      Located(
        reason, at: place(line: record.line + linesBefore + breaks, offset: Int(field.start))))
  }
}

/// One row of a spreadsheet.
public struct SpreadsheetRow: Sendable {
  let table: Spreadsheet
  let record: CSVRecord

  /// The line the row begins on, counted from 1.
  public var line: Int { record.line + table.linesBefore }

  /// The text under a column, without what spreadsheets put around it; empty when the column or the
  /// cell is not there.
  public subscript(column: String) -> String {
    field(column).map { plainText(text(of: $0, in: table.bytes)) } ?? ""
  }

  /// Where the cell under a column stands; the row's beginning when there is none.
  public func place(of column: String) -> Place {
    let offset = field(column).map { Int($0.start) } ?? Int(record.start)
    let breaks = table.bytes[Int(record.start)..<offset].count { $0 == .lineFeed }
    return table.place(line: line + breaks, offset: offset)
  }

  /// Where the row begins.
  public var place: Place { table.place(line: line, offset: Int(record.start)) }

  /// The heading over a column as the file writes it, or its canonical name.
  public func heading(of column: String) -> String {
    table.heading.indices[column].map { table.heading.titles[$0] } ?? column
  }

  /// Whether the table has the column.
  public func has(_ column: String) -> Bool { table.heading.indices[column] != nil }

  private func field(_ column: String) -> CSVField? {
    guard let index = table.heading.indices[column], index < record.fields.count else { return nil }
    return table.fields[record.fields.lowerBound + index]
  }
}

private func isBlank(_ bytes: [UInt8], _ field: CSVField) -> Bool {
  // A no-break space is C2 A0, a narrow one E2 80 AF: no text, wherever they stand alone.
  bytes[Int(field.start)..<Int(field.end)].allSatisfy {
    [0x20, 0x09, 0xC2, 0xA0, 0x0D, 0x0A].contains($0)
  }
}

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (65...122).contains(byte) }

/// Whether a spreadsheet calls a row of sums so.
private func isTotal(_ text: String) -> Bool {
  let word = folded(text)
  return [
    "total", "totaux", "totals", "totalgeneral", "grandtotal", "soustotal", "subtotal", "somme",
    "sum",
  ].contains(word)
}

/// Whether a formula failed, or a column was too narrow for its number.
private func isErrorMark(_ text: String) -> Bool {
  text.allSatisfy { $0 == "#" } || text.hasSuffix("!") || text.hasSuffix("?") || text == "#N/A"
}

/// Whether the text is a number like `3,07E+13`.
func isScientific(_ text: String) -> Bool {
  let parts = text.utf8.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e")
  }
  guard parts.count == 2, let sign = parts[1].first,
    sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
  else { return false }
  func areDigits(_ part: Substring.UTF8View.SubSequence) -> Bool {
    !part.isEmpty && part.allSatisfy { (48...57).contains($0) }
  }
  let mantissa = parts[0].split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
  }
  return areDigits(parts[1].dropFirst()) && mantissa.count <= 2 && mantissa.allSatisfy(areDigits)
}

/// The text of a cell without what spreadsheets put around it: spaces of any width, the apostrophe
/// or `="…"` that keep digits from being taken for a number.
func plainText(_ cell: String) -> String {
  var text = trimmedWide(cell)[...]
  if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 {
    text = text.dropFirst(2).dropLast()
  } else if text.utf8.first == UInt8(ascii: "'"), let next = text.utf8.dropFirst().first,
    (48...57).contains(next) || "=+-@".utf8.contains(next)
  {
    text = text.dropFirst()
  }
  return String(text)
}

/// Without spaces of any width at either end.
private func trimmedWide(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last,
    first <= 0x20 || last <= 0x20 || first >= 0xC2 || last >= 0x80
  else { return text }
  let isSpace: (Unicode.Scalar) -> Bool = {
    $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
  }
  let scalars = Array(text.unicodeScalars)
  guard let start = scalars.firstIndex(where: { !isSpace($0) }),
    let end = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  var trimmed = String.UnicodeScalarView()
  trimmed.append(contentsOf: scalars[start...end])
  return String(trimmed)
}
