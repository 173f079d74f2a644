import Bookings
public import Journal
import Payments
public import Store
import Text
public import Units

/// What a reversal wrote.
public struct Corrected: Hashable, Sendable {
  /// The entry that was reversed.
  public let original: EntryReference
  /// Its exact inverse.
  public let reversal: EntryReference
  /// What stands in its place, if anything.
  public let replacements: [EntryReference]
  /// The letters on lines of the entry, which say that they are settled.
  public let letters: [Lettering]
}

/// Reverses an entry, and posts what stands in its place: both or neither.
///
/// The inverse takes the lines as they are stored. It is dated on the day of the entry while that
/// month is open, else on the first open day.
///
/// - Parameters:
///   - replacement: a TOML file of entries; each is tied to the one it replaces, and goes in on the
///     first open day when it is dated in a closed month.
///   - day: another day for the inverse, in an open month.
/// - Throws: ``JournalRefusal/entryIsUnknown(_:)``,
///   ``JournalRefusal/entryIsReversedAlready(_:by:)``, ``JournalRefusal/entryIsAReversal(_:)``,
///   ``JournalRefusal/entryFollowsFromElsewhere(_:key:)``, and as posting.
/// - Source: PCG, art. 1031-3 (definitive character), 1031-4 (closed periods).
public func reverse(
  _ reference: EntryReference, in book: Book, now: Instant, reason: String, on day: Day? = nil,
  replacement: InputFile? = nil, rehearsing: Bool = false
) throws -> Corrected {
  let faults = Faults()
  let drafts = try replacement.map { file in
    readEntries(try TOMLDocument(reading: file.bytes, file: file.path), faults)
  }
  try faults.check()
  if let replacement, drafts?.isEmpty ?? true {
    throw IntakeRefusal.nothingToTakeIn(replacement.path)
  }
  return try book.write(at: now, rehearsing: rehearsing) { page in
    let entry = try page.reader.entry(reference)
    try checkReversible(entry)
    let closed = try page.reader.closedThrough()
    let reversalDay = day ?? max(entry.content.date, closed?.next ?? entry.content.date)
    let inverse = Correction.reversal(
      of: entry.content, reference, on: reversalDay, reason: reason)
    let reversal = try page.post(Entry(checking: inverse)).reference
    let session = try PostingSession(page, PostingMode(admitsLate: true), faults)
    for (draft, place) in drafts ?? [] {
      var draft = draft
      draft.role = .replacement(of: entry.content.key, reason: reason)
      try session.take(draft, at: place, listed: true)
    }
    try faults.check()
    return try Corrected(
      original: reference, reversal: reversal,
      replacements: session.result.outcomes.map(\.reference),
      letters: page.reader.letters(of: reference))
  }
}

/// Entries of the register, of energy and of openings are corrected where they come from.
private func checkReversible(_ entry: StoredEntry) throws(JournalRefusal) {
  if let by = entry.reversedBy { throw .entryIsReversedAlready(entry.reference, by: by) }
  if case .reversal = entry.content.role { throw .entryIsAReversal(entry.reference) }
  let follows =
    entry.content.key.hasPrefix(PaymentEntries.prefix) || entry.content.key.hasPrefix("shares:")
    || entry.content.key.hasPrefix("appropriation:")
    || entry.content.role == .opening
    || entry.content.journal == .memorandum && entry.content.key.hasPrefix("close:")
  if follows { throw .entryFollowsFromElsewhere(entry.reference, key: entry.content.key) }
}

extension PostOutcome {
  /// The name of the entry, posted now or before.
  public var reference: EntryReference {
    switch self {
    case .posted(let reference), .alreadyPosted(let reference): reference
    }
  }
}
