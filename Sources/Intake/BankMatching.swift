import Agreements
public import Bank
import Bookings
public import Journal
public import Store
public import Units

/// A movement of the bank and what it is thought to be.
public struct ProposedMatch: Hashable, Sendable {
  /// The movements: one, or those of a batch.
  public let lines: [StoredBankLine]
  /// What they are thought to be: lines of the journal, instalments; none when nothing was found.
  public let items: [MatchItem]
  /// Why, and how sure it is; nothing when nothing was found.
  public let proposal: MatchProposal?
  /// What else fits as well.
  public let rivals: [MatchItem]

  /// How sure it is.
  public var confidence: Confidence? { proposal?.confidence }
}

/// What the treasurer says of a movement.
public struct BankChoice: Hashable, Sendable {
  /// The lines of the journal it is: of the bank's own account, or open items.
  public var items: [LineReference] = []
  /// The account on which the rest goes.
  public var account: String?
  /// What the rest concerns.
  public var analysis = Analysis.none

  /// Nothing said: what was proposed holds.
  public init() {}
}

/// A movement matched.
public struct ConfirmedMatch: Hashable, Sendable {
  /// The lines of the bank.
  public let lines: [Int64]
  /// What they amount to.
  public let amount: Cents
  /// The lines of the journal they are now.
  public let postings: [LineReference]
  /// The entry that was written, if any.
  public let entry: EntryReference?
  /// The letters that were set.
  public let letters: [Lettering]
}

extension Banking {
  /// What every movement that nobody has matched is thought to be.
  public func proposals(_ account: String? = nil) throws -> [ProposedMatch] {
    try book.read { page in
      let accounts = try BankAccounts(page, on: today)
      let ids = try account.map { [try accounts.account($0).id] } ?? accounts.ids
      return try ids.flatMap { try proposals(accounts.account($0), page).map(\.shown) }
    }
  }

  /// A proposal with what confirming it does.
  struct Worked {
    let shown: ProposedMatch
    let items: [BankItem]

    /// By day, then by number.
    var order: (Day, Int64) {
      (shown.lines.first?.line.booked ?? .endOfTime, shown.lines.first?.id ?? 0)
    }
  }

  func proposals(_ account: BankAccount, _ page: BookReader) throws -> [Worked] {
    let stored = try page.bankLines(of: account.id, unmatched: true)
    guard let last = stored.map(\.line.booked).max() else { return [] }
    let found = try BankItems(account, page, through: max(last, today))
    let proposals = Matcher(found.items.map(\.item), rules: found.rules).proposals(
      for: stored.map { UnmatchedLine(id: $0.id, line: $0.line) })
    let byID = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0) })
    let taken = Set(proposals.flatMap(\.lines))
    let worked = proposals.map { proposal in
      Worked(
        shown: ProposedMatch(
          lines: proposal.lines.compactMap { byID[$0] },
          items: proposal.items.map { found.items[$0].item }, proposal: proposal,
          rivals: proposal.rivals.map { found.items[$0].item }),
        items: proposal.items.map { found.items[$0] })
    }
    let rest = stored.filter { !taken.contains($0.id) }.map { line in
      Worked(
        shown: ProposedMatch(lines: [line], items: [], proposal: nil, rivals: []), items: [])
    }
    return (worked + rest).sorted { $0.order < $1.order }
  }

  /// Confirms what is proposed for movements, or what the treasurer says one is.
  ///
  /// All of them or, when one is refused, none; entries, letters and matches in one transaction.
  ///
  /// - Throws: ``BankRefusal``, ``JournalRefusal``.
  public func confirm(
    _ lines: [Int64], choosing choice: BankChoice = BankChoice(), rehearsing: Bool = false
  ) throws -> [ConfirmedMatch] {
    try book.write(at: now, rehearsing: rehearsing) { page in
      var done: [ConfirmedMatch] = []
      for id in lines {
        // The transfers of a batch are confirmed together, by whichever is named first.
        if done.contains(where: { $0.lines.contains(id) }) { continue }
        done.append(try confirm(id, choice, page))
      }
      return done
    }
  }

  /// Confirms every proposal at least so sure, account by account.
  public func confirmAll(
    atLeast confidence: Confidence, account: String? = nil, rehearsing: Bool = false
  ) throws -> [ConfirmedMatch] {
    try book.write(at: now, rehearsing: rehearsing) { page in
      let accounts = try BankAccounts(page.reader, on: today)
      let ids = try account.map { [try accounts.account($0).id] } ?? accounts.ids
      return try ids.flatMap { id in
        let account = try accounts.account(id)
        return try proposals(account, page.reader)
          .filter { $0.shown.confidence.map { $0 >= confidence } ?? false }
          .map { try carryOut($0, account, page) }
      }
    }
  }

  private func confirm(
    _ id: Int64, _ choice: BankChoice, _ page: BookWriter
  ) throws -> ConfirmedMatch {
    let reader = try page.reader
    let line = try reader.bankLine(id)
    let account = try BankAccounts(reader, on: today).account(line.account)
    if let match = line.match {
      let entries = Set(
        try reader.bankMatch(match)?.match.postings.map(\.entry.description) ?? [])
      throw BankRefusal.lineIsMatched(id, entry: entries.sorted().joined(separator: ", "))
    }
    guard choice == BankChoice() else { return try carryOut(choice, line, account, page) }
    let found = try proposals(account, reader).first { worked in
      worked.shown.lines.contains { $0.id == id }
    }
    guard let found, let proposal = found.shown.proposal else {
      throw BankRefusal.lineHasNoProposal(id)
    }
    guard proposal.rivals.isEmpty else {
      throw BankRefusal.lineIsAmbiguous(
        id, candidates: (found.shown.items + found.shown.rivals).map(\.name))
    }
    return try carryOut(found, account, page)
  }

  /// Undoes the match of a movement; the entry that confirming it wrote is reversed.
  ///
  /// - Returns: the reversal, if there was anything to reverse.
  /// - Throws: ``BankRefusal/lineIsUnknown(_:)``, ``BankRefusal/lineIsNotMatched(_:)``.
  public func unmatch(_ id: Int64, reason: String) throws -> EntryReference? {
    try book.write(at: now) { page in
      let reader = try page.reader
      guard let match = try reader.bankLine(id).match, let stored = try reader.bankMatch(match)
      else { throw BankRefusal.lineIsNotMatched(id) }
      try page.unmatch(match, reason: reason)
      guard let written = stored.match.entry else { return nil }
      for letters in try reader.letters(of: written) { try page.unletter(letters) }
      let entry = try reader.entry(written)
      let closed = try reader.closedThrough()
      let inverse = Correction.reversal(
        of: entry.content, written, on: max(entry.content.date, closed?.next ?? entry.content.date),
        reason: reason)
      return try page.post(Entry(checking: inverse)).reference
    }
  }
}
