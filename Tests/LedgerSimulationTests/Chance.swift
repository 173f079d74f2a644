import Journal
import TestSupport
import Units

/// What chance writes: entries sound and unsound.
struct Chance {
  var generator: SplitMix
  private var count = 0

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  mutating func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[draw(0...items.count - 1)] }

  mutating func happens(oneIn count: Int) -> Bool { draw(1...count) == 1 }

  private static let accounts = [
    "512100", "701000", "401000", "411000", "164000", "606100", "615600", "456300",
  ]

  /// A day, most often of the months that are open.
  mutating func day(after closed: String) throws -> Day {
    let first = try Day("2025-01-01")
    if happens(oneIn: 12) { return first.adding(days: draw(-40...900)) }
    let open = closed.isEmpty ? first : try Month(String(closed.prefix(7))).next.first
    return open.adding(days: draw(0...120))
  }

  /// A sound entry.
  mutating func entry(on day: Day) -> DraftEntry {
    count += 1
    let isEnergy = happens(oneIn: 6)
    return DraftEntry(
      key: "K-\(count)", date: day,
      journal: isEnergy ? .memorandum : pick([.sales, .purchases, .bank, .miscellaneous]),
      voucher: "V-\(count)", voucherDate: day.adding(days: -draw(0...40)),
      label: "Essai \(draw(1...9))", origin: "essai", postings: isEnergy ? energy() : money())
  }

  private mutating func money() -> [Posting] {
    let side: Side = happens(oneIn: 2) ? .debit : .credit
    var lines = (0...draw(0...3)).map { _ in
      Posting(side, pick(Self.accounts), Int64(draw(1...1_000_000)), .cents, analysis())
    }
    let sum = lines.reduce(0) { $0 + $1.amount }
    lines.append(Posting(side.opposite, pick(Self.accounts), sum, .cents, analysis()))
    return lines
  }

  private mutating func energy() -> [Posting] {
    let parts = ["912000", "913000", "914000"].map { account in
      Posting(.debit, account, Int64(draw(1...90_000)), .wh)
    }
    let sum = parts.reduce(0) { $0 + $1.amount }
    return parts + [Posting(.credit, "911000", sum, .wh)]
  }

  private mutating func analysis() -> Analysis {
    happens(oneIn: 3) ? Analysis(auxiliary: pick(["supplier:a", "member:M0001"])) : .none
  }

  /// A sound entry with one thing or two broken.
  mutating func broken(on day: Day) -> DraftEntry {
    var draft = entry(on: day)
    for _ in 0...draw(0...1) { spoil(&draft) }
    return draft
  }

  private mutating func spoil(_ draft: inout DraftEntry) {
    guard let last = draft.postings.last else { return }
    let at = draft.postings.count - 1
    switch draw(1...12) {
    case 1: draft.label = ""
    case 2: draft.voucher = ""
    case 3: draft.key = ""
    case 4: draft.postings = [last]
    case 5:
      draft.postings[at] = Posting(
        last.side, pick(["000000", "51210", "999999"]), last.amount, last.unit)
    case 6:
      draft.postings[at] = Posting(last.side, last.account, last.amount, pick([.wh, .shares]))
    case 7: draft.postings[at] = Posting(last.side, last.account, pick([0, -5]), last.unit)
    case 8: draft.journal = draft.journal == .memorandum ? .bank : .memorandum
    case 9:
      draft.postings[at] = Posting(
        last.side, last.account, last.amount, last.unit,
        Analysis(auxiliary: pick(["a", ":b", "c:", "d:e:f", ""])))
    case 10: draft.postings[at] = Posting(last.side, last.account, last.amount - 1, last.unit)
    case 11:
      let huge = Posting(last.side, last.account, Int64.max, last.unit)
      draft.postings += [huge, huge]
    default:
      draft.journal = .memorandum
      draft.postings = [Posting(.debit, "915000", 7, .wh), Posting(.credit, "911000", 7, .wh)]
    }
  }
}
