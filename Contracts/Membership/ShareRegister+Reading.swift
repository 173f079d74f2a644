public import Units

/// What a movement changes in one member's holding.
public struct HoldingChange: Hashable, Sendable {
  /// The first day that shows it.
  public let from: Day
  /// The member.
  public let member: MemberNumber
  /// Shares gained, or lost when below zero.
  public let shares: Int64

  /// A change.
  public init(from: Day, member: MemberNumber, shares: Int64) {
    self.from = from
    self.member = member
    self.shares = shares
  }
}

extension ShareRegister {
  /// Takes over what was recorded before; it was judged then and is not judged again.
  ///
  /// Such a register answers for holdings; it knows no movements and records none.
  ///
  /// - Complexity: O(1), amortized, when changes come in order of date.
  public mutating func take(_ change: HoldingChange) {
    guard let index = indices[change.member] else { return }
    holdings[index].add(change.shares, from: change.from)
  }

  /// Adds up what all members hold, once every change was taken over.
  ///
  /// - Complexity: O(n log n) for n changes.
  public mutating func addUp() {
    var moved: [Day: Int64] = [:]
    for holding in holdings { holding.eachChange { moved[$0, default: 0] += $1 } }
    total = Timeline()
    for (day, change) in moved.sorted(by: { $0.key < $1.key }) where change != 0 {
      total.add(change, from: day)
    }
  }
}
