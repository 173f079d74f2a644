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
    try each(account) { account, page in
      let found = try findings(account, page)
      return found.order.map { found.worked($0).shown }
    }.flatMap(\.self)
  }

  /// How many movements wait, by how sure it is what they are; of none of them more is kept.
  public func waiting(_ account: String? = nil) throws -> [Confidence?: Int] {
    let counts = try each(account) { account, page in
      var all = 0
      let (_, proposals) = try search(account, page) { _ in all += 1 }
      var counts: [Confidence?: Int] = [:]
      for level in Confidence.allCases { counts[level] = proposals.lines(level) }
      counts[nil] = all - counts.values.reduce(0, +)
      return counts
    }
    return counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  private func each<Found>(
    _ account: String?, _ body: (BankAccount, BookReader) throws -> Found
  ) throws -> [Found] {
    try book.read { page in
      let accounts = try BankAccounts(page, on: today)
      let ids = try account.map { [try accounts.account($0).id] } ?? accounts.ids
      return try ids.map { try body(accounts.account($0), page) }
    }
  }

  /// A proposal with what confirming it does.
  struct Worked {
    let shown: ProposedMatch
    let items: [BankItem]
  }

  /// What was found for the movements of an account: proposals first, then lines that nothing explains.
  struct Findings {
    let stored: [StoredBankLine]
    let places: [Int64: Int]
    let items: [BankItem]
    let proposals: MatchProposals
    let rest: [Int]

    /// All of them by day, then by number.
    var order: [Int] {
      let lines = (0..<proposals.count + rest.count).map { first($0) }
      return lines.indices.sorted { one, other in
        let (left, right) = (stored[lines[one]], stored[lines[other]])
        return (left.line.booked, left.id) < (right.line.booked, right.id)
      }
    }

    private func first(_ place: Int) -> Int {
      place < proposals.count
        ? places[proposals.firstLine(place)] ?? 0 : rest[place - proposals.count]
    }

    func worked(_ place: Int) -> Worked {
      guard place < proposals.count else {
        return Worked(
          shown: ProposedMatch(
            lines: [stored[rest[place - proposals.count]]], items: [], proposal: nil, rivals: []),
          items: [])
      }
      let proposal = proposals[place]
      return Worked(
        shown: ProposedMatch(
          lines: proposal.lines.compactMap { places[$0].map { stored[$0] } },
          items: proposal.items.map { items[$0].item }, proposal: proposal,
          rivals: proposal.rivals.map { items[$0].item }),
        items: proposal.items.map { items[$0] })
    }
  }

  func findings(_ account: BankAccount, _ page: BookReader) throws -> Findings {
    var stored: [StoredBankLine] = []
    let (items, proposals) = try search(account, page) { stored.append($0) }
    let places = Dictionary(
      uniqueKeysWithValues: stored.enumerated().map { ($0.element.id, $0.offset) })
    var isTaken = [Bool](repeating: false, count: stored.count)
    for proposal in proposals {
      for id in proposal.lines { if let place = places[id] { isTaken[place] = true } }
    }
    return Findings(
      stored: stored, places: places, items: items, proposals: proposals,
      rest: stored.indices.filter { !isTaken[$0] })
  }

  /// Looks at the lines of an account one by one.
  private func search(
    _ account: BankAccount, _ page: BookReader, _ see: (StoredBankLine) -> Void
  ) throws -> (items: [BankItem], proposals: MatchProposals) {
    guard let last = try page.lastUnmatchedDay(of: account.id) else {
      return ([], Matcher([MatchItem]()).settled())
    }
    let found = try BankItems(account, page, through: max(last, today))
    var matcher = Matcher(found.items.lazy.map(\.item), rules: found.rules)
    try page.eachBankLine(of: account.id, unmatched: true) { line in
      see(line)
      matcher.look(at: UnmatchedLine(id: line.id, line: line.line))
    }
    return (found.items, matcher.settled())
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
        let found = try findings(account, page.reader)
        var done: [ConfirmedMatch] = []
        for place in found.order {
          let worked = found.worked(place)
          guard let sure = worked.shown.confidence, sure >= confidence else { continue }
          done.append(try carryOut(worked, account, page))
        }
        return done
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
    let all = try findings(account, reader)
    let place = all.proposals.firstIndex { $0.lines.contains(id) }
    guard let found = place.map({ all.worked($0) }), let proposal = found.shown.proposal else {
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
