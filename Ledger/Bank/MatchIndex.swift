import Units

/// What matching needs of the items: found by amount and day, and by reference, in sorted lists.
///
/// Words are kept as marks and groups as numbers, so that a million items take little memory.
struct MatchIndex {
  /// What is kept of an item.
  struct Item {
    let kind: MatchItem.Kind
    let amount: Cents
    let day: Day
    let group: Int32
    let isGrouped: Bool
    let references: Range<Int>
    let parties: [Set<UInt64>]
  }

  /// The items in the order given.
  private(set) var items: [Item] = []
  /// The open items of a group that are more than one, by their sum.
  private(set) var bySum: [Int64: [[Int]]] = [:]
  /// The references of all items, one after the other.
  private var marks: [UInt64] = []
  /// The places of items by amount, day and place.
  private var byAmount: [Int32] = []
  /// The references in order, each with the place of its item.
  private var byReference: [(mark: UInt64, place: Int32)] = []
  /// A bit for each reference: what no item bears is mostly told without a search.
  private var bits: [UInt64] = []

  /// A reference that more items share tells none of them from the others.
  private static let mostSharing = 64

  init(_ items: some Sequence<MatchItem>) {
    var groups: [String: Int32] = [:]
    for item in items { take(item, &groups) }
    let known = self.items
    byAmount = known.indices.map { Int32($0) }.sorted { one, other in
      MatchIndex.precedes(known[Int(one)], known[Int(other)]) ?? (one < other)
    }
    sortReferences()
    sumGroups()
  }

  private mutating func take(_ item: MatchItem, _ groups: inout [String: Int32]) {
    let first = marks.count
    for reference in item.references {
      guard let mark = Runs(reference).reference else { continue }
      if !marks[first...].contains(mark) {
        byReference.append((mark, Int32(items.count)))
        marks.append(mark)
      }
    }
    let group = groups[item.group] ?? Int32(groups.count)
    groups[item.group] = group
    items.append(
      Item(
        kind: item.kind, amount: item.amount, day: item.day, group: group,
        isGrouped: !item.group.isEmpty, references: first..<marks.count,
        parties: item.parties.map(nameMarks).filter { !$0.isEmpty }))
  }

  /// By amount, then by day; nothing when both are equal.
  private static func precedes(_ one: Item, _ other: Item) -> Bool? {
    if one.amount != other.amount { return one.amount < other.amount }
    return one.day != other.day ? one.day < other.day : nil
  }

  private mutating func sortReferences() {
    byReference.sort { ($0.mark, $0.place) < ($1.mark, $1.place) }
    var size = 64
    while size < marks.count * 16 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    for mark in marks { bits[bit(mark).word] |= bit(mark).mask }
  }

  private func bit(_ mark: UInt64) -> (word: Int, mask: UInt64) {
    (Int((mark >> 6) & UInt64(bits.count - 1)), 1 << (mark & 63))
  }

  private mutating func sumGroups() {
    var members: [Int32: [Int]] = [:]
    for (place, item) in items.enumerated() where item.kind == .openItem {
      members[item.group, default: []].append(place)
    }
    for members in members.values where members.count > 1 {
      guard let sum = try? Cents.sum(members.map { items[$0].amount }) else { continue }
      bySum[sum.units, default: []].append(members)
    }
    for sum in bySum.keys { bySum[sum]?.sort { $0[0] < $1[0] } }
  }

  /// The places of the items that bear a reference, unless too many do.
  ///
  /// - Complexity: O(log n).
  func named(_ mark: UInt64) -> ArraySlice<(mark: UInt64, place: Int32)> {
    let (word, mask) = bit(mark)
    guard bits[word] & mask != 0 else { return [] }
    let first = byReference.firstPlace { $0.mark >= mark }
    var last = first
    while last < byReference.count, byReference[last].mark == mark { last += 1 }
    return last - first <= MatchIndex.mostSharing ? byReference[first..<last] : []
  }

  /// Whether an item bears one of some references.
  func bears(_ place: Int, _ references: [UInt64]) -> Bool {
    marks[items[place].references].contains { references.contains($0) }
  }

  /// The items of an amount that are nearest to a day, so many before it and so many from it on, and
  /// whether the amount is one item's alone.
  func near(_ amount: Cents, _ day: Day, _ most: Int) -> (places: [Int], isAlone: Bool) {
    let middle = firstPlace(amount, day)
    func places(_ reach: Int) -> [Int] {
      byAmount[max(0, middle - reach)..<min(byAmount.count, middle + reach)]
        .map { Int($0) }.filter { items[$0].amount == amount }
    }
    return (places(most), places(2).count == 1)
  }

  private func firstPlace(_ amount: Cents, _ day: Day) -> Int {
    byAmount.firstPlace { place in
      let item = items[Int(place)]
      return item.amount != amount ? item.amount > amount : item.day >= day
    }
  }
}

extension Array {
  /// The first place from which on something holds; the end when it holds of none.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
