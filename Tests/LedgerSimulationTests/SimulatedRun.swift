import GRDB
import Journal
import Store
import TestSupport
import Units

/// One run: the book, the notebook, and chance.
struct SimulatedRun {
  var model = NaiveLedger()
  private(set) var refused: Set<String> = []
  private let ledger: LedgerUnderTest
  private var chance: Chance
  private var shares = 0

  init(seed: UInt64) throws {
    ledger = try LedgerUnderTest()
    chance = Chance(seed: seed)
    model.leaves = 3
  }

  /// Does one thing on both sides and holds them against each other; what differs, or nothing.
  mutating func step(_ number: Int) throws -> String? {
    let (what, expected, found) = try operate()
    if case .refused(let codes) = found { refused.formUnion(codes) }
    if expected != found { return "\(what): expected \(expected), found \(found)" }
    if number.isMultiple(of: 40) { try ledger.reopen() }
    if let fault = try difference() ?? balanceDifference() { return "after \(what): \(fault)" }
    guard number.isMultiple(of: 50) else { return nil }
    return try journalDifference() ?? unsound()
  }

  private typealias Step = (what: String, expected: Answer, found: Answer)

  private mutating func operate() throws -> Step {
    switch chance.draw(1...23) {
    case 1...6: try post()
    case 7, 8: try postBroken()
    case 9: try postAgain()
    case 10: try postMany()
    case 11, 12: try saveDraft()
    case 13: try endDraft()
    case 14, 15: try reverse()
    case 16: try replace()
    case 17: try letter()
    case 18: try unletter()
    case 19: try attach()
    case 20, 21: try close()
    case 22: try subscribe()
    default: try attack()
    }
  }

  private mutating func post() throws -> Step {
    var draft = chance.entry(on: try chance.day(after: model.closedThrough))
    if chance.happens(oneIn: 25) { draft.journal = .opening }
    return ("post \(draft.key) \(draft.date)", model.post(draft), try ledger.post([draft]))
  }

  private mutating func postBroken() throws -> Step {
    let draft = chance.broken(on: try chance.day(after: model.closedThrough))
    return ("post broken \(draft)", model.post(draft), try ledger.post([draft]))
  }

  private mutating func postAgain() throws -> Step {
    guard !model.moving.isEmpty else { return try post() }
    var draft = chance.pick(model.moving).content
    draft.origin = "ailleurs"
    if chance.happens(oneIn: 2) { draft.label += " bis" }
    return ("post again \(draft.key)", model.post(draft), try ledger.post([draft]))
  }

  /// Several entries in one transaction, which fails when one does, or crashes at its end.
  private mutating func postMany() throws -> Step {
    let drafts = try (0...chance.draw(1...4)).map { _ in
      chance.entry(on: try chance.day(after: model.closedThrough))
    }
    let crash = chance.happens(oneIn: 3)
    let before = model
    var names: [String] = []
    var expected: Answer?
    for draft in drafts where expected == nil {
      let answer = model.post(draft)
      if case .done(let name) = answer { names.append(name) } else { expected = answer }
    }
    if expected == nil, crash { expected = .refused("crash") }
    if expected != nil { model = before }
    let found = try ledger.post(drafts, crash: crash)
    return ("post \(drafts.count)", expected ?? .done(names.joined(separator: " ")), found)
  }

  private mutating func saveDraft() throws -> Step {
    var draft =
      chance.happens(oneIn: 2)
      ? chance.entry(on: try chance.day(after: model.closedThrough))
      : chance.broken(on: try chance.day(after: model.closedThrough))
    if draft.key.isEmpty { draft.key = "K-vide" }
    if chance.happens(oneIn: 3), let known = model.drafts.keys.sorted().last { draft.key = known }
    if chance.happens(oneIn: 8), let entry = model.moving.last { draft.key = entry.key }
    return ("save \(draft.key)", model.save(draft), try ledger.save(draft))
  }

  private mutating func endDraft() throws -> Step {
    let key = chance.happens(oneIn: 8) ? "K-0" : model.drafts.keys.sorted().first ?? "K-0"
    return chance.happens(oneIn: 4)
      ? ("discard \(key)", model.discard(key), try ledger.discard(key))
      : ("validate \(key)", model.validate(key), try ledger.validate(key))
  }

  private mutating func reverse() throws -> Step {
    guard !model.moving.isEmpty else { return try post() }
    let old = chance.pick(model.moving.suffix(30)).content
    var draft = chance.entry(on: try chance.day(after: model.closedThrough))
    draft.journal = old.journal
    draft.postings = old.postings.map {
      Posting($0.side.opposite, $0.account, $0.amount, $0.unit, $0.analysis)
    }
    if chance.happens(oneIn: 5) { draft.postings.swapAt(0, 1) }
    let key = chance.happens(oneIn: 10) ? "K-0" : old.key
    draft.role = .reversal(of: key, reason: "essai")
    let touchesCapital = draft.postings.contains { ["101310", "902000"].contains($0.account) }
    guard !touchesCapital else { return try post() }
    return ("reverse \(key)", model.post(draft), try ledger.post([draft]))
  }

