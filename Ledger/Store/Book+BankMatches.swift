public import Bank
import GRDB
public import Journal
import Seal
import Text
public import Units

/// What somebody confirmed: lines of the bank are lines of the journal.
public struct BankMatch: Hashable, Sendable {
  /// The account at the bank, by its identifier.
  public let account: String
  /// The lines of the bank.
  public let lines: [Int64]
  /// The lines of the journal on the bank's account.
  public let postings: [LineReference]
  /// The entry that confirming it wrote, if any.
  public let entry: EntryReference?
  /// Where the rest of the money went, when the treasurer said so: what is learned from it.
  public let counterpart: Analysis?
  /// The account of the counterpart.
  public let counterpartAccount: String?
  /// The reasons that were told.
  public let reasons: [MatchReason]

  /// A match.
  public init(
    account: String, lines: [Int64], postings: [LineReference], entry: EntryReference? = nil,
    counterpartAccount: String? = nil, counterpart: Analysis? = nil, reasons: [MatchReason] = []
  ) {
    self.account = account
    self.lines = lines
    self.postings = postings
    self.entry = entry
    self.counterpartAccount = counterpartAccount
    self.counterpart = counterpart
    self.reasons = reasons
  }

  /// What the book keeps of it: numbers and keys, no word of the bank.
  var json: JSON {
    var members: [String: JSON] = [
      "lines": .array(lines.map(JSON.integer)),
      "postings": .array(postings.map { .string("\($0.entry):\($0.line)") }),
      "reasons": .array(reasons.map { .string($0.rawValue) }),
    ]
    members["entry"] = entry.map { .string($0.description) }
    members["counterpart"] = counterpartAccount.map { account in
      var told: [String: JSON] = ["account": .string(account)]
      told["auxiliary"] = counterpart?.auxiliary.map(JSON.string)
      told["site"] = counterpart?.site.map(JSON.string)
      told["contract"] = counterpart?.contract.map(JSON.string)
      return .object(told)
    }
    return .object(members)
  }

  init(account: String, _ json: JSON) throws {
    let told = json["counterpart"]
    try self.init(
      account: account, lines: (json["lines"]?.arrayValue ?? []).compactMap(\.integerValue),
      postings: (json["postings"]?.arrayValue ?? []).compactMap(\.stringValue).map { text in
        let parts = text.split(separator: ":")
        return LineReference(
          entry: try EntryReference(String(parts.first ?? "")),
          line: parts.last.flatMap { Int($0) } ?? 0)
      }, entry: try json["entry"]?.stringValue.map { try EntryReference($0) },
      counterpartAccount: told?["account"]?.stringValue,
      counterpart: told.map {
        Analysis(
          auxiliary: $0["auxiliary"]?.stringValue, site: $0["site"]?.stringValue,
          contract: $0["contract"]?.stringValue)
      },
      reasons: (json["reasons"]?.arrayValue ?? []).compactMap {
        $0.stringValue.flatMap(MatchReason.init)
      })
  }
}

/// A line of the journal on a bank's account.
public struct BankPosting: Hashable, Sendable {
  /// Which one.
  public let reference: LineReference
  /// What came in; below zero what went out.
  public let amount: Cents
  /// The day of its entry.
  public let date: Day
  /// The voucher of its entry.
  public let voucher: String
  /// What else it concerns, if anybody.
  public let auxiliary: String?
}

/// A match as the book keeps it.
public struct StoredMatch: Hashable, Sendable {
  /// Its number.
  public let id: Int64
  /// What was confirmed.
  public let match: BankMatch
  /// When.
  public let recordedAt: Instant
}

