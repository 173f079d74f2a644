public import Text
public import Units

/// The columns of `shares.csv`.
public enum MovementsFile {
  /// The columns a file must have.
  public static let required = ["date", "kind", "member", "shares", "amount_cents", "reference"]
  /// The columns a file may have.
  public static let optional = ["counterparty"]

  /// Reads the bytes of a file of movements.
  ///
  /// - Throws: every refusal of the file, each at its place.
  public static func decode(
    _ bytes: [UInt8], file: String
  ) throws(Refusals) -> [(movement: Movement, place: Place)] {
    try decodeMovements(
      CSVTable(reading: bytes, file: file, required: required, optional: optional))
  }
}

/// Reads movements of shares, in the order of the file; the register judges them.
///
/// - Throws: every refusal of the file, each at its place.
public func decodeMovements(
  _ table: CSVTable
) throws(Refusals) -> [(movement: Movement, place: Place)] {
  var cells = Cells()
  var found: [(movement: Movement, place: Place)] = []
  for row in table.rows {
    if let movement = cells.movement(row) { found.append((movement, row.place)) }
  }
  try cells.finish()
  return found
}

extension Cells {
  fileprivate mutating func movement(_ row: CSVRow) -> Movement? {
    let date = read(row, "date", Day.init(_:))
    let kind = read(row, "kind") { (text) throws(MembershipRefusal) in
      guard let kind = MovementKind(rawValue: text) else {
        throw MembershipRefusal.movementKindIsUnknown(text)
      }
      return kind
    }
    let member = read(row, "member", MemberNumber.init)
    let namesOther = !row["counterparty"].isEmpty
    let counterparty = namesOther ? read(row, "counterparty", MemberNumber.init) : nil
    let shares = read(row, "shares", wholeNumber)
    let amount = read(row, "amount_cents", wholeNumber)
    if row["reference"].isEmpty { refuse(.referenceIsMissing, row, "reference") }
    guard let date, let kind, let member, let shares, let amount,
      (counterparty != nil) == namesOther
    else { return nil }
    return Movement(
      date: date, kind: kind, member: member, counterparty: counterparty, shares: Shares(shares),
      amount: Cents(amount), reference: row["reference"])
  }
}

private func wholeNumber(_ text: String) throws(UnitRefusal) -> Int64 {
  try parseFixed(text, decimals: 0)
}
