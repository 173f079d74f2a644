import Units

/// A counter that only rises: dips left out, breaks joined and named.
///
/// - A declared change of meter joins two devices where the readings fall, or else where they lie on
///   either side of it, be the new register above the old.
/// - A fall by at most 10 Wh or 0.2 % of the day so far, or one that the next three readings undo,
///   is a dip: the reading is left out.
/// - A fall from the end of a known register to its beginning is a roll-over, and exact.
/// - A fall from the end of a power of ten to near zero looks like one: a person decides.
/// - Any other fall is a reset: what was produced around it is unknown, the rest a lower bound.
struct CounterRepair {
  /// A dip this small is never a reset, in thousandths of a watt-hour.
  static let smallDip: Int64 = 10_000

  let context: Context
  let meter: KnownMeter
  let bound: PowerBound
  let resolution: Int64
  /// The least time between two readings that a rise is judged by, in seconds.
  let step: Int64

  /// The readings kept, their values continued across breaks.
  private(set) var kept: [Reading] = []
  /// Days on which the counter broke.
  private(set) var broken: Set<Day> = []
  private var added: Int64 = 0
  private var dayEnd = Int64.min
  private var dayOpen: Int64 = 0

  init(_ readings: Readings, _ context: Context, step: Int64) {
    self.context = context
    self.meter = readings.meter
    self.bound = PowerBound(readings.meter)
    self.resolution = readings.resolution
    self.step = step
  }

  /// Walks the readings.
  ///
  /// - Complexity: O(n).
  mutating func walk(_ readings: [Reading], log: inout FindingLog) {
    kept.reserveCapacity(readings.count)
    let changes = changes(among: readings)
    var index = 0
    while index < readings.count {
      var reading = readings[index]
      if let last = kept.last {
        if let change = changes[index] {
          added += (change.lastOldWh - change.firstNewWh) * 1_000
          let day = context.day(of: reading.instant)
          log.add(context.finding(.meterChangedAsDeclared, Int(reading.line), day: day))
        } else if reading.milli + added < last.milli {
          if isDip(reading, last, next: readings[(index + 1)...].prefix(3)) {
            log.add(context.finding(.counterDips, Int(reading.line)))
            index += 1
            continue
          }
          join(reading, last, log: &log)
        }
        guard isPossible(reading, last, log: &log) else {
          index += 1
          continue
        }
      }
      reading.milli += added
      keep(reading)
      index += 1
    }
  }

  private func isDip(_ reading: Reading, _ last: Reading, next: ArraySlice<Reading>) -> Bool {
    let fall = last.milli - (reading.milli + added)
    if fall <= max(CounterRepair.smallDip, (last.milli - dayOpen) / 500) { return true }
    return next.contains {
      $0.milli + added >= last.milli
        && bound.allows(
          $0.milli + added - last.milli, in: max(step, $0.instant - last.instant),
          slack: resolution)
    }
  }

  /// Keeps a reading and remembers where its day began.
  private mutating func keep(_ reading: Reading) {
    if reading.instant >= dayEnd {
      dayEnd = ParisTime.start(of: context.day(of: reading.instant).next).seconds
      dayOpen = reading.milli
    }
    kept.append(reading)
  }

  /// Continues the counter past a break.
  private mutating func join(_ reading: Reading, _ last: Reading, log: inout FindingLog) {
    let before = last.milli - added
    let day = context.day(of: reading.instant)
    let seconds = max(step, reading.instant - last.instant)
    if let size = meter.registerWrapsAtWh.map({ $0 * 1_000 }), before < size,
      bound.allows(size - before + reading.milli, in: seconds, slack: resolution)
    {
      added += size
      log.add(context.finding(.counterRolledOverAsDeclared, Int(reading.line), day: day))
      return
    }
    broken.insert(day)
    let size = powerOfTenAbove(before)
    let rise = size - before + reading.milli
    if before >= size / 100 * 99, reading.milli <= size / 100,
      bound.allows(rise, in: seconds, slack: resolution)
    {
      added += size
      log.add(
        context.finding(
          .counterRolledOver, Int(reading.line), day: day, energy: WattHours(rise / 1_000),
          against: WattHours(size / 1_000), otherLine: Int(last.line)))
    } else {
      added += before - reading.milli
      log.add(
        context.finding(
          .counterReset, Int(reading.line), day: day, energy: WattHours(reading.milli / 1_000),
          against: WattHours(before / 1_000), otherLine: Int(last.line)))
    }
  }

  /// The declared changes of meter, each by the place of the first reading of its new device.
  ///
  /// Where nothing falls, both devices together must have counted what the roof can give. If the
  /// registers overlap, several places may do: the energy of the day is the same.
  /// - Complexity: O(n) a change.
  private func changes(among readings: [Reading]) -> [Int: MeterChange] {
    var found: [Int: MeterChange] = [:]
    for change in meter.changes {
      let places = readings.indices.dropFirst().filter { place in
        let (last, next) = (readings[place - 1], readings[place])
        return last.milli <= change.lastOldWh * 1_000 && next.milli >= change.firstNewWh * 1_000
          && found[place] == nil && context.day(of: last.instant) <= change.day
          && change.day <= context.day(of: next.instant)
      }
      let fall = places.first { readings[$0].milli < readings[$0 - 1].milli }
      let rises = places.filter { isPossible(change, readings[$0 - 1], readings[$0]) }
      let within = rises.first { context.day(of: readings[$0 - 1].instant) == change.day }
      if let place = fall ?? within ?? rises.first { found[place] = change }
    }
    return found
  }

  private func isPossible(_ change: MeterChange, _ last: Reading, _ next: Reading) -> Bool {
    let rise = next.milli - last.milli + (change.lastOldWh - change.firstNewWh) * 1_000
    return bound.allows(
      rise, in: max(3_600, next.instant - last.instant),
      slack: resolution + CounterRepair.smallDip)
  }

  /// Refuses a rise of more than full power could give.
  ///
  /// At least an hour is allowed for: a logger may write stale readings and then catch up.
  private func isPossible(
    _ reading: Reading, _ last: Reading, log: inout FindingLog
  ) -> Bool {
    let rise = reading.milli + added - last.milli
    let seconds = max(3_600, reading.instant - last.instant)
    guard !bound.allows(rise, in: seconds, slack: resolution + CounterRepair.smallDip) else {
      return true
    }
    let most = Int128(bound.watts) * Int128(seconds) / 3_600
    log.add(
      context.finding(
        .powerImpossible, Int(reading.line), day: context.day(of: reading.instant),
        energy: WattHours(rise / 1_000), against: WattHours(Int64(clamping: most)),
        otherLine: Int(last.line)))
    return false
  }
}

/// The smallest power of ten above a register, in thousandths of a watt-hour.
func powerOfTenAbove(_ milli: Int64) -> Int64 {
  (6...17).map(powerOfTen).first { $0 > milli } ?? powerOfTen(18)
}
