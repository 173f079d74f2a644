import Journal
public import Store
import Text
public import Units

/// Validates drafts, by date, then by key: all of them, or, when any is refused, none.
///
/// - Parameter keys: which; all when there are none.
/// - Throws: ``Refusals`` with what every draft breaks, ``JournalRefusal/draftIsUnknown(_:)``.
public func validateDrafts(
  _ keys: [String], in book: Book, now: Instant, rehearsing: Bool = false
) throws -> [PostOutcome] {
  let faults = Faults()
  return try book.write(at: now, rehearsing: rehearsing) { page in
    let drafts = try page.reader.drafts()
    for key in keys where !drafts.contains(where: { $0.entry.key == key }) {
      faults.note(JournalRefusal.draftIsUnknown(key))
    }
    var outcomes: [PostOutcome] = []
    for draft in drafts where keys.isEmpty || keys.contains(draft.entry.key) {
      do { outcomes.append(try page.validate(draft)) } catch let refusal as any Refusal {
        for reason in (refusal as? Refusals)?.all ?? [refusal] {
          faults.note(Located(reason, at: Place(file: draft.entry.origin)))
        }
      }
    }
    try faults.check()
    return outcomes
  }
}

/// Throws drafts away: all that are named, or, when one is unknown, none.
///
/// - Throws: ``JournalRefusal/draftIsUnknown(_:)``.
public func discardDrafts(_ keys: [String], in book: Book, now: Instant) throws {
  try book.write(at: now) { page in
    for key in keys { try page.discard(draft: key) }
  }
}
