import Units

/// The days of intervals: mean power or energy, one row a step.
///
/// A day is measured when its intervals cover it: 23, 24 or 25 hours. An interval belongs to the
/// day it starts in. Its length is the distance to the row before (end-stamped) or after
/// (start-stamped). A distance the format does not write, or one that is longer than its neighbours
/// and stands alone, is a gap: there the neighbouring step counts. Nothing is interpolated.
struct CurveDays {
  private struct Sum {
    var milliwattSeconds: Int64 = 0
    var covered: Int64 = 0
    var first = Int.max
    var last = 0
    var hasGap = false
    var samples: [DayCurve.Sample] = []
  }

  private let context: Context
  private let all: [Reading]
  private let bound: PowerBound
  private let readings: Readings
  private var sums: [(day: Day, sum: Sum)] = []
  private var dayRange: Range<Int64> = 0..<0

  private init(_ readings: Readings, _ context: Context) {
    self.context = context
    all = readings.all
    bound = PowerBound(readings.meter)
    self.readings = readings
  }

  /// Reads the days of a curve.
  ///
  /// - Complexity: O(n).
  static func days(
    _ readings: Readings, _ context: Context, log: inout FindingLog
  ) -> [MeterDay] {
    var curve = CurveDays(readings, context)
    curve.walk(log: &log)
    return curve.finish(log: &log)
  }

  private mutating func walk(log: inout FindingLog) {
    let isEnd = context.profile.stamp.meaning == .end
    var lastStep: Int64 = 0
    for index in all.indices {
      let reading = all[index]
      guard let step = step(at: index, isEnd: isEnd) else {
        log.add(context.finding(.stepUnknown, Int(reading.line)))
        continue
      }
      if lastStep > 0, step != lastStep {
        log.add(context.finding(.stepChanges, Int(reading.line)))
      }
      lastStep = step
      let place = isEnd ? index - 1 : index
      if place >= 0, place + 1 < all.count {
        let gap = all[place + 1].instant - all[place].instant - step
        if gap > 0 {
          let count = Int((gap + step - 1) / step)
          log.add(context.finding(.rowsMissing, Int(all[place + 1].line), count: count))
        }
      }
      add(reading, start: isEnd ? reading.instant - step : reading.instant, step, log: &log)
    }
  }

  /// The length of a row's interval, or nothing when the file does not tell it.
  private func step(at index: Int, isEnd: Bool) -> Int64? {
    let own = distance(isEnd ? index : index + 1)
    let beyond = distance(isEnd ? index - 1 : index + 2)
    let other = distance(isEnd ? index + 1 : index)
    guard let own, isWritten(own) else {
      let near = [other, beyond].compactMap(\.self).first(where: isWritten)
      guard let near, own.map({ near <= $0 }) ?? true else { return nil }
      return near
    }
    if own == other || own == beyond { return own }
    let shorter = [other, beyond].compactMap(\.self).filter { isWritten($0) && $0 < own }
    return shorter.first ?? own
  }

  /// The distance between a row and the one before it.
  private func distance(_ index: Int) -> Int64? {
    all.indices.contains(index) && index > 0
      ? all[index].instant - all[index - 1].instant : nil
  }

  private func isWritten(_ step: Int64) -> Bool {
    context.profile.steps.isEmpty ? step <= 3_600 : context.profile.steps.contains(step)
  }

  private mutating func add(
    _ reading: Reading, start: Int64, _ step: Int64, log: inout FindingLog
  ) {
    if !dayRange.contains(start) {
      let day = ParisTime.day(of: Instant(seconds: start))
      dayRange = ParisTime.start(of: day).seconds..<ParisTime.start(of: day.next).seconds
      if sums.last?.day != day { sums.append((day, Sum())) }
    }
    let at = sums.count - 1
    sums[at].sum.first = min(sums[at].sum.first, Int(reading.line))
    sums[at].sum.last = max(sums[at].sum.last, Int(reading.line))
    guard reading.milli != RawReading.missing else {
      log.add(context.finding(.valuesMissing, Int(reading.line)))
      sums[at].sum.hasGap = true
      return
    }
    sums[at].sum.covered += step
    sums[at].sum.samples.append(
      .init(
        offset: start - dayRange.lowerBound, seconds: step,
        value: reading.milli / readings.resolution))
    let isPower = context.profile.value.nature == .meanPower
    let seconds = isPower ? step : 3_600
    if !bound.allows(reading.milli * seconds / 3_600, in: step, slack: 0) {
      log.add(impossible(reading, seconds, step))
    } else if reading.milli < 0 {
      log.add(context.finding(.negativePower, Int(reading.line)))
    } else {
      sums[at].sum.milliwattSeconds += reading.milli * seconds
    }
  }

  private func impossible(_ reading: Reading, _ seconds: Int64, _ step: Int64) -> Finding {
    let told = Int128(reading.milli) * Int128(seconds) / 3_600_000
    return context.finding(
      .powerImpossible, Int(reading.line), energy: WattHours(Int64(clamping: told)),
      against: WattHours(bound.watts * step / 3_600))
  }

  private func finish(log: inout FindingLog) -> [MeterDay] {
    sums.indices.map { index in
      let (day, sum) = sums[index]
      let isComplete = sum.covered >= ParisTime.length(of: day)
      if !isComplete {
        let isEdge = (index == 0 || index == sums.count - 1) && !sum.hasGap
        log.add(
          context.finding(isEdge ? .edgeDayIncomplete : .dayIncomplete, sum.first, day: day))
      }
      return MeterDay(
        meter: context.meter, day: day, milliwattSeconds: sum.milliwattSeconds,
        coveredSeconds: min(sum.covered, ParisTime.length(of: day)),
        quality: readings.quality(
          of: day, isHeld: readings.contradicted.contains(day), isComplete: isComplete),
        firstLine: sum.first, lastLine: sum.last,
        curve: DayCurve(
          nature: context.profile.value.nature, quantum: readings.resolution,
          samples: sum.samples))
    }
  }
}
