import Units

/// A counter whose rows hold no surprise, measured while its file is read; a surprise ends it, and
/// the file is read again the long way.
///
/// No surprise is: every value known and possible, none an estimate, each later than the one before
/// and not below it. What comes out is what the long way would say. Whoever holds it may hand it to
/// another thread; two never touch it at once.
@safe final class CalmCounter: @unchecked Sendable {
  /// Where rows are taken without asking the object, which must outlive it.
  @safe struct Hand {
    fileprivate let run: UnsafeMutablePointer<SteadyRun>

    @inline(__always)
    func take(_ number: PlainNumber, _ local: Int64, _ ahead: Int64, line: Int) -> Bool {
      unsafe run.pointee.take(number, local, ahead, line: line)
    }
  }

  /// At the beginning of a line of the cache.
  private let run = unsafe UnsafeMutableRawPointer.allocate(
    byteCount: MemoryLayout<SteadyRun>.stride, alignment: 64
  ).bindMemory(to: SteadyRun.self, capacity: 1)
  private var days: CalmDays

  /// A counter whose rows stand for the instants at which it was read; nothing for other natures,
  /// and where a device is known to have been replaced.
  init?(_ meter: KnownMeter, _ context: Context, today: Day) {
    guard context.profile.value.nature == .counter, context.profile.stamp.meaning != .date,
      meter.changes.isEmpty
    else { return nil }
    unsafe run.initialize(to: SteadyRun())
    days = unsafe CalmDays(meter, context, today: today, run)
  }

  deinit {
    unsafe run.pointee.end()
    unsafe run.deallocate()
  }

  var hand: Hand { unsafe Hand(run: run) }

  /// Whether it was given any row.
  var hasRows: Bool { days.hasRows }

  /// Takes any row whose value has so many decimals.
  func take(_ row: RawReading, decimals: Int) { days.take(row, decimals: decimals) }

  /// The days and what is to be said of them; nothing when there was a surprise, or no row.
  ///
  /// - Precondition: no row follows.
  func finish() -> ReadSeries? { days.finish() }
}

/// The days of a calm counter as they are read.
@safe struct CalmDays {
  /// The rows that the step is first told from.
  private static let sample = 513

  private let context: Context
  private let meter: KnownMeter
  private let latest: Int64
  private let bound: PowerBound
  /// The most an hour can give.
  private let hour: Int64
  private var clock: LocalClock
  private let run: UnsafeMutablePointer<SteadyRun>

  /// The first rows, until there are enough of them.
  private var begun: [(reading: Reading, local: Int64)] = []
  private var decimals = 0
  /// What measures the days, once the step is known.
  private var counter: CounterDays?
  private var step: Int64 = 0
  /// What rounding may add, in thousandths.
  private var slack = Int64.max
  private var log = FindingLog()
  private var days: [MeterDay] = []
  /// Whether a row was met that needs the long way.
  private var isSurprised = false

  /// The reading before the day's first.
  private var before: Reading?
  private var first: Reading?
  private var second: Int64 = 0
  /// The readings of a day whose steps differ; else the run has them.
  private var loose: [Reading] = []
  /// The last reading that was thought about; the run may have taken more since.
  private var last = Reading(milli: 0, instant: .min, line: 0, power: 0)
  private var lastLocal: Int64 = 0
  /// How many rows followed another, and how many of them not the step after it.
  private var distances = 0
  private var otherDistances = 0
  /// How many rows rose on their clock, less those that fell.
  private var balance = 0
  private var day = Day(number: 0)
  private var end = Int64.min

  init(
    _ meter: KnownMeter, _ context: Context, today: Day, _ run: UnsafeMutablePointer<SteadyRun>
  ) {
    self.context = context
    self.meter = meter
    unsafe self.run = run
    latest = context.latest(today)
    bound = PowerBound(meter)
    hour = bound.watts.multipliedReportingOverflow(by: 1_000).partialValue
    clock = LocalClock(
      isAscending: true, unmarkedIsWinter: context.profile.stamp.summerMark != nil)
  }

  var hasRows: Bool { isSurprised || last.instant != .min }

  /// Takes any row whose value has so many decimals.
  mutating func take(_ row: RawReading, decimals: Int) {
    guard !isSurprised else { return }
    catchUp()
    guard let reading = admitted(row) else { return surprise() }
    let local = Int64(row.local)
    balance += local > lastLocal ? 1 : local < lastLocal ? -1 : 0
    if counter == nil {
      self.decimals = max(self.decimals, decimals)
      begun.append((reading, local))
      (last, lastLocal) = (reading, local)
      if begun.count == CalmDays.sample { settle() }
    } else if decimals > self.decimals {
      surprise()
    } else {
      advance(to: reading, local)
    }
  }

  /// The days and what is to be said of them; nothing when there was a surprise, or no row.
  ///
  /// - Precondition: no row follows.
  mutating func finish() -> ReadSeries? {
    if !isSurprised, counter == nil { settle() }
    catchUp()
    // The first row of all rises above nothing.
    guard !isSurprised, balance >= 1, first != nil, stepIsUsual else { return nil }
    closeDay(next: nil)
    return ReadSeries(days: days, log: log)
  }

