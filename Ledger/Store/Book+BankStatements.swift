public import Bank
import Foundation
import GRDB
import Seal
import Text
public import Units

/// A statement of a bank as the book keeps it.
public struct StoredBankStatement: Hashable, Sendable {
  /// Its number.
  public let id: Int64
  /// The account, by its identifier.
  public let account: String
  /// The format it was read from.
  public let format: String
  /// The day of its closing balance.
  public let closedOn: Day
  /// The balance before its first movement.
  public let opening: Cents
  /// The balance after its last one.
  public let closing: Cents
  /// How many movements were new.
  public let fresh: Int
  /// How many were known already.
  public let known: Int
  /// The file it came from.
  public let file: String
}

/// A movement of a bank as the book keeps it.
public struct StoredBankLine: Hashable, Sendable {
  /// Its number.
  public let id: Int64
  /// The account, by its identifier.
  public let account: String
  /// What the bank told.
  public let line: BankLine
  /// The match it is part of, if any.
  public let match: Int64?
}

extension BookReader {
  /// What the statements of an account said so far.
  ///
  /// - Complexity: O(lines of the account).
  public func bankChain(_ account: String) throws -> StatementChain {
    let origin = try Int64.fetchOne(
      db,
      sql: """
        SELECT opening_cents FROM bank_statement WHERE account = ?
        ORDER BY is_earlier DESC, iif(is_earlier, -id, id) LIMIT 1
        """, arguments: [account])
    var lines: [KnownBankLine] = []
    var days = DayReader()
    let pen = try Pen(
      db, "SELECT id, booked, cents FROM bank_line WHERE account = ? ORDER BY booked, id")
    pen.bind(1, account)
    try pen.eachRow { row in
      lines.append(
        KnownBankLine(
          id: row.integer(0), booked: try days.day(row.text(1)), amount: Cents(row.integer(2))))
    }
    return StatementChain(
      account: account, lines: lines, origin: Cents(origin ?? 0), isBegun: origin != nil)
  }

  /// The statements, by account and day.
  public func bankStatements() throws -> [StoredBankStatement] {
    try Row.fetchAll(db, sql: "SELECT * FROM bank_statement ORDER BY account, closed_on, id").map {
      row in
      let known = try JSON(reading: Array((row["known"] as String).utf8))
      return StoredBankStatement(
        id: row["id"], account: row["account"], format: row["format"],
        closedOn: try Day(row["closed_on"] as String), opening: Cents(row["opening_cents"]),
        closing: Cents(row["closing_cents"]), fresh: row["lines"],
        known: known.arrayValue?.count ?? 0, file: row["file"])
    }
  }

  /// The movements of the bank, by account, day and number.
  ///
  /// - Parameter unmatched: only those that nobody has matched.
  public func bankLines(
    of account: String? = nil, through day: Day = .endOfTime, unmatched: Bool = false
  ) throws -> [StoredBankLine] {
    var lines: [StoredBankLine] = []
    try eachBankLine(of: account, through: day, unmatched: unmatched) { lines.append($0) }
    return lines
  }

  /// Hands over the movements of the bank one by one, by account, day and number.
  public func eachBankLine(
    of account: String? = nil, through day: Day = .endOfTime, unmatched: Bool = false,
    _ body: (StoredBankLine) throws -> Void
  ) throws {
    let pen = try Pen(
      db,
      """
      \(BookReader.bankLineColumns)
      WHERE (?1 IS NULL OR account = ?1) AND booked <= ?2 AND (NOT ?3 OR match IS NULL)
      ORDER BY account, booked, id
      """)
    pen.bind(1, account)
    pen.bind(2, day.description)
    pen.bind(3, unmatched ? 1 : 0)
    var days = DayReader()
    try pen.eachRow { try body(StoredBankLine($0, &days)) }
  }

  /// The day of the last movement of an account that nobody has matched.
  public func lastUnmatchedDay(of account: String) throws -> Day? {
    try String.fetchOne(
      db,
      sql: """
        SELECT max(booked) FROM bank_line
        LEFT JOIN bank_matched_line ON bank_matched_line.line = bank_line.id
        WHERE account = ? AND match IS NULL
        """, arguments: [account]
    ).map { try Day($0) }
  }

  /// The movement of a number.
  ///
  /// - Throws: ``BankRefusal/lineIsUnknown(_:)``.
  public func bankLine(_ id: Int64) throws -> StoredBankLine {
    let pen = try Pen(db, "\(BookReader.bankLineColumns) WHERE id = ?")
    pen.bind(1, id)
    guard let row = try pen.first() else { throw BankRefusal.lineIsUnknown(id) }
    defer { row.close() }
    var days = DayReader()
    return try StoredBankLine(row, &days)
  }

  /// What a movement is read from, in the order in which its reading expects it.
  private static let bankLineColumns = """
    SELECT id, account, booked, valued, cents, reference, bank_reference, party, text, file_line,
      match FROM bank_line
    LEFT JOIN bank_matched_line ON bank_matched_line.line = bank_line.id
    """
}

/// Days as they come out of the book, of which neighbours are mostly the same.
struct DayReader {
  private var text = ""
  private var day = Day.endOfTime

  mutating func day(_ text: String) throws(UnitRefusal) -> Day {
    if text != self.text {
      day = try Day(text)
      self.text = text
    }
    return day
  }
}

