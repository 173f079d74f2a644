public import Units

/// Days as people list them, runs drawn together: `3-5, 9 et 12-31 octobre 2026`.
///
/// - Complexity: O(n log n) in the number of days.
public func dayRuns(_ days: [Day]) -> Words {
  let months = Dictionary(grouping: Set(days), by: \.month).sorted { $0.key < $1.key }
  return months.map { month, days in runs(days.sorted(), in: month) }
    .reduce(Words(both: "")) { $0.french.isEmpty ? $1 : $0 + Words(" ; ", "; ") + $1 }
}

private func runs(_ days: [Day], in month: Month) -> Words {
  var runs: [ClosedRange<Day>] = []
  for day in days {
    if let last = runs.last, last.upperBound.next == day {
      runs[runs.count - 1] = last.lowerBound...day
    } else {
      runs.append(day...day)
    }
  }
  let texts = runs.map { run in
    let (first, last) = (run.lowerBound.calendar.day, run.upperBound.calendar.day)
    return first == last
      ? Words(first == 1 ? "1er" : "\(first)", "\(first)")
      : Words(both: "\(first)-\(last)")
  }
  return joined(texts) + Words(both: " ") + longMonth(month)
}

/// Several things in a row: `a, b et c`.
func joined(_ parts: [Words]) -> Words {
  guard let last = parts.last else { return Words(both: "") }
  guard let first = parts.dropLast().first else { return last }
  return parts.dropFirst().dropLast().reduce(first) { $0 + Words(both: ", ") + $1 }
    + Words(" et ", " and ") + last
}
