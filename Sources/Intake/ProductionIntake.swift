import Agreements
public import Production
import Seal
public import Store
public import Units

/// How production files are to be read.
public struct ReadingOptions: Hashable, Sendable {
  /// The profile, or nothing to tell it from the heading.
  public var profile: String?
  /// The meter that the whole of each file belongs to, or nothing to tell it from the file.
  public var meter: String?

  /// Options.
  public init(profile: String? = nil, meter: String? = nil) {
    self.profile = profile
    self.meter = meter
  }

  fileprivate func resolvedProfile() throws(IntakeRefusal) -> Profile? {
    guard let profile else { return nil }
    if let known = Profile.named(profile) { return known }
    throw .profileIsUnknown(profile, known: Profile.builtIn.map(\.name))
  }
}

/// Imports production files into the book: all of them, or, when any is refused or held, none.
///
/// - Returns: the reports and decisions; nothing was recorded unless the verdict accepts.
/// - Throws: ``IntakeRefusal``, ``StoreRefusal``.
public func importProduction(
  _ files: [InputFile], to book: Book, options: ReadingOptions, now: Instant,
  rehearsing: Bool = false
) throws -> MergedDays {
  // In an order of its own, so that the order on the command line changes nothing.
  let sources = files.map(SourceFile.init).sorted { $0.digest < $1.digest }
  let profile = try options.resolvedProfile()
  let dossier = try book.read { try Cooperative($0, on: Day.endOfTime).dossier }
  let registry = try registry(of: dossier, options)
  let today = ParisTime.day(of: now)
  let reports = sources.map {
    readProduction($0, profile: profile, registry: registry, today: today)
  }
  try refuseConsumption(reports, dossier)
  return try book.write(at: now, rehearsing: rehearsing) { page -> MergedDays in
    let merged = mergeDays(reports, known: try known(reports, page.reader))
    guard merged.verdict <= .acceptWithWarning else { return merged }
    try refuseClosed(merged, closedThrough: try page.reader.closedThrough())
    try record(merged, sources, page)
    return merged
  }
}

extension MergedDays {
  /// Why nothing was recorded, or nothing when all files are accepted.
  public var refusal: IntakeRefusal? {
    let worst = reports.filter { $0.verdict == verdict }.count
    switch verdict {
    case .accept, .acceptWithWarning: return nil
    case .hold: return .filesAreHeld(worst)
    case .refuse: return .filesWereRefused(worst)
    }
  }
}

/// Reads production files without a book: devices stand for meters, nothing is recorded.
///
/// - Throws: ``IntakeRefusal/profileIsUnknown(_:known:)``.
public func readProductionFiles(
  _ files: [InputFile], options: ReadingOptions, now: Instant
) throws(IntakeRefusal) -> MergedDays {
  let profile = try options.resolvedProfile()
  let registry: MeterRegistry =
    options.meter.map { .only(KnownMeter(id: $0, deviceKey: $0)) } ?? .unchecked
  let reports = files.map {
    readProduction(
      SourceFile($0), profile: profile, registry: registry, today: ParisTime.day(of: now))
  }
  return mergeDays(reports, known: [])
}

extension SourceFile {
  fileprivate init(_ file: InputFile) {
    self.init(path: file.path, bytes: file.bytes, digest: sha256(file.bytes))
  }
}

/// A closed month is never touched: what is new for one of its days is not recorded, and said.
private func refuseClosed(_ merged: MergedDays, closedThrough: Day?) throws(IntakeRefusal) {
  guard let closedThrough else { return }
  let late = merged.decisions.filter { $0.kind == .take && $0.day.day <= closedThrough }
  let days = late.map(\.day.day)
  guard let first = days.min(), let last = days.max() else { return }
  throw .daysAreClosed(
    late.count, first: first, last: last,
    energy: late.reduce(.zero) { $0 + $1.day.energy }, closedThrough: closedThrough)
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
      id: meter.id, deviceKey: meter.serial, peakWatts: dossier.sites[meter.site]?.peakWatts)
  }
  guard let name = options.meter else { return .known(meters) }
  guard let meter = meters.first(where: { $0.id == name }) else {
    throw .meterIsUnknown(name)
  }
  return .only(meter)
}

private func known(_ reports: [FileReport], _ reader: BookReader) throws -> [MeterDay] {
  let days = reports.flatMap(\.days).map(\.day)
  guard let first = days.min(), let last = days.max() else { return [] }
  return try reader.meterDays(in: Period(first: first, last: last)).map(\.reading)
}

private func record(
  _ merged: MergedDays, _ sources: [SourceFile], _ page: BookWriter
) throws {
  let taken = merged.decisions.filter { $0.kind == .take }
  for (file, decisions) in Dictionary(grouping: taken, by: \.file).sorted(by: { $0.key < $1.key }) {
    try page.record(source: sources[file], profile: merged.reports[file].profile ?? "")
    let byMeter = Dictionary(grouping: decisions.map(\.day), by: \.meter)
    for (meter, days) in byMeter.sorted(by: { $0.key < $1.key }) {
      try page.record(days.sorted { $0.day < $1.day }, of: meter, from: sources[file].digest)
    }
  }
}
