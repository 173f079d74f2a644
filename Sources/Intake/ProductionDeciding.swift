import Agreements
import Production
import Seal
public import Store
import Text
public import Units

/// Which readings somebody decides about.
public enum ReadingSelection: Hashable, Sendable {
  /// A day of a meter; the version that waits, or the one with a number.
  case day(meter: String, Day, version: Int?)
  /// Everything that waits from a file: one that is here, or the name it was imported under.
  case file(String)
}

/// What was decided.
public struct ReadingDecision: Hashable, Sendable {
  /// The versions that were confirmed or rejected.
  public let decided: [DayVersion]
  /// The versions that waited beside a confirmed one, and were rejected with it.
  public let dropped: [DayVersion]
  /// What days of closed months turned out to be.
  public let adjustments: [Adjustment]
}

/// Decides about readings that wait: all that were named, or none.
///
/// To confirm one of several that wait for a day is to reject the others. A version that was in force
/// before is reinstated by its number; one that is in force already is left alone.
/// - Throws: ``ReadingRefusal``, ``IntakeRefusal``, ``StoreRefusal``.
public func decide(
  _ verdict: ReadingVerdict, _ selections: [ReadingSelection], reason: String, in book: Book,
  now: Instant, rehearsing: Bool = false
) throws -> ReadingDecision {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let named = try selections.flatMap { try versions($0, verdict, try page.reader) }
    let days = Set(named.map(DayKey.init))
    guard days.count == named.count else { throw ambiguity(named) }
    let dropped =
      verdict == .rejected
      ? [] : try days.sorted().flatMap { day in try rivals(of: named, on: day, try page.reader) }
    let before = try page.reader.adjustments().count
    try page.decide(verdict, named.map(\.reference), reason: reason)
    try page.decide(.rejected, dropped.map(\.reference), reason: reason)
    return ReadingDecision(
      decided: named, dropped: dropped,
      adjustments: Array(try page.reader.adjustments().dropFirst(before)))
  }
}

/// Declares the energy of a day that no meter measured whole; it counts as an estimate.
///
/// The declaration is its own source: its digest stands where a file's would. The same again changes
/// nothing.
/// - Throws: ``ReadingRefusal``, ``IntakeRefusal/meterIsUnknown(_:)``, ``StoreRefusal``.
public func declareEstimate(
  _ energy: WattHours, meter: String, on day: Day, reason: String, in book: Book, now: Instant,
  rehearsing: Bool = false
) throws -> ReadingDecision {
  try book.write(at: now, rehearsing: rehearsing) { page in
    let known = try page.reader.versions(in: Period(first: day, last: day), of: meter)
    let current = known.first { $0.standing == .inForce }
    try check(energy, meter, day, current?.reading, today: ParisTime.day(of: now), page.reader)
    if let current, current.reading.quality == .estimated, current.reading.energy == energy {
      return ReadingDecision(decided: [], dropped: [], adjustments: [])
    }
    let before = try page.reader.adjustments().count
    let declaration = declaration(energy, meter, day, reason, now)
    let digest = sha256(declaration)
    try page.record(
      source: digest, name: "declaration", bytes: declaration.count, profile: "declared")
    let reading = MeterDay(
      meter: meter, day: day, milliwattSeconds: energy.units * 3_600_000,
      coveredSeconds: current?.reading.coveredSeconds ?? 0, quality: .estimated, firstLine: 1,
      lastLine: 1)
    let versions = try page.record([reading], of: meter, from: digest, waiting: true)
    let dropped = known.filter { $0.standing == .waiting }
    let named = versions.map { VersionReference(meter: meter, day: day, version: $0) }
    try page.decide(.confirmed, named, reason: reason)
    try page.decide(.rejected, dropped.map(\.reference), reason: reason)
    let after = try page.reader.versions(in: Period(first: day, last: day), of: meter)
    return ReadingDecision(
      decided: after.filter { $0.standing == .inForce }, dropped: dropped,
      adjustments: Array(try page.reader.adjustments().dropFirst(before)))
  }
}

private func declaration(
  _ energy: WattHours, _ meter: String, _ day: Day, _ reason: String, _ now: Instant
) -> [UInt8] {
  let json: JSON = [
    "type": "estimate", "meter": .string(meter), "day": .string(day.description),
    "wh": .integer(energy.units), "reason": .string(reason), "declaredAt": .integer(now.seconds),
  ]
  return json.canonical
}

