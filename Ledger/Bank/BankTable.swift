import Text
public import Units

/// What the treasurer says of a table that the table does not say itself.
public struct BankTableHints: Hashable, Sendable {
  /// The balance before its first movement.
  public var opening: Cents?
  /// The balance after its last one.
  public var closing: Cents?

  /// Nothing, or some of it.
  public init(opening: Cents? = nil, closing: Cents? = nil) {
    self.opening = opening
    self.closing = closing
  }
}

/// Reads a table as the web sites of French banks export it.
///
/// Lines above the heading are read for a balance and its date, as *La Banque Postale* and *Crédit
/// agricole* write them; a column of balances is followed row by row, as *Crédit mutuel* writes it. Rows
/// may stand from old to new or from new to old.
///
/// - Parameters:
///   - hints: the balances, where the file tells none.
///   - known: the balance at which the book's own lines of the account end, if it has any.
/// - Throws: ``Refusals`` with every fault at its line.
/// - Complexity: O(bytes).
public func readBankTable(
  _ bytes: [UInt8], file: String, hints: BankTableHints = BankTableHints(), known: Cents? = nil
) throws(Refusals) -> BankStatement {
  let head = try BankTableHead(bytes, file: file)
  var rows = try bankRows(head, file)
  // Without a movement there is no telling which way they stand.
  if let first = rows.first, let last = rows.last, isFromNewToOld(first, last, rows) {
    rows.reverse()
  }
  let balances = try BankTableBalances(rows, head, hints, known, file)
  guard let closedOn = [head.day, rows.last?.line.booked].compactMap(\.self).max() else {
    throw Refusals([Located(BankRefusal.fileHasNoStatement, at: Place(file: file))])
  }
  do throws(BankRefusal) {
    return try BankStatement(
      format: .table, account: head.account, name: "", openedOn: nil,
      closedOn: closedOn, opening: balances.opening, closing: balances.closing,
      lines: rows.map(\.line),
      line: head.headingLine)
  } catch { throw Refusals([Located(error, at: Place(file: file, line: head.headingLine))]) }
}

/// The rows of a table, read piece by piece.
private func bankRows(_ head: BankTableHead, _ file: String) throws(Refusals) -> [BankTableRow] {
  var start = head.table.startIndex
  var stream = SpreadsheetStream(file: file, layout: BankTableHead.layout, excerpts: false) {
    defer { start = min(start + (1 << 18), head.table.endIndex) }
    return Array(head.table[start..<min(start + (1 << 18), head.table.endIndex)])
  }
  var cells = SpreadsheetCells()
  var rows: [BankTableRow] = []
  do {
    while let table = try stream.next() {
      cells.take(table)
      for row in table.rows {
        if let read = BankTableRow(row, &cells) { rows.append(read) }
      }
    }
  } catch let refusals as Refusals { throw refusals } catch {
    throw Refusals([Located(BankRefusal.headingIsNotFound, at: Place(file: file))])
  }
  try cells.finish()
  return rows
}

/// A row of a table.
struct BankTableRow {
  let line: BankLine
  /// The balance that stands beside it, if any.
  let balance: Cents?

  init?(_ row: SpreadsheetRow, _ cells: inout SpreadsheetCells) {
    let booked = cells.day(row, "date")
    let valued = row["value_date"].isEmpty ? nil : cells.day(row, "value_date")
    balance = row["balance_cents"].isEmpty ? nil : cells.cents(row, "balance_cents")
    guard let amount = BankTableRow.amount(row, &cells), let booked else { return nil }
    line = BankLine(
      booked: booked, valued: valued, amount: amount, reference: oneLine(row["reference"]),
      party: oneLine(row["party"]),
      text: oneLine(BankTableRow.text(row)), line: row.line)
  }

  private static func text(_ row: SpreadsheetRow) -> String {
    let details = row["details"]
    return details.isEmpty ? row["label"] : "\(row["label"]) \(details)"
  }

  /// One signed column, or one for each side; what went out may stand with or without its sign.
  private static func amount(_ row: SpreadsheetRow, _ cells: inout SpreadsheetCells) -> Cents? {
    let sides = BankTableRow.sides.filter { !row[$0].isEmpty }
    guard sides.count == 1 || sides.count == 2 && isZero(row, sides, &cells) else {
      cells.refuse(BankRefusal.rowHasNotOneAmount, row)
      return nil
    }
    let told = sides.compactMap { side in cells.cents(row, side).map { (side, $0) } }
    guard let (side, amount) = told.first(where: { $0.1 != .zero }) else {
      if told.count == sides.count { cells.refuse(BankRefusal.rowHasNotOneAmount, row) }
      return nil
    }
    return side == "debit_cents" ? Cents(-abs(amount.units)) : amount
  }

  private static let sides = ["amount_cents", "debit_cents", "credit_cents"]

  private static func isZero(
    _ row: SpreadsheetRow, _ sides: [String], _ cells: inout SpreadsheetCells
  ) -> Bool { sides.contains { side in folded(row[side]).allSatisfy { $0 == "0" } } }
}

/// Whether days fall from row to row; of one day, whether the balances only follow from below.
private func isFromNewToOld(
  _ first: BankTableRow, _ last: BankTableRow, _ rows: [BankTableRow]
) -> Bool {
  guard first.line.booked == last.line.booked, rows.count > 1 else {
    return first.line.booked > last.line.booked
  }
  guard let upper = rows[0].balance, let lower = rows[1].balance else { return false }
  return upper == lower + rows[0].line.amount && lower != upper + rows[1].line.amount
}

/// The balances around the movements of a table.
struct BankTableBalances {
  let opening: Cents
  let closing: Cents

  init(
    _ rows: [BankTableRow], _ head: BankTableHead, _ hints: BankTableHints, _ known: Cents?,
    _ file: String
  ) throws(Refusals) {
    try Self.follow(rows, file)
    let sum = Cents(
      Int64(clamping: rows.reduce(Int128(0)) { $0 + Int128($1.line.amount.units) }))
    let first = rows.first.flatMap { row in row.balance.map { $0 - row.line.amount } }
    let closing = hints.closing ?? rows.last?.balance ?? head.balance
    let opening = hints.opening ?? first ?? closing.map { $0 - sum } ?? known
    guard let opening else {
      throw Refusals([
        Located(BankRefusal.balanceIsNotTold, at: Place(file: file, line: head.headingLine))
      ])
    }
    self.opening = opening
    // With neither, nothing would be proved: what the book knows is no word of the bank.
    guard let closing = closing ?? hints.opening.map({ $0 + sum }) else {
      throw Refusals([
        Located(BankRefusal.balanceIsNotTold, at: Place(file: file, line: head.headingLine))
      ])
    }
    self.closing = closing
  }

  /// Each balance is the one before it plus the movement.
  private static func follow(_ rows: [BankTableRow], _ file: String) throws(Refusals) {
    var faults: [any Refusal] = []
    for (before, row) in zip(rows, rows.dropFirst()) {
      guard let earlier = before.balance, let told = row.balance else { continue }
      let expected = earlier + row.line.amount
      if told != expected {
        faults.append(
          Located(
            BankRefusal.balanceDoesNotFollow(told: told, expected: expected),
            at: Place(file: file, line: row.line.line)))
      }
    }
    guard faults.isEmpty else { throw Refusals(faults) }
  }
}
