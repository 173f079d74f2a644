import Units

/// Finds what movements of the bank are: by reference, amount and day, and by what was confirmed before.
///
/// Nothing is decided here: each proposal says why, how sure it is, and what else fits as well.
///
/// - Complexity: O(n log n) in lines and items: each line looks at the items of its reference and at the
///   few of its amount that are nearest in time. Of a line nothing is kept but what it may be.
public struct Matcher {
  private let index: MatchIndex
  private let rules: [String: [LearnedRule]]
  private var drafts: [MatchDraft] = []
  private var widers: [MatchDraft.Wider] = []
  /// Lines that name an entry of another amount, by the place of the entry: transfers of a batch.
  private var parts: [Int: [Part]] = [:]
  private var count: Int32 = 0
  /// The words of the line that is looked at.
  private var look = Look()

  /// How many items of one amount are looked at for a line: the nearest in time.
  private static let nearest = 8
  /// What is further away in days is not proposed by its amount alone.
  private static let reach = 400

  /// A matcher among items.
  public init(_ items: some Sequence<MatchItem>, rules: [LearnedRule] = []) {
    index = MatchIndex(items)
    self.rules = Dictionary(grouping: rules, by: \.words)
  }

  private struct Part {
    let id: Int64
    let place: Int32
    let amount: Cents
    let day: Day
  }

  /// A line with the words it tells.
  private struct Look {
    var id: Int64 = 0
    var place: Int32 = 0
    var amount = Cents.zero
    var day = Day.endOfTime
    var runs = Runs()
    var references: [UInt64] = []

    mutating func turn(to line: UnmatchedLine, _ place: Int32) {
      (id, self.place) = (line.id, place)
      (amount, day) = (line.line.amount, line.line.booked)
      runs.clear()
      runs.take(line.line.reference)
      runs.take(line.line.party)
      runs.take(line.line.text)
      references.removeAll(keepingCapacity: true)
      runs.addReferences(to: &references)
    }
  }

  /// What lines are thought to be, at most one proposal a line and an item in one proposal only, in
  /// order of line.
  public func proposals(for lines: some Sequence<UnmatchedLine>) -> MatchProposals {
    var matcher = self
    for line in lines { matcher.look(at: line) }
    return matcher.settled()
  }

  /// Takes in one more line.
  public mutating func look(at line: UnmatchedLine) {
    look.turn(to: line, count)
    count += 1
    let named = named()
    addCandidates(named)
    if !rules.isEmpty {
      for rule in rules[rememberedWords(line.line)] ?? [] { addLearned(rule) }
    }
    for place in named
    where index.items[place].amount != look.amount && index.items[place].kind == .entry {
      parts[place, default: []].append(
        Part(id: look.id, place: look.place, amount: look.amount, day: look.day))
    }
  }

  private mutating func addCandidates(_ named: [Int]) {
    let exact = named.filter { index.items[$0].amount == look.amount }
    // Beside what the line names, its neighbours matter only if another line claims that.
    let (near, isAlone) = index.near(
      look.amount, look.day, exact.isEmpty ? Matcher.nearest : 1)
    for place in near where distance(place) <= Matcher.reach && !exact.contains(place) {
      drafts.append(draft(place, isAlone))
    }
    for place in exact { drafts.append(draft(place, isAlone)) }
    addTogether(named)
  }

  /// The items whose reference the line tells.
  private func named() -> [Int] {
    var found: [Int] = []
    for reference in look.references {
      for (_, place) in index.named(reference) where !found.contains(Int(place)) {
        found.append(Int(place))
      }
    }
    return found
  }

  private func tells(partyOf place: Int) -> Bool {
    let parties = index.items[place].parties
    guard !parties.isEmpty else { return false }
    let words = look.runs.marks
    return parties.contains { $0.isSubset(of: words) }
  }

  private func distance(_ place: Int) -> Int { abs(index.items[place].day.days(until: look.day)) }

  private func draft(_ place: Int, _ isAlone: Bool) -> MatchDraft {
    let distance = distance(place)
    var reasons = MatchReasons.amount
    if index.bears(place, look.references) { reasons.insert(.reference) }
    if tells(partyOf: place) { reasons.insert(.party) }
    reasons.formUnion(Matcher.days(distance))
    switch index.items[place].kind {
    case .entry: reasons.insert(.posted)
    case .instalment: reasons.insert(.due)
    case .openItem: break
    }
    if isAlone { reasons.insert(.alone) }
    return MatchDraft(
      id: look.id, line: look.place, item: Int32(place), distance: distance, reasons: reasons)
  }

  private static func days(_ distance: Int) -> MatchReasons {
    distance <= 5 ? .nearDay : distance <= 45 ? .farDay : []
  }

