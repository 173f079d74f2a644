public import Text
import Units

extension SharedMonth {
  /// What an earlier version told otherwise, a line a day and series: how many of its steps are others, and
  /// their sums.
  ///
  /// - Complexity: O(steps).
  public func differences(from before: SharedMonth) -> [JSONDifference] {
    let old = Dictionary(before.days.map { ($0.day, $0.series) }) { first, _ in first }
    let new = Dictionary(days.map { ($0.day, $0.series) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().flatMap { day in
      let (left, right) = (old[day] ?? [:], new[day] ?? [:])
      return Set(left.keys).union(right.keys).sorted().compactMap { name in
        difference(of: "\(day) \(name)", left[name], right[name])
      }
    }
  }

  private func difference(
    of path: String, _ before: [Int64]?, _ after: [Int64]?
  ) -> JSONDifference? {
    guard before != after else { return nil }
    let steps = max(before?.count ?? 0, after?.count ?? 0)
    let others = (0..<steps).count { step in
      before?.dropFirst(step).first != after?.dropFirst(step).first
    }
    return JSONDifference(
      path: "\(path) (\(others)/\(steps))", before: before.map { .integer($0.reduce(0, +)) },
      after: after.map { .integer($0.reduce(0, +)) })
  }
}

extension SharedMonth.Told {
  /// All that the day tells, by name; coefficients in millionths.
  fileprivate var series: [String: [Int64]] {
    var all: [String: [Int64]] = [:]
    for (group, told) in [
      ("production", production), ("consumption", consumption), ("keys", keys),
      ("delivered", delivered.mapValues { [$0] }),
    ] {
      for (name, figures) in told { all["\(group).\(name)"] = figures }
    }
    return all
  }
}
