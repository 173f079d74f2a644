internal import Units

/// A spreadsheet's table read piece by piece, so that a file of any size takes the memory of one.
public struct SpreadsheetStream {
  private var pieces: SpreadsheetPieces
  private let read: () throws -> [UInt8]
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// The bytes from which a piece is cut: enough for thousands of rows.
  private static let pieceBytes = 1 << 19

  /// A table whose bytes come block by block.
  ///
  /// - Parameters:
  ///   - excerpts: whether places quote the line; not for files about people.
  ///   - read: the next bytes of the file, none at its end.
  public init(
    file: String, layout: SpreadsheetLayout, excerpts: Bool = true,
    read: @escaping () throws -> [UInt8]
  ) {
    pieces = SpreadsheetPieces(file: file, layout: layout, excerpts: excerpts)
    self.read = read
  }

  /// The next piece of whole rows, or nothing after the last.
  ///
  /// - Throws: ``Refusals`` for the file or its heading, and what reading bytes throws.
  /// - Complexity: O(bytes of the piece).
  public mutating func next() throws -> Spreadsheet? {
    while !isAtEnd {
      if pending.count >= SpreadsheetStream.pieceBytes, let end = endOfRows(pending) {
        let rows = Array(pending[..<end])
        pending.removeFirst(end)
        return try pieces.piece(of: rows)
      }
      let block = try read()
      isAtEnd = block.isEmpty
      pending += block
    }
    guard !pending.isEmpty || !pieces.hasHeading else { return nil }
    defer { pending = [] }
    return try pieces.piece(of: pending)
  }
}

/// Behind the last line end that stands outside quotes.
private func endOfRows(_ bytes: [UInt8]) -> Int? {
  var quoted = false
  var end: Int?
  for (index, byte) in bytes.enumerated() {
    if byte == .quote { quoted.toggle() }
    if byte == .lineFeed, !quoted { end = index + 1 }
  }
  return end
}

/// Cuts a file's bytes into tables: what is known of the file so far.
struct SpreadsheetPieces {
  let file: String
  let layout: SpreadsheetLayout
  let excerpts: Bool
  private var encoding = SpreadsheetEncoding()
  private var heading: SpreadsheetHeading?
  private var linesRead = 0

  init(file: String, layout: SpreadsheetLayout, excerpts: Bool) {
    self.file = file
    self.layout = layout
    self.excerpts = excerpts
  }

  /// Whether the heading was read.
  var hasHeading: Bool { heading != nil }

  /// The table of the next bytes, which are whole rows.
  mutating func piece(of bytes: [UInt8]) throws(Refusals) -> Spreadsheet {
    var rows = try decoded(bytes)
    let heading: SpreadsheetHeading
    if let known = self.heading {
      heading = known
    } else {
      heading = try readHeading(&rows)
      self.heading = heading
    }
    let piece = Spreadsheet(
      rows, heading, file: file, layout: layout, excerpts: excerpts, linesBefore: linesRead)
    linesRead += lineCount(rows[...])
    return piece
  }

  private mutating func decoded(_ bytes: [UInt8]) throws(Refusals) -> [UInt8] {
    guard bytes.count < UInt32.max else {
      throw Refusals([Located(CSVRefusal.fileIsTooLarge(bytes: bytes.count), file: file)])
    }
    var body = bytes
    if heading == nil {
      if let refusal = foreign(bytes) { throw Refusals([Located(refusal, file: file)]) }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { body = Array(bytes.dropFirst(3)) }
    }
    do { return try encoding.utf8(body) } catch {
      let line = linesRead + lineCount(body[..<error.offset]) + 1
      throw Refusals([
        Located(SpreadsheetRefusal.byteIsNoLetter(error.byte), at: Place(file: file, line: line))
      ])
    }
  }

  /// What the first bytes say the file is, when it is no CSV.
  private func foreign(_ bytes: [UInt8]) -> SpreadsheetRefusal? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .fileIsAWorkbook
    }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? .textIsUTF16 : nil
  }

  /// Takes the heading row off the bytes, with what stands before it.
  private mutating func readHeading(_ rows: inout [UInt8]) throws(Refusals) -> SpreadsheetHeading {
    var declared: UInt8?
    while true {
      let end = endOfRow(rows)
      let row = Array(rows[..<end])
      let sign = linesRead == 0 ? SpreadsheetHeading.declaredDelimiter(row[...]) : nil
      let isEmpty = row.allSatisfy { $0.isLineEnd || [0x20, 0x09, 0x2C, 0x3B].contains($0) }
      if !row.isEmpty, isEmpty || sign != nil {
        declared = sign ?? declared
        linesRead += lineCount(row[...])
        rows.removeFirst(end)
        continue
      }
      let heading = try SpreadsheetHeading(
        row, layout: layout, file: file, line: linesRead + 1, excerpts: excerpts,
        delimiter: declared)
      linesRead += lineCount(row[...])
      rows.removeFirst(end)
      return heading
    }
  }

  /// Behind the end of the first row.
  private func endOfRow(_ bytes: [UInt8]) -> Int {
    var quoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == .quote { quoted.toggle() }
      guard byte.isLineEnd, !quoted else { continue }
      let isPair =
        byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
      return index + (isPair ? 2 : 1)
    }
    return bytes.count
  }
}

/// The line ends in some bytes: a line feed, or a carriage return by itself.
private func lineCount(_ bytes: ArraySlice<UInt8>) -> Int {
  var count = 0
  var last: UInt8 = 0
  for byte in bytes {
    if byte == .lineFeed, last != .carriageReturn { count += 1 }
    if byte == .carriageReturn { count += 1 }
    last = byte
  }
  return count
}