extension BookWriter {
  /// Matches lines of the bank with lines of the journal on the bank's own account.
  ///
  /// - Returns: its number.
  /// - Throws: ``BankRefusal/lineIsMatched(_:entry:)``, ``BankRefusal/itemIsNotOpen(_:)``,
  ///   ``BankRefusal/choiceDoesNotSum(bank:chosen:)``.
  public func match(_ match: BankMatch, on ledger: String) throws -> Int64 {
    let page = try reader
    let lines = try match.lines.map { try page.bankLine($0) }
    for line in lines where line.match != nil {
      throw BankRefusal.lineIsMatched(line.id, entry: try page.entries(ofMatch: line.match ?? 0))
    }
    let postings = try match.postings.map { ($0, try page.bankPosting($0, on: ledger)) }
    let bank = try Cents.sum(lines.map(\.line.amount))
    let chosen = try Cents.sum(postings.map(\.1.amount))
    guard bank == chosen else { throw BankRefusal.choiceDoesNotSum(bank: bank, chosen: chosen) }
    let latest = try Pen(db, "SELECT max(id) FROM bank_match").first()
    let id = (latest?.integer(0) ?? 0) + 1
    latest?.close()
    let body = match.json
    let leaf = bankMatchLeaf(account: match.account, body: body, recordedAt: now.seconds)
    let row = try Pen(
      db, "INSERT INTO bank_match (id, account, body, recorded_at, leaf) VALUES (?, ?, ?, ?, ?)")
    let position = try appendLeaf("bank-match", leaf.canonical)
    row.bind(1, id)
    row.bind(2, match.account)
    row.bind(3, body.text)
    row.bind(4, now.seconds)
    row.bind(5, position)
    try row.run()
    try link(lines.map(\.id), postings.map { ($1.entry, $0.line) }, to: id)
    return id
  }

  private func link(
    _ lines: [Int64], _ postings: [(entry: Int64, line: Int)], to match: Int64
  ) throws {
    let line = try Pen(db, "INSERT INTO bank_matched_line (line, match) VALUES (?, ?)")
    for id in lines {
      line.bind(1, id)
      line.bind(2, match)
      try line.run()
    }
    let posting = try Pen(
      db, "INSERT INTO bank_matched_posting (entry, line, match) VALUES (?, ?, ?)")
    for (entry, place) in postings {
      posting.bind(1, entry)
      posting.bind(2, Int64(place))
      posting.bind(3, match)
      try posting.run()
    }
  }

  /// Undoes a match; what it wrote in the journal is for the caller to reverse.
  public func unmatch(_ match: Int64, reason: String) throws {
    let leaf = bankUnmatchLeaf(match: match, reason: reason, recordedAt: now.seconds)
    try db.execute(
      sql: "INSERT INTO bank_unmatch (match, reason, recorded_at, leaf) VALUES (?, ?, ?, ?)",
      arguments: [match, reason, now.seconds, try appendLeaf("bank-unmatch", leaf.canonical)])
    try db.execute(sql: "DELETE FROM bank_matched_line WHERE match = ?", arguments: [match])
    try db.execute(sql: "DELETE FROM bank_matched_posting WHERE match = ?", arguments: [match])
  }
}

extension BookReader {
  /// The match of a number.
  public func bankMatch(_ id: Int64) throws -> StoredMatch? {
    try Row.fetchOne(db, sql: "SELECT * FROM bank_match WHERE id = ?", arguments: [id])
      .map(StoredMatch.init)
  }

