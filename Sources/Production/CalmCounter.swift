import Units

extension CounterDays {
  /// The days of a counter whose rows hold no surprise, in one pass over them; nothing when they do.
  ///
  /// No surprise is: every value known and possible, none an estimate, each later than the one before
  /// and not below it. What comes out is what the long way would say.
  /// - Complexity: O(n); memory of a day.
  static func calm(
    _ series: RawSeries, of meter: KnownMeter, _ context: Context, today: Day,
    log: inout FindingLog
  ) -> [MeterDay]? {
    guard context.profile.value.nature == .counter, context.profile.stamp.meaning != .date,
      series.cut == nil, let first = series.rows.first
    else { return nil }
    var sample = CalmRows(series.rows, meter, context, today)
    var begin: [Reading] = []
    while begin.count <= 2_000, let reading = sample.next() { begin.append(reading) }
    guard !sample.isSurprised else { return nil }
    let step = usualStep(begin)
    var found = FindingLog()
    context.noteStep(step, first.line, log: &found)
    guard found.verdict < .refuse else { return nil }
    let readings = Readings(calm: series.decimals, of: meter, context.profile)
    var rows = CalmRows(series.rows, meter, context, today)
    rows.slack = readings.resolution + CounterRepair.smallDip
    var counter = CounterDays(context, readings, step: step)
    guard let days = counter.split(&rows, log: &found) else { return nil }
    for finding in found.all { log.add(finding) }
    return days
  }

  /// Measures day after day; only the readings of one day, and one on each side, are held.
  private mutating func split(
    _ rows: inout CalmRows, log: inout FindingLog
  ) -> [MeterDay]? {
    var days: [MeterDay] = []
    var day = Day(number: 0)
    var end = Int64.min
    var first = 0
    while let reading = rows.next() {
      if reading.instant >= end {
        if let last = kept.last {
          kept.append(reading)
          if let found = measure(day, first...kept.count - 2, log: &log) { days.append(found) }
          kept.removeAll(keepingCapacity: true)
          kept.append(last)
          first = 1
        }
        day = rows.context.day(of: reading.instant)
        end = ParisTime.start(of: day.next).seconds
      } else if let last = kept.last, reading.instant - last.instant > step {
        noteGap(before: reading, last, log: &log)
      }
      kept.append(reading)
    }
    guard rows.isCalm, !kept.isEmpty else { return nil }
    if let found = measure(day, first...kept.count - 1, log: &log) { days.append(found) }
    return days
  }
}

/// Rows taken one by one while they hold no surprise.
private struct CalmRows {
  let context: Context
  private var cursor: PackedRows.Cursor
  private var clock: LocalClock
  private let latest: Int64
  private let bound: PowerBound
  /// The most an hour can give.
  private let hour: Int64
  /// What rounding may add, in thousandths.
  var slack: Int64 = .max
  private var last = Reading(milli: 0, instant: .min, line: 0, power: 0)
  /// The local clock less the instant, while the date and the written offset are these.
  private var ahead: Int64 = 0
  private var date: Range<Int64> = 0..<0
  private var offset = StampPattern.noOffset
  private var lastLocal: Int64 = 0
  private var balance = 0
  /// Whether a row was met that needs the long way.
  private(set) var isSurprised = false

  init(_ rows: PackedRows, _ meter: KnownMeter, _ context: Context, _ today: Day) {
    self.context = context
    cursor = rows.cursor()
    clock = LocalClock(
      isAscending: true, unmarkedIsWinter: context.profile.stamp.summerMark != nil)
    latest = context.latest(today)
    bound = PowerBound(meter)
    hour = bound.watts.multipliedReportingOverflow(by: 1_000).partialValue
  }

  /// Whether all rows held no surprise, and those that rose on the clock are the more.
  var isCalm: Bool { !isSurprised && balance >= 0 }

  @inline(__always)
  mutating func next() -> Reading? {
    guard !isSurprised, cursor.next() else { return nil }
    let milli = cursor.value
    let instant: Int64
    if cursor.offset == offset, date.contains(cursor.local) {
      instant = cursor.local - ahead
    } else {
      guard let found = turn() else { return surprise() }
      instant = found
    }
    guard milli >= last.milli, instant > last.instant, instant <= latest, !cursor.isEstimate,
      cursor.power == RawReading.noPower
    else { return surprise() }
    if last.instant != .min {
      balance += cursor.local > lastLocal ? 1 : cursor.local < lastLocal ? -1 : 0
      let rise = milli - last.milli
      guard rise <= hour || isPossible(rise, instant) else { return surprise() }
    }
    lastLocal = cursor.local
    last = Reading(
      milli: milli, instant: instant, line: UInt32(truncatingIfNeeded: cursor.line),
      power: RawReading.noPower)
    return last
  }

  private func isPossible(_ rise: Int64, _ instant: Int64) -> Bool {
    bound.allows(rise, in: max(3_600, instant - last.instant), slack: slack)
  }

  private mutating func surprise() -> Reading? {
    isSurprised = true
    return nil
  }

  /// The instant of a row on another date or clock than the last; nothing where March skips it.
  private mutating func turn() -> Int64? {
    let local = cursor.local
    guard
      case .instant(let instant) = clock.read(
        UInt32(truncatingIfNeeded: local), offset: cursor.offset)
    else { return nil }
    let midnight = local - local % 86_400
    let civil = Day(number: Int32(midnight / 86_400))
    if cursor.offset != StampPattern.noOffset || ParisTime.length(of: civil) == 86_400 {
      offset = cursor.offset
      date = midnight..<midnight + 86_400
      ahead = local - instant
    } else {
      date = 0..<0
    }
    return instant
  }
}
