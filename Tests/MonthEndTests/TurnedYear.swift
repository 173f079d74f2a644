import GRDB
import Intake
import Journal
import MonthEnd
import Seal
import Store
import TestSupport
import Units
import YearEnd

/// The tiny cooperative with a first fiscal year of two months, January and February 2025.
final class TurnedYear {
  let open: OpenBook
  let turn: YearTurn
  let raw: DatabaseQueue

  static let march = Month(year: 2025, monthOfYear: 3)

  /// - Parameter closed: how many months are closed, two for the whole year.
  init(closed: Int = 2, yearClosed: Bool = true) throws {
    open = try OpenBook.tiny(statutes: Tiny.shortYear)
    turn = YearTurn(book: open.book, now: Tiny.now)
    raw = try DatabaseQueue(path: open.folder.path("book.soleil"))
    for month in ClosedBook.months.prefix(closed) { try close(month) }
    if yearClosed { _ = try turn.close("2025") }
  }

  func close(_ month: Month) throws {
    _ = try open.monthEnd.close(month, signer: TestSigner.shared.get())
  }

  /// Appropriates by a resolution of these lines; papers beside it by name.
  @discardableResult
  func appropriate(
    _ lines: String, _ reference: String = "AG-1", on date: String = "2025-03-20",
    kind: String = "annual", papers: [String: String] = [:], rehearsing: Bool = false
  ) throws -> Appropriated {
    let text = """
      format = "soleil-resolution/1"
      kind = "\(kind)"
      reference = "\(reference)"
      date = \(date)
      \(lines)
      """
    let file = InputFile(path: "assemblee/ag.toml", bytes: Array(text.utf8))
    return try turn.appropriate("2025", file, rehearsing: rehearsing) { name in
      guard let paper = papers[name] else {
        throw StoreRefusal.fileCannotBeOpened(name, reason: "ENOENT")
      }
      return InputFile(path: name, bytes: Array(paper.utf8))
    }
  }

  /// Debits minus credits by a name, as raw SQL finds them.
  func sums(_ sql: String) throws -> [String: Int64] {
    try raw.read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(db, sql: sql).map { ($0[0] as String, $0[1] as Int64) })
    }
  }

  /// Every row of every table.
  func dump() throws -> [String: [String]] {
    try raw.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          (table, try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted())
        })
    }
  }
}

/// Every code of what a block refuses, in order; empty when it goes through.
func codes(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch let refusals as Refusals {
    return refusals.all.map(\.code)
  } catch let refusal as any Refusal {
    return [refusal.code]
  } catch { return ["\(error)"] }
}
