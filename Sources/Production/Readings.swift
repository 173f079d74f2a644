import Units

/// One number at one instant.
struct Reading {
  /// Thousandths of a watt or watt-hour; ``RawReading/missing`` when unknown.
  var milli: Int64
  /// Seconds since 1970 in UTC.
  var instant: Int64
  /// The line of the file.
  var line: UInt32
  /// The mean power beside it, in watts; ``RawReading/noPower`` when unknown.
  var power: Int32
  /// Whether the file calls the value an estimate.
  var isEstimate = false
}

/// The rows of one meter in order of time, each instant once.
struct Readings {
  let meter: KnownMeter
  private(set) var all: [Reading] = []
  /// One unit of the last written decimal, in thousandths.
  let resolution: Int64
  /// Days on which two rows contradict each other.
  private(set) var contradicted: Set<Day> = []
  /// Whether the rows stand as in the file, because the clock fell and the counter did not.
  private(set) var isInFileOrder = false
  /// Days of which the file calls a value an estimate.
  private(set) var estimated: Set<Day> = []

  /// Orders what one device says and notes what is odd about it.
  ///
  /// - Complexity: O(n) for rows in order or newest first, else O(n log n).
  init(
    _ rows: [RawReading], decimals: Int, of meter: KnownMeter, _ profile: Profile, path: String,
    today: Day, log: inout FindingLog
  ) {
    self.meter = meter
    resolution = powerOfTen(max(0, profile.value.unit.decimals - decimals))
    let context = Context(profile: profile, path: path, meter: meter.id)
    let isAscending = Readings.isAscending(rows)
    all = context.instants(rows, isAscending: isAscending, today: today, log: &log)
    sort(isAscending: isAscending, context, log: &log)
    if !isInFileOrder { dropRepeats(context, log: &log) }
    for reading in all where reading.isEstimate {
      estimated.insert(context.day(of: reading.instant))
    }
  }

  /// What is known of rows in order and without doubt, which are taken one by one.
  init(calm decimals: Int, of meter: KnownMeter, _ profile: Profile) {
    self.meter = meter
    resolution = powerOfTen(max(0, profile.value.unit.decimals - decimals))
  }

  /// How far a day can be relied on, when nothing else speaks against it.
  func quality(of day: Day, isHeld: Bool, isComplete: Bool) -> Quality {
    isHeld ? .held : !isComplete ? .incomplete : estimated.contains(day) ? .estimated : .measured
  }

  /// Rows that fell are fewer than rows that rose; the hour of October falls once.
  private static func isAscending(_ rows: [RawReading]) -> Bool {
    var balance = 0
    for index in rows.indices.dropFirst() {
      balance += rows[index].local > rows[index - 1].local ? 1 : 0
      balance -= rows[index].local < rows[index - 1].local ? 1 : 0
    }
    return balance >= 0
  }

  private mutating func sort(isAscending: Bool, _ context: Context, log: inout FindingLog) {
    guard let fall = firstFall() else { return }
    let line = Int(all[fall].line)
    if !isAscending {
      all.reverse()
      log.add(context.finding(.rowsNewestFirst, line))
      if firstFall() == nil { return }
    }
    if isAscending, context.profile.value.nature == .counter, neverDrops(), fallsLittle() {
      isInFileOrder = true
      log.add(context.finding(.clockSteppedBack, line))
      return
    }
    all.sort { $0.instant != $1.instant ? $0.instant < $1.instant : $0.line < $1.line }
    if isAscending { log.add(context.finding(.rowsOutOfOrder, line)) }
  }

  private func firstFall() -> Int? {
    all.indices.dropFirst().first { all[$0].instant < all[$0 - 1].instant }
  }

  /// A clock is corrected by an hour or two; what falls further is another date, not a correction.
  private func fallsLittle() -> Bool {
    all.indices.dropFirst().allSatisfy { all[$0].instant >= all[$0 - 1].instant - 7_200 }
  }