extension StoredBankLine {
  /// A movement from a row of which all columns are named.
  fileprivate init(_ row: Pen.Row, _ days: inout DayReader) throws {
    let valued = row.text(3)
    var line = BankLine(
      booked: try days.day(row.text(2)), amount: Cents(row.integer(4)), reference: row.text(5),
      bankReference: row.text(6), party: row.text(7), text: row.text(8), line: Int(row.integer(9)))
    if !valued.isEmpty { line.valued = try days.day(valued) }
    // No match bears the number 0.
    let match = row.integer(10)
    self.init(id: row.integer(0), account: row.text(1), line: line, match: match == 0 ? nil : match)
  }

  init(_ row: Row) throws {
    let valued: String? = row["valued"]
    var line = BankLine(
      booked: try Day(row["booked"] as String), amount: Cents(row["cents"]),
      reference: row["reference"], bankReference: row["bank_reference"], party: row["party"],
      text: row["text"], line: row["file_line"])
    line.valued = try valued.map { try Day($0) }
    self.init(id: row["id"], account: row["account"], line: line, match: row["match"])
  }
}

extension BookWriter {
  /// Takes in a statement as it was placed: its new movements, and which ones it told again.
  ///
  /// The log holds the balances and a salted digest of what the bank wrote, which may name persons.
  ///
  /// - Returns: the numbers of the new movements.
  public func record(
    _ statement: BankStatement, _ placing: StatementChain.Placing, of account: String,
    file: String, digest: Digest
  ) throws -> [Int64] {
    let id = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM bank_statement") ?? 0) + 1
    let first = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM bank_line") ?? 0) + 1
    let ids = placing.fresh.indices.map { first + Int64($0) }
    var told = BankStatementLeaf(
      salt: try reader.salt(for: BankStatementLeaf.purpose(id)), file: file, digest: digest)
    for (place, id) in zip(placing.fresh, ids) { told.add(id, statement.lines[place]) }
    let known = JSON.array(placing.known.map(JSON.integer))
    let leaf = told.json(
      account: account, format: statement.format.rawValue, name: statement.name,
      closedOn: statement.closedOn.description, opening: statement.opening.units,
      closing: statement.closing.units, isEarlier: placing.isEarlier, lines: ids.count,
      known: known, recordedAt: now.seconds)
    try db.execute(
      sql: """
        INSERT INTO bank_statement (id, account, format, name, file, digest, closed_on,
          opening_cents, closing_cents, is_earlier, lines, known, recorded_at, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, account, statement.format.rawValue, statement.name, file, digest.bytes.blob,
        statement.closedOn.description, statement.opening.units, statement.closing.units,
        placing.isEarlier, ids.count, known.text, now.seconds,
        try appendLeaf("bank-statement", leaf.canonical),
      ])
    try insert(placing.fresh.lazy.map { statement.lines[$0] }, ids, statement: id, account)
    return ids
  }

  private func insert(
    _ lines: some Sequence<BankLine>, _ ids: [Int64], statement: Int64, _ account: String
  ) throws {
    let pen = try Pen(
      db,
      """
      INSERT INTO bank_line (id, statement, account, booked, valued, cents, reference,
        bank_reference, party, text, file_line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (id, line) in zip(ids, lines) {
      pen.bind(1, id)
      pen.bind(2, statement)
      pen.bind(3, account)
      pen.bind(4, line.booked.description)
      pen.bind(5, line.valued?.description)
      pen.bind(6, line.amount.units)
      pen.bind(7, line.reference)
      pen.bind(8, line.bankReference)
      pen.bind(9, line.party)
      pen.bind(10, line.text)
      pen.bind(11, Int64(line.line))
      try pen.run()
    }
  }
}

/// A statement as a leaf of the log: figures in the open, words under a salt.
///
/// The salted digest is fed line by line: a statement of any length takes the memory of one line.
struct BankStatementLeaf: ~Copyable {
  private var hasher = Hasher256()

  static func purpose(_ id: Int64) -> String { "bank-statement:\(id)" }

  init(salt: [UInt8], file: String, digest: Digest) {
    hasher.update(salt)
    var writer = JSONWriter()
    writer.raw("[")
    writer.member("{\"file\":", file)
    writer.member(",\"sha256\":", digest.hex)
    writer.raw("}")
    hasher.update(writer.bytes)
  }

  /// Adds a movement, in the order of canonical keys.
  mutating func add(_ id: Int64, _ line: BankLine) {
    var writer = JSONWriter(capacity: 400)
    writer.member(",{\"bankReference\":", line.bankReference)
    writer.member(",\"booked\":", line.booked.description)
    writer.member(",\"cents\":", line.amount.units)
    writer.member(",\"id\":", id)
    writer.member(",\"line\":", Int64(line.line))
    writer.member(",\"party\":", line.party)
    writer.member(",\"reference\":", line.reference)
    writer.member(",\"text\":", line.text)
    if let valued = line.valued {
      writer.member(",\"valued\":", valued.description)
    } else {
      writer.raw(",\"valued\":null")
    }
    writer.raw("}")
    hasher.update(writer.bytes)
  }

  consuming func json(
    account: String, format: String, name: String, closedOn: String, opening: Int64,
    closing: Int64, isEarlier: Bool, lines: Int, known: JSON, recordedAt: Int64
  ) -> JSON {
    hasher.update([UInt8(ascii: "]")])
    return [
      "type": "bank-statement", "account": .string(account), "format": .string(format),
      "name": .string(name), "closedOn": .string(closedOn), "opening": .integer(opening),
      "closing": .integer(closing), "isEarlier": .boolean(isEarlier),
      "lines": .integer(Int64(lines)), "known": known,
      "commitment": .string(hasher.finish().hex), "recordedAt": .integer(recordedAt),
    ]
  }
}
