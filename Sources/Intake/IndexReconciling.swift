import Agreements
import Production
public import Store
public import Units

/// A meter's index, as somebody read it at 00:00 of a day in France.
public struct IndexReading: Hashable, Sendable {
  /// The day at whose beginning it was read.
  public let day: Day
  /// What the register showed.
  public let index: WattHours

  /// States a reading.
  public init(day: Day, index: WattHours) {
    self.day = day
    self.index = index
  }
}

/// The readings of a meter between two index dates, beside the difference of the indexes.
public struct IndexReconciliation: Hashable, Sendable {
  /// How the two stand to each other.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Within the tolerance.
    case agrees
    /// Every day is known, and they differ by more.
    case differs
    /// Days are missing or not whole: nothing is proved.
    case undetermined
  }

  /// The meter.
  public let meter: String
  /// The index at the beginning.
  public let first: IndexReading
  /// The index at the end.
  public let last: IndexReading
  /// The sum of the days, exact as they were read, rounded once.
  public let sum: WattHours
  /// What the register rose by, over declared changes of meter.
  public let difference: WattHours
  /// By how much they may differ.
  public let tolerance: WattHours
  /// How many days lie between.
  public let days: Int
  /// How many of them were read as a curve.
  public let curves: Int
  /// The days that are missing or not whole.
  public let lacking: [Day]

  /// Readings less index.
  public var gap: WattHours { sum - difference }
  /// How they stand to each other; days that lack decide before any figure.
  public var verdict: Verdict {
    if !lacking.isEmpty { return .undetermined }
    return gap.units.magnitude <= tolerance.units.magnitude ? .agrees : .differs
  }

  /// What is to be said when they do not agree.
  public var refusal: ReadingRefusal? {
    switch verdict {
    case .agrees: nil
    case .differs: .curveContradictsIndex(meter, sum: sum, difference: difference)
    case .undetermined: .daysLackBetweenIndexes(meter, lacking.count)
    }
  }
}

/// Holds the readings of a meter against two of its indexes.
///
/// Unless told, the tolerance is 1 Wh, for both indexes are cut to whole watt-hours, and half a
/// watt-hour more a day that was told as a total, which its file may have rounded.
///
/// - Throws: ``ReadingRefusal/indexDatesDoNotFollow(first:last:)``,
///   ``ReadingRefusal/indexGoesBack(_:first:last:)``, ``IntakeRefusal/meterIsUnknown(_:)``.
/// - Complexity: O(days).
public func reconcileIndexes(
  of name: String, _ first: IndexReading, _ last: IndexReading, tolerance: WattHours? = nil,
  on page: BookReader, knownAt instant: Instant? = nil
) throws -> IndexReconciliation {
  guard first.day < last.day else {
    throw ReadingRefusal.indexDatesDoNotFollow(first: first.day, last: last.day)
  }
  let dossier = try Cooperative(page, on: last.day, knownAt: instant).dossier
  guard let meter = dossier.meters[name] else { throw IntakeRefusal.meterIsUnknown(name) }
  let period = Period(first: first.day, last: last.day.previous)
  let known = try page.meterDays(in: period, of: name, knownAt: instant)
  var (exact, curves) = (Int128(0), 0)
  for day in known {
    // The day's own energy: the curve of a counter ends with its last reading, short of midnight.
    exact += Int128(day.reading.milliwattSeconds)
    let curve = try page.curve(of: name, on: day.reading.day, version: day.version)
    if curve != nil { curves += 1 }
  }
  let whole = Set(known.filter { $0.reading.isComplete }.map(\.reading.day))
  let days = period.days
  return IndexReconciliation(
    meter: name, first: first, last: last,
    sum: WattHours(Int64(Rounding.halfToEven.quotient(exact, 3_600_000))),
    difference: try rise(of: meter, dossier.changes(of: name), first, last),
    tolerance: tolerance ?? WattHours(Int64(1 + (days.count - curves) / 2)), days: days.count,
    curves: curves, lacking: days.filter { !whole.contains($0) })
}

/// What the register rose by: device after device, a roll-over where its size is known.
private func rise(
  of meter: Meter, _ changes: [MeterChange], _ first: IndexReading, _ last: IndexReading
) throws(ReadingRefusal) -> WattHours {
  var (rise, from) = (Int64(0), first.index.units)
  func add(through end: Int64) throws(ReadingRefusal) {
    if end >= from {
      rise += end - from
    } else if let size = meter.registerWrapsAtWh, from < size {
      rise += size - from + end
    } else {
      throw .indexGoesBack(meter.id, first: WattHours(from), last: WattHours(end))
    }
  }
  for change in changes where change.day >= first.day && change.day < last.day {
    try add(through: change.lastOldWh)
    from = change.firstNewWh
  }
  try add(through: last.index.units)
  return WattHours(rise)
}

extension Dossier {
  /// The declared changes of a meter, in order of day.
  func changes(of meter: String) -> [MeterChange] {
    meterChanges.values.filter { $0.meter == meter }.sorted { $0.day < $1.day }.map {
      MeterChange(day: $0.day, lastOldWh: $0.lastOldWh, firstNewWh: $0.firstNewWh)
    }
  }
}
