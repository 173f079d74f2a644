import Foundation
import GRDB
import Intake
import Store
import TestSupport
import Units

/// A book founded from the tiny cooperative's statutes, filled as far as a test asks.
final class TinyBook {
  let folder: TemporaryFolder
  let path: String
  let book: Book
  let raw: DatabaseQueue

  /// How far the book is filled: each step needs the ones before it.
  enum Step: Int, Comparable {
    case founded, applied, members, shares, posted, produced

    static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
  }

  static let january = Month(year: 2025, monthOfYear: 1)
  static let februaryFile = file("nord-2025-02.csv", Tiny.readings("nord-1", january.next))

  init(_ step: Step = .shares) throws {
    folder = try TemporaryFolder()
    path = folder.path("book.soleil")
    _ = try found(
      bookAt: path, statutes: Self.file("statutes.toml", Tiny.statutes),
      secret: Array(repeating: 3, count: 32), now: Tiny.now)
    book = try Book(opening: path)
    raw = try DatabaseQueue(path: path)
    if step >= .applied { _ = try apply(Self.facts, to: book, now: Tiny.now) }
    if step >= .members { _ = try importMembers(Self.members, to: book, now: Tiny.now) }
    if step >= .shares { _ = try importShares(Self.shares, to: book, now: Tiny.now) }
    if step >= .posted { _ = try post(Self.entries, to: book, now: Tiny.now) }
    if step >= .produced {
      _ = try importProduction(Self.readings, to: book, options: ReadingOptions(), now: Tiny.now)
    }
  }

  static let facts = [file("sites.toml", Tiny.sites), file("contracts.toml", Tiny.contracts)]
  static let members = file("members.csv", Tiny.members)
  static let shares = file("shares.csv", Tiny.shares)
  static let entries = [file("entries.toml", Tiny.entries)]
  static let readings = ["nord-1", "sud-1"].flatMap { meter in
    [january, january.next].map { file("\(meter)-\($0).csv", Tiny.readings(meter, $0)) }
  }

  static func file(_ path: String, _ text: String) -> InputFile {
    InputFile(path: path, bytes: Array(text.utf8))
  }

  /// Every row of every table.
  func dump() throws -> [String: [String]] {
    try raw.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          (table, try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted())
        })
    }
  }

  /// The root of the log.
  func root() throws -> Digest {
    try book.write(at: Tiny.now, rehearsing: true) { $0.head.root }
  }

  func count(_ table: String) throws -> Int {
    try raw.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
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
