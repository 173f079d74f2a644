public import Text
public import Units

extension MovementsFile {
  /// Reads the bytes of a file of movements, in the order of the file; the register judges them.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decode(
    _ bytes: [UInt8], file: String, layout: SpreadsheetLayout = MovementsFile.layout
  ) throws(Refusals) -> [(movement: Movement, place: Place)] {
    let table = try Spreadsheet(reading: bytes, file: file, layout: layout)
    var cells = SpreadsheetCells(table)
    var reader = MovementReader(layout)
    var found: [(movement: Movement, place: Place)] = []
    for row in table.rows {
      if let movement = reader.movement(row, &cells) { found.append((movement, row.place)) }
    }
    try cells.finish()
    return found
  }
}

/// Reads the rows of a table into movements.
public struct MovementReader {
  private let isPositions: Bool
  private var lastDate: (text: String, day: Day)?

  /// A reader of a layout: movements, or the positions a book begins with.
  public init(_ layout: SpreadsheetLayout) {
    isPositions = layout.name == MovementsFile.positions.name
  }

  /// The movement of a row, or nothing once its refusals are noted.
  public mutating func movement(
    _ row: SpreadsheetRow, _ cells: inout SpreadsheetCells
  ) -> Movement? {
    let date = day(row, &cells)
    let kind = isPositions ? .opening : kind(row, &cells)
    let member = number(row, "member", &cells)
    let namesOther = !row["counterparty"].isEmpty
    let counterparty = namesOther ? number(row, "counterparty", &cells) : nil
    let shares = whole(row, "shares", &cells)
    let amount = cents(row, "amount_cents", &cells)
    let reference = row["reference"]
    if reference.isEmpty { cells.refuse(MembershipRefusal.referenceIsMissing, row, "reference") }
    let more = particulars(row, &cells)
    guard let date, let kind, let member, let shares, let amount, let more,
      (counterparty != nil) == namesOther, !reference.isEmpty
    else { return nil }
    return Movement(
      date: date, kind: kind, member: member, counterparty: counterparty, shares: Shares(shares),
      amount: Cents(amount), reference: reference, more: more)
  }

  /// The day of a row; rows come day by day.
  public mutating func day(_ row: SpreadsheetRow, _ cells: inout SpreadsheetCells) -> Day? {
    let text = row["date"]
    if let lastDate, lastDate.text == text { return lastDate.day }
    guard let day = cells.day(row, "date") else { return nil }
    lastDate = (text, day)
    return day
  }

  private func kind(
    _ row: SpreadsheetRow, _ cells: inout SpreadsheetCells
  ) -> MovementKind? {
    MovementKind(rawValue: row["kind"])
      ?? cells.choice(row, "kind").flatMap { MovementKind(rawValue: $0) }
  }

  private func number(
    _ row: SpreadsheetRow, _ column: String, _ cells: inout SpreadsheetCells
  ) -> MemberNumber? {
    if let number = try? MemberNumber(row[column]) { return number }
    return cells.read(row, column) { try MemberNumber($0) }
  }

  /// A whole number; none of an empty cell.
  private func whole(
    _ row: SpreadsheetRow, _ column: String, _ cells: inout SpreadsheetCells
  ) -> Int64? {
    row[column].isEmpty ? 0 : cells.integer(row, column)
  }

  private func cents(
    _ row: SpreadsheetRow, _ column: String, _ cells: inout SpreadsheetCells
  ) -> Int64? {
    row[column].isEmpty ? 0 : cells.cents(row, column)?.units
  }

  /// What only some movements have; nothing at all when a cell of it cannot be read.
  private func particulars(
    _ row: SpreadsheetRow, _ cells: inout SpreadsheetCells
  ) -> MovementParticulars? {
    var more = MovementParticulars()
    var isSound = true
    func read<Value>(
      _ column: String, _ parse: (inout SpreadsheetCells) -> Value?
    ) -> Value? {
      guard row.has(column), !row[column].isEmpty else { return nil }
      let value = parse(&cells)
      if value == nil { isSound = false }
      return value
    }
    more.premium = read("premium_cents") { $0.cents(row, "premium_cents") } ?? .zero
    more.price = read("price_cents") { $0.cents(row, "price_cents") }
    more.subject = read("of") { _ in row["of"] }
    more.lot = read("tranche") { $0.integer(row, "tranche") }.map { Int(clamping: $0) }
    more.approved = read("approved") { $0.day(row, "approved") }
    more.due = read("due") { $0.day(row, "due") }
    more.effect = read("effective") { $0.day(row, "effective") }
    return isSound ? more : nil
  }
}
