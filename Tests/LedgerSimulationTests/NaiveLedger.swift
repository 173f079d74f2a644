import Journal
import Units

/// What an operation came to: an answer, or the names of the rules it broke.
enum Answer: Equatable, CustomStringConvertible {
  case done(String)
  case refused(Set<String>)

  static func refused(_ code: String) -> Answer { .refused([code]) }

  var description: String {
    switch self {
    case .done(let what): "done \(what)"
    case .refused(let codes): "refused \(codes.sorted().joined(separator: ", "))"
    }
  }
}

/// The ledger as one would keep it in a notebook: arrays, dictionaries, and every rule written out
/// again.
///
/// It shares no code with the book beyond the values that go in.
struct NaiveLedger {
  struct Line: Equatable {
    let account: String
    let unit: String
    let debit: Int64
    let credit: Int64
    let auxiliary: String
  }

  struct Kept {
    let name: String
    let key: String
    let date: String
    let series: String
    let lines: [Line]
    /// Everything that was written, but where its file lay.
    let content: DraftEntry
    let reverses: String?
    /// Whether it says again what the year before left, and moves nothing.
    var restates = false
  }

  struct Total: Hashable {
    let account: String
    let month: String
  }

  struct Letters: Hashable {
    let account: String
    let auxiliary: String
    let index: Int
  }

  var entries: [Kept] = []
  var drafts: [String: DraftEntry] = [:]
  var totals: [Total: [Int64]] = [:]
  var closed: [String] = []
  var attached: [[String]] = []
  var letters: [String: Letters] = [:]
  var letterings: Set<Letters> = []
  var holdings: [String: Int64] = [:]
  var orders = 0
  var leaves = 0
  /// What the second year opened with, once the first is closed: debits minus credits by account.
  var opening: [String: Int64]?

  /// The entries that move something.
  var moving: [Kept] { entries.filter { !$0.restates } }

  /// First and last days and names of the fiscal years, written down by hand.
  static let years = [
    ("2025", "2025-01-01", "2025-06-30"), ("2026", "2025-07-01", "2026-06-30"),
    ("2027", "2026-07-01", "2027-06-30"),
  ]

  static let units: [String: String] = [
    "512100": "cents", "701000": "cents", "401000": "cents", "411000": "cents", "164000": "cents",
    "606100": "cents", "615600": "cents", "456300": "cents", "101310": "cents", "901000": "shares",
    "902000": "shares", "911000": "wh", "912000": "wh", "913000": "wh", "914000": "wh",
    "915000": "wh", "916000": "wh", "931000": "cents", "934000": "cents",
  ]

  /// What is wrong with an entry in itself.
  static func faults(_ draft: DraftEntry) -> Set<String> {
    var found: Set<String> = []
    if draft.label == "" { found.insert("entry-lacks-label") }
    if draft.voucher == "" { found.insert("entry-lacks-voucher") }
    if draft.key == "" { found.insert("entry-lacks-key") }
    if draft.postings.count < 2 { found.insert("entry-has-too-few-lines") }
    var sums: [String: (debit: Int128, credit: Int128)] = [:]
    for line in draft.postings {
      let unit = line.unit.rawValue
      if let known = units[line.account] {
        if known != unit { found.insert("account-has-another-unit") }
      } else {
        found.insert("account-is-unknown")
      }
      if line.amount <= 0 { found.insert("amount-is-not-positive") }
      let isMemorandum = line.account.first == "9"
      if isMemorandum != (draft.journal.rawValue == "EX") {
        found.insert("account-is-in-the-wrong-journal")
      }
      if let auxiliary = line.analysis.auxiliary {
        let colons = auxiliary.filter { $0 == ":" }.count
        if colons != 1 || auxiliary.first == ":" || auxiliary.last == ":" {
          found.insert("auxiliary-is-malformed")
        }
      }
      if line.side == .debit {
        sums[unit, default: (0, 0)].debit += Int128(line.amount)
      } else {
        sums[unit, default: (0, 0)].credit += Int128(line.amount)
      }
    }
    for sum in sums.values {
      if sum.debit > Int128(Int64.max) || sum.credit > Int128(Int64.max) {
        found.insert("entry-is-too-large")
      } else if sum.debit != sum.credit {
        found.insert("entry-is-unbalanced")
      }
    }
    return found
  }

  static func year(of date: String) -> String? {
    years.first { $0.1 <= date && date <= $0.2 }?.0
  }

  /// The last day that is closed, or a day before all others.
  var closedThrough: String { closed.last.map { "\($0)-31" } ?? "" }

