import Agreements
import Bookings
public import Production
import Seal
public import Store
public import Units

/// How production files are to be read.
public struct ReadingOptions: Hashable, Sendable {
  /// The profile, a profile file ending in `.toml`, or nothing to tell it from the heading.
  public var profile: String?
  /// The meter that the whole of each file belongs to, or nothing to tell it from the file.
  public var meter: String?

  /// Options.
  public init(profile: String? = nil, meter: String? = nil) {
    self.profile = profile
    self.meter = meter
  }

  func resolvedProfile() throws -> Profile? {
    guard let profile else { return nil }
    if let known = Profile.named(profile) { return known }
    if profile.hasSuffix(".toml") { return try readProfile(InputFile(reading: profile)) }
    throw IntakeRefusal.profileIsUnknown(profile, known: Profile.builtIn.map(\.name))
  }
}

/// What an import of production files did, or would do.
public struct ProductionImport: Sendable {
  /// The reports and what becomes of each day.
  public let merged: MergedDays
  /// The days that wait for a decision: those that this import held, and those it met again.
  public let waiting: Int
  /// What days of closed months turned out to be.
  public let adjustments: [Adjustment]

  /// The worst verdict of the files.
  public var verdict: Verdict { merged.verdict }
  /// What becomes of each day.
  public var decisions: [DayDecision] { merged.decisions }
  /// What was read from each file.
  public var reports: [FileReport] { merged.reports }

  /// Why not all is in force: nothing when every day counts.
  public var refusal: (any Refusal)? {
    if let refusal = merged.refusal { return refusal }
    return waiting > 0 ? ReadingRefusal.readingsWait(waiting) : nil
  }
}

/// Imports production files into the book in one transaction: all of them, or, when any is refused, none.
///
/// A day that contradicts the book, or that is doubtful, is kept beside what counts and waits for a
/// decision. The same bytes again change nothing.
/// - Parameter progress: told after each file how many were read.
/// - Throws: ``IntakeRefusal``, ``StoreRefusal``.
public func importProduction(
  _ files: [ProductionFile], to book: Book, options: ReadingOptions, now: Instant,
  rehearsing: Bool = false, progress: (Int) -> Void = { _ in }
) throws -> ProductionImport {
  let profile = try options.resolvedProfile()
  let dossier = try book.read { try Cooperative($0, on: Day.endOfTime).dossier }
  let reading = FileReader(
    profile: profile, registry: try registry(of: dossier, options),
    today: ParisTime.day(of: now))
  var sources: [ReadFile] = []
  for file in files {
    sources.append(try reading.read(file))
    progress(sources.count)
  }
  // In an order of its own, so that the order on the command line changes nothing.
  sources.sort { $0.report.digest < $1.report.digest }
  try refuseConsumption(sources.map(\.report), dossier)
  let days = sources.reduce(0) { $0 + $1.report.days.count }
  return try book.write(at: now, rehearsing: rehearsing, loading: days > daysOfAnEvening) { page in
    try settle(sources, page)
  }
}

/// More days than this are judged together: years of many meters.
private let daysOfAnEvening = 5_000

/// As above, for files that are in memory.
public func importProduction(
  _ files: [InputFile], to book: Book, options: ReadingOptions, now: Instant,
  rehearsing: Bool = false
) throws -> ProductionImport {
  try importProduction(
    files.map(ProductionFile.inMemory), to: book, options: options, now: now,
    rehearsing: rehearsing)
}

extension MergedDays {
  /// Why nothing was recorded, or nothing when days were taken or held one by one.
  public var refusal: IntakeRefusal? {
    let refused = reports.filter { $0.verdict == .refuse }.count
    if refused > 0 { return .filesWereRefused(refused) }
    let unread = reports.filter { $0.verdict == .hold && $0.days.isEmpty }.count
    return unread > 0 ? .filesAreHeld(unread) : nil
  }
}

/// Reads production files without a book: devices stand for meters, nothing is recorded.
///
/// - Throws: ``IntakeRefusal/profileIsUnknown(_:known:)``, ``StoreRefusal``.
public func readProductionFiles(
  _ files: [ProductionFile], options: ReadingOptions, now: Instant
) throws -> ProductionImport {
  let profile = try options.resolvedProfile()
  let registry: MeterRegistry =
    options.meter.map { .only(KnownMeter(id: $0, deviceKey: $0)) } ?? .unchecked
  let reading = FileReader(
    profile: profile, registry: registry, today: ParisTime.day(of: now))
  let reports = try files.map { try reading.read($0).report }
  let merged = mergeDays(reports, known: [])
  let held = merged.decisions.filter { $0.kind == .hold }.count
  return ProductionImport(merged: merged, waiting: held, adjustments: [])
}

