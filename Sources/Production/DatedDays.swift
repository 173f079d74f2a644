import Units

/// The days of rows that each tell one civil day.
enum DatedDays {
  /// Reads one day a row; the day that is not over is incomplete.
  ///
  /// - Complexity: O(n).
  static func days(
    _ readings: Readings, _ context: Context, today: Day, log: inout FindingLog
  ) -> [MeterDay] {
    let bound = PowerBound(readings.meter)
    var days: [MeterDay] = []
    var last: Day?
    for reading in readings.all {
      let day = context.day(of: reading.instant)
      if let last, last.days(until: day) > 1 {
        let count = last.days(until: day) - 1
        log.add(context.finding(.daysMissing, Int(reading.line), count: count))
      }
      last = day
      guard reading.milli != RawReading.missing else {
        log.add(context.finding(.valuesMissing, Int(reading.line)))
        continue
      }
      let seconds = ParisTime.length(of: day)
      if !bound.allows(reading.milli, in: seconds, slack: readings.resolution) {
        let most = Int128(bound.watts) * Int128(seconds) / 3_600
        log.add(
          context.finding(
            .powerImpossible, Int(reading.line), day: day,
            energy: WattHours(reading.milli / 1_000), against: WattHours(Int64(clamping: most))))
      }
      if reading.milli < 0 { log.add(context.finding(.negativePower, Int(reading.line))) }
      if day == today {
        log.add(context.finding(.edgeDayIncomplete, Int(reading.line), day: day))
      }
      days.append(
        MeterDay(
          meter: context.meter, day: day, milliwattSeconds: max(0, reading.milli) * 3_600,
          coveredSeconds: day == today ? 0 : seconds,
          quality: readings.quality(
            of: day, isHeld: readings.contradicted.contains(day), isComplete: day != today),
          firstLine: Int(reading.line), lastLine: Int(reading.line)))
    }
    return days
  }
}
