import Units

/// Finds what movements of the bank are: by reference, amount and day, and by what was confirmed before.
///
/// Nothing is decided here: each proposal says why, how sure it is, and what else fits as well.
///
/// - Complexity: O(n log n) in lines and items: each line looks at the items of its reference and at the
///   few of its amount that are nearest in time.
public struct Matcher {
  private let items: [MatchItem]
  private let references: [[UInt64]]
  private let parties: [[Set<UInt64>]]
  private let byAmount: [Int64: [Int]]
  private let byReference: [UInt64: [Int]]
  /// The open items of a group that are more than one, by their sum.
  private let bySum: [Int64: [[Int]]]
  private let rules: [String: [LearnedRule]]

  /// How many items of one amount are looked at for a line: the nearest in time.
  private static let nearest = 8
  /// What is further away in days is not proposed by its amount alone.
  private static let reach = 400
  /// A reference that more items share tells none of them from the others.
  private static let mostSharing = 64

  /// A matcher among items.
  public init(_ items: [MatchItem], rules: [LearnedRule] = []) {
    self.items = items
    references = items.map { $0.references.compactMap { Runs($0).reference } }
    parties = items.map { $0.parties.map(nameMarks).filter { !$0.isEmpty } }
    var byAmount: [Int64: [Int]] = [:]
    var byReference: [UInt64: [Int]] = [:]
    var byGroup: [String: [Int]] = [:]
    for (place, item) in items.enumerated() {
      byAmount[item.amount.units, default: []].append(place)
      for key in references[place] where byReference[key]?.last != place {
        byReference[key, default: []].append(place)
      }
      if item.kind == .openItem { byGroup[item.group, default: []].append(place) }
    }
    self.byAmount = byAmount.mapValues { $0.sorted { items[$0].day < items[$1].day } }
    self.byReference = byReference.filter { $0.value.count <= Matcher.mostSharing }
    var bySum: [Int64: [[Int]]] = [:]
    for members in byGroup.values where members.count > 1 {
      guard let sum = try? Cents.sum(members.map { items[$0].amount }) else { continue }
      bySum[sum.units, default: []].append(members)
    }
    self.bySum = bySum.mapValues { $0.sorted { ($0.first ?? 0) < ($1.first ?? 0) } }
    self.rules = Dictionary(grouping: rules, by: \.words)
  }

