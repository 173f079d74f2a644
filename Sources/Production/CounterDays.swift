import Units

/// The days of a counter.
///
/// A day is measured when the counter is known at both ends of the civil day:
/// - a reading stands there, or within one usual step of it (of an hour at most);
/// - or the readings before and after midnight are equal, so nothing was produced between;
/// - or, where the device sleeps at night and no neighbour is in the file, its counter stands still
///   over two readings before 10:00, or after 16:00: it woke, or fell asleep, in this file;
/// - or a first reading of zero: the counter is new.
///
/// Gaps inside the day do not matter, the counter bridges them. A step across midnight belongs to
/// the day it starts in. A longer one that moved the counter can be given to neither day.
final class CounterDays: Sendable {
  private let context: Context
  private let readings: Readings
  private let step: Int64
  /// A step across midnight that is believed to belong to the day it starts in.
  private let crossing: Int64
  private let kept: [Reading]
  private let held: Set<Day>

  private init(_ context: Context, _ readings: Readings, _ repair: CounterRepair) {
    self.context = context
    self.readings = readings
    step = repair.step
    crossing = min(repair.step, 3_600)
    kept = repair.kept
    held = readings.contradicted.union(repair.broken)
  }

  /// Takes the readings of a counter that never broke, a day at a time.
  init(_ context: Context, _ readings: Readings, step: Int64) {
    self.context = context
    self.readings = readings
    self.step = step
    crossing = min(step, 3_600)
    kept = []
    held = []
  }

  /// Reads the days of a counter.
  ///
  /// - Complexity: O(n).
  static func days(
    _ readings: Readings, _ context: Context, log: inout FindingLog
  ) -> [MeterDay] {
    var known = readings.all
    if let gap = readings.all.first(where: { $0.milli == RawReading.missing }) {
      known.removeAll { $0.milli == RawReading.missing }
      let count = readings.all.count - known.count
      log.add(context.finding(.valuesMissing, Int(gap.line), count: count))
    }
    let step = usualStep(readings.all)
    PowerCheck(context: context, step: step).compare(known, log: &log)
    var repair = CounterRepair(readings, context, step: step)
    repair.walk(known, log: &log)
    guard log.verdict < .refuse else { return [] }
    return CounterDays(context, readings, repair).split(log: &log)
  }

  private func split(log: inout FindingLog) -> [MeterDay] {
    var days: [MeterDay] = []
    var first = 0
    while first < kept.count {
      let day = context.day(of: kept[first].instant)
      let end = ParisTime.start(of: day.next).seconds
      var last = first
      while last + 1 < kept.count, kept[last + 1].instant < end { last += 1 }
      noteGaps(first...last, log: &log)
      let range = first...last
      let found = measure(day, known(range), log: &log) { start in
        curve(kept[range], from: start, .counter, step: step, quantum: quantum)
      }
      if let found { days.append(found) }
      first = last + 1
    }
    return days
  }

  /// What tells the energy of a day, of all that was read.
  struct Known {
    /// The last reading of the day before; nothing at the beginning of a file.
    let before: Reading?
    let first: Reading
    /// The values beside the first and the last one: their own where they stand alone.
    let second: Int64
    let penultimate: Int64
    let last: Reading
    /// The first reading of the day after; nothing at the end of a file.
    let next: Reading?
    let count: Int

    var isAlone: Bool { count == 1 }
  }

  /// One unit of the last written decimal, in thousandths.
  var quantum: Int64 { readings.resolution }

  private func known(_ range: ClosedRange<Int>) -> Known {
    let (first, last) = (range.lowerBound, range.upperBound)
    return Known(
      before: first > 0 ? kept[first - 1] : nil, first: kept[first],
      second: kept[min(first + 1, last)].milli, penultimate: kept[max(first, last - 1)].milli,
      last: kept[last], next: last + 1 < kept.count ? kept[last + 1] : nil, count: range.count)
  }

  /// Measures a day; its curve is asked for with the instant the day begins at, if it has one.
  func measure(
    _ day: Day, _ known: Known, log: inout FindingLog, curve: (Int64) -> DayCurve
  ) -> MeterDay? {
    let start = ParisTime.start(of: day).seconds
    let end = ParisTime.start(of: day.next).seconds
    let isOpen = opens(known, start, log: &log)
    let closing = closes(known, end, log: &log)
    let first = known.first
    let last = closing.flatMap { $0 } ?? known.last
    // The midnight that ends a file only closes the day before.
    if known.isAlone, closing == nil { return nil }
    if known.isAlone, !isOpen, last.instant == first.instant { return nil }
    let covered = (closing == nil ? last.instant : end) - (isOpen ? start : first.instant)
    let isComplete = isOpen && closing != nil
    if !isComplete { noteIncomplete(day, known, log: &log) }
    return MeterDay(
      meter: context.meter, day: day, milliwattSeconds: (last.milli - first.milli) * 3_600,
      coveredSeconds: min(max(0, covered), end - start),
      quality: readings.quality(
        of: day, isHeld: held.contains(day), isComplete: isComplete),
      firstLine: Int(first.line), lastLine: Int(last.line),
      register: WattHours(first.milli / 1_000)...WattHours(last.milli / 1_000),
      curve: known.isAlone ? nil : curve(start))
  }