  private mutating func replace() throws -> Step {
    var draft = chance.entry(on: try chance.day(after: model.closedThrough))
    let key = model.moving.last?.key ?? "K-0"
    draft.role = .replacement(of: chance.happens(oneIn: 6) ? "K-0" : key, reason: "essai")
    return ("replace \(key)", model.post(draft), try ledger.post([draft]))
  }

  /// A pair that settles itself, or lines that do not.
  private mutating func letter() throws -> Step {
    var lines = [(entry: "2025/\(chance.draw(1...40))", line: chance.draw(1...3))]
    let reversal = model.entries.last { entry in
      entry.reverses != nil && model.letters["\(entry.name):1"] == nil
    }
    if let reversal, let old = model.entries.first(where: { $0.key == reversal.reverses }),
      !chance.happens(oneIn: 3)
    {
      lines = [(old.name, 1), (reversal.name, 1)]
    } else if chance.happens(oneIn: 2), let entry = model.moving.last, lines[0].line <= 2 {
      lines = [(entry.name, 1), (entry.name, 2)]
    }
    if lines.count == 2 {
      let taken = lines.filter { model.letters["\($0.entry):\($0.line)"] != nil }
      if taken.count == 2 { lines = [taken[0]] }
    }
    return ("letter \(lines)", model.letter(lines), try ledger.letter(lines))
  }

  private mutating func unletter() throws -> Step {
    let known = model.letterings.sorted { ($0.account, $0.index) < ($1.account, $1.index) }
    let letters =
      known.isEmpty || chance.happens(oneIn: 4)
      ? NaiveLedger.Letters(account: "512100", auxiliary: "", index: 99) : chance.pick(known)
    return (
      "unletter \(letters)", model.unletter(letters),
      try ledger.unletter(letters.account, letters.auxiliary, NaiveLedger.code(letters.index))
    )
  }

  private mutating func attach() throws -> Step {
    let name =
      model.entries.isEmpty || chance.happens(oneIn: 6)
      ? "2025/9999" : chance.pick(model.entries).name
    let text = "pièce \(chance.draw(1...5))"
    return (
      "attach to \(name)", model.attach("p.txt", text, to: name),
      try ledger.attach("p.txt", text, to: name)
    )
  }

  /// The next month, if the year is not over, or one that was closed.
  private mutating func close() throws -> Step {
    if chance.happens(oneIn: 10) {
      return ("end the year", model.endYear(), try ledger.endYear())
    }
    let next = try model.closed.last.map { try Month($0).next } ?? Month("2025-01")
    let again = chance.happens(oneIn: 8)
    let month = again ? model.closed.last ?? "\(next)" : "\(next)"
    if month > "2025-06", model.opening == nil, chance.happens(oneIn: 2) {
      return ("end the year", model.endYear(), try ledger.endYear())
    }
    guard month < "2026-07" else { return try attack() }
    return ("close \(month)", model.close(month), try ledger.close(month))
  }

  private mutating func subscribe() throws -> Step {
    shares += 1
    let (member, count) = ("M000\(chance.draw(1...3))", Int64(chance.draw(1...9)))
    let day = try chance.day(after: model.closedThrough)
    var capital = chance.entry(on: day)
    var memorandum = chance.entry(on: day)
    let analysis = Analysis(auxiliary: "member:\(member)")
    capital.journal = .shares
    capital.postings = [
      Posting(.debit, "512100", count * 5000, .cents),
      Posting(.credit, "101310", count * 5000, .cents, analysis),
    ]
    memorandum.journal = .memorandum
    memorandum.postings = [
      Posting(.debit, "902000", count, .shares, analysis),
      Posting(.credit, "901000", count, .shares),
    ]
    let entries =
      chance.happens(oneIn: 3) ? [chance.pick([capital, memorandum])] : [capital, memorandum]
    guard day >= (try Day("2025-01-01")) else { return try post() }
    return (
      "subscribe \(count) on \(day)", model.subscribe(entries),
      try ledger.subscribe(member, count, entries)
    )
  }

  private static let attacks = [
    "UPDATE entry SET label = 'x'", "UPDATE entry SET number = number + 1", "DELETE FROM entry",
    "UPDATE posting SET debit = debit + 1", "DELETE FROM posting", "DELETE FROM leaf",
    "INSERT INTO posting SELECT entry, 99, account, unit, debit, credit, NULL, NULL, NULL FROM posting",
    "UPDATE leaf SET hash = zeroblob(32)", "INSERT INTO leaf VALUES (0, 'x', zeroblob(32))",
    "DELETE FROM member", "UPDATE secret SET value = zeroblob(32)",
    "INSERT OR REPLACE INTO leaf SELECT position, 'x', hash FROM leaf",
    "UPDATE fiscal_year SET last = '2030-12-31'", "UPDATE nominal SET cents = 1",
    "UPDATE account SET unit = 'wh'", "UPDATE account SET label_fr = 'x'",
  ]

