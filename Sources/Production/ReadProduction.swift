public import Units

/// Reads one file into days of meters, or says why not.
///
/// - Parameters:
///   - profile: the layout to read it with; nothing to take the only one of `profiles` that fits.
///   - profiles: the layouts known, those of the user included.
///   - registry: the meters the file may speak of.
///   - today: the day of the import in France; nothing later is believed.
/// - Complexity: O(n) in the bytes of a file whose rows are in order.
public func readProduction(
  _ file: SourceFile, profile: Profile? = nil, profiles: [Profile] = Profile.builtIn,
  registry: MeterRegistry, today: Day
) -> FileReport {
  var source = BytesInMemory(file.bytes, digest: file.digest)
  var days: [MeterDay] = []
  let read = try? readProduction(
    &source, path: file.path, profile: profile, profiles: profiles, registry: registry,
    today: today
  ) { days.append($0) }
  // Bytes in memory are always there.
  guard var report = read else { return FileReport(path: file.path, digest: file.digest) }
  report.days =
    report.verdict == .refuse
    ? [] : days.sorted { ($0.meter, $0.day, $0.firstLine) < ($1.meter, $1.day, $1.firstLine) }
  return report
}

/// Reads one file block by block and hands its days out, each with its curve.
///
/// A day is handed out by meter, then by date. None is before every row has been read, so a file
/// that cannot be read hands out nothing; a unit that lies may be found only in a later meter.
/// What was handed out counts only when the report's verdict allows it: keep it in a transaction.
///
/// - Parameters:
///   - profile: the layout to read it with; nothing to take the only one of `profiles` that fits.
///   - profiles: the layouts known, those of the user included.
///   - sink: takes a day.
/// - Returns: the report, whose ``FileReport/days`` stay empty.
/// - Throws: what the source or the sink throws.
/// - Complexity: O(n) in bytes; memory of a few bytes a row.
public func readProduction<Source: ByteSource>(
  _ source: inout Source, path: String, profile: Profile? = nil,
  profiles: [Profile] = Profile.builtIn, registry: MeterRegistry, today: Day,
  _ sink: (MeterDay) throws -> Void
) throws -> FileReport {
  var blocks = LineBlocks(source)
  var report = FileReport(path: path, digest: Digest(Array(repeating: 0, count: 32)))
  let head = SourceFile(path: path, bytes: try blocks.head(65_536), digest: report.digest)
  if head.isUTF16 {
    let whole = SourceFile(path: path, bytes: try blocks.rest(), digest: report.digest)
    switch whole.decoded() {
    case .failure(let finding): report.findings = [finding]
    case .success(let text):
      var plain = LineBlocks(BytesInMemory(text.bytes, digest: report.digest))
      _ = try plain.head(text.bytes.count)
      try read(&plain, text, &report, profile, profiles, registry, today, sink)
    }
  } else {
    switch head.decoded() {
    case .failure(let finding): report.findings = [finding]
    case .success(let text):
      try read(&blocks, text, &report, profile, profiles, registry, today, sink)
    }
  }
  report.digest = try blocks.digest(giving: &source)
  return report
}

private func read<Source>(
  _ blocks: inout LineBlocks<Source>, _ head: DecodedText, _ report: inout FileReport,
  _ asked: Profile?, _ profiles: [Profile], _ registry: MeterRegistry, _ today: Day,
  _ sink: (MeterDay) throws -> Void
) throws {
  let choice = Choice(asked, among: profiles, head, path: report.path)
  report.profile = choice.profile?.name
  switch choice.binding {
  case .broken(let finding): report.findings = [finding]
  case .foreign:
    report.findings = [Finding(.formatUnknown, at: Place(file: report.path, line: 1))]
  case .bound(let layout):
    guard let profile = choice.profile else { return }
    let reading = FileReading(
      path: report.path, profile: profile, layout: layout, registry: registry, today: today)
    try reading.fill(&report, &blocks, sink)
  }
}
