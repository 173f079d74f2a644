import Units

/// The days of a counter that starts again from zero every local midnight.
///
/// What a day gave is the greatest reading of it, so neither a dip nor a clock set back adds
/// anything. Around midnight the inverter's clock and the logger's may differ: within half an hour
/// of it, a reading that is still yesterday's, or already tomorrow's, is left out.
///
/// A day is complete when its last reading stands within a step of midnight, or when the device
/// fell asleep after 16:00 with nothing left to give.
struct DailyCounterDays {
  /// How far two clocks may differ around midnight, in seconds.
  static let midnight: Int64 = 1_800

  private let context: Context
  private let readings: Readings
  private let known: [Reading]
  private let step: Int64

  /// Reads the days.
  ///
  /// - Complexity: O(n).
  static func days(
    _ readings: Readings, _ context: Context, log: inout FindingLog
  ) -> [MeterDay] {
    let known = readings.all.filter { $0.milli != RawReading.missing }
    if known.count < readings.all.count,
      let gap = readings.all.first(where: { $0.milli == RawReading.missing })
    {
      let count = readings.all.count - known.count
      log.add(context.finding(.valuesMissing, Int(gap.line), count: count))
    }
    let step = usualStep(readings.all)
    PowerCheck(context: context, step: step).compare(known, log: &log)
    let days = DailyCounterDays(
      context: context, readings: readings, known: known, step: step)
    return days.split(log: &log)
  }

  private func split(log: inout FindingLog) -> [MeterDay] {
    var days: [MeterDay] = []
    var first = 0
    var before: Int64 = 0
    while first < known.count {
      let day = context.day(of: known[first].instant)
      let end = ParisTime.start(of: day.next).seconds
      var last = first
      while last + 1 < known.count, known[last + 1].instant < end { last += 1 }
      let rows = known[first...last]
      days.append(measure(day, rows, end, before: before, log: &log))
      before = rows.last?.milli ?? 0
      first = last + 1
    }
    return days
  }

  private func measure(
    _ day: Day, _ all: ArraySlice<Reading>, _ end: Int64, before: Int64, log: inout FindingLog
  ) -> MeterDay {
    let start = ParisTime.start(of: day).seconds
    let rows = withoutNeighbours(all, start, end)
    let most = rows.map(\.milli).max() ?? 0
    let bound = PowerBound(readings.meter)
    let (first, last) = (rows.first, rows.last)
    var isHeld = readings.contradicted.contains(day)
    if let first, before > 0, first.milli == before, rows.contains(where: { $0.milli > before }) {
      // It went on from yesterday's value: what today gave is only known from below.
      isHeld = true
      log.add(
        context.finding(
          .dailyCounterNotReset, Int(first.line), day: day,
          energy: WattHours((most - first.milli) / 1_000)))
    }
    if let last, !noteFalls(rows, log: &log), most - last.milli > max(1_000, most / 50) {
      isHeld = true
      log.add(
        context.finding(
          .dailyCounterNotReset, Int(last.line), day: day, energy: WattHours(most / 1_000)))
    }
    if let last, !bound.allows(most, in: last.instant - start + 3_600, slack: readings.resolution) {
      log.add(
        context.finding(
          .powerImpossible, Int(last.line), day: day, energy: WattHours(most / 1_000),
          against: WattHours(12 * bound.watts)))
    }
    let isComplete = closes(rows, end, most)
    let lines = all.map { Int($0.line) }
    if !isComplete {
      log.add(context.finding(.dayIncomplete, lines.min() ?? 0, day: day))
    }
    let covered = isComplete ? end - start : max(0, (last?.instant ?? start) - start)
    return MeterDay(
      meter: context.meter, day: day, milliwattSeconds: max(0, most) * 3_600,
      coveredSeconds: min(covered, end - start),
      quality: readings.quality(of: day, isHeld: isHeld, isComplete: isComplete),
      firstLine: lines.min() ?? 0, lastLine: lines.max() ?? 0,
      register: WattHours(0)...WattHours(max(0, most) / 1_000),
      curve: curve(rows, from: start, .dailyCounter, step: step, quantum: readings.resolution))
  }

  /// The rows without what belongs to yesterday or tomorrow.
  private func withoutNeighbours(
    _ all: ArraySlice<Reading>, _ start: Int64, _ end: Int64
  ) -> ArraySlice<Reading> {
    var rows = all
    let middle = all.indices.dropFirst().first {
      all[$0].milli * 10 < all[$0 - 1].milli && all[$0].instant - start < DailyCounterDays.midnight
    }
    if let middle { rows = rows[middle...] }
    let late = rows.indices.dropFirst().last {
      rows[$0].milli * 10 < rows[$0 - 1].milli
        && end - rows[$0].instant < DailyCounterDays.midnight
    }
    if let late, late > rows.startIndex { rows = rows[..<late] }
    return rows
  }

  /// Notes readings that fall and are overtaken again; false where one is not.
  private func noteFalls(_ rows: ArraySlice<Reading>, log: inout FindingLog) -> Bool {
    var highest = Int64.min
    var isBelow = false
    for reading in rows {
      if reading.milli < highest {
        if !isBelow { log.add(context.finding(.counterDips, Int(reading.line))) }
        isBelow = true
      } else {
        highest = reading.milli
        isBelow = false
      }
    }
    return !isBelow
  }

  private func closes(_ rows: ArraySlice<Reading>, _ end: Int64, _ most: Int64) -> Bool {
    guard let last = rows.last else { return false }
    let near = max(2 * step, DailyCounterDays.midnight)
    if last.instant + near >= end { return true }
    guard context.profile.nights == .silent, rows.count > 1,
      end - last.instant <= 8 * 3_600, most > 0
    else { return false }
    let rise = last.milli - rows[rows.endIndex - 2].milli
    return rise * 500 <= most
  }
}