  /// A hand past the program: refused, or there was nothing to change.
  private mutating func attack() throws -> Step {
    let sql = chance.pick(Self.attacks)
    let bounced = try ledger.attack(sql)
    return (
      sql, .refused("bounced"), bounced || model.entries.isEmpty ? .refused("bounced") : .done("")
    )
  }
}

extension NaiveLedger {
  /// Entries of one transaction that must leave capital and shares agreed.
  mutating func subscribe(_ drafts: [DraftEntry]) -> Answer {
    let before = self
    var names: [String] = []
    for draft in drafts {
      let answer = post(draft)
      guard case .done(let name) = answer else {
        self = before
        return answer
      }
      names.append(name)
    }
    guard capitalAgrees else {
      self = before
      return .refused("capital-differs-from-register")
    }
    if drafts.count == 2 { leaves += 1 }
    return .done(names.joined(separator: " "))
  }
}

/// What the two sides say.
extension SimulatedRun {
  private func difference() throws -> String? {
    var found: [NaiveLedger.Total: [Int64]] = [:]
    for row in try ledger.rows("SELECT account, month, debit, credit FROM month_total") {
      found[NaiveLedger.Total(account: row[0], month: row[1])] = [row[2], row[3]]
    }
    if found != model.totals { return "month totals" }
    let counts = try ledger.rows(
      """
      SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM leaf), (SELECT size FROM frontier),
        (SELECT count(*) FROM attachment), (SELECT count(*) FROM lettered),
        (SELECT group_concat(key, ' ') FROM (SELECT key FROM draft ORDER BY key))
      """)
    let row = counts.map {
      "\($0[0] as Int) \($0[1] as Int) \($0[2] as Int) \($0[3] as Int) \($0[4] as Int) \($0[5] as String? ?? "")"
    }
    let mine =
      "\(model.entries.count) \(model.leaves) \(model.leaves) \(model.attached.count) "
      + "\(model.letters.count) \(model.drafts.keys.sorted().joined(separator: " "))"
    return row == [mine] ? nil : "counts: expected \(mine), found \(row)"
  }

  /// The balances over a period of any two days.
  private mutating func balanceDifference() throws -> String? {
    let days = try [0, 1].map { _ in try Day("2025-01-01").adding(days: chance.draw(-30...900)) }
      .sorted()
    let found = try ledger.balances(from: days[0], through: days[1])
    let expected = model.balances(
      from: days[0].description, through: days[1].description)
    if found == expected { return nil }
    let account = Set(found.keys).union(expected.keys).sorted().first { found[$0] != expected[$0] }
    let one = account ?? ""
    return "\(one) from \(days[0]) through \(days[1]): expected \(expected[one] ?? []), found "
      + "\(found[one] ?? [])"
  }

  /// The whole journal, line by line.
  private func journalDifference() throws -> String? {
    let sorted = model.entries.enumerated().sorted { left, right in
      (left.element.series, left.element.name.prefix(4), left.offset)
        < (right.element.series, right.element.name.prefix(4), right.offset)
    }
    let expected = sorted.flatMap { _, entry in
      entry.lines.enumerated().map { index, line in
        let code = model.letters["\(entry.name):\(index + 1)"].map { NaiveLedger.code($0.index) }
        return "\(entry.name):\(index + 1) \(entry.date) \(line.account) \(line.debit) "
          + "\(line.credit) \(code ?? "")"
      }
    }
    var found = try ledger.journal()
    if let opening = model.opening, let name = model.entries.first(where: \.restates)?.name {
      var sums: [String: Int64] = [:]
      for words in found.filter({ $0.hasPrefix("\(name):") }).map({ $0.split(separator: " ") }) {
        sums[String(words[2]), default: 0] += (Int64(words[3]) ?? 0) - (Int64(words[4]) ?? 0)
      }
      if sums != opening { return "opening: expected \(opening), found \(sums)" }
      found.removeAll { $0.hasPrefix("\(name):") }
    }
    let place = zip(expected, found).first { $0 != $1 }
    if let place { return "journal: expected \(place.0), found \(place.1)" }
    return expected.count == found.count ? nil : "journal: \(found.count) lines"
  }

  private func unsound() throws -> String? {
    let report = try examine(bookAt: ledger.path, closings: ledger.folder.path("closings"))
    let faults = report.faults.filter { !$0.isWarning }
    return report.isSound
      ? nil : "doctor: \(faults.map(\.code)) \(report.results.compactMap(\.obstacle))"
  }
}