  private func neverDrops() -> Bool {
    var highest = Int64.min
    for reading in all where reading.milli != RawReading.missing {
      if reading.milli < highest { return false }
      highest = reading.milli
    }
    return true
  }

  /// Counts an instant once; two values for it are kept apart for a person.
  private mutating func dropRepeats(_ context: Context, log: inout FindingLog) {
    guard all.indices.dropFirst().contains(where: { all[$0].instant == all[$0 - 1].instant })
    else { return }
    var kept: [Reading] = []
    kept.reserveCapacity(all.count)
    for reading in all {
      guard let last = kept.last, last.instant == reading.instant else {
        kept.append(reading)
        continue
      }
      if last.milli == RawReading.missing { kept[kept.count - 1] = reading }
      let isSame = last.milli == reading.milli
      if isSame || last.milli == RawReading.missing || reading.milli == RawReading.missing {
        log.add(context.finding(.rowsRepeated, Int(reading.line), otherLine: Int(last.line)))
        continue
      }
      contradicted.insert(context.day(of: reading.instant))
      let lines = [Int(last.line), Int(reading.line)].sorted()
      log.add(context.finding(.rowsContradict, lines[0], otherLine: lines[1]))
    }
    all = kept
  }
}

/// What every step of reading a series needs to speak of it.
struct Context {
  let profile: Profile
  let path: String
  let meter: String

  func finding(
    _ code: FindingCode, _ line: Int, count: Int = 1, day: Day? = nil, energy: WattHours? = nil,
    against: WattHours? = nil, otherLine: Int? = nil
  ) -> Finding {
    Finding(
      code, at: Place(file: path, line: line), count: count, meter: meter, day: day,
      energy: energy, against: against, otherLine: otherLine)
  }

  /// Notes a step that the format does not write.
  func noteStep(_ step: Int64, _ line: UInt32, log: inout FindingLog) {
    guard !profile.steps.isEmpty, step > 0, !profile.steps.contains(step) else { return }
    log.add(finding(.stepNotOfProfile, Int(line), count: Int(step)))
  }

  /// The last instant a row may tell, on a day of import.
  func latest(_ today: Day) -> Int64 {
    let tomorrow = ParisTime.start(of: today.next).seconds
    return profile.stamp.meaning == .end || isIndex ? tomorrow : tomorrow - 1
  }

  /// The civil day a row at this instant belongs to: an end belongs to the interval before it.
  func day(of instant: Int64) -> Day {
    ParisTime.day(of: Instant(seconds: profile.stamp.meaning == .end ? instant - 1 : instant))
  }

  /// The rows with their instants, in the order of the file.
  func instants(
    _ rows: [RawReading], isAscending: Bool, today: Day, log: inout FindingLog
  ) -> [Reading] {
    var clock = LocalClock(
      isAscending: isAscending, unmarkedIsWinter: profile.stamp.summerMark != nil)
    let latest = latest(today)
    var readings: [Reading] = []
    readings.reserveCapacity(rows.count)
    var repeated = 0
    for row in rows {
      var instant: Int64 = 0
      if profile.stamp.meaning == .date {
        instant = clock.midnight(row.local)
      } else {
        switch clock.read(row.local, offset: row.offset) {
        case .instant(let seconds): instant = seconds
        case .repeated(let seconds):
          instant = seconds
          repeated = Int(row.line)
        case .skipped:
          let isCounter = profile.value.nature == .counter
          log.add(finding(isCounter ? .localTimeDoesNotExist : .skippedHourHasRows, Int(row.line)))
          continue
        }
      }
      if instant > latest { log.add(finding(.stampInFuture, Int(row.line))) }
      readings.append(
        Reading(
          milli: row.milli, instant: instant, line: row.line, power: row.power,
          isEstimate: row.isEstimate))
    }
    if !isAscending, repeated > 0 { log.add(finding(.repeatedHourNewestFirst, repeated)) }
    return readings
  }

  private var isIndex: Bool {
    profile.stamp.meaning == .date && profile.value.nature == .counter
  }
}
