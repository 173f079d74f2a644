import Units

/// Gathers findings; one of a kind for a meter (and a day, where it has one) is counted, not listed.
struct FindingLog: Sendable {
  private struct Key: Hashable {
    let code: FindingCode
    let meter: String?
    let day: Day?
  }

  private var places: [Key: Int] = [:]
  private(set) var all: [Finding] = []

  var verdict: Verdict { all.verdict }

  init(_ findings: [Finding] = []) {
    for finding in findings { add(finding) }
  }

  mutating func add(_ finding: Finding) {
    let key = Key(code: finding.code, meter: finding.meter, day: finding.day)
    if let index = places[key] {
      all[index].count += finding.count
    } else {
      places[key] = all.count
      all.append(finding)
    }
  }
}
