import GRDB
public import Journal
import Seal
import Text
public import Units

/// What posting an entry did.
public enum PostOutcome: Hashable, Sendable {
  /// It was validated under this name.
  case posted(EntryReference)
  /// The same entry was posted before; nothing changed.
  case alreadyPosted(EntryReference)
}

extension BookWriter {
  /// Posts an entry: numbered, validated and logged, in this transaction.
  ///
  /// - Parameter recordedAt: when it was first recorded, if it was a draft before.
  /// - Throws: ``JournalRefusal/keyIsTaken(_:entry:)``, ``JournalRefusal/accountIsClosed(_:from:)``,
  ///   ``JournalRefusal/dateIsOutsideFiscalYears(_:)``,
  ///   ``JournalRefusal/monthIsClosed(_:closedThrough:)``, ``JournalRefusal/entryIsUnknown(_:)``,
  ///   ``JournalRefusal/openingIsWrittenByTheYearEnd(_:)``.
  /// - Complexity: O(lines × log n).
  @discardableResult
  public func post(_ entry: Entry, recordedAt: Instant? = nil) throws -> PostOutcome {
    let desk = try desk()
    guard isLoading else {
      return try previous(entry.draft, desk) ?? enter(entry.draft, recordedAt ?? now, desk)
    }
    // Among thousands nearly all are new: whether one is known is asked when it does not go in.
    do { return try enter(entry.draft, recordedAt ?? now, desk) } catch {
      guard let known = try previous(entry.draft, desk) else { throw error }
      return known
    }
  }

  /// Takes in an entry that is new; the leaf comes last, so what failed half-way is none.
  private func enter(
    _ draft: DraftEntry, _ recorded: Instant, _ desk: PostingDesk
  ) throws -> PostOutcome {
    let year = try desk.fiscalYear(of: draft.date)
    if let closed = desk.closedThrough, draft.date <= closed {
      throw JournalRefusal.monthIsClosed(draft.date, closedThrough: closed)
    }
    guard draft.journal != .opening || draft.restates == desk.isLater(year) else {
      throw JournalRefusal.openingIsWrittenByTheYearEnd(draft.date)
    }
    try desk.use(draft)
    let number = try desk.nextNumber(year, isMemorandum: draft.journal == .memorandum)
    let validation = Validation(
      year: desk.text(of: year.first), number: Int64(number), origin: draft.origin,
      recordedAt: recorded.seconds, validatedAt: now.seconds)
    let id = nextLeaf
    // While the guards rest, the entry goes first: its key tells whether it is known.
    if isLoading { try insert(draft, id, validation, desk) }
    try insert(draft.postings, of: id, desk)
    if !isLoading { try insert(draft, id, validation, desk) }
    _ = try appendLeaf("entry", draft.leaf(validation))
    desk.takeNumber()
    if !draft.restates { try desk.count(draft) }
    return .posted(year.reference(number, draft.journal))
  }

  /// Whether the entry is in the book already: whoever posts it again may do so later, and from
  /// another file.
  private func previous(_ draft: DraftEntry, _ desk: PostingDesk) throws -> PostOutcome? {
    desk.known.bind(1, draft.key)
    guard let row = try desk.known.first() else { return nil }
    let hash = Digest(row.bytes(0))
    let validation = Validation(
      year: row.text(1), number: row.integer(2), origin: row.text(3), recordedAt: row.integer(4),
      validatedAt: row.integer(5))
    row.close()
    let reference = try reader.reference(ofKey: draft.key, number: Int(validation.number))
    guard hash == leafHash(draft.leaf(validation)) || hash == leafHash(draft.content) else {
      throw JournalRefusal.keyIsTaken(draft.key, entry: reference)
    }
    return .alreadyPosted(reference)
  }

  private func insert(_ postings: [Posting], of entry: Int64, _ desk: PostingDesk) throws {
    var first = 0
    while first < postings.count {
      let count = min(postings.count - first, desk.lines.count)
      let pen = desk.lines[count - 1]
      pen.bind(1, entry)
      for index in first..<first + count {
        bind(postings[index], line: index + 1, pen, after: 1 + Int32(8 * (index - first)))
      }
      try pen.run()
      first += count
    }
  }

  private func bind(_ posting: Posting, line: Int, _ pen: Pen, after place: Int32) {
    pen.bind(place + 1, Int64(line))
    pen.lend(place + 2, posting.account)
    pen.lend(place + 3, posting.unit.rawValue)
    pen.bind(place + 4, posting.debit)
    pen.bind(place + 5, posting.credit)
    pen.lend(place + 6, posting.analysis.auxiliary)
    pen.lend(place + 7, posting.analysis.site)
    pen.lend(place + 8, posting.analysis.contract)
  }

  private func insert(
    _ draft: DraftEntry, _ id: Int64, _ validation: Validation, _ desk: PostingDesk
  ) throws {
    let pen = desk.entries
    pen.bind(1, id)
    pen.lend(2, draft.key)
    pen.lend(3, validation.year)
    pen.bind(4, validation.number)
    pen.lend(5, desk.text(of: draft.date))
    pen.lend(6, draft.journal.rawValue)
    pen.lend(7, draft.voucher)
    pen.lend(8, desk.text(of: draft.voucherDate))
    pen.lend(9, draft.label)
    pen.lend(10, validation.origin)
    pen.bind(11, validation.recordedAt)
    pen.bind(12, validation.validatedAt)
    pen.bind(13, Int64(draft.postings.count))
    pen.bind(14, draft.restates ? 1 : 0)
    try bindRole(draft.role, pen)
    try pen.run()
  }

  private func bindRole(_ role: EntryRole, _ pen: Pen) throws {
    pen.bindNull(15)
    pen.bindNull(16)
    pen.lend(17, role.reason)
    switch role {
    case .plain, .opening: break
    case .reversal(let key, _): pen.bind(15, try reader.entryID(ofKey: key))
    case .replacement(let key, _): pen.bind(16, try reader.entryID(ofKey: key))
    }
  }
}

extension FiscalYear {
  func reference(_ number: Int, _ journal: JournalCode) -> EntryReference {
    EntryReference(year: name, isMemorandum: journal == .memorandum, number: number)
  }
}

extension BookReader {
  func nextNumber(_ year: FiscalYear, isMemorandum: Bool) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(max(number), 0) + 1 FROM entry WHERE fiscal_year = ? AND series = ?")
    return try Int.fetchOne(
      statement, arguments: [year.first.description, isMemorandum ? "EX" : ""]) ?? 1
  }

  /// The place in the log of the entry with a key.
  func entryID(ofKey key: String) throws -> Int64 {
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM entry WHERE key = ?", arguments: [key])
    guard let id else { throw JournalRefusal.entryIsUnknown(key) }
    return id
  }

  fileprivate func reference(ofKey key: String, number: Int) throws -> EntryReference {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT last, series FROM entry JOIN fiscal_year ON first = fiscal_year WHERE key = ?
        """, arguments: [key])
    guard let row else { throw JournalRefusal.entryIsUnknown(key) }
    return EntryReference(
      year: String((row["last"] as String).prefix(4)),
      isMemorandum: row["series"] as String == "EX", number: number)
  }
}