  private func entry(key: String) -> Kept? { entries.first { $0.key == key } }

  /// Posts an entry, unless a rule stands against it.
  mutating func post(_ draft: DraftEntry) -> Answer {
    let faults = Self.faults(draft)
    if !faults.isEmpty { return .refused(faults) }
    var content = draft
    content.origin = ""
    if let known = entry(key: draft.key) {
      return known.content == content ? .done("known \(known.name)") : .refused("key-is-taken")
    }
    let date = draft.date.description
    guard let year = Self.year(of: date) else { return .refused("date-is-outside-fiscal-years") }
    if date <= closedThrough { return .refused("month-is-closed") }
    if draft.journal.rawValue == "AN", year != "2025" {
      return .refused("opening-is-written-by-the-year-end")
    }
    let lines = draft.postings.map { line in
      Line(
        account: line.account, unit: line.unit.rawValue,
        debit: line.side == .debit ? line.amount : 0,
        credit: line.side == .credit ? line.amount : 0, auxiliary: line.analysis.auxiliary ?? "")
    }
    if let broken = rule(against: lines, draft) { return .refused(broken) }
    let series = draft.journal.rawValue == "EX" ? "EX" : ""
    let number = entries.filter { $0.series == series && $0.name.hasPrefix(year) }.count + 1
    var reverses: String?
    if case .reversal(let key, _) = draft.role { reverses = key }
    entries.append(
      Kept(
        name: "\(year)/\(series)\(number)", key: draft.key, date: date, series: series,
        lines: lines, content: content, reverses: reverses))
    for line in lines {
      let total = Total(account: line.account, month: String(date.prefix(7)))
      let known = totals[total] ?? [0, 0]
      totals[total] = [known[0] + line.debit, known[1] + line.credit]
    }
    leaves += 1
    return .done("\(year)/\(series)\(number)")
  }

  private func rule(against lines: [Line], _ draft: DraftEntry) -> String? {
    if let key = corrected(draft.role), entry(key: key) == nil { return "entry-is-unknown" }
    let energy = lines.filter { ["911000", "912000", "913000", "914000"].contains($0.account) }
    if energy.reduce(0, { $0 + $1.debit - $1.credit }) != 0 { return "energy-does-not-add-up" }
    guard case .reversal(let key, _) = draft.role, let old = entry(key: key) else { return nil }
    if entries.contains(where: { $0.reverses == key }) { return "entry-is-reversed-already" }
    if old.reverses != nil { return "entry-is-a-reversal" }
    let inverse = old.lines.map { line in
      Line(
        account: line.account, unit: line.unit, debit: line.credit, credit: line.debit,
        auxiliary: line.auxiliary)
    }
    return inverse == lines ? nil : "reversal-is-not-exact"
  }

  private func corrected(_ role: EntryRole) -> String? {
    switch role {
    case .reversal(let key, _), .replacement(let key, _): key
    default: nil
    }
  }
}

extension NaiveLedger {
  /// What the transaction leaves of the rule that capital is shares at 50 €, day by day.
  var capitalAgrees: Bool {
    var days: [String: (cents: Int64, shares: Int64)] = [:]
    for entry in entries {
      for line in entry.lines {
        if line.account == "101310" {
          days[entry.date, default: (0, 0)].cents += line.credit - line.debit
        }
        if line.account == "902000" {
          days[entry.date, default: (0, 0)].shares += line.debit - line.credit
        }
      }
    }
    return days.values.allSatisfy { $0.cents == $0.shares * 5000 }
  }

  mutating func save(_ draft: DraftEntry) -> Answer {
    if entry(key: draft.key) != nil { return .refused("key-is-taken") }
    drafts[draft.key] = draft
    return .done("")
  }

  mutating func discard(_ key: String) -> Answer {
    drafts.removeValue(forKey: key) == nil ? .refused("draft-is-unknown") : .done("")
  }

  mutating func validate(_ key: String) -> Answer {
    guard let draft = drafts[key] else { return .refused("draft-is-unknown") }
    let answer = post(draft)
    if case .done = answer { drafts[key] = nil }
    return answer
  }

  mutating func attach(_ name: String, _ text: String, to entry: String) -> Answer {
    guard entries.contains(where: { $0.name == entry }) else {
      return .refused("entry-is-unknown")
    }
    if attached.contains(where: { $0[0] == entry && $0[2] == text }) { return .done("known") }
    attached.append([entry, name, text])
    leaves += 1
    return .done("new")
  }

  mutating func close(_ month: String) -> Answer {
    if closed.contains(month) { return .refused("closing-is-append-only") }
    if month >= "2025-07", opening == nil { return .refused("year-before-is-open") }
    closed.append(month)
    leaves += 1
    return .done("")
  }

