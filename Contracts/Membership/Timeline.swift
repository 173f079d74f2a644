internal import Units

/// A count of shares through time: steps by date, each with the share-days gathered before it.
///
/// - Complexity: a question is O(log k) for k steps; a change in order of date is O(1), amortized.
struct Timeline: Sendable {
  private struct Step {
    let from: Day
    var shares: Int64
    /// Share-days of all earlier steps.
    var before: Int128
  }

  private var steps: [Step] = []

  /// The shares on a day.
  func shares(on day: Day) -> Int64 {
    let after = firstIndex(after: day)
    return after == 0 ? 0 : steps[after - 1].shares
  }

  /// The least count on a day or any later one, and the first day that shows it.
  func lowest(from day: Day) -> (day: Day, shares: Int64) {
    extreme(from: day, beats: <)
  }

  /// The greatest count on a day or any later one, and the first day that shows it.
  func highest(from day: Day) -> (day: Day, shares: Int64) {
    extreme(from: day, beats: >)
  }

  /// Σ shares over the days from first to last, both included.
  func shareDays(from first: Day, through last: Day) -> Int128 {
    shareDays(before: last.next) - shareDays(before: first)
  }

  /// Adds to the count from a day on.
  mutating func add(_ change: Int64, from day: Day) {
    var index = firstIndex(after: day)
    if index == 0 || steps[index - 1].from < day {
      let shares = index == 0 ? 0 : steps[index - 1].shares
      steps.insert(Step(from: day, shares: shares, before: shareDays(before: day)), at: index)
      index += 1
    }
    steps[index - 1].shares += change
    for later in index..<steps.count {
      steps[later].shares += change
      steps[later].before += Int128(change) * Int128(day.days(until: steps[later].from))
    }
  }

  private func shareDays(before day: Day) -> Int128 {
    let after = firstIndex(after: day)
    guard after > 0 else { return 0 }
    let step = steps[after - 1]
    return step.before + Int128(step.shares) * Int128(step.from.days(until: day))
  }

  private func extreme(
    from day: Day, beats: (Int64, Int64) -> Bool
  ) -> (day: Day, shares: Int64) {
    var found = (day: day, shares: shares(on: day))
    for step in steps[firstIndex(after: day)...] where beats(step.shares, found.shares) {
      found = (step.from, step.shares)
    }
    return found
  }

  /// The first step that begins after a day.
  private func firstIndex(after day: Day) -> Int {
    if let last = steps.last, last.from <= day { return steps.count }
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