  /// Several items of one group that the line pays together: those it names, or all of a party it names.
  private mutating func addTogether(_ named: [Int]) {
    let open = named.filter { index.items[$0].kind == .openItem }
    if open.count > 1 {
      for members in Dictionary(grouping: open, by: { index.items[$0].group }).values
      where members.count > 1 && sum(members) == look.amount {
        add(items: members.sorted(), [.amount, .reference])
      }
    }
    for members in index.bySum[look.amount.units] ?? [] where tells(partyOf: members[0]) {
      add(items: members, [.amount, .party])
    }
  }

  private func sum(_ members: [Int]) -> Cents? {
    try? Cents.sum(members.map { index.items[$0].amount })
  }

  private mutating func add(items: [Int], _ reasons: MatchReasons, rule: LearnedRule? = nil) {
    let distance = items.map { self.distance($0) }.max() ?? 0
    let days = rule == nil ? Matcher.days(distance) : []
    drafts.append(
      MatchDraft(
        id: look.id, line: look.place, item: items.first.map { Int32($0) } ?? -1,
        wider: Int32(widers.count), distance: distance, reasons: reasons.union(days)))
    widers.append(
      MatchDraft.Wider(ids: [look.id], lines: [look.place], items: items, rule: rule))
  }

  private mutating func addLearned(_ rule: LearnedRule) {
    guard rule.isIncome == (look.amount > .zero) else { return }
    // Confirmed three times without another outcome, it is as good as a reference.
    add(items: [], rule.times >= 3 ? [.learned, .reference] : [.learned, .party], rule: rule)
  }

  /// Lines that together are one item whose reference they all name: the transfers of a batch.
  private mutating func addBatches() {
    for (place, lines) in parts where lines.count > 1 {
      guard let sum = try? Cents.sum(lines.map(\.amount)), sum == index.items[place].amount else {
        continue
      }
      let inOrder = lines.sorted { $0.id < $1.id }
      drafts.append(
        MatchDraft(
          id: inOrder[0].id, line: inOrder[0].place, item: Int32(place),
          wider: Int32(widers.count),
          distance: lines.map { abs(index.items[place].day.days(until: $0.day)) }.max() ?? 0,
          reasons: [.amount, .reference, .posted]))
      widers.append(
        MatchDraft.Wider(
          ids: inOrder.map(\.id), lines: inOrder.map(\.place), items: [place], rule: nil))
    }
  }

  /// Goes through the drafts from the surest on; what is taken is taken.
  public consuming func settled() -> MatchProposals {
    addBatches()
    let widers = widers
    drafts.sort { MatchDraft.precedes($0, $1, widers) }
    var takenItems = [Bool](repeating: false, count: index.items.count)
    /// The place of what was found for a line, by its place.
    var places = [Int32](repeating: -1, count: Int(count))
    var best: [MatchDraft] = []
    var rivals: [Int64: [Int]] = [:]
    for draft in drafts {
      let isWide = draft.wider >= 0
      let lines = isWide ? widers[Int(draft.wider)].lines : []
      let items = isWide ? widers[Int(draft.wider)].items : []
      let isFree =
        isWide
        ? lines.allSatisfy { places[Int($0)] < 0 } && items.allSatisfy { !takenItems[$0] }
        : places[Int(draft.line)] < 0 && !takenItems[Int(draft.item)]
      if isFree {
        places[Int(draft.line)] = Int32(best.count)
        for line in lines { places[Int(line)] = Int32(best.count) }
        if !isWide { takenItems[Int(draft.item)] = true }
        for item in items { takenItems[item] = true }
        best.append(draft)
        continue
      }
      let place = places[Int(draft.line)]
      guard place >= 0, !isWide || lines.count == 1 && items.count == 1 else { continue }
      let found = best[Int(place)]
      if found.points == draft.points, !takenItems[Int(draft.item)],
        !isAlike(Int(draft.item), found, widers)
      {
        rivals[found.id, default: []].append(Int(draft.item))
      }
    }
    // Something may have claimed the rival since.
    rivals = rivals.mapValues { $0.filter { !takenItems[$0] } }.filter { !$0.value.isEmpty }
    best.sort { $0.id < $1.id }
    return MatchProposals(drafts: best, widers: widers, rivals: rivals)
  }

  /// Whether two items are the same to everybody: one account, one other side, one amount.
  private func isAlike(
    _ item: Int, _ draft: MatchDraft, _ widers: [MatchDraft.Wider]
  ) -> Bool {
    let items = draft.whole(widers).items
    guard items.count == 1 else { return false }
    let (one, other) = (index.items[item], index.items[items[0]])
    return one.isGrouped && one.group == other.group && one.amount == other.amount
      && one.kind == other.kind
  }
}
