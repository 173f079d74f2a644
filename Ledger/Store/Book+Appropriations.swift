import GRDB
public import Journal
public import Membership
public import Text
public import Units
public import YearEnd

/// A meeting's decision on a fiscal year's result as the book keeps it.
public struct StoredAppropriation: Hashable, Sendable {
  /// Its kind.
  public let kind: Resolution.Kind
  /// Its number within the year and the kind, from 1.
  public let sequence: Int
  /// The day of the meeting.
  public let decidedOn: Day
  /// The reference of the resolution.
  public let reference: String
  /// What was decided, and the digests of the papers.
  public let body: JSON
  /// The entry; nothing when no amount moved.
  public let entry: EntryReference?
}

extension BookReader {
  /// What was decided on a fiscal year's result, in order.
  public func appropriations(of year: FiscalYear) throws -> [StoredAppropriation] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, sequence, decided_on, reference, body, \(EntryReference.columns)
        FROM appropriation LEFT JOIN entry ON entry.id = appropriation.entry
        LEFT JOIN fiscal_year ON first = entry.fiscal_year
        WHERE appropriation.fiscal_year = ? ORDER BY kind, sequence
        """,
      arguments: [year.first.description])
    return try rows.compactMap { row in
      guard let kind = Resolution.Kind(rawValue: row["kind"]) else { return nil }
      return StoredAppropriation(
        kind: kind, sequence: row["sequence"], decidedOn: try Day(row["decided_on"] as String),
        reference: row["reference"],
        body: try JSON(reading: Array((row["body"] as String).utf8)),
        entry: EntryReference(row))
    }
  }

  /// What each member was paid in advance of a fiscal year's dividend.
  public func advances(of year: FiscalYear) throws -> [MemberNumber: Cents] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT substr(auxiliary, 8) AS member, sum(credit) AS cents
        FROM appropriation JOIN posting USING (entry)
        WHERE fiscal_year = ? AND kind = 'interim' AND account = '457000' GROUP BY auxiliary
        """, arguments: [year.first.description])
    return try Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (try MemberNumber(row["member"] as String), Cents(row["cents"]))
      })
  }
}

extension BookWriter {
  /// Posts the entry of a decision, attaches its papers, and records the decision.
  ///
  /// - Parameter draft: the entry; nothing when no amount moves.
  /// - Parameter papers: the resolution, and what else it rests on.
  /// - Returns: the name of the entry.
  /// - Throws: ``JournalRefusal``.
  public func record(
    _ resolution: Resolution, of year: FiscalYear, sequence: Int, body: JSON,
    entry draft: DraftEntry?, papers: [(name: String, bytes: [UInt8])]
  ) throws -> EntryReference? {
    try open(year)
    if let draft { try post(Entry(checking: draft)) }
    let entry = try draft.flatMap { try reader.entry(key: $0.key) }
    for paper in papers {
      if let entry { _ = try attach(paper.name, paper.bytes, to: entry.reference) }
    }
    let leaf = appropriationLeaf(
      first: year.first.description, kind: resolution.kind.rawValue, sequence: Int64(sequence),
      decidedOn: resolution.date.description, reference: resolution.reference, body: body,
      entry: entry?.id, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO appropriation (fiscal_year, kind, sequence, decided_on, reference, body, entry,
          recorded_at, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        year.first.description, resolution.kind.rawValue, sequence, resolution.date.description,
        resolution.reference, body.text, entry?.id, now.seconds,
        try appendLeaf("appropriation", leaf.canonical),
      ])
    return entry?.reference
  }
}

/// A decision as a leaf of the log, from the columns of its row.
func appropriationLeaf(
  first: String, kind: String, sequence: Int64, decidedOn: String, reference: String, body: JSON,
  entry: Int64?, recordedAt: Int64
) -> JSON {
  var leaf: [String: JSON] = [
    "type": "appropriation", "fiscalYear": .string(first), "kind": .string(kind),
    "sequence": .integer(sequence), "decidedOn": .string(decidedOn),
    "reference": .string(reference), "body": body, "recordedAt": .integer(recordedAt),
  ]
  leaf["entry"] = entry.map(JSON.integer)
  return .object(leaf)
}
