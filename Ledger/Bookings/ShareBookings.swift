public import Journal
public import Membership
import Units

/// The entries of share movements: the money in the accounts, the shares in the memorandum.
///
/// - Source: PCG, functioning of accounts 101, 104, 109 and 456; C. com. L231-1, L225-3.
public enum ShareBookings {
  /// The entries of a movement; none for a correction, which reverses those of its subject.
  ///
  /// A transfer moves capital from one member to another and no money of the company. What is paid
  /// before shares count waits on 4563; what is not paid when they do stands on 1011 and 109, or, once
  /// called, on 1012 and 4562.
  public static func entries(
    _ recorded: RecordedMovement, _ register: ShareRegister
  ) -> [DraftEntry] { entries(recorded, register.state) }

  /// The same, from what an import keeps of the register.
  public static func entries(
    _ recorded: RecordedMovement, _ state: ShareState
  ) -> [DraftEntry] {
    let movement = recorded.movement
    guard !movement.more.corrects else { return [] }
    let books = ShareLines(recorded, state)
    var drafts: [DraftEntry] = []
    if movement.kind == .payment || movement.kind == .subscription {
      drafts += issue(recorded, books)
    } else if let lines = books.other, !lines.isEmpty {
      drafts.append(draft(recorded, "capital", recorded.effective ?? movement.date, lines))
    }
    if let effective = recorded.effective {
      drafts.append(
        draft(recorded, "parts", effective, books.shares, journal: .memorandum))
    }
    return drafts
  }

  /// What a subscription or its payment posts: one entry where the money and its effect fall on one
  /// day, else one for each.
  private static func issue(
    _ recorded: RecordedMovement, _ books: ShareLines
  ) -> [DraftEntry] {
    let movement = recorded.movement
    let paid = movement.amount > .zero ? books.receipt : []
    guard let effect = recorded.effective ?? recorded.values.releasedOn else {
      return paid.isEmpty ? [] : [draft(recorded, "money", movement.date, paid)]
    }
    guard effect == movement.date || paid.isEmpty else {
      return [
        draft(recorded, "money", movement.date, paid),
        draft(recorded, "capital", effect, books.issued),
      ]
    }
    return [draft(recorded, "capital", effect, paid + books.issued)]
  }

  /// How the keys of a movement's entries begin.
  public static func keyPrefix(_ reference: String) -> String { "shares:\(reference):" }

  /// The last words of the keys that a movement's entries can have.
  public static let parts = ["money", "capital", "parts"]

  private static func draft(
    _ recorded: RecordedMovement, _ part: String, _ date: Day, _ lines: [Posting],
    journal: JournalCode = .shares
  ) -> DraftEntry {
    let movement = recorded.movement
    return DraftEntry(
      key: keyPrefix(movement.reference) + part, date: date, journal: journal,
      voucher: movement.reference, voucherDate: movement.date,
      label: Labels.movement(movement.kind, order: recorded.order), origin: "shares",
      postings: lines)
  }
}
