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
    let desk = try posting.get()
    let draft = entry.draft
    let hash = leafHash(draft.leaf)
    if let known = try previous(draft, hash, desk) { return known }
    let year = try desk.fiscalYear(of: draft.date)
    if let closed = desk.closedThrough, draft.date <= closed {
      throw JournalRefusal.monthIsClosed(draft.date, closedThrough: closed)
    }
    guard draft.journal != .opening || draft.restates == desk.isLater(year) else {
      throw JournalRefusal.openingIsWrittenByTheYearEnd(draft.date)
    }
    for posting in draft.postings { try desk.use(posting.account, on: draft.date) }
    let number = try desk.takeNumber(year, isMemorandum: draft.journal == .memorandum)
    let id = try appendLeaf("entry", hash: hash)
    try insert(draft.postings, of: id, desk)
    try insert(draft, id, year, number, recordedAt ?? now, desk)
    return .posted(year.reference(number, draft.journal))
  }

  private func previous(
    _ draft: DraftEntry, _ hash: Digest, _ desk: PostingDesk
  ) throws -> PostOutcome? {
    guard let row = try desk.known.first(.text(draft.key)) else { return nil }
    let (number, isSame) = (Int(row.integer(1)), row.bytes(2) == hash.bytes)
    row.close()
    let reference = try reader.reference(ofKey: draft.key, number: number)
    guard isSame else { throw JournalRefusal.keyIsTaken(draft.key, entry: reference) }
    return .alreadyPosted(reference)
  }

  private func insert(_ postings: [Posting], of entry: Int64, _ desk: PostingDesk) throws {
    for (index, posting) in postings.enumerated() {
      try desk.lines.run(
        .integer(entry), .integer(Int64(index + 1)), .text(posting.account),
        .text(posting.unit.rawValue), .integer(posting.debit), .integer(posting.credit),
        Pen.Value(posting.analysis.auxiliary), Pen.Value(posting.analysis.site),
        Pen.Value(posting.analysis.contract))
    }
  }

  private func insert(
    _ draft: DraftEntry, _ id: Int64, _ year: FiscalYear, _ number: Int, _ recorded: Instant,
    _ desk: PostingDesk
  ) throws {
    let corrected = try draft.role.corrected.map { try reader.entryID(ofKey: $0) }
    let reverses = if case .reversal = draft.role { corrected } else { Int64?.none }
    let replaces = if case .replacement = draft.role { corrected } else { Int64?.none }
    try desk.entries.run(
      .integer(id), .text(draft.key), .text(year.first.description), .integer(Int64(number)),
      .text(draft.date.description), .text(draft.journal.rawValue), .text(draft.voucher),
      .text(draft.voucherDate.description), .text(draft.label), .text(draft.origin),
      .integer(recorded.seconds), .integer(now.seconds), .integer(Int64(draft.postings.count)),
      .integer(draft.restates ? 1 : 0), Pen.Value(reverses), Pen.Value(replaces),
      Pen.Value(draft.role.reason))
  }
}

extension DraftEntry {
  /// The bytes of the entry's leaf.
  var leaf: [UInt8] { json.canonical }
}

extension FiscalYear {
  func reference(_ number: Int, _ journal: JournalCode) -> EntryReference {
    EntryReference(year: name, isMemorandum: journal == .memorandum, number: number)
  }
}

extension BookReader {
  func nextNumber(_ year: FiscalYear, isMemorandum: Bool) throws -> Int {
    try Int.fetchOne(
      db,
      sql: "SELECT coalesce(max(number), 0) + 1 FROM entry WHERE fiscal_year = ? AND series = ?",
      arguments: [year.first.description, isMemorandum ? "EX" : ""]) ?? 1
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
