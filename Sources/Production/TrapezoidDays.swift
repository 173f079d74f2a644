import Units

/// The days of a power read at irregular instants.
///
/// Between two readings at most a quarter of an hour apart the power is believed to change evenly;
/// longer gaps are not bridged. A stretch belongs to the day it starts in.
enum TrapezoidDays {
  /// The longest gap that is bridged, in seconds.
  static let longestGap: Int64 = 900

  private struct Sum {
    let day: Day
    /// Twice the energy, so that the halves of trapezes are exact.
    var doubled: Int128 = 0
    var covered: Int64 = 0
    var range: ClosedRange<Int>
  }

  /// Reads the days.
  ///
  /// - Complexity: O(n).
  static func days(
    _ readings: Readings, _ context: Context, log: inout FindingLog
  ) -> [MeterDay] {
    let known = readings.all.filter { $0.milli != RawReading.missing }
    let bound = PowerBound(readings.meter)
    var sums: [Sum] = []
    for index in known.indices {
      let reading = known[index]
      let day = context.day(of: reading.instant)
      if sums.last?.day == day {
        sums[sums.count - 1].range = sums[sums.count - 1].range.lowerBound...index
      } else {
        sums.append(Sum(day: day, range: index...index))
      }
      if reading.milli < 0 { log.add(context.finding(.negativePower, Int(reading.line))) }
      if !bound.allows(reading.milli, in: 3_600, slack: 0) {
        log.add(
          context.finding(
            .powerImpossible, Int(reading.line), energy: WattHours(reading.milli / 1_000),
            against: WattHours(bound.watts)))
      }
      guard index + 1 < known.count else { continue }
      let next = known[index + 1]
      let seconds = next.instant - reading.instant
      guard seconds <= longestGap else {
        log.add(context.finding(.rowsMissing, Int(next.line)))
        continue
      }
      sums[sums.count - 1].doubled +=
        Int128(max(0, reading.milli) + max(0, next.milli)) * Int128(seconds)
      sums[sums.count - 1].covered += seconds
    }
    return sums.map { day($0, known, readings, context, log: &log) }
  }

  private static func day(
    _ sum: Sum, _ known: [Reading], _ readings: Readings, _ context: Context,
    log: inout FindingLog
  ) -> MeterDay {
    let length = ParisTime.length(of: sum.day)
    let isComplete = sum.covered + 2 * longestGap >= length && sum.covered <= length + longestGap
    let lines = known[sum.range].map { Int($0.line) }
    if !isComplete {
      log.add(context.finding(.dayIncomplete, lines.min() ?? 0, day: sum.day))
    }
    return MeterDay(
      meter: context.meter, day: sum.day, milliwattSeconds: Int64(clamping: sum.doubled / 2),
      coveredSeconds: isComplete ? length : min(sum.covered, length),
      quality: readings.quality(
        of: sum.day, isHeld: readings.contradicted.contains(sum.day), isComplete: isComplete),
      firstLine: lines.min() ?? 0, lastLine: lines.max() ?? 0,
      curve: curve(
        known[sum.range], from: ParisTime.start(of: sum.day).seconds, .instantPower, step: 0,
        quantum: readings.resolution))
  }
}
