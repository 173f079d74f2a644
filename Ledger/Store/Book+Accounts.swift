import GRDB
import Journal
public import Units

extension BookWriter {
  /// Opens an account with a label of its own; one that is open keeps its label.
  public func open(_ number: String, unit: Unit, french: String, english: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO account (number, unit, label_fr, label_en) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [number, unit.rawValue, french, english])
  }

  /// Records the nominal of a share from a day on: the capital accounts must agree with it.
  public func open(nominal: Cents, from day: Day) throws {
    try db.execute(
      sql: "INSERT INTO nominal (valid_from, cents) VALUES (?, ?)",
      arguments: [day.description, nominal.units])
  }
}

extension BookReader {
  /// When an open account is closed, if ever; nothing at all for one that is not open.
  func closing(ofAccount number: String) throws -> Day?? {
    let statement = try db.cachedStatement(
      sql: "SELECT closed_from FROM account WHERE number = ?")
    guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
    return .some(try (row["closed_from"] as String?).map { try Day($0) })
  }
}
