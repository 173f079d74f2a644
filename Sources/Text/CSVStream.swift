/// A table read piece by piece, so that a file of any size takes the memory of one piece.
///
/// Each piece is a table of whole rows under the file's heading; lines are counted through.
public struct CSVStream {
  private let file: String
  private let required: [String]
  private let optional: [String]
  private let read: () throws -> [UInt8]
  private var heading: [UInt8] = []
  private var pending: [UInt8] = []
  private var linesRead = 0
  private var isAtEnd = false

  /// The bytes from which a piece is cut: enough for thousands of rows.
  private static let pieceBytes = 1 << 19

  /// A table whose bytes come block by block.
  ///
  /// - Parameter read: the next bytes of the file, none at its end.
  public init(
    file: String, required: [String], optional: [String] = [], read: @escaping () throws -> [UInt8]
  ) {
    self.file = file
    self.required = required
    self.optional = optional
    self.read = read
  }

  /// The next piece, or nothing after the last.
  ///
  /// - Throws: as reading a ``CSVTable``, and what reading bytes throws.
  /// - Complexity: O(bytes of the piece).
  public mutating func next() throws -> CSVTable? {
    guard let rows = try nextRows() else { return nil }
    let table = try CSVTable(
      reading: heading + rows, file: file, required: required, optional: optional,
      linesBefore: linesRead)
    linesRead += rows.count { $0 == .lineFeed }
    if heading.isEmpty {
      heading = Array(rows[..<(table.records.first.map { Int($0.start) } ?? rows.count)])
      linesRead -= heading.count { $0 == .lineFeed }
    }
    return table
  }

  /// Whole rows: up to the last line end that no quote holds open.
  private mutating func nextRows() throws -> [UInt8]? {
    while !isAtEnd {
      if pending.count >= CSVStream.pieceBytes, let end = endOfRows {
        let rows = Array(pending[..<end])
        pending.removeFirst(end)
        return rows
      }
      let block = try read()
      isAtEnd = block.isEmpty
      pending += block
    }
    guard !pending.isEmpty || heading.isEmpty && linesRead == 0 else { return nil }
    defer { pending = [] }
    // An empty file is a table without a heading, once.
    linesRead += pending.isEmpty ? 1 : 0
    return pending
  }

  /// Behind the last line end in what is pending that stands outside quotes.
  private var endOfRows: Int? {
    guard pending.contains(.quote) else {
      return pending.lastIndex(of: .lineFeed).map { $0 + 1 }
    }
    var quoted = false
    var end: Int?
    for (index, byte) in pending.enumerated() {
      if byte == .quote { quoted.toggle() }
      if byte == .lineFeed, !quoted { end = index + 1 }
    }
    return end
  }
}
