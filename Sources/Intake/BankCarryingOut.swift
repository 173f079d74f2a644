import Agreements
import Bank
import Bookings
import Journal
import Store
import Units

/// What confirming writes: entries, letters, and the match.
extension Banking {
  /// Carries out what was proposed.
  func carryOut(
    _ worked: Worked, _ account: BankAccount, _ page: BookWriter
  ) throws -> ConfirmedMatch {
    let lines = worked.shown.lines
    let reasons = worked.shown.proposal?.reasons ?? []
    if let rule = worked.shown.proposal?.rule {
      var choice = BankChoice()
      choice.account = rule.account
      choice.analysis = Analysis(
        auxiliary: rule.auxiliary, site: rule.site, contract: rule.contract)
      return try carryOut(choice, lines[0], account, page, reasons)
    }
    var pointed: [LineReference] = []
    var settled: [JournalLine] = []
    var paid: EntryReference?
    for item in worked.items {
      switch item.effect {
      case .points(let line): pointed.append(line)
      case .settles(let line): settled.append(line)
      case .pays(let draft):
        let reference = try post(draft, page)
        paid = reference
        pointed.append(contentsOf: try bankLines(of: reference, account, page))
      }
    }
    guard settled.isEmpty else {
      return try settle(settled, rest: nil, lines[0], account, page, reasons)
    }
    let match = BankMatch(
      account: account.id, lines: lines.map(\.id), postings: pointed, reasons: reasons)
    _ = try page.match(match, on: account.account)
    return ConfirmedMatch(
      lines: lines.map(\.id), amount: try Cents.sum(lines.map(\.line.amount)), postings: pointed,
      entry: paid, letters: [])
  }

  /// Carries out what the treasurer said.
  func carryOut(
    _ choice: BankChoice, _ line: StoredBankLine, _ account: BankAccount, _ page: BookWriter,
    _ reasons: [MatchReason] = []
  ) throws -> ConfirmedMatch {
    let chosen = try choice.items.map { try journalLine($0, page) }
    let own = chosen.filter { $0.posting.account == account.account }
    guard own.isEmpty || own.count == chosen.count && choice.account == nil else {
      throw BankRefusal.itemIsNotOpen("\(choice.items[0].entry):\(choice.items[0].line)")
    }
    if own.isEmpty {
      var rest: (account: String, analysis: Analysis)?
      if let number = choice.account { rest = (number, choice.analysis) }
      return try settle(chosen, rest: rest, line, account, page, reasons)
    }
    let match = BankMatch(account: account.id, lines: [line.id], postings: choice.items)
    _ = try page.match(match, on: account.account)
    return ConfirmedMatch(
      lines: [line.id], amount: line.line.amount, postings: choice.items, entry: nil, letters: [])
  }

  /// Writes the entry of a movement against open items and, for the rest, an account; letters what it
  /// settles.
  private func settle(
    _ items: [JournalLine], rest: (account: String, analysis: Analysis)?, _ line: StoredBankLine,
    _ account: BankAccount, _ page: BookWriter, _ reasons: [MatchReason]
  ) throws -> ConfirmedMatch {
    let settled = try Cents.sum(items.map { Cents($0.posting.debit - $0.posting.credit) })
    let left = line.line.amount - settled
    guard left == .zero || rest != nil else {
      throw items.isEmpty
        ? BankRefusal.nothingIsChosen
        : .choiceDoesNotSum(bank: line.line.amount, chosen: settled)
    }
    if let rest { try refuseFollowing(rest.account, bank: account.account) }
    var postings = [Posting.debit(account.account, line.line.amount)]
    postings += items.map { item in
      Posting(
        item.posting.side.opposite, item.posting.account, item.posting.amount, .cents,
        item.posting.analysis)
    }
    if let rest, left != .zero { postings.append(.credit(rest.account, left, rest.analysis)) }
    let entry = try post(draft(line, account, items, postings, page), page)
    let letters = try items.enumerated().map { offset, item in
      try page.letter(
        [
          LineReference(entry: item.entry.reference, line: item.line),
          LineReference(entry: entry, line: offset + 2),
        ], on: today)
    }
    let match = BankMatch(
      account: account.id, lines: [line.id], postings: [LineReference(entry: entry, line: 1)],
      entry: entry, counterpartAccount: items.isEmpty ? rest?.account : nil,
      counterpart: items.isEmpty ? rest?.analysis : nil, reasons: reasons)
    _ = try page.match(match, on: account.account)
    return ConfirmedMatch(
      lines: [line.id], amount: line.line.amount, postings: match.postings, entry: entry,
      letters: letters)
  }

  /// The entry of a movement: its label names the line and what it settles, never who paid.
  private func draft(
    _ line: StoredBankLine, _ account: BankAccount, _ items: [JournalLine],
    _ postings: [Posting], _ page: BookWriter
  ) throws -> DraftEntry {
    let reader = try page.reader
    let voucher = BankEntries.voucher(account.id, line.id)
    // A match that was undone left its entry and the reversal; the next one needs a key of its own.
    var key = BankEntries.key(line.id)
    var attempt = 1
    while try reader.entry(key: key) != nil {
      attempt += 1
      key = BankEntries.key(line.id, attempt: attempt)
    }
    return DraftEntry(
      key: key, date: line.line.booked, journal: .bank, voucher: voucher,
      voucherDate: line.line.booked,
      label: BankEntries.label(line.id, settling: items.map(\.voucher)), origin: "bank confirm",
      postings: postings)
  }

  /// Posts an entry; one whose day is in a closed month goes in on the first open day, its true date
  /// in its label.
  private func post(_ draft: DraftEntry, _ page: BookWriter) throws -> EntryReference {
    let closed = try page.reader.closedThrough()
    guard let closed, draft.date <= closed else {
      return try page.post(Entry(checking: draft)).reference
    }
    return try page.post(Entry(checking: LateEntry.entered(draft, on: closed.next))).reference
  }

  private func journalLine(_ line: LineReference, _ page: BookWriter) throws -> JournalLine {
    let stored = try page.reader.entry(line.entry)
    guard let found = try page.reader.line(line), found.letters == nil, stored.reversedBy == nil,
      !found.entry.restates, found.posting.unit == .cents
    else { throw BankRefusal.itemIsNotOpen("\(line.entry):\(line.line)") }
    return found
  }

  private func bankLines(
    of entry: EntryReference, _ account: BankAccount, _ page: BookWriter
  ) throws -> [LineReference] {
    try page.reader.entry(entry).content.postings.enumerated()
      .filter { $0.element.account == account.account }
      .map { LineReference(entry: entry, line: $0.offset + 1) }
  }

  /// Capital, energy and the bank's own account follow from elsewhere.
  private func refuseFollowing(_ account: String, bank: String) throws(BankRefusal) {
    guard !account.hasPrefix("101"), !account.hasPrefix("9"), account != bank,
      !account.hasPrefix("456"), !account.hasPrefix("109")
    else { throw .accountFollowsFromElsewhere(account) }
  }
}
