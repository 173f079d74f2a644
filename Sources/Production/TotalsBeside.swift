import Units

/// Meters of one import that tell the sum of the others: a site's total beside its inverters.
///
/// A meter is such a total when, on at least three days and four in five of those on which two or
/// more others are known too, it tells their sum within a hundredth.
///
/// - Complexity: O(n log n) in days.
func besideFindings(_ reports: [FileReport]) -> [(file: Int, finding: Finding)] {
  let meters = completeDays(reports)
  guard meters.count > 2 else { return [] }
  var together: [Day: (sum: Int64, count: Int)] = [:]
  for day in meters.values.joined() {
    let known = together[day.day] ?? (0, 0)
    together[day.day] = (known.sum + day.energy, known.count + 1)
  }
  return meters.keys.sorted().flatMap { meter -> [(file: Int, finding: Finding)] in
    guard let own = meters[meter], let first = own.min(by: { $0.order < $1.order }) else {
      return []
    }
    let days = own.compactMap { day -> (own: Int64, sum: Int64)? in
      guard let all = together[day.day], all.count > 2 else { return nil }
      return (day.energy, all.sum - day.energy)
    }
    let (equal, apart) = (days.filter(isEqual), days.filter { !isEqual($0) })
    guard equal.contains(where: { $0.own > 0 }), equal.count >= 3, equal.count >= 4 * apart.count
    else { return [] }
    let at = Place(file: reports[first.file].path, line: first.line)
    let total = Finding(.totalBesideParts, at: at, count: equal.count, meter: meter)
    guard let worst = apart.max(by: { abs($0.own - $0.sum) < abs($1.own - $1.sum) }) else {
      return [(first.file, total)]
    }
    let differs = Finding(
      .metersDisagree, at: at, count: apart.count, meter: meter, energy: WattHours(worst.own),
      against: WattHours(worst.sum))
    return [(first.file, total), (first.file, differs)]
  }
}

/// The energy of a whole day, and which file first spoke of its meter.
private struct CompleteDay {
  let day: Day
  var energy: Int64
  /// Its place among all days of its meter, as the files are read.
  let order: Int
  let file: Int
  let line: Int
}

/// The whole days of every meter by date; what the last file says counts.
private func completeDays(_ reports: [FileReport]) -> [String: [CompleteDay]] {
  var meters: [String: [CompleteDay]] = [:]
  for (file, report) in reports.enumerated() where report.verdict != .refuse {
    var (name, run): (String, [CompleteDay]) = ("", [])
    for day in report.days where day.isComplete {
      if day.meter != name {
        if !run.isEmpty { meters[name] = run }
        (name, run) = (day.meter, meters[day.meter] ?? [])
      }
      run.append(
        CompleteDay(
          day: day.day, energy: day.energy.units, order: run.count, file: file,
          line: day.firstLine))
    }
    if !run.isEmpty { meters[name] = run }
  }
  return meters.mapValues { days in
    zip(days, days.dropFirst()).allSatisfy { $0.day < $1.day } ? days : lastOfEach(days)
  }
}

/// By date, the last of each; it is told where the first was.
private func lastOfEach(_ days: [CompleteDay]) -> [CompleteDay] {
  let sorted = days.sorted { ($0.day, $0.order) < ($1.day, $1.order) }
  var kept: [CompleteDay] = []
  for day in sorted {
    if kept.last?.day == day.day {
      kept[kept.count - 1].energy = day.energy
    } else {
      kept.append(day)
    }
  }
  return kept
}

private func isEqual(_ day: (own: Int64, sum: Int64)) -> Bool {
  abs(day.own - day.sum) <= max(10, max(day.own, day.sum) / 100)
}
