import Production
import Store
import Units

/// What the book already knows of the days that files tell, in every version.
struct KnownVersions {
  private struct Key: Hashable {
    let meter: String
    let day: Day
  }

  private var versions: [Key: [DayVersion]] = [:]
  private var sources: Set<Digest> = []
  private let inForce: [MeterDay]

  init(_ reports: [FileReport], _ page: BookReader) throws {
    let days = reports.flatMap { $0.days.map(\.day) }
    guard let first = days.min(), let last = days.max() else {
      inForce = []
      return
    }
    let period = Period(first: first, last: last)
    inForce = try page.meterDays(in: period).map(\.reading)
    let all = try page.versions(in: period)
    sources = Set(all.map(\.stored.source))
    versions = Dictionary(grouping: all) {
      Key(meter: $0.reading.meter, day: $0.reading.day)
    }
  }

  /// The reports without the days that are told already, and those days by file.
  ///
  /// A value that was replaced or rejected and comes again in another file is news; the same bytes
  /// again are not.
  func withoutRepeated(_ reports: [FileReport]) -> ([FileReport], [[MeterDay]]) {
    guard !versions.isEmpty else { return (reports, reports.map { _ in [] }) }
    var fresh = reports
    var met: [[MeterDay]] = []
    for file in fresh.indices {
      let digest = fresh[file].digest
      met.append(fresh[file].days.filter { version(telling: $0, in: digest) != nil })
      fresh[file].days.removeAll { version(telling: $0, in: digest) != nil }
    }
    return (fresh, met)
  }

  /// Holds the fresh days against what is in force; the repeated ones are skipped, and said.
  func merge(_ fresh: [FileReport], _ met: [[MeterDay]], _ all: [FileReport]) -> MergedDays {
    let merged = mergeDays(fresh, known: inForce)
    var reports = merged.reports
    var decisions = held(merged)
    for file in reports.indices {
      reports[file].days = all[file].days
      let byMeter = Dictionary(grouping: met[file], by: \.meter)
      for (meter, days) in byMeter.sorted(by: { $0.key < $1.key }) {
        reports[file].findings.append(
          Finding(
            .dayAlreadyKnown, at: Place(file: reports[file].path, line: days[0].firstLine),
            count: days.count, meter: meter))
        decisions += days.map { DayDecision(.skip, $0, ofFile: file) }
      }
    }
    return MergedDays(reports, decisions)
  }

  /// How many of the days met again wait for a decision.
  func stillWaiting(_ met: [[MeterDay]]) -> Int {
    met.joined().filter { version(telling: $0, standing: [.waiting]) != nil }.count
  }

  /// A doubt about a file that none of its days carries is a doubt about all of them; what somebody
  /// rejected does not count unasked.
  private func held(_ merged: MergedDays) -> [DayDecision] {
    let doubtful = merged.reports.indices.filter { file in
      merged.reports[file].verdict == .hold
        && !merged.decisions.contains { $0.file == file && $0.kind == .hold }
        && !merged.reports[file].days.contains { $0.quality == .held }
    }
    guard !doubtful.isEmpty || !versions.isEmpty else { return merged.decisions }
    return merged.decisions.map { decision in
      guard decision.kind == .take,
        doubtful.contains(decision.file)
          || version(telling: decision.day, standing: [.rejected]) != nil
      else { return decision }
      return DayDecision(.hold, decision.day, ofFile: decision.file, against: decision.against)
    }
  }

  private func version(telling day: MeterDay, in file: Digest) -> DayVersion? {
    let standings: Set<ReadingStanding> =
      sources.contains(file) ? Set(ReadingStanding.allCases) : [.inForce, .waiting]
    return version(telling: day, standing: standings)
  }

  private func version(
    telling day: MeterDay, standing standings: Set<ReadingStanding>
  ) -> DayVersion? {
    versions[Key(meter: day.meter, day: day.day)]?.last { known in
      standings.contains(known.standing) && known.reading.tellsTheSame(as: day)
    }
  }
}