/// Holds what was read against the book and records it; nothing when a file was refused.
private func settle(_ sources: [ReadFile], _ page: BookWriter) throws -> ProductionImport {
  let reports = sources.map(\.report)
  let known = try KnownVersions(reports, try page.reader)
  let (fresh, met) = known.withoutRepeated(reports)
  let merged = known.merge(fresh, met, reports)
  guard merged.refusal == nil else {
    return ProductionImport(merged: merged, waiting: 0, adjustments: [])
  }
  let before = try page.reader.adjustments().count
  let closedThrough = try page.reader.closedThrough()
  try record(merged, sources, page, closedThrough)
  let held = merged.decisions.filter { $0.kind == .hold }.count
  return ProductionImport(
    merged: merged, waiting: held + known.stillWaiting(met),
    adjustments: Array(try page.reader.adjustments().dropFirst(before)))
}

/// A meter that counts what is sold cannot take in what was taken from the grid.
private func refuseConsumption(_ reports: [FileReport], _ dossier: Dossier) throws(Refusals) {
  let refusals = reports.filter { $0.flow == .consumption }.flatMap { report in
    Set(report.days.map(\.meter)).sorted().filter { dossier.meters[$0]?.counts == true }
      .map { IntakeRefusal.fileTellsConsumption(report.path, meter: $0) }
  }
  guard refusals.isEmpty else { throw Refusals(refusals) }
}

private func registry(
  of dossier: Dossier, _ options: ReadingOptions
) throws(IntakeRefusal) -> MeterRegistry {
  let meters = dossier.meters.values.sorted { $0.id < $1.id }.map { meter in
    KnownMeter(
      id: meter.id, deviceKey: meter.serial, peakWatts: dossier.sites[meter.site]?.peakWatts,
      registerWrapsAtWh: meter.registerWrapsAtWh, changes: dossier.changes(of: meter.id))
  }
  guard let name = options.meter else { return .known(meters) }
  guard let meter = meters.first(where: { $0.id == name }) else {
    throw .meterIsUnknown(name)
  }
  return .only(meter, others: meters.filter { $0.id != name })
}

/// Records what is taken and what waits; a late day of a closed month counts in the open one.
private func record(
  _ merged: MergedDays, _ sources: [ReadFile], _ page: BookWriter, _ closedThrough: Day?
) throws {
  var batches: [Batch: [MeterDay]] = [:]
  for decision in merged.decisions where decision.kind != .skip {
    let isLate = closedThrough.map { decision.day.day <= $0 } ?? false
    let fate: Batch.Fate = decision.kind == .hold ? .waits : isLate ? .late : .counts
    let batch = Batch(file: decision.file, fate: fate, meter: decision.day.meter)
    batches[batch, default: []].append(decision.day)
  }
  var late: [VersionReference] = []
  for (batch, days) in batches.sorted(by: { $0.key < $1.key }) {
    let report = merged.reports[batch.file]
    try page.record(
      source: report.digest, name: report.path, bytes: sources[batch.file].bytes,
      profile: report.profile ?? "")
    let inOrder = days.sorted { $0.day < $1.day }
    let versions = try page.record(
      inOrder, of: batch.meter, from: report.digest, waiting: batch.fate != .counts)
    guard batch.fate == .late else { continue }
    late += zip(inOrder, versions).map {
      VersionReference(meter: $0.meter, day: $0.day, version: $1)
    }
  }
  try page.decide(.confirmed, late, reason: LateEntry.reasonOfReading)
}

/// The days of one file and meter that have one fate: one leaf of the log.
private struct Batch: Hashable, Comparable {
  enum Fate: Int { case counts, late, waits }
  let file: Int
  let fate: Fate
  let meter: String

  static func < (left: Batch, right: Batch) -> Bool {
    (left.file, left.fate.rawValue, left.meter) < (right.file, right.fate.rawValue, right.meter)
  }
}
