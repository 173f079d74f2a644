import GRDB
import Units

extension Examination {
  /// What SQLite itself has to say: pages, indexes, types, constraints, foreign keys.
  func file(_ result: inout SoundnessResult) throws {
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(50)") where line != "ok" {
      result.note(.fileIsDamaged(line))
    }
    let orphans = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try orphans.next() {
      result.note(.rowHasNoParent(table: row[0], parent: row[2]))
    }
  }

  /// The schema against the one that this version lays into an empty database, object by object.
  func schema(_ result: inout SoundnessResult) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found == Schema.newest else {
      return result.note(.schemaIsOlder(found: found, newest: Schema.newest))
    }
    let expected = try DatabaseQueue().write { fresh in
      try Schema.lay(fresh)
      return try Self.objects(fresh)
    }
    let there = try Self.objects(db)
    result.count(.objects, there.count)
    for object in Set(expected.keys).union(there.keys).sorted(by: { $0.place < $1.place }) {
      switch (expected[object], there[object]) {
      case (nil, _): result.note(.objectIsForeign(object))
      case (_, nil): result.note(.objectIsMissing(object))
      case (let expected?, let there?):
        if expected != there { result.note(.objectIsAltered(object)) }
      }
    }
  }

  /// What each object was laid with; a renaming may have put quotes around names.
  private static func objects(_ db: Database) throws -> [BookFault.SchemaObject: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return Dictionary(
      rows.map { row in
        (
          BookFault.SchemaObject(type: row[0], name: row[1]),
          "\(row[2] as String) \(row[3] as String)".filter { $0 != "\"" }
        )
      }, uniquingKeysWith: { $0 + $1 })
  }
}

extension BookFault.SchemaObject {
  fileprivate var place: String { "\(type) \(name)" }
}
