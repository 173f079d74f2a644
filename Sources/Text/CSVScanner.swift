internal import Units

/// One cell: where its bytes stand, without the quotes around it.
struct CSVField {
  let start: UInt32
  let end: UInt32
  /// Whether doubled quotes stand inside.
  var hasDoubledQuotes = false
}

/// One row: its cells and where it begins.
struct CSVRecord {
  let line: Int
  let start: UInt32
  let fields: Range<Int>
}

/// Cuts bytes into rows and cells after RFC 4180; rows without any text are passed over.
///
/// A fault is noted and the scan goes on at the next row, so that one reading shows them all.
struct CSVScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  private(set) var fields: [CSVField] = []
  private(set) var records: [CSVRecord] = []
  private(set) var faults: [(refusal: CSVRefusal, line: Int, offset: Int)] = []
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8], from start: Int, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = start
    fields.reserveCapacity(bytes.count / 8)
    while position < bytes.count { scanRow() }
  }

  private mutating func scanRow() {
    let (start, firstField, firstLine, faultsBefore) = (position, fields.count, line, faults.count)
    if !scanPlainRow() {
      position = start
      fields.removeSubrange(firstField...)
      repeat { scanField() } while takeDelimiter()
      takeLineEnd()
      noteControl(from: start, line: firstLine)
    }
    let range = firstField..<fields.count
    let isEmpty = fields[range].allSatisfy { $0.start == $0.end }
    guard !isEmpty, faults.count == faultsBefore else {
      return fields.removeSubrange(range)
    }
    records.append(CSVRecord(line: firstLine, start: UInt32(start), fields: range))
  }

  /// Cuts a row of a whole line without quotes and controls, as nearly all are; false at any other.
  private mutating func scanPlainRow() -> Bool {
    let (kept, delimiter) = (bytes, delimiter)
    let bytes = kept.span
    var at = position
    var start = at
    while at < bytes.count {
      let byte = unsafe bytes[unchecked: at]
      at += 1
      if byte == delimiter || byte == .lineFeed {
        fields.append(CSVField(start: UInt32(start), end: UInt32(at - 1)))
        start = at
        guard byte == .lineFeed else { continue }
        position = at
        line += 1
        return true
      }
      guard byte >= 0x20, byte != .quote, byte != 0x7F else { return false }
    }
    return false
  }

  private mutating func scanField() {
    if position < bytes.count, bytes[position] == .quote { return scanQuoted() }
    let start = position
    while position < bytes.count, !endsCell(bytes[position]) {
      if bytes[position] == .quote { note(.quoteStandsInsideACell) }
      position += 1
    }
    fields.append(CSVField(start: UInt32(start), end: UInt32(position)))
  }

  private mutating func scanQuoted() {
    let opening = (line: line, offset: position)
    position += 1
    let start = position
    var doubled = false
    while position < bytes.count {
      if bytes[position] == .lineFeed { line += 1 }
      if bytes[position] == .quote {
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
        doubled = true
        position += 1
      }
      position += 1
    }
    fields.append(
      CSVField(start: UInt32(start), end: UInt32(position), hasDoubledQuotes: doubled))
    guard position < bytes.count else {
      return faults.append((.quoteIsNeverClosed, opening.line, opening.offset))
    }
    position += 1
    guard position < bytes.count, !endsCell(bytes[position]) else { return }
    note(.textFollowsAQuote)
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private mutating func takeDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    if position < bytes.count, bytes[position] == .carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == .lineFeed { position += 1 }
    line += 1
  }

  /// Notes the first control character of a row: a file of them is told of row by row.
  private mutating func noteControl(from start: Int, line: Int) {
    let row = bytes[start..<position]
    guard let offset = row.firstIndex(where: \.isControlInCell) else { return }
    let breaks = row[..<offset].count { $0 == .lineFeed }
    faults.append((.cellHasControlCharacter(bytes[offset]), line + breaks, offset))
  }

  private mutating func note(_ refusal: CSVRefusal) { faults.append((refusal, line, position)) }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