  /// Ends the first fiscal year: balance sheet accounts carry over, its result stands on 120 or 129.
  mutating func endYear() -> Answer {
    if closedThrough < "2025-06-30" { return .refused("year-is-open") }
    if opening != nil { return .refused("year_closing-is-append-only") }
    var left: [String: Int64] = [:]
    for line in entries.filter({ $0.date <= "2025-06-30" }).flatMap(\.lines)
    where line.account < "800000" {
      let account =
        line.account < "600000" ? line.account : "result"
      left[account, default: 0] += line.debit - line.credit
    }
    let result = left.removeValue(forKey: "result") ?? 0
    left[result <= 0 ? "120000" : "129000", default: 0] += result
    opening = left.filter { $0.value != 0 }
    let number = entries.filter { $0.series.isEmpty && $0.name.hasPrefix("2026") }.count + 1
    entries.append(
      Kept(
        name: "2026/\(number)", key: "", date: "2025-07-01", series: "", lines: [],
        content: DraftEntry(
          key: "", date: Day(number: 0), journal: .opening, voucher: "",
          voucherDate: Day(number: 0),
          label: "", origin: "", postings: []), reverses: nil, restates: true))
    leaves += 2
    return .done("2026/\(number)")
  }

  mutating func letter(_ lines: [(entry: String, line: Int)]) -> Answer {
    var found: [Line] = []
    for (name, number) in lines {
      guard let entry = entries.first(where: { $0.name == name }) else {
        return .refused("entry-is-unknown")
      }
      guard (1...entry.lines.count).contains(number) else { return .refused("line-is-unknown") }
      if letters["\(name):\(number)"] != nil { return .refused("line-is-lettered") }
      found.append(entry.lines[number - 1])
    }
    let places = Set(found.map { "\($0.account) \($0.auxiliary)" })
    guard places.count == 1 else { return .refused("lines-are-of-several-accounts") }
    guard found.reduce(0, { $0 + $1.debit - $1.credit }) == 0 else {
      return .refused("lines-do-not-balance")
    }
    let (account, auxiliary) = (found[0].account, found[0].auxiliary)
    let used = letterings.filter { $0.account == account && $0.auxiliary == auxiliary }
    let index = (used.map(\.index).max() ?? -1) + 1
    let new = Letters(account: account, auxiliary: auxiliary, index: index)
    letterings.insert(new)
    for (name, number) in lines { letters["\(name):\(number)"] = new }
    return .done(Self.code(index))
  }

  mutating func unletter(_ old: Letters) -> Answer {
    guard letterings.remove(old) != nil else { return .refused("letters-are-unknown") }
    letters = letters.filter { $0.value != old }
    return .done("")
  }

  /// AA, AB … ZZ.
  static func code(_ index: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "\(alphabet[index / 26])\(alphabet[index % 26])"
  }

  /// For each account the balance as a day begins, debits and credits through another, and the
  /// balance as that one ends, by adding up every line; accounts of zeroes only are left out.
  func balances(from first: String, through last: String) -> [String: [Int64]] {
    var sums: [String: [Int64]] = [:]
    for (account, balance) in standings(before: first, inYearOf: first) {
      sums[account, default: [0, 0, 0, 0]][0] = balance
    }
    for (account, balance) in standings(before: "\(last)~", inYearOf: last) {
      sums[account, default: [0, 0, 0, 0]][3] = balance
    }
    for entry in entries where first <= entry.date && entry.date <= last {
      for line in entry.lines {
        sums[line.account, default: [0, 0, 0, 0]][1] += line.debit
        sums[line.account, default: [0, 0, 0, 0]][2] += line.credit
      }
    }
    return sums.filter { $0.value != [0, 0, 0, 0] }
  }

  /// Charges and income count from the first day of the year; the result of each year before stands
  /// on 120 or 129.
  private func standings(before day: String, inYearOf named: String) -> [String: Int64] {
    var sums: [String: Int64] = [:]
    var results: [String: Int64] = [:]
    let current = Self.year(of: named) ?? ""
    for entry in entries where entry.date < day {
      let year = Self.year(of: entry.date) ?? ""
      for line in entry.lines {
        let moved = line.debit - line.credit
        if ["6", "7"].contains(line.account.prefix(1)), year != current {
          results[year, default: 0] += moved
        } else {
          sums[line.account, default: 0] += moved
        }
      }
    }
    for result in results.values { sums[result <= 0 ? "120000" : "129000", default: 0] += result }
    return sums
  }
}