  /// The matches that stand, oldest first.
  public func bankMatches() throws -> [StoredMatch] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM bank_match
        WHERE NOT EXISTS (SELECT 1 FROM bank_unmatch WHERE match = bank_match.id) ORDER BY id
        """
    ).map(StoredMatch.init)
  }

  /// The lines of the journal on a bank's account that no statement has told yet, by day.
  ///
  /// An entry that was reversed and its reversal cancel out: the bank knows of neither.
  ///
  /// - Complexity: O(*n* log *n*) in the postings on the account.
  public func unmatchedPostings(on ledger: String, through day: Day = .endOfTime) throws
    -> [BankPosting]
  {
    let pen = try Pen(
      db,
      """
      SELECT substr(fiscal_year.last, 1, 4), series = 'EX', number, posting.line, debit - credit,
        date, voucher, coalesce(auxiliary, '') FROM posting
      JOIN entry ON entry.id = posting.entry
      JOIN fiscal_year ON fiscal_year.first = entry.fiscal_year
      LEFT JOIN bank_matched_posting AS done
        ON done.entry = posting.entry AND done.line = posting.line
      WHERE posting.account = ? AND NOT restates AND date <= ? AND done.match IS NULL
        AND reverses IS NULL
        AND NOT EXISTS (SELECT 1 FROM entry AS inverse WHERE inverse.reverses = entry.id)
      ORDER BY posting.entry, posting.line
      """)
    pen.bind(1, ledger)
    pen.bind(2, day.description)
    var lines: [BankPosting] = []
    var days = DayReader()
    try pen.eachRow { row in
      let auxiliary = row.text(7)
      lines.append(
        BankPosting(
          reference: LineReference(
            entry: EntryReference(
              year: row.text(0), isMemorandum: row.integer(1) != 0,
              number: Int(row.integer(2))), line: Int(row.integer(3))),
          amount: Cents(row.integer(4)), date: try days.day(row.text(5)), voucher: row.text(6),
          auxiliary: auxiliary.isEmpty ? nil : auxiliary))
    }
    return lines.sorted { one, other in
      (one.date, one.reference.entry.number, one.reference.line)
        < (other.date, other.reference.entry.number, other.reference.line)
    }
  }

  /// The entries whose lines a match holds.
  fileprivate func entries(ofMatch id: Int64) throws -> String {
    let match = try bankMatch(id)
    return Set((match?.match.postings ?? []).map(\.entry.description)).sorted()
      .joined(separator: ", ")
  }

  /// The line of an entry on a bank's account, unless it restates, or a match holds it.
  fileprivate func bankPosting(
    _ line: LineReference, on ledger: String
  ) throws -> (entry: Int64, amount: Cents) {
    let pen = try Pen(
      db,
      """
      SELECT entry.id, debit - credit, restates OR done.match IS NOT NULL
      FROM fiscal_year CROSS JOIN entry ON fiscal_year = first
      JOIN posting ON posting.entry = entry.id
      LEFT JOIN bank_matched_posting AS done
        ON done.entry = posting.entry AND done.line = posting.line
      WHERE substr(last, 1, 4) = ? AND series = ? AND number = ? AND posting.line = ? AND account = ?
      """)
    pen.bind(1, line.entry.year)
    pen.bind(2, line.entry.isMemorandum ? "EX" : "")
    pen.bind(3, Int64(line.entry.number))
    pen.bind(4, Int64(line.line))
    pen.bind(5, ledger)
    guard let row = try pen.first() else {
      _ = try entry(line.entry)
      throw BankRefusal.itemIsNotOpen("\(line.entry):\(line.line)")
    }
    defer { row.close() }
    guard row.integer(2) == 0 else {
      throw BankRefusal.itemIsNotOpen("\(line.entry):\(line.line)")
    }
    return (row.integer(0), Cents(row.integer(1)))
  }
}

extension StoredMatch {
  init(_ row: Row) throws {
    self.init(
      id: row["id"],
      match: try BankMatch(
        account: row["account"], JSON(reading: Array((row["body"] as String).utf8))),
      recordedAt: Instant(seconds: row["recorded_at"]))
  }
}

/// A match as a leaf of the log.
func bankMatchLeaf(account: String, body: JSON, recordedAt: Int64) -> JSON {
  [
    "type": "bank-match", "account": .string(account), "body": body,
    "recordedAt": .integer(recordedAt),
  ]
}

/// A match undone as a leaf of the log.
func bankUnmatchLeaf(match: Int64, reason: String, recordedAt: Int64) -> JSON {
  [
    "type": "bank-unmatch", "match": .integer(match), "reason": .string(reason),
    "recordedAt": .integer(recordedAt),
  ]
}
