import Units

/// What becomes of one day of one file.
public struct DayDecision: Hashable, Sendable {
  /// What to do with it.
  public enum Kind: Hashable, Sendable {
    /// It is new, or more complete than what was known.
    case take
    /// It is known already.
    case skip
    /// It contradicts another: both are kept until a person decides.
    case hold
  }

  /// The file, by its place in the import.
  public let file: Int
  /// The day as the file tells it.
  public let day: MeterDay
  /// What to do with it.
  public internal(set) var kind: Kind
  /// What it was held against: the book's day, or that of another file.
  public internal(set) var against: MeterDay?
}

/// An import of several files, held against each other and against the book.
public struct MergedDays: Hashable, Sendable {
  /// The reports, with what the comparison found.
  public let reports: [FileReport]
  /// One decision a day a file, by meter and day; they hold together: book all or none.
  public let decisions: [DayDecision]

  /// The worst verdict of the files.
  public var verdict: Verdict { reports.map(\.verdict).max() ?? .accept }
}

/// Holds the days of one import against each other and against what the book knows.
///
/// Equal days are skipped, days that differ are held with both values, new days are taken. A day
/// told in part agrees with a whole one when it lies within it. The result does not depend on the
/// order of the files, save for which of two equal days is named as taken.
///
/// - Complexity: O(n log n) in the number of days.
public func mergeDays(_ reports: [FileReport], known: [MeterDay]) -> MergedDays {
  var merge = DayMerge(reports)
  let book = Dictionary(known.map { (DayMerge.Key($0), $0) }) { first, _ in first }
  merge.settle(against: book)
  for (file, finding) in besideFindings(reports) { merge.note(finding, of: file) }
  return merge.finish()
}

private struct DayMerge {
  struct Key: Hashable {
    let meter: String
    let day: Day

    init(_ day: MeterDay) {
      meter = day.meter
      self.day = day.day
    }
  }

  private var reports: [FileReport]
  private var logs: [FindingLog]
  private var decisions: [DayDecision] = []
  /// Where the days of a file that may count stand, by meter and date.
  private struct Entry {
    let file: Int
    let index: Int
  }

  init(_ reports: [FileReport]) {
    self.reports = reports
    logs = reports.map { FindingLog($0.findings) }
  }

  private func day(_ entry: Entry) -> MeterDay { reports[entry.file].days[entry.index] }
  private func meter(_ entry: Entry) -> String { reports[entry.file].days[entry.index].meter }
  private func date(_ entry: Entry) -> Day { reports[entry.file].days[entry.index].day }

  /// The days by meter and date, those of one date by file.
  private func inOrder() -> [Entry] {
    let entries = reports.indices.flatMap { file in
      reports[file].verdict == .refuse
        ? [] : reports[file].days.indices.map { Entry(file: file, index: $0) }
    }
    func isBefore(_ left: Entry, _ right: Entry) -> Bool {
      let (a, b) = (meter(left), meter(right))
      if a != b { return a < b }
      return (date(left), left.file, left.index) < (date(right), right.file, right.index)
    }
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy(isBefore)
    return isOrdered ? entries : entries.sorted(by: isBefore)
  }

  /// Decides about every day.
  mutating func settle(against book: [Key: MeterDay]) {
    let entries = inOrder()
    decisions.reserveCapacity(entries.count)
    var first = 0
    while first < entries.count {
      let one = day(entries[first])
      var end = first + 1
      while end < entries.count, date(entries[end]) == one.day, meter(entries[end]) == one.meter {
        end += 1
      }
      let known = book.isEmpty ? nil : book[Key(one)]
      if end == first + 1, known == nil {
        let kind: DayDecision.Kind = one.quality == .held ? .hold : .take
        decisions.append(DayDecision(file: entries[first].file, day: one, kind: kind))
      } else {
        settle(entries[first..<end].map { ($0.file, day($0)) }, against: known)
      }
      first = end
    }
  }

  /// Decides about the days of one meter and date, the most complete first.
  private mutating func settle(_ entries: [(file: Int, day: MeterDay)], against book: MeterDay?) {
    var current = book
    var taken: Int?
    var held: [MeterDay] = []
    let order = entries.sorted { left, right in
      let (a, b) = (left.day, right.day)
      if a.isComplete != b.isComplete { return a.isComplete }
      return (-a.coveredSeconds, left.file) < (-b.coveredSeconds, right.file)
    }
    for (file, day) in order {
      var decision = DayDecision(file: file, day: day, kind: .take, against: current)
      if held.contains(where: day.tellsTheSame) {
        note(.dayAlreadyKnown, file, day, against: nil)
        decision.kind = .skip
        decisions.append(decision)
        continue
      }
      if let current { decision.kind = compare(day, current, file) }
      if day.quality == .held { decision.kind = .hold }
      if decision.kind == .hold, let taken, current?.quality != .held {
        decisions[taken].kind = .hold
        decisions[taken].against = day
        note(.dayContradicts, decisions[taken].file, decisions[taken].day, against: day)
      }
      if decision.kind == .hold { held.append(day) }
      if decision.kind == .take {
        current = day
        taken = decisions.count
      }
      decisions.append(decision)
    }
  }

  private mutating func compare(
    _ day: MeterDay, _ known: MeterDay, _ file: Int
  ) -> DayDecision.Kind {
    if day.energy == known.energy, day.isComplete == known.isComplete,
      day.isComplete || day.coveredSeconds == known.coveredSeconds
    {
      note(.dayAlreadyKnown, file, day, against: nil)
      return .skip
    }
    if !day.isComplete, day.lies(within: known) {
      note(.partialDayAlreadyKnown, file, day, against: nil)
      return .skip
    }
    if !known.isComplete, known.quality != .held, known.lies(within: day) {
      note(.incompleteDayReplaced, file, day, against: nil)
      return .take
    }
    note(.dayContradicts, file, day, against: known)
    return .hold
  }

  private mutating func note(
    _ code: FindingCode, _ file: Int, _ day: MeterDay, against: MeterDay?
  ) {
    logs[file].add(
      Finding(
        code, at: Place(file: reports[file].path, line: day.firstLine), meter: day.meter,
        day: against == nil ? nil : day.day, energy: day.energy, against: against?.energy))
  }

  mutating func note(_ finding: Finding, of file: Int) { logs[file].add(finding) }

  consuming func finish() -> MergedDays {
    for file in reports.indices { reports[file].findings = logs[file].all }
    return MergedDays(reports: reports, decisions: decisions)
  }
}

extension MeterDay {
  /// Whether another telling of the day says nothing that this one does not say.
  public func tellsTheSame(as other: MeterDay) -> Bool {
    energy == other.energy && coveredSeconds == other.coveredSeconds && quality == other.quality
  }

  /// Whether a day told in part agrees with a fuller one.
  func lies(within other: MeterDay) -> Bool {
    guard other.coveredSeconds >= coveredSeconds else { return false }
    if let register, let whole = other.register {
      return whole.lowerBound <= register.lowerBound && register.upperBound <= whole.upperBound
    }
    return energy <= other.energy
  }
}
