import Bookings
import Invoices
import Journal
import Payments
import Store
import Text
import Units

/// Takes entries into the book one by one, within one transaction; faults are gathered.
final class PostingSession {
  private(set) var result = Posted()
  private let page: BookWriter
  private let mode: PostingMode
  private let names: KnownNames
  private let closedThrough: Day?
  private let first: Day?
  private let faults: Faults

  /// More faults than anybody mends in one go.
  private static let mostFaults = 1000

  init(_ page: BookWriter, _ mode: PostingMode, _ faults: Faults) throws {
    self.page = page
    self.mode = mode
    self.faults = faults
    names = try KnownNames(page.reader)
    closedThrough = try page.reader.closedThrough()
    first = try page.reader.firstFiscalYear()?.first
  }

  /// Takes an entry in, or notes why not.
  ///
  /// - Throws: ``Refusals`` when there are more faults than anybody mends in one go, and what fails
  ///   in the book itself.
  func take(_ draft: DraftEntry, at place: @autoclosure () -> Place, listed: Bool) throws {
    do {
      try take(draft, listed)
    } catch let refusals as Refusals {
      for refusal in refusals.all { note(refusal, at: place()) }
    } catch let refusal as JournalRefusal {
      note(refusal, at: place())
    } catch let refusal as IntakeRefusal {
      note(refusal, at: place())
    }
    guard faults.all.count >= PostingSession.mostFaults else { return }
    faults.note(IntakeRefusal.readingStopped(after: faults.all.count))
    try faults.check()
  }

  private func note(_ refusal: any Refusal, at place: Place) {
    faults.note(Located(refusal, at: place))
  }

  private func take(_ draft: DraftEntry, _ listed: Bool) throws {
    if draft.key.utf8.contains(UInt8(ascii: ":")),
      reservedPrefixes.contains(where: draft.key.hasPrefix)
    {
      throw IntakeRefusal.keyIsReserved(draft.key)
    }
    let unknown = names.unknown(in: draft.postings)
    guard unknown.isEmpty else { throw Refusals(unknown) }
    if mode.asDrafts {
      try page.save(dated(draft))
      result.drafts += 1
      return
    }
    let entry = try Entry(checking: dated(draft))
    if let line = draft.postings.first(where: { followsFromElsewhere($0.account, draft) }) {
      throw IntakeRefusal.accountFollowsFromElsewhere(line.account)
    }
    let outcome = try page.post(entry)
    if case .posted = outcome { result.posted += 1 } else { result.known += 1 }
    if listed { result.outcomes.append(outcome) }
  }

  /// Whether an account is written by the share register or the readings alone.
  ///
  /// Capital, shares held and energy are; the balances a book begins with are entered by hand.
  private func followsFromElsewhere(_ account: String, _ draft: DraftEntry) -> Bool {
    account.utf8.starts(with: "101".utf8) && draft.journal != .opening
      || account.utf8.starts(with: "90".utf8) || account.utf8.starts(with: "91".utf8)
  }

  /// The entry as it goes in: one dated in a closed month on the first open day, if that is wished,
  /// or where it went when it was posted before.
  private func dated(_ draft: DraftEntry) throws -> DraftEntry {
    guard let closedThrough, draft.date <= closedThrough, let first, draft.date >= first else {
      return draft
    }
    if let known = try page.reader.entry(key: draft.key)?.content.date {
      return known == draft.date ? draft : LateEntry.entered(draft, on: known)
    }
    return mode.admitsLate ? LateEntry.entered(draft, on: closedThrough.next) : draft
  }
}

/// How the keys of the program's own entries begin: a manual entry under such a key would stand in
/// the way of the closing that needs it.
let reservedPrefixes = [
  "close:", "shares:", "reverse:", "opening:", "appropriation:", "vat:", PaymentEntries.prefix,
  InvoiceEntries.prefix, BankEntries.prefix,
]
