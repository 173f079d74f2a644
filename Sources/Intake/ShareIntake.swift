import Bookings
import Journal
public import Membership
public import Store
import Text
public import Units

/// What an import of movements did.
public struct SharesImport: Sendable {
  /// How many movements are new.
  public internal(set) var new = 0
  /// How many the book had already, with the same content.
  public internal(set) var known = 0
  /// The new movements, the first thousand of them.
  public internal(set) var movements: [RecordedMovement] = []

  /// How many new movements are listed at most.
  static let mostListed = 1000
}

/// Which table a file of the register is.
public enum SharesTable: Sendable {
  /// Movements of any kind.
  case movements
  /// The shares held when the book begins.
  case positions
}

/// Records movements of shares from a table and posts their entries: all of them or none.
///
/// They go in by date, those of one day in the order of the file; a table that is in order of date is
/// read piece by piece.
///
/// - Parameter open: opens the table from its beginning.
/// - Throws: ``Refusals`` with every reason against every movement, the first thousand at most.
/// - Complexity: O(n log n) time; the memory is that of the register's state for a table in order.
public func importShares(
  _ open: @escaping () throws -> EntryTable, as kind: SharesTable = .movements, to book: Book,
  now: Instant,
  rehearsing: Bool = false
) throws -> SharesImport {
  let rows = MovementRows(open, kind)
  let inOrder = try rows.areInOrder()
  let loading = try rows.bytes > bytesOfAnEvening
  return try book.write(at: now, rehearsing: rehearsing, loading: loading) { page in
    let session = try ShareSession(page)
    if inOrder {
      try rows.each { try session.take($0, at: $1()) }
    } else {
      var all: [(movement: Movement, place: Place)] = []
      try rows.each { all.append(($0, $1())) }
      let byDate = all.indices.sorted { (all[$0].movement.date, $0) < (all[$1].movement.date, $1) }
      for index in byDate { try session.take(all[index].movement, at: all[index].place) }
    }
    try session.finish()
    return session.result
  }
}

/// The same for a file that was read.
public func importShares(
  _ file: InputFile, as kind: SharesTable = .movements, to book: Book, now: Instant,
  rehearsing: Bool = false
) throws -> SharesImport {
  try importShares(
    {
      var rest: [UInt8]? = file.bytes
      return EntryTable(path: file.path) {
        defer { rest = nil }
        return rest ?? []
      }
    }, as: kind, to: book, now: now, rehearsing: rehearsing)
}

/// Records one movement, made from the statutes in force, and posts its entries.
///
/// - Throws: every reason against it.
public func record(
  in book: Book, now: Instant, rehearsing: Bool = false,
  _ make: (Statutes) throws -> Movement
) throws -> RecordedMovement {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let session = try ShareSession(page)
    return try session.record(make(session.statutes)).recorded
  }
}

/// Undoes a movement by a linked inverse: a new order number, and the exact inverse of its entries.
///
/// - Parameter day: when, else on the day it took effect or the first open day after it.
/// - Throws: ``MovementRefusal`` when it cannot be undone.
/// - Source: C. com. R228-9: what is registered is never struck out.
public func correctShares(
  _ reference: String, by name: String, on day: Day? = nil, reason: String, in book: Book,
  now: Instant,
  rehearsing: Bool = false
) throws -> RecordedMovement {
  try book.write(at: now, rehearsing: rehearsing) { page in
    try ShareSession(page).correct(reference, by: name, on: day, reason: reason)
  }
}

/// The rows of a table of movements, read as often as asked.
private struct MovementRows {
  private let open: () throws -> EntryTable
  private let kind: SharesTable

  init(_ open: @escaping () throws -> EntryTable, _ kind: SharesTable) {
    self.open = open
    self.kind = kind
  }

  private func pieces(_ body: (Spreadsheet) throws -> Void) throws {
    let table = try open()
    let layout = kind == .movements ? MovementsFile.layout : MovementsFile.positions
    var stream = SpreadsheetStream(file: table.path, layout: layout, read: table.read)
    while let piece = try stream.next() { try body(piece) }
  }

  /// How many bytes the table has, where that is known.
  var bytes: Int { get throws { try open().bytes } }

  private var reader: MovementReader {
    MovementReader(kind == .movements ? MovementsFile.layout : MovementsFile.positions)
  }

  /// Whether no row is dated before the one above it; a day that cannot be read is told of later.
  func areInOrder() throws -> Bool {
    var reader = reader
    var cells = SpreadsheetCells()
    var last: Day?
    var inOrder = true
    try pieces { piece in
      for row in piece.rows where inOrder {
        guard let day = reader.day(row, &cells) else { continue }
        inOrder = last.map { $0 <= day } ?? true
        last = day
      }
    }
    return inOrder
  }

  /// Hands over the movements, once every cell of them could be read.
  ///
  /// - Throws: ``Refusals`` with what could not be read.
  func each(_ body: (Movement, () -> Place) throws -> Void) throws {
    var reader = reader
    var cells = SpreadsheetCells()
    try pieces { piece in
      cells.take(piece)
      for row in piece.rows {
        guard let movement = reader.movement(row, &cells), cells.isSound else { continue }
        try body(movement) { row.place }
      }
    }
    try cells.finish()
  }
}
