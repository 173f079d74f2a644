public import Units

/// Days in a row on which natural persons hold the same part of the capital.
public struct NaturalHolding: Hashable, Sendable {
  /// The days.
  public let days: Period
  /// What natural persons hold, and companies that declare to be held by them as the law asks.
  public let natural: Shares
  /// All shares.
  public let total: Shares

  /// Whether natural persons hold at least so many hundredths.
  public func reaches(_ percent: Int64) -> Bool {
    Int128(natural.units) * 100 >= Int128(percent) * Int128(total.units)
  }
}

extension ShareRegister {
  /// What natural persons hold over a period, in runs of days without change; days without capital
  /// are left out.
  ///
  /// Whoever declares for a company says so for its days only.
  ///
  /// - Source: CGI art. 219, I b: 75 % held continuously by natural persons, or by companies that
  ///   meet the same.
  /// - Precondition: the period has an end.
  /// - Complexity: O(n log n) for n changes of holdings.
  public func naturalHoldings(in period: Period) -> [NaturalHolding] {
    guard let last = period.last else { preconditionFailure("a test needs a period's end") }
    var moved: [Day: (natural: Int64, total: Int64)] = [:]
    for (index, member) in members.enumerated() {
      holdings[index].eachChange { day, change in
        moved[day, default: (0, 0)].total += change
        if member.countsAsPerson(on: day) { moved[day, default: (0, 0)].natural += change }
      }
      for declaration in member.declarations {
        let day = declaration.from
        guard member.countsAsPerson(on: day) != member.countsAsPerson(on: day.previous) else {
          continue
        }
        let held = holdings[index].shares(on: day.previous)
        moved[day, default: (0, 0)].natural += declaration.isHeldByPersons ? held : -held
      }
    }
    var runs: [NaturalHolding] = []
    var (natural, total): (Int64, Int64) = (0, 0)
    let days = moved.filter { $0.value != (0, 0) }.keys.sorted()
    for (index, day) in days.enumerated() {
      natural += moved[day]?.natural ?? 0
      total += moved[day]?.total ?? 0
      let end = index + 1 < days.count ? days[index + 1].previous : max(last, day)
      if total > 0, let run = Period(first: day, last: end).overlap(period) {
        runs.append(NaturalHolding(days: run, natural: Shares(natural), total: Shares(total)))
      }
    }
    return runs
  }
}