  /// Whether the step told from the first rows is what all of them tell.
  private var stepIsUsual: Bool {
    2 * otherDistances < min(distances, distancesOfStep)
  }

  private mutating func surprise() {
    isSurprised = true
    unsafe run.pointee.close()
    (begun, loose, days) = ([], [], [])
  }

  /// Learns what the run took by itself.
  private mutating func catchUp() {
    guard loose.isEmpty, let first, unsafe run.pointee.count > 1 else { return }
    let instant = unsafe first.instant + Int64(run.pointee.count - 1) * run.pointee.step
    guard instant > last.instant else { return }
    let taken = unsafe Int((instant - last.instant) / run.pointee.step)
    balance += taken
    distances += taken
    lastLocal += instant - last.instant
    last = unsafe Reading(
      milli: run.pointee.value * run.pointee.quantum, instant: instant,
      line: run.pointee.line, power: RawReading.noPower)
  }

  /// The reading of a row, or nothing when it surprises.
  private mutating func admitted(_ row: RawReading) -> Reading? {
    let instant: Int64
    switch clock.read(row.local, offset: row.offset) {
    case .instant(let found), .repeated(let found): instant = found
    case .skipped: return nil
    }
    guard row.milli >= last.milli, row.milli != RawReading.missing, instant > last.instant,
      instant <= latest, !row.isEstimate, row.power == RawReading.noPower,
      last.instant == .min || isPossible(row.milli - last.milli, instant - last.instant)
    else { return nil }
    return Reading(
      milli: row.milli, instant: instant, line: row.line, power: RawReading.noPower)
  }

  private func isPossible(_ rise: Int64, _ seconds: Int64) -> Bool {
    rise <= hour || bound.allows(rise, in: max(3_600, seconds), slack: slack)
  }

  /// Tells the step from the first rows, and measures these.
  private mutating func settle() {
    let rows = begun
    let readings = rows.map(\.reading)
    guard let head = readings.first else { return }
    let known = Readings(calm: decimals, of: meter, context.profile)
    step = usualStep(readings)
    slack = known.resolution + CounterRepair.smallDip
    context.noteStep(step, head.line, log: &log)
    let isBelieved = zip(readings, readings.dropFirst()).allSatisfy { before, after in
      isPossible(after.milli - before.milli, after.instant - before.instant)
    }
    guard log.verdict < .refuse, isBelieved else { return surprise() }
    counter = CounterDays(context, known, step: step)
    unsafe run.pointee.settle(
      step: step, quantum: known.resolution, decimals: decimals, hour: hour)
    begun = []
    for row in rows { advance(to: row.reading, row.local) }
  }
}

extension CalmDays {
  /// Takes the next reading into its day.
  private mutating func advance(to reading: Reading, _ local: Int64) {
    if first != nil {
      distances += 1
      if reading.instant - last.instant != step { otherDistances += 1 }
    }
    if reading.instant >= end {
      if first != nil {
        closeDay(next: reading)
        before = last
      }
      beginDay(reading)
    } else {
      addToDay(reading)
    }
    (last, lastLocal) = (reading, local)
    if loose.isEmpty, unsafe run.pointee.count > 1 {
      let ahead = local - reading.instant
      unsafe run.pointee.open(after: local, until: min(end, latest + 1) + ahead, ahead: ahead)
    } else {
      unsafe run.pointee.close()
    }
  }

  private mutating func beginDay(_ reading: Reading) {
    day = context.day(of: reading.instant)
    end = ParisTime.start(of: day.next).seconds
    (first, second, loose) = (reading, reading.milli, [])
    unsafe run.pointee.begin(reading.milli, line: reading.line)
  }

  private mutating func addToDay(_ reading: Reading) {
    let distance = reading.instant - last.instant
    if distance > step { counter?.noteGap(before: reading, last, log: &log) }
    if let first, loose.isEmpty, distance != step || step > 86_400 {
      loose = unsafe run.pointee.readings(from: first)
    }
    if loose.isEmpty {
      unsafe run.pointee.add(reading.milli, line: reading.line)
      if unsafe run.pointee.count == 2 { second = reading.milli }
    } else {
      loose.append(reading)
      if loose.count == 2 { second = reading.milli }
    }
  }

  private mutating func closeDay(next: Reading?) {
    guard let counter, let first else { return }
    var count = loose.count
    if loose.isEmpty { count = unsafe run.pointee.count }
    var penultimate = last.milli
    if !loose.isEmpty {
      penultimate = loose[count - 2].milli
    } else if count > 1 {
      penultimate -= unsafe run.pointee.rise * run.pointee.quantum
    }
    let readings = CounterDays.Known(
      before: before, first: first, second: second, penultimate: penultimate, last: last,
      next: next, count: count)
    let found = counter.measure(day, readings, log: &log) { start in
      guard loose.isEmpty else {
        return curve(loose[...], from: start, .counter, step: step, quantum: counter.quantum)
      }
      return unsafe run.pointee.curve(first.instant - start)
    }
    if let found { days.append(found) }
  }
}