  /// Whether the counter is known at the day's beginning.
  private func opens(_ known: Known, _ start: Int64, log: inout FindingLog) -> Bool {
    let reading = known.first
    if reading.instant - start < max(1, crossing) { return true }
    if let before = known.before {
      return before.milli == reading.milli || reading.instant - before.instant <= crossing
    }
    if reading.milli == 0 {
      let day = context.day(of: reading.instant)
      log.add(context.finding(.firstDayOfPlant, Int(reading.line), day: day))
      return true
    }
    return context.profile.nights == .silent && !known.isAlone && known.second == reading.milli
      && reading.instant - start <= 10 * 3_600
  }

  /// The reading that closes the day: the next one, none needed, or nothing when it is unknown.
  private func closes(_ known: Known, _ end: Int64, log: inout FindingLog) -> Reading?? {
    let reading = known.last
    guard let next = known.next else {
      if reading.instant + crossing >= end { return .some(nil) }
      let sleeps =
        context.profile.nights == .silent && !known.isAlone
        && known.penultimate == reading.milli && end - reading.instant <= 8 * 3_600
      return sleeps ? .some(nil) : nil
    }
    if next.instant == end || next.instant - reading.instant <= crossing { return next }
    if next.milli == reading.milli { return .some(nil) }
    let day = context.day(of: reading.instant)
    log.add(
      context.finding(
        .spanWithoutDailySplit, Int(next.line), day: day,
        energy: WattHours((next.milli - reading.milli) / 1_000), otherLine: Int(reading.line)))
    return nil
  }

  /// The first and the last day of a file are often cut by the export: no reason to warn.
  private func noteIncomplete(_ day: Day, _ known: Known, log: inout FindingLog) {
    let isEdge = known.before == nil || known.next == nil
    let code = isEdge ? FindingCode.edgeDayIncomplete : .dayIncomplete
    log.add(context.finding(code, Int(known.first.line), day: day))
  }

  /// Rows that a steady recorder should have written inside the day.
  private func noteGaps(_ range: ClosedRange<Int>, log: inout FindingLog) {
    guard step > 0, step < 86_400 else { return }
    for index in range.dropFirst() { noteGap(before: kept[index], kept[index - 1], log: &log) }
  }

  /// Rows that are missing between two readings of a day that stand in lines next to each other.
  func noteGap(before reading: Reading, _ last: Reading, log: inout FindingLog) {
    let distance = reading.instant - last.instant
    guard distance > step, step > 0, step < 86_400, reading.line == last.line + 1 else { return }
    let missing = Int(distance / step) - 1
    if missing > 0 {
      log.add(context.finding(.rowsMissing, Int(reading.line), count: missing))
    }
  }
}

/// Holds a counter against the mean power written beside it.
struct PowerCheck {
  let context: Context
  let step: Int64

  /// Notes steps where the two differ by more than 20 Wh and a tenth.
  func compare(_ readings: [Reading], log: inout FindingLog) {
    guard step <= 86_400 else { return }
    for (before, after) in zip(readings, readings.dropFirst())
    where after.power != RawReading.noPower && after.instant - before.instant == step {
      if after.power < 0 { log.add(context.finding(.negativePower, Int(after.line))) }
      let risen = after.milli - before.milli
      let told = Int64(after.power) * 1_000 * step / 3_600
      guard risen >= 0, told >= 0 else { continue }
      let apart = abs(risen - told)
      if apart > 20_000, apart > max(risen, told) / 10 {
        log.add(
          context.finding(
            .counterAndPowerDisagree, Int(after.line), energy: WattHours(risen / 1_000),
            against: WattHours(told / 1_000)))
      }
    }
  }
}

/// Packs the readings of a day as they stand.
func curve(
  _ readings: ArraySlice<Reading>, from start: Int64, _ nature: Column.Nature, step: Int64,
  quantum: Int64
) -> DayCurve {
  var samples: [DayCurve.Sample] = []
  samples.reserveCapacity(readings.count)
  for index in readings.indices {
    let reading = readings[index]
    let isLast = index + 1 == readings.endIndex
    let seconds = isLast ? step : max(0, readings[index + 1].instant - reading.instant)
    samples.append(
      .init(
        offset: reading.instant - start, seconds: min(86_400, seconds),
        value: reading.milli / quantum))
  }
  return DayCurve(nature: nature, quantum: quantum, samples: samples)
}
