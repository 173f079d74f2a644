import GRDB
public import Journal
import Seal
import Tables
import Text
public import Units

/// What posting an entry did.
public enum PostOutcome: Hashable, Sendable {
  /// It was validated under this number of its fiscal year and series.
  case posted(number: Int)
  /// The same entry was posted before; nothing changed.
  case alreadyPosted(number: Int)
}

extension BookWriter {
  /// Posts an entry: recorded, numbered, validated and logged, in this transaction.
  ///
  /// - Throws: ``JournalRefusal/keyIsTaken(_:entry:)``,
  ///   ``JournalRefusal/dateIsOutsideFiscalYears(_:)``, ``JournalRefusal/monthIsClosed(_:closedThrough:)``.
  @discardableResult
  public func post(_ entry: Entry) throws -> PostOutcome {
    let draft = entry.draft
    let content = draft.json.canonical
    let digest = sha256(content)
    if let known = try previous(draft.key, digest) { return known }
    let year = try fiscalYear(for: draft.date)
    if let closed = try reader.closedThrough(), draft.date <= closed {
      throw JournalRefusal.monthIsClosed(draft.date, closedThrough: closed)
    }
    try insert(draft, digest, year)
    let id = db.lastInsertedRowID
    try insert(draft.postings, of: id)
    let number = try nextNumber(year, isMemorandum: draft.journal == .memorandum)
    let leaf = try appendLeaf("entry", content)
    try db.cachedStatement(
      sql: "UPDATE entry SET number = ?, validated_at = ?, leaf = ? WHERE id = ?"
    ).execute(arguments: [number, now.seconds, leaf, id])
    return .posted(number: number)
  }

  private func previous(_ key: String, _ digest: Digest) throws -> PostOutcome? {
    let statement = try db.cachedStatement(sql: "SELECT number, digest FROM entry WHERE key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
    let number: Int = row["number"] ?? 0
    guard Store.digest(row["digest"]) == digest else {
      throw JournalRefusal.keyIsTaken(key, entry: number)
    }
    return .alreadyPosted(number: number)
  }

  private func insert(_ draft: DraftEntry, _ digest: Digest, _ year: FiscalYear) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO entry (key, digest, fiscal_year, date, journal, voucher, voucher_date, label,
          origin, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      draft.key, digest.bytes.blob, year.first.description, draft.date.description,
      draft.journal.rawValue, draft.voucher, draft.voucherDate.description, draft.label,
      draft.origin, now.seconds,
    ])
  }

  private func insert(_ postings: [Posting], of entry: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO posting (entry, line, account, unit, debit, credit, auxiliary, site, contract)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (index, posting) in postings.enumerated() {
      if let account = Chart.account(posting.account) { try ensure(account) }
      try statement.execute(arguments: [
        entry, index + 1, posting.account, posting.unit.rawValue, posting.debit, posting.credit,
        posting.analysis.auxiliary, posting.analysis.site, posting.analysis.contract,
      ])
    }
  }

  /// Opens an account on its first use; a label given earlier, such as a college's, is kept.
  private func ensure(_ account: Account) throws {
    try open(
      account.number, unit: account.unit, french: account.frenchLabel,
      english: account.englishLabel)
  }

  /// Opens an account with a label of its own.
  public func open(_ number: String, unit: Unit, french: String, english: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO account (number, unit, label_fr, label_en) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [number, unit.rawValue, french, english])
  }

  /// Opens the first fiscal year; the others follow by themselves.
  public func open(_ year: FiscalYear) throws {
    try db.execute(
      sql: "INSERT INTO fiscal_year (first, last) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [year.first.description, year.last.description])
  }

  private func fiscalYear(for day: Day) throws -> FiscalYear {
    guard let year = try reader.firstFiscalYear()?.containing(day) else {
      throw JournalRefusal.dateIsOutsideFiscalYears(day)
    }
    try open(year)
    return year
  }

  private func nextNumber(_ year: FiscalYear, isMemorandum: Bool) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(max(number), 0) + 1 FROM entry WHERE fiscal_year = ? AND series = ?")
    let arguments: StatementArguments = [year.first.description, isMemorandum ? "EX" : ""]
    return try Int.fetchOne(statement, arguments: arguments) ?? 1
  }
}

extension BookReader {
  /// The first fiscal year of the book.
  public func firstFiscalYear() throws -> FiscalYear? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT first, last FROM fiscal_year ORDER BY first")
    else { return nil }
    return FiscalYear(
      first: try Day(row["first"] as String), last: try Day(row["last"] as String))
  }

  /// The last day of the last closed month.
  public func closedThrough() throws -> Day? {
    let statement = try db.cachedStatement(sql: "SELECT max(last_day) FROM closing")
    return try String.fetchOne(statement).map { try Day($0) }
  }
}

extension DraftEntry {
  /// The entry as a leaf of the log.
  ///
  /// Where its file lay is no part of it: the same entry is the same from another folder, and the log
  /// names no machine.
  var json: JSON {
    [
      "type": "entry", "key": .string(key), "date": .string(date.description),
      "journal": .string(journal.rawValue), "voucher": .string(voucher),
      "voucherDate": .string(voucherDate.description), "label": .string(label),
      "lines": .array(postings.map(\.json)),
    ]
  }
}

extension Posting {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "account": .string(account), "unit": .string(unit.rawValue), "debit": .integer(debit),
      "credit": .integer(credit),
    ]
    members["auxiliary"] = analysis.auxiliary.map(JSON.string)
    members["site"] = analysis.site.map(JSON.string)
    members["contract"] = analysis.contract.map(JSON.string)
    return .object(members)
  }
}
