import Units

/// A stamp of a curve: a date, a time, and an offset from UTC or none.
///
/// `2026-02-01T00:15:00+01:00`, `2026-02-01 00:15`, `01/02/2026 00:15:00`; a date alone is its midnight.
struct CurveStamp {
  private let day: Day
  private let second: Int
  private let offset: Int64?

  /// Seconds on the written clock, which order rows.
  var clock: Int64 { Int64(day.number) * 86_400 + Int64(second) }

  /// Reads a cell.
  ///
  /// - Throws: ``SharingRefusal/stampIsUnreadable(_:)``.
  init(_ text: String) throws {
    guard let read = CurveStamp(reading: text) else {
      throw SharingRefusal.stampIsUnreadable(text)
    }
    self = read
  }

  private init?(reading text: String) {
    let cut = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    guard let date = cut.first, let day = CurveStamp.day(date) else { return nil }
    self.day = day
    guard cut.count == 2 else {
      (second, offset) = (0, nil)
      return
    }
    let sign = cut[1].firstIndex { "+-Z".contains($0) } ?? cut[1].endIndex
    guard let second = CurveStamp.seconds(cut[1][..<sign]), second < 86_400 else { return nil }
    self.second = second
    switch cut[1][sign...] {
    case "": offset = nil
    case "Z": offset = 0
    case let ahead:
      guard let seconds = CurveStamp.seconds(ahead.dropFirst()), seconds <= 50_400 else {
        return nil
      }
      offset = Int64(ahead.first == "-" ? -seconds : seconds)
    }
  }

  /// The instants it may be: two of the hour that October repeats, none of the one that March skips.
  func instants(isAscending: Bool) -> [Instant] {
    if let offset { return [Instant(seconds: clock - offset)] }
    switch ParisTime.read(day, secondOfDay: second) {
    case .once(let instant): return [instant]
    case .never: return []
    case .twice(let first, let second): return isAscending ? [first, second] : [second, first]
    }
  }

  private static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return try? Day(String(text)) }
    guard parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
    let figures = parts.compactMap { Int($0) }
    return figures.count == 3 ? Day(year: figures[2], month: figures[1], day: figures[0]) : nil
  }

  /// `00:15`, `00:15:00` or `0015`, in seconds.
  private static func seconds(_ text: Substring) -> Int? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1, text.utf8.count == 4 { parts = [text.prefix(2), text.dropFirst(2)] }
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let figures = parts.compactMap { Int($0) }
    guard figures.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return figures[0] * 3600 + figures[1] * 60 + (figures.count > 2 ? figures[2] : 0)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// The rows of a curve by day, in order of time.
struct CurveSteps {
  /// The length of a step, in seconds; of rows that tell a day each, that of a plain day.
  let seconds: Int64
  /// The rows of each day.
  let days: [(day: Day, rows: [Int])]

  private let tellsDays: Bool

  /// Sorts the rows of a curve into whole days.
  ///
  /// - Parameter allowsDays: whether a row may tell a whole day.
  /// - Throws: ``SharingRefusal``.
  init(_ stamps: [Instant], allowsDays: Bool) throws(SharingRefusal) {
    let order = stamps.indices.sorted { stamps[$0] < stamps[$1] }
    let starts = stamps.map { ParisTime.start(of: ParisTime.day(of: $0)) }
    tellsDays = allowsDays && stamps == starts
    let gaps = zip(order, order.dropFirst()).map { stamps[$1].seconds - stamps[$0].seconds }
    let step = tellsDays ? 86_400 : gaps.min() ?? 0
    seconds = step
    if tellsDays {
      days = order.map { (ParisTime.day(of: stamps[$0]), [$0]) }
      return
    }
    guard step % 60 == 0, SharedMonth.steps.contains(step / 60) else {
      throw .stepIsUnknown(minutes: step / 60)
    }
    guard let first = order.first, let last = order.last else {
      throw .stepIsUnknown(minutes: 0)
    }
    let (begins, ends) = (stamps[first] == starts[first], stamps[last] == starts[last])
    // Stamps that end their steps have midnight last, those that begin them first.
    guard begins != ends else {
      throw .stampsTellNoWholeDays(stamps[first], stamps[last])
    }
    let shift = ends ? -step : 0
    var days: [(day: Day, rows: [Int])] = []
    for row in order {
      let start = stamps[row].adding(seconds: shift)
      let day = ParisTime.day(of: start)
      guard (start.seconds - ParisTime.start(of: day).seconds) % step == 0 else {
        throw .stampsTellNoWholeDays(stamps[first], stamps[row])
      }
      if days.last?.day != day { days.append((day, [])) }
      days[days.count - 1].rows.append(row)
    }
    for (day, rows) in days where Int64(rows.count) * step != ParisTime.length(of: day) {
      throw .stepsAreNotTheDay(
        day, told: rows.count, expected: Int(ParisTime.length(of: day) / step))
    }
    self.days = days
  }

  /// How long a step of a day lasts: its power holds all through it.
  func seconds(of day: Day) -> Int64 { tellsDays ? ParisTime.length(of: day) : seconds }
}
