public import Units

/// Reads one file into days of meters, or says why not.
///
/// - Parameters:
///   - profile: the layout to read it with; nothing to take the only built-in one that fits.
///   - registry: the meters the file may speak of.
///   - today: the day of the import in France; nothing later is believed.
/// - Complexity: O(n) in the bytes of a file whose rows are in order.
public func readProduction(
  _ file: SourceFile, profile: Profile? = nil, registry: MeterRegistry, today: Day
) -> FileReport {
  var report = FileReport(path: file.path, digest: file.digest)
  switch file.decoded() {
  case .failure(let finding): report.findings = [finding]
  case .success(let text):
    let choice = choose(profile, text, file.path)
    report.profile = choice.profile?.name
    switch choice.binding {
    case .broken(let finding): report.findings = [finding]
    case .foreign: report.findings = [Finding(.formatUnknown, at: Place(file: file.path, line: 1))]
    case .bound(let layout):
      guard let profile = choice.profile else { return report }
      let reading = FileReading(
        file: file, text: text, profile: profile, layout: layout, registry: registry, today: today)
      reading.fill(&report)
    }
  }
  return report
}

/// The profile asked for, or the only one that fits; two that fit are a question.
private func choose(
  _ asked: Profile?, _ text: DecodedText, _ path: String
) -> (profile: Profile?, binding: Binding) {
  if let asked { return (asked, asked.bind(text, path: path)) }
  let fitting = Profile.fitting(text, path: path)
  if fitting.count == 1 { return fitting[0] }
  if fitting.isEmpty { return (nil, .foreign) }
  let place = Place(file: path, line: 1)
  let isEmpty = fitting.allSatisfy { candidate in
    guard case .bound(let layout) = candidate.binding else { return false }
    var reader = RowReader(candidate.profile, layout, path: path)
    reader.read(text.bytes.span, mostRows: 1_000)
    return RawReadings(series: reader.series).isEmpty && reader.log.all.isEmpty
  }
  if isEmpty { return (nil, .broken(Finding(.noDataRow, at: place))) }
  let names = fitting.map(\.profile.name).joined(separator: ", ")
  return (nil, .broken(Finding(.formatAmbiguous, at: place, words: names)))
}

/// One file with everything that reading it needs.
private struct FileReading {
  let file: SourceFile
  let text: DecodedText
  let profile: Profile
  let layout: Layout
  let registry: MeterRegistry
  let today: Day

  func fill(_ report: inout FileReport) {
    report.flow = layout.flow
    let (raw, rowLog) = rows()
    var log = rowLog
    if layout.flow == .consumption {
      log.add(Finding(.fileSaysConsumption, at: Place(file: file.path, line: 2)))
    }
    if raw.isEmpty, log.verdict < .refuse {
      log.add(Finding(.noDataRow, at: Place(file: file.path, line: layout.line)))
    }
    var days: [MeterDay] = []
    if case .only = registry, raw.series.count > 1 {
      log.add(
        Finding(
          .severalDevicesForOneMeter, at: Place(file: file.path, line: layout.line),
          count: raw.series.count))
    } else if log.verdict < .refuse {
      for series in raw.series { days += read(series, log: &log) }
    }
    report.findings = log.all
    report.days =
      log.verdict == .refuse
      ? [] : days.sorted { ($0.meter, $0.day, $0.firstLine) < ($1.meter, $1.day, $1.firstLine) }
  }

  /// The rows, read again with the other decimal mark when the file proves that it uses it.
  private func rows() -> (RawReadings, FindingLog) {
    var reader = RowReader(profile, layout, path: file.path)
    reader.read(text.bytes.span)
    guard let line = reader.otherMarkLine else {
      return (RawReadings(series: reader.series), reader.log)
    }
    let mark = profile.decimalMark.other
    let place = Place(file: file.path, line: line)
    var log = FindingLog()
    if mark.rawValue != profile.delimiter.rawValue {
      var again = RowReader(profile, layout, path: file.path, mark: mark)
      again.read(text.bytes.span)
      if again.otherMarkLine == nil, again.markIsProved {
        log = again.log
        log.add(Finding(.decimalMarkDiffers, at: place))
        return (RawReadings(series: again.series), log)
      }
    }
    log.add(Finding(.decimalMarkUnclear, at: place))
    return (RawReadings(series: []), log)
  }

  private func read(_ series: RawSeries, log: inout FindingLog) -> [MeterDay] {
    let line = series.rows.first.map { Int($0.line) } ?? layout.line
    guard let meter = registry.meter(of: series.device) else {
      let place = Place(file: file.path, line: line)
      log.add(Finding(.meterUnknown, at: place, meter: series.device, words: series.device))
      return []
    }
    let context = Context(profile: profile, path: file.path, meter: meter.id)
    noteCut(series, context, log: &log)
    let readings = Readings(
      series, of: meter, profile, path: file.path, today: today, log: &log)
    noteStep(readings, context, log: &log)
    guard log.verdict < .refuse else { return [] }
    let days =
      switch (profile.value.nature, profile.stamp.meaning) {
      case (.counter, _): CounterDays.days(readings, context, log: &log)
      case (_, .date): DatedDays.days(readings, context, today: today, log: &log)
      case (_, _): CurveDays.days(readings, context, log: &log)
      }
    noteTooLarge(days, meter, context, log: &log)
    noteTooSmall(days, meter, context, log: &log)
    return days
  }

  /// A number that touches the end of a file without a last line end may lack digits.
  private func noteCut(_ series: RawSeries, _ context: Context, log: inout FindingLog) {
    guard let cut = series.cut else { return }
    let before = series.rows.last { $0.milli != RawReading.missing }
    let isFall =
      profile.value.nature == .counter && cut.milli != RawReading.missing
      && before.map { cut.milli < $0.milli } ?? false
    log.add(context.finding(isFall ? .lastValueCut : .lastLineCut, Int(cut.line)))
  }

  private func noteStep(_ readings: Readings, _ context: Context, log: inout FindingLog) {
    let step = usualStep(readings.all)
    guard !profile.steps.isEmpty, step > 0, !profile.steps.contains(step),
      let first = readings.all.first
    else { return }
    log.add(context.finding(.stepNotOfProfile, Int(first.line), count: Int(step)))
  }

  /// No day gives more than twelve hours of full power: a unit is not what the heading says.
  private func noteTooLarge(
    _ days: [MeterDay], _ meter: KnownMeter, _ context: Context, log: inout FindingLog
  ) {
    guard let peak = meter.peakWatts else { return }
    for day in days where day.energy.units > 12 * peak {
      log.add(
        context.finding(
          .powerImpossible, day.firstLine, day: day.day, energy: day.energy,
          against: WattHours(12 * peak)))
    }
  }

  /// Over a week, less than a hundredth of a kWh a day for each kW: kilowatts read as watts.
  private func noteTooSmall(
    _ days: [MeterDay], _ meter: KnownMeter, _ context: Context, log: inout FindingLog
  ) {
    let whole = days.filter(\.isComplete)
    guard let peak = meter.peakWatts, whole.count >= 7, let first = whole.first else { return }
    let energy = whole.reduce(Int128(0)) { $0 + Int128($1.milliwattSeconds) } / 3_600_000
    guard energy > 0, energy * 100 < Int128(peak) * Int128(whole.count) else { return }
    log.add(
      context.finding(
        .energyTooSmall, first.firstLine, count: whole.count,
        energy: WattHours(Int64(clamping: energy)),
        against: WattHours(peak * Int64(whole.count) / 100)))
  }
}
