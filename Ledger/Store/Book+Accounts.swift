import GRDB
import Journal
import Tables
import Text
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

  /// Opens an account of the chart under a label of one's own, before its first use.
  ///
  /// - Throws: ``JournalRefusal/accountIsUnknown(_:)`` for a number outside the chart,
  ///   ``JournalRefusal/accountIsOpen(_:label:)``, ``JournalRefusal/entryLacks(_:)`` for a label that
  ///   shows nothing.
  public func openAccount(_ number: String, french: String, english: String) throws {
    guard let unit = Chart.unit(ofAccount: number) else {
      throw JournalRefusal.accountIsUnknown(number)
    }
    let label = try String.fetchOne(
      db, sql: "SELECT label_fr FROM account WHERE number = ?", arguments: [number])
    if let label { throw JournalRefusal.accountIsOpen(number, label: label) }
    guard !french.isBlank, !english.isBlank else { throw JournalRefusal.entryLacks(.label) }
    try open(number, unit: unit, french: french, english: english)
    try record(
      event: "account-opened",
      ["account": .string(number), "labelFr": .string(french), "labelEn": .string(english)])
  }

  /// Closes an account from a day on, for good.
  ///
  /// - Throws: ``JournalRefusal/accountIsUnknown(_:)`` for one that is not open,
  ///   ``JournalRefusal/accountIsClosed(_:from:)``,
  ///   ``JournalRefusal/accountHasABalance(_:_:_:on:)`` when it stands at something then, or moves
  ///   afterwards.
  /// - Complexity: O(lines of the account).
  public func closeAccount(_ number: String, from day: Day) throws {
    guard let known = try reader.closing(ofAccount: number),
      let unit = Chart.unit(ofAccount: number)
    else { throw JournalRefusal.accountIsUnknown(number) }
    if let known { throw JournalRefusal.accountIsClosed(number, from: known) }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT coalesce(sum(debit - credit), 0) AS balance, coalesce(max(date), '') AS last
        FROM posting JOIN entry ON entry.id = posting.entry WHERE account = ? AND NOT restates
        """, arguments: [number])
    let balance: Int64 = row?["balance"] ?? 0
    let last: String = row?["last"] ?? ""
    // Charges and income begin anew with each fiscal year: they leave no balance behind.
    let isYearly = number.hasPrefix("6") || number.hasPrefix("7")
    guard balance == 0 || isYearly, last < day.description else {
      throw JournalRefusal.accountHasABalance(
        number, balance, unit, on: max(day, (try? Day(last)) ?? day))
    }
    try db.execute(
      sql: "UPDATE account SET closed_from = ? WHERE number = ?",
      arguments: [day.description, number])
    try record(
      event: "account-closed",
      ["account": .string(number), "from": .string(day.description)])
  }

  /// Records the nominal of a share from a day on: the capital accounts must agree with it.
  public func open(nominal: Cents, from day: Day) throws {
    try db.execute(
      sql: "INSERT INTO nominal (valid_from, cents) VALUES (?, ?)",
      arguments: [day.description, nominal.units])
  }

  /// Records the nominal of a share from a day on, unless the book has it.
  public func keep(nominal: Cents, from day: Day) throws {
    let known = try Int64.fetchOne(
      db, sql: "SELECT cents FROM nominal WHERE valid_from = ?", arguments: [day.description])
    if known != nominal.units { try open(nominal: nominal, from: day) }
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
