import Units

/// Meters of one import that tell the sum of the others: a site's total beside its inverters.
///
/// A meter is such a total when, on at least three days and four in five of those on which two or
/// more others are known too, it tells their sum within a hundredth.
func besideFindings(_ reports: [FileReport]) -> [(file: Int, finding: Finding)] {
  var energies: [String: [Day: Int64]] = [:]
  var places: [String: (file: Int, line: Int)] = [:]
  for (file, report) in reports.enumerated() where report.verdict != .refuse {
    for day in report.days where day.isComplete {
      energies[day.meter, default: [:]][day.day] = day.energy.units
      if places[day.meter] == nil { places[day.meter] = (file, day.firstLine) }
    }
  }
  guard energies.count > 2 else { return [] }
  return energies.keys.sorted().flatMap { meter -> [(file: Int, finding: Finding)] in
    guard let place = places[meter], let own = energies[meter] else { return [] }
    let others = energies.filter { $0.key != meter }.map(\.value)
    let days = own.keys.sorted().compactMap { day -> (own: Int64, sum: Int64)? in
      let parts = others.compactMap { $0[day] }
      return parts.count > 1 ? (own[day] ?? 0, parts.reduce(0, +)) : nil
    }
    let (equal, apart) = (days.filter(isEqual), days.filter { !isEqual($0) })
    guard equal.contains(where: { $0.own > 0 }), equal.count >= 3, equal.count >= 4 * apart.count
    else { return [] }
    let at = Place(file: reports[place.file].path, line: place.line)
    let total = Finding(.totalBesideParts, at: at, count: equal.count, meter: meter)
    guard let worst = apart.max(by: { abs($0.own - $0.sum) < abs($1.own - $1.sum) }) else {
      return [(place.file, total)]
    }
    let differs = Finding(
      .metersDisagree, at: at, count: apart.count, meter: meter, energy: WattHours(worst.own),
      against: WattHours(worst.sum))
    return [(place.file, total), (place.file, differs)]
  }
}

private func isEqual(_ day: (own: Int64, sum: Int64)) -> Bool {
  abs(day.own - day.sum) <= max(10, max(day.own, day.sum) / 100)
}
