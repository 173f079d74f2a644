internal import Units

/// A count of shares through time: steps by date.
///
/// Sixteen bytes a step and nothing else: registers hold a million of them.
///
/// - Complexity: a count is O(log k) for k steps, a sum of share-days O(k); a change in order of
///   date is O(1), amortized.
struct Timeline: Sendable {
  private struct Step {
    let from: Day
    var shares: Int64
  }

  private var steps: [Step] = []

  /// The days on which the count changes, in order.
  var days: [Day] { steps.map(\.from) }

  /// Hands over each day on which the count changes, and by how much.
  func eachChange(_ body: (Day, Int64) -> Void) {
    var before: Int64 = 0
    for step in steps {
      body(step.from, step.shares - before)
      before = step.shares
    }
  }

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
    var sum: Int128 = 0
    var start = first
    var shares = shares(on: first)
    for step in steps[firstIndex(after: first)...] {
      guard step.from <= last else { break }
      sum += Int128(shares) * Int128(start.days(until: step.from))
      (start, shares) = (step.from, step.shares)
    }
    return sum + Int128(shares) * Int128(start.days(until: last) + 1)
  }

  /// Adds to the count from a day on.
  mutating func add(_ change: Int64, from day: Day) {
    var index = firstIndex(after: day)
    if index == 0 || steps[index - 1].from < day {
      steps.insert(Step(from: day, shares: index == 0 ? 0 : steps[index - 1].shares), at: index)
      index += 1
    }
    for later in (index - 1)..<steps.count { steps[later].shares += change }
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
