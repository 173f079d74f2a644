import Units

/// Reasons, each a bit.
struct MatchReasons: OptionSet {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ reason: MatchReason) {
    rawValue = 1 << UInt16(MatchReason.allCases.firstIndex(of: reason) ?? 0)
  }

  static let amount = MatchReasons(.amount)
  static let reference = MatchReasons(.reference)
  static let party = MatchReasons(.party)
  static let nearDay = MatchReasons(.nearDay)
  static let farDay = MatchReasons(.farDay)
  static let posted = MatchReasons(.posted)
  static let due = MatchReasons(.due)
  static let learned = MatchReasons(.learned)
  static let alone = MatchReasons(.alone)

  /// The reasons as they are told: what was learned first.
  var list: [MatchReason] {
    let all = MatchReason.allCases.filter { contains(MatchReasons($0)) }
    return contains(.learned) ? [.learned] + all.filter { $0 != .learned } : all
  }
}

/// A proposal before it is known whether something else claims the same.
struct MatchDraft {
  /// The number of its first line.
  let id: Int64
  /// The place of its line among those looked at.
  let line: Int32
  /// The place of its item; -1 when there is none.
  let item: Int32
  /// The place of what it is besides one line and one item; -1 when it is that.
  let wider: Int32
  let distance: Int32
  let points: Int16
  let reasons: MatchReasons
  /// Whether the journal has the movement already: to settle an invoice beside it would pay it twice.
  let isPosted: Bool

  /// What a draft is that is not one line and one item.
  struct Wider {
    let ids: [Int64]
    let lines: [Int32]
    let items: [Int]
    let rule: LearnedRule?
  }

  init(
    id: Int64, line: Int32, item: Int32, wider: Int32 = -1, distance: Int, reasons: MatchReasons
  ) {
    (self.id, self.line, self.item, self.wider) = (id, line, item, wider)
    self.distance = Int32(clamping: distance)
    self.reasons = reasons
    points = Int16(reasons.points)
    isPosted =
      reasons.contains(.posted) && !reasons.isDisjoint(with: [.nearDay, .reference])
  }

  /// What is posted already first; then the surest; then the nearest in time, the oldest line, the
  /// oldest item.
  static func precedes(_ one: MatchDraft, _ other: MatchDraft, _ widers: [Wider]) -> Bool {
    if one.isPosted != other.isPosted { return one.isPosted }
    if one.points != other.points { return one.points > other.points }
    if one.distance != other.distance { return one.distance < other.distance }
    if one.id != other.id { return one.id < other.id }
    if one.wider < 0, other.wider < 0 { return one.item < other.item }
    let (left, right) = (one.whole(widers), other.whole(widers))
    if left.ids != right.ids { return left.ids.lexicographicallyPrecedes(right.ids) }
    return left.items.lexicographicallyPrecedes(right.items)
  }

  /// Its lines and items, however many.
  func whole(_ widers: [Wider]) -> Wider {
    wider >= 0
      ? widers[Int(wider)] : Wider(ids: [id], lines: [line], items: [Int(item)], rule: nil)
  }
}

extension MatchReasons {
  private static let points = MatchReason.allCases.map(\.points)

  /// How much they are worth together.
  var points: Int {
    var (sum, rest) = (0, rawValue)
    while rest != 0 {
      sum += MatchReasons.points[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}

/// What lines of the bank are thought to be, in order of line: worked out one by one when looked at.
public struct MatchProposals: RandomAccessCollection, Sendable {
  let drafts: [MatchDraft]
  let widers: [MatchDraft.Wider]
  /// What else fits as well, by the first line.
  let rivals: [Int64: [Int]]

  /// The first.
  public var startIndex: Int { 0 }
  /// Behind the last.
  public var endIndex: Int { drafts.count }

  /// A proposal.
  public subscript(position: Int) -> MatchProposal {
    let draft = drafts[position]
    let whole = draft.whole(widers)
    return MatchProposal(
      lines: whole.ids, items: whole.items, rule: whole.rule, reasons: draft.reasons.list,
      rivals: rivals[draft.id] ?? [])
  }

  /// The number of the first line of a proposal, without working it out.
  public func firstLine(_ position: Int) -> Int64 { drafts[position].id }

  /// How many lines are as sure as that.
  public func lines(_ confidence: Confidence) -> Int {
    drafts.reduce(0) { count, draft in
      let isSure = rivals[draft.id] == nil
      let found = isSure ? Confidence(points: Int(draft.points)) : .possible
      guard found == confidence else { return count }
      return count + (draft.wider >= 0 ? widers[Int(draft.wider)].ids.count : 1)
    }
  }
}
