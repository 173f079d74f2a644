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
  rows.turnFromOldToNew()
  let balances = try BankTableBalances(rows, head, hints, known, file)
  guard let closedOn = [head.day, rows.lines.last?.booked].compactMap(\.self).max() else {
    throw Refusals([Located(BankRefusal.fileHasNoStatement, at: Place(file: file))])
  }
  do throws(BankRefusal) {
    return try BankStatement(
      format: .table, account: head.account, name: "", openedOn: nil,
      closedOn: closedOn, opening: balances.opening, closing: balances.closing,
      lines: rows.lines, line: head.headingLine)
  } catch { throw Refusals([Located(error, at: Place(file: file, line: head.headingLine))]) }
}

/// The rows of a table, read piece by piece.
private func bankRows(_ head: BankTableHead, _ file: String) throws(Refusals) -> BankTableRows {
  var start = head.table.startIndex
  var stream = SpreadsheetStream(file: file, layout: BankTableHead.layout, excerpts: false) {
    defer { start = min(start + (1 << 18), head.table.endIndex) }
    return Array(head.table[start..<min(start + (1 << 18), head.table.endIndex)])
  }
  var cells = SpreadsheetCells()
  var rows = BankTableRows()
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

/// The rows of a table: the movements by themselves, for a statement takes them as they are.
struct BankTableRows {
  private(set) var lines: [BankLine] = []
  /// The balance beside each movement, if any.
  private(set) var balances: [Cents?] = []

  mutating func append(_ row: BankTableRow) {
    lines.append(row.line)
    balances.append(row.balance)
  }

  /// Turns rows that stand from new to old; without a movement there is no telling which way they stand.
  mutating func turnFromOldToNew() {
    guard isFromNewToOld else { return }
    lines.reverse()
    balances.reverse()
  }

  /// Whether days fall from row to row; of one day, whether the balances only follow from below.
  private var isFromNewToOld: Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    guard first.booked == last.booked, lines.count > 1 else { return first.booked > last.booked }
    guard let upper = balances[0], let lower = balances[1] else { return false }
    return upper == lower + lines[0].amount && lower != upper + lines[1].amount
  }
}

/// The balances around the movements of a table.
struct BankTableBalances {
  let opening: Cents
  let closing: Cents

  init(
    _ rows: BankTableRows, _ head: BankTableHead, _ hints: BankTableHints, _ known: Cents?,
    _ file: String
  ) throws(Refusals) {
    try Self.follow(rows, file)
    let sum = Cents(
      Int64(clamping: rows.lines.reduce(Int128(0)) { $0 + Int128($1.amount.units) }))
    let first = rows.lines.first.flatMap { line in rows.balances[0].map { $0 - line.amount } }
    let closing = hints.closing ?? rows.balances.last.flatMap(\.self) ?? head.balance
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
  private static func follow(_ rows: BankTableRows, _ file: String) throws(Refusals) {
    var faults: [any Refusal] = []
    for place in rows.lines.indices.dropFirst() {
      guard let earlier = rows.balances[place - 1], let told = rows.balances[place] else {
        continue
      }
      let expected = earlier + rows.lines[place].amount
      if told != expected {
        faults.append(
          Located(
            BankRefusal.balanceDoesNotFollow(told: told, expected: expected),
            at: Place(file: file, line: rows.lines[place].line)))
      }
    }
    guard faults.isEmpty else { throw Refusals(faults) }
  }
}