private func check(
  _ energy: WattHours, _ id: String, _ day: Day, _ current: MeterDay?, today: Day,
  _ page: BookReader
) throws {
  let dossier = try Cooperative(page, on: Day.endOfTime).dossier
  guard let meter = dossier.meters[id] else { throw IntakeRefusal.meterIsUnknown(id) }
  guard meter.service.contains(day) else { throw ReadingRefusal.meterDoesNotServe(id, day) }
  guard day < today else { throw ReadingRefusal.dayIsNotOver(day) }
  if let current, current.quality == .measured {
    throw ReadingRefusal.dayIsMeasured(id, day, current.energy)
  }
  // No roof gives more than ten hours of its peak power in a day.
  let most = WattHours((dossier.sites[meter.site]?.peakWatts ?? 0) * 10)
  guard energy >= .zero, energy <= most else {
    throw ReadingRefusal.estimateIsImpossible(energy, most: most)
  }
}

private func versions(
  _ selection: ReadingSelection, _ verdict: ReadingVerdict, _ page: BookReader
) throws -> [DayVersion] {
  switch selection {
  case .day(let meter, let day, let number):
    let known = try page.versions(in: Period(first: day, last: day), of: meter)
    return [try pick(known, meter, day, number, verdict)].compactMap(\.self)
  case .file(let name):
    let digest = Disk.exists(name) && !Disk.isFolder(name) ? sha256(try Disk.read(name)) : nil
    let base = name.split(separator: "/").last.map(String.init) ?? name
    let waiting = try page.waitingVersions().filter {
      $0.stored.source == digest || (digest == nil && $0.file == base)
    }
    guard !waiting.isEmpty else { throw ReadingRefusal.nothingWaits(name) }
    return waiting
  }
}

/// The version meant; nothing when it is in force already and shall be.
private func pick(
  _ known: [DayVersion], _ meter: String, _ day: Day, _ number: Int?, _ verdict: ReadingVerdict
) throws(ReadingRefusal) -> DayVersion? {
  if let number {
    guard let version = known.first(where: { $0.stored.version == number }) else {
      throw .versionIsUnknown(meter, day, version: number)
    }
    guard version.standing == .inForce else { return version }
    if verdict == .rejected { throw .versionIsInForce(meter, day, version: number) }
    return nil
  }
  let waiting = known.filter { $0.standing == .waiting }
  guard let only = waiting.first else { throw .nothingWaits("\(meter) \(day)") }
  guard waiting.count == 1 else {
    throw .severalVersionsWait(meter, day, versions: waiting.map(\.stored.version))
  }
  return only
}

private func rivals(
  of named: [DayVersion], on key: DayKey, _ page: BookReader
) throws -> [DayVersion] {
  try page.versions(in: Period(first: key.day, last: key.day), of: key.meter).filter { version in
    version.standing == .waiting && !named.contains { $0.reference == version.reference }
  }
}

/// Two versions of one day were named.
private func ambiguity(_ named: [DayVersion]) -> ReadingRefusal {
  let groups = Dictionary(grouping: named, by: DayKey.init).filter { $0.value.count > 1 }
  let key = groups.keys.min() ?? DayKey(named[0])
  return .severalVersionsWait(
    key.meter, key.day, versions: (groups[key] ?? []).map(\.stored.version))
}

private struct DayKey: Hashable, Comparable {
  let meter: String
  let day: Day

  init(_ version: DayVersion) {
    meter = version.reading.meter
    day = version.reading.day
  }

  static func < (left: DayKey, right: DayKey) -> Bool {
    (left.meter, left.day) < (right.meter, right.day)
  }
}

extension DayVersion {
  fileprivate var reference: VersionReference {
    VersionReference(meter: reading.meter, day: reading.day, version: stored.version)
  }
}

extension BookReader {
  /// The versions that wait for a decision, by meter and day.
  public func waitingVersions() throws -> [DayVersion] {
    try heldDays().flatMap { $0.filter { $0.standing == .waiting } }
  }

  /// Every version of each day on which one waits for a decision, by meter and day.
  public func heldDays() throws -> [[DayVersion]] {
    try waitingDays().map { waiting in
      try versions(in: Period(first: waiting.day, last: waiting.day), of: waiting.meter)
    }
  }
}
