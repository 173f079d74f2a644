public import Agreements
import GRDB
public import Text
public import Units

/// What recording a fact did.
public enum FactChange: String, Sendable {
  /// The first version.
  case new
  /// A version that differs from the one known for its day.
  case changed
  /// Nothing: the book already says so.
  case same
}

extension BookReader {
  /// The facts in force on a day, as known at an instant: for each the version with the latest
  /// first day, and of these the one recorded last.
  ///
  /// - Complexity: O(n log n) in the number of versions.
  public func facts(on day: Day, knownAt instant: Instant? = nil) throws -> [Fact] {
    try rows(on: day, knownAt: instant, "kind <> '\(FactKind.sharedEnergy.rawValue)'").compactMap(
      fact)
  }

  /// The months of curves in force on a day, as known at an instant, by sharing and month: texts that are
  /// read when somebody asks, for years of them weigh more than all other facts.
  public func sharedMonths(
    on day: Day, knownAt instant: Instant? = nil
  ) throws -> [String: SharedSource] {
    let rows = try rows(on: day, knownAt: instant, "kind = '\(FactKind.sharedEnergy.rawValue)'")
    return Dictionary(
      rows.map { ($0["key"] as String, SharedSource.text($0["body"])) }
    ) { first, _ in first }
  }

  private func rows(
    on day: Day, knownAt instant: Instant?, _ condition: String
  ) throws -> [Row] {
    let known = instant?.seconds ?? Int64.max
    return try Row.fetchAll(
      db,
      sql: """
        SELECT kind, key, valid_from, body, origin FROM (
          SELECT *, row_number() OVER (
            PARTITION BY kind, key ORDER BY valid_from DESC, id DESC) AS rank
          FROM fact WHERE valid_from <= ? AND recorded_at <= ? AND \(condition))
        WHERE rank = 1 ORDER BY kind, key
        """, arguments: [day.description, known])
  }

  /// Every version of the facts of some kinds, as known at an instant: of those from the same day the
  /// one recorded last, by kind, key and first day.
  public func versions(of kinds: [FactKind], knownAt instant: Instant? = nil) throws -> [Fact] {
    let known = instant?.seconds ?? Int64.max
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, key, valid_from, body, origin FROM fact
        WHERE recorded_at <= ? AND kind IN (\(marks))
        GROUP BY kind, key, valid_from HAVING id = max(id) ORDER BY kind, key, valid_from
        """, arguments: StatementArguments([known] + kinds.map(\.rawValue)) ?? [])
    return try rows.compactMap(fact)
  }

  private func fact(_ row: Row) throws -> Fact? {
    let body: String = row["body"]
    guard let kind = FactKind(rawValue: row["kind"]) else { return nil }
    return Fact(
      kind: kind, key: row["key"], validFrom: try Day(row["valid_from"] as String),
      body: try JSON(reading: Array(body.utf8)), origin: row["origin"])
  }
}

extension BookReader {
  /// What the book says on the first day of a fact; nothing when it knows none.
  public func body(before fact: Fact) throws -> JSON? {
    try text(before: fact).map { try JSON(reading: Array($0.utf8)) }
  }

  /// What recording a fact would do.
  public func change(of fact: Fact) throws -> FactChange {
    guard let known = try text(before: fact) else { return .new }
    return known == fact.body.text ? .same : .changed
  }

  private func text(before fact: Fact) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT body FROM fact WHERE kind = ? AND key = ? AND valid_from <= ?
        ORDER BY valid_from DESC, id DESC LIMIT 1
        """, arguments: [fact.kind.rawValue, fact.key, fact.validFrom.description])
  }
}

extension BookWriter {
  /// Records a fact unless the book already says the same for that day.
  public func record(_ fact: Fact) throws -> FactChange {
    let change = try reader.change(of: fact)
    guard change != .same else { return change }
    try db.execute(
      sql: """
        INSERT INTO fact (kind, key, valid_from, body, origin, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        fact.kind.rawValue, fact.key, fact.validFrom.description, fact.body.text, fact.origin,
        now.seconds,
        try appendLeaf("fact", fact.leaf(recordedAt: now).canonical),
      ])
    return change
  }
}
