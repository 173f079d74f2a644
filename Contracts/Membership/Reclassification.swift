public import Units

/// What moves between capital accounts on a day because a member's colleges are others than was known.
public struct Reclassification: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What each account gains or loses; the sum is zero.
  public let changes: [String: Cents]
}

extension ShareRegister {
  /// What moves between capital accounts, day by day, when a member turns out to belong to other
  /// colleges than the register knew: what it held passes on the day, what it gained later follows.
  ///
  /// - Complexity: O(k²) for k movements of the member.
  public func reclassifications(to other: Member) -> [Reclassification] {
    guard let known = member(other.number), let index = indices[other.number] else { return [] }
    let starts = known.affiliations.map(\.from) + other.affiliations.map(\.from)
    let days = Set(holdings[index].days + starts + statutes.capitalTerms.map(\.from)).sorted()
    var before: [String: Int64] = [:]
    return days.compactMap { day in
      let capital = holdings[index].shares(on: day) * statutes.nominal(on: day).units
      var after: [String: Int64] = [:]
      after[account(of: other, on: day), default: 0] += capital
      after[account(of: known, on: day), default: 0] -= capital
      let changes = after.merging(before.mapValues { -$0 }, uniquingKeysWith: +)
        .filter { $0.value != 0 }
      before = after
      return changes.isEmpty
        ? nil : Reclassification(day: day, changes: changes.mapValues { Cents($0) })
    }
  }

  /// The account that holds a member's capital on a day; the general one before it joined.
  public func account(of member: Member, on day: Day) -> String {
    member.college(on: day).flatMap(statutes.capitalAccount) ?? "101300"
  }
}