  /// What lines are thought to be, at most one proposal a line and an item in one proposal only, in
  /// order of line.
  public func proposals(for lines: [UnmatchedLine]) -> [MatchProposal] {
    var drafts: [Draft] = []
    drafts.reserveCapacity(lines.count)
    var parts: [Int: [UnmatchedLine]] = [:]
    for line in lines {
      let look = Look(line)
      let named = named(look)
      drafts += candidates(look, named)
      for place in named
      where items[place].amount != line.line.amount && items[place].kind == .entry {
        parts[place, default: []].append(line)
      }
    }
    drafts += batches(parts)
    drafts.sort(by: Draft.precedes)
    return settled(drafts).sorted { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) }
  }

  /// A line with the words it tells.
  private struct Look {
    let id: Int64
    let line: BankLine
    let references: Set<UInt64>
    let words: Set<UInt64>

    init(_ unmatched: UnmatchedLine) {
      id = unmatched.id
      line = unmatched.line
      let runs = Runs(line.reference, line.party, line.text)
      references = Set(runs.references)
      words = runs.marks
    }
  }

  /// A proposal before it is known whether something else claims the same.
  private struct Draft {
    let lines: [Int64]
    let items: [Int]
    let rule: LearnedRule?
    let reasons: [MatchReason]
    let distance: Int
    let points: Int
    /// Whether the journal has the movement already: to settle an invoice beside it would pay it twice.
    let isPosted: Bool

    init(
      lines: [Int64], items: [Int], rule: LearnedRule?, reasons: [MatchReason], distance: Int
    ) {
      (self.lines, self.items, self.rule) = (lines, items, rule)
      (self.reasons, self.distance) = (reasons, distance)
      points = reasons.reduce(0) { $0 + $1.points }
      isPosted =
        reasons.contains(.posted) && (reasons.contains(.nearDay) || reasons.contains(.reference))
    }

    /// What is posted already first; then the surest; then the nearest in time, the oldest line, the oldest item.
    static func precedes(_ one: Draft, _ other: Draft) -> Bool {
      if one.isPosted != other.isPosted { return one.isPosted }
      if one.points != other.points { return one.points > other.points }
      if one.distance != other.distance { return one.distance < other.distance }
      if one.lines != other.lines { return one.lines.lexicographicallyPrecedes(other.lines) }
      return one.items.lexicographicallyPrecedes(other.items)
    }
  }

  private func candidates(_ look: Look, _ named: [Int]) -> [Draft] {
    let exact = named.filter { items[$0].amount == look.line.amount }
    // Beside what the line names, its neighbours matter only if another line claims that.
    let near = near(look, exact.isEmpty ? Matcher.nearest : 1).filter { !exact.contains($0) }
    var drafts = (near + exact).map { draft(look, $0) }
    drafts += together(look, named)
    if !rules.isEmpty {
      drafts += (rules[rememberedWords(look.line)] ?? []).compactMap { learned(look, $0) }
    }
    return drafts
  }

  /// The items whose reference the line tells.
  private func named(_ look: Look) -> [Int] {
    var found: [Int] = []
    for reference in look.references {
      for place in byReference[reference] ?? [] where !found.contains(place) { found.append(place) }
    }
    return found
  }

  private func tells(_ look: Look, partyOf place: Int) -> Bool {
    parties[place].contains { $0.isSubset(of: look.words) }
  }

  /// The items of the line's amount that are nearest in time.
  private func near(_ look: Look, _ most: Int) -> [Int] {
    guard let places = byAmount[look.line.amount.units] else { return [] }
    let day = look.line.booked
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if items[places[middle]].day < day { low = middle + 1 } else { high = middle }
    }
    let around = max(0, low - most)..<min(places.count, low + most)
    return places[around].filter { distance(look, $0) <= Matcher.reach }
  }

  private func distance(_ look: Look, _ place: Int) -> Int {
    abs(items[place].day.days(until: look.line.booked))
  }

  private func draft(_ look: Look, _ place: Int) -> Draft {
    let distance = distance(look, place)
    var reasons: [MatchReason] = [.amount]
    if references[place].contains(where: look.references.contains) { reasons.append(.reference) }
    if tells(look, partyOf: place) { reasons.append(.party) }
    if distance <= 5 { reasons.append(.nearDay) } else if distance <= 45 { reasons.append(.farDay) }
    switch items[place].kind {
    case .entry: reasons.append(.posted)
    case .instalment: reasons.append(.due)
    case .openItem: break
    }
    if byAmount[look.line.amount.units]?.count == 1 { reasons.append(.alone) }
    return Draft(
      lines: [look.id], items: [place], rule: nil, reasons: reasons, distance: distance)
  }

  /// Several items of one group that the line pays together: those it names, or all of a party it names.
  private func together(_ look: Look, _ named: [Int]) -> [Draft] {
    let open = named.filter { items[$0].kind == .openItem }
    let told = Dictionary(grouping: open, by: { items[$0].group }).values.filter { members in
      members.count > 1
        && (try? Cents.sum(members.map { items[$0].amount })) == look.line.amount
    }
    let owed = (bySum[look.line.amount.units] ?? []).filter { tells(look, partyOf: $0[0]) }
    return told.map { together(look, $0.sorted(), [.amount, .reference]) }
      + owed.map { together(look, $0, [.amount, .party]) }
  }

  private func together(_ look: Look, _ members: [Int], _ reasons: [MatchReason]) -> Draft {
    let distance = members.map { self.distance(look, $0) }.max() ?? 0
    let days: [MatchReason] = distance <= 5 ? [.nearDay] : distance <= 45 ? [.farDay] : []
    return Draft(
      lines: [look.id], items: members, rule: nil, reasons: reasons + days, distance: distance)
  }

  private func learned(_ look: Look, _ rule: LearnedRule) -> Draft? {
    guard rule.isIncome == (look.line.amount > .zero) else { return nil }
    // Confirmed three times without another outcome, it is as good as a reference.
    let reasons: [MatchReason] = rule.times >= 3 ? [.learned, .reference] : [.learned, .party]
    return Draft(lines: [look.id], items: [], rule: rule, reasons: reasons, distance: 0)
  }

  /// Lines that together are one item whose reference they all name: the transfers of a batch.
  private func batches(_ parts: [Int: [UnmatchedLine]]) -> [Draft] {
    parts.compactMap { place, lines -> Draft? in
      guard lines.count > 1, let sum = try? Cents.sum(lines.map(\.line.amount)),
        sum == items[place].amount
      else { return nil }
      return Draft(
        lines: lines.map(\.id).sorted(), items: [place], rule: nil,
        reasons: [.amount, .reference, .posted],
        distance: lines.map { abs(items[place].day.days(until: $0.line.booked)) }.max() ?? 0)
    }
  }

  /// Goes through the drafts from the surest on; what is taken is taken.
  private func settled(_ drafts: [Draft]) -> [MatchProposal] {
    var takenLines: Set<Int64> = []
    var takenItems: Set<Int> = []
    var proposals: [MatchProposal] = []
    var places: [Int64: Int] = [:]
    var best: [(draft: Draft, rivals: [Int])] = []
    for draft in drafts {
      if takenLines.isDisjoint(with: draft.lines), takenItems.isDisjoint(with: draft.items) {
        takenLines.formUnion(draft.lines)
        takenItems.formUnion(draft.items)
        for line in draft.lines { places[line] = best.count }
        best.append((draft, []))
      } else if let line = draft.lines.first, draft.lines.count == 1, let place = places[line],
        best[place].draft.points == draft.points, draft.items.count == 1,
        takenItems.isDisjoint(with: draft.items), !isAlike(draft.items[0], best[place].draft)
      {
        best[place].rivals.append(draft.items[0])
      }
    }
    for (draft, rivals) in best {
      // Something may have claimed the rival since.
      proposals.append(
        MatchProposal(
          lines: draft.lines, items: draft.items, rule: draft.rule, reasons: draft.reasons,
          rivals: rivals.filter { !takenItems.contains($0) }))
    }
    return proposals
  }

  /// Whether two items are the same to everybody: one account, one other side, one amount.
  private func isAlike(_ item: Int, _ draft: Draft) -> Bool {
    guard draft.items.count == 1 else { return false }
    let (one, other) = (items[item], items[draft.items[0]])
    return !one.group.isEmpty && one.group == other.group && one.amount == other.amount
      && one.kind == other.kind
  }
}
