import Units

/// One file with everything that reading it needs.
struct FileReading {
  let path: String
  let profile: Profile
  let layout: Layout
  let registry: MeterRegistry
  let today: Day

  func fill<Source>(
    _ report: inout FileReport, _ blocks: inout LineBlocks<Source>,
    _ sink: (MeterDay) throws -> Void
  ) throws {
    report.flow = layout.flow
    let (reader, log) = try rows(&blocks)
    try fill(&report, reader, log, sink)
  }

  private func fill(
    _ report: inout FileReport, _ reader: RowReader?, _ log: FindingLog,
    _ sink: (MeterDay) throws -> Void
  ) throws {
    var log = log
    let series = reader?.series ?? []
    for finding in layout.findings { log.add(finding) }
    if layout.flow == .consumption {
      log.add(Finding(.fileSaysConsumption, at: Place(file: path, line: 2)))
    }
    if reader?.hasRows != true, log.verdict < .refuse {
      log.add(Finding(.noDataRow, at: Place(file: path, line: layout.line)))
    }
    if case .only = registry, series.count > 1 {
      log.add(
        Finding(
          .severalDevicesForOneMeter, at: Place(file: path, line: layout.line),
          count: series.count))
    } else if let reader, log.verdict < .refuse {
      let inOrder = series.indices.sorted { name(series[$0]) < name(series[$1]) }
      for read in readApart(inOrder.map { (series[$0], reader.known[$0]) }) {
        for finding in read.log.all { log.add(finding) }
        for day in read.days { try sink(day) }
      }
    }
    report.findings = log.all
  }

  private func name(_ series: RawSeries) -> String {
    registry.meter(of: series.device)?.id ?? series.device
  }

  /// The rows, read again with the other decimal mark when the file proves that it uses it.
  private func rows<Source>(
    _ blocks: inout LineBlocks<Source>
  ) throws -> (reader: RowReader?, log: FindingLog) {
    let reader = try rows(&blocks, mark: nil)
    guard let line = reader.otherMarkLine else {
      var log = reader.log
      if profile.stamp.mustProveOrder, !reader.orderIsProved, log.verdict < .refuse,
        reader.hasRows
      {
        log.add(Finding(.dateOrderUnproved, at: Place(file: path, line: layout.line)))
      }
      return (reader, log)
    }
    let mark = profile.decimalMark.other
    let place = Place(file: path, line: line)
    var log = FindingLog()
    if mark.rawValue != profile.delimiter.rawValue {
      try blocks.rewind()
      let again = try rows(&blocks, mark: mark)
      if again.otherMarkLine == nil, again.markIsProved {
        log = again.log
        log.add(Finding(.decimalMarkDiffers, at: place))
        return (again, log)
      }
    }
    log.add(Finding(.decimalMarkUnclear, at: place))
    return (nil, log)
  }

  /// Measures counters while their rows are read; where some surprise, reads these a second time.
  private func rows<Source>(
    _ blocks: inout LineBlocks<Source>, mark: DecimalMark?
  ) throws -> RowReader {
    var reader = RowReader(profile, layout, path: path, mark: mark, calm: counter)
    try read(&reader, &blocks)
    reader.measure()
    guard reader.hasSurprises, reader.otherMarkLine == nil, reader.log.verdict < .refuse else {
      return reader
    }
    try blocks.rewind()
    var again = RowReader(profile, layout, path: path, mark: mark, known: reader.known)
    try read(&again, &blocks)
    return again
  }

  private func counter(of device: String) -> CalmCounter? {
    guard let meter = registry.meter(of: device) else { return nil }
    let context = Context(profile: profile, path: path, meter: meter.id)
    return CalmCounter(meter, context, today: today)
  }

  /// Feeds the lines of a file to a reader, each block checked before it is read.
  private func read<Source>(
    _ reader: inout RowReader, _ blocks: inout LineBlocks<Source>
  ) throws {
    let isWhole = try blocks.forEach { lines, offset in
      if let broken = broken(lines, offset, offset == 0 ? 1 : reader.line) {
        reader.log.add(broken)
        return false
      }
      if !reader.isOver {
        reader.read(lines, from: min(max(0, layout.start - offset), lines.count))
      }
      return reader.otherMarkLine == nil
    }
    if !isWhole {
      reader.log.add(Finding(.lineTooLong, at: Place(file: path, line: reader.line)))
    }
  }

  /// Why some lines are no text in the encoding of the format.
  private func broken(_ lines: Span<UInt8>, _ offset: Int, _ firstLine: Int) -> Finding? {
    if isPlainASCII(lines) { return nil }
    if hasNul(lines), let at = lines.first(0) {
      let place = Place(file: path, line: lines.line(of: at, from: firstLine))
      return Finding(.nulByte, at: place, words: String(offset + at))
    }
    guard profile.encoding == .utf8, let at = firstUndecodable(lines) else { return nil }
    let place = Place(file: path, line: lines.line(of: at, from: firstLine))
    return Finding(.bytesUndecodable, at: place, words: "UTF-8, \(offset + at)")
  }
}

extension Span where Element == UInt8 {
  /// Where a byte first stands.
  fileprivate func first(_ byte: UInt8) -> Int? { indices.first { self[$0] == byte } }

  /// The number of the line that holds a byte.
  fileprivate func line(of offset: Int, from first: Int) -> Int {
    var line = first
    for at in 0..<Swift.min(offset, count) where self[at] == Ascii.lineFeed { line += 1 }
    return line
  }
}

extension FileReading {
  /// The days of a device; measured while its rows were read, or read now.
  func read(_ series: RawSeries, _ known: ReadSeries?, log: inout FindingLog) -> [MeterDay] {
    let line = series.rows.first.map { Int($0.line) } ?? layout.line
    guard let meter = registry.meter(of: series.device) else {
      let place = Place(file: path, line: line)
      var code = FindingCode.meterUnknown
      if case .only = registry { code = .deviceOfAnotherMeter }
      log.add(Finding(code, at: place, meter: series.device, words: series.device))
      return []
    }
    let context = Context(profile: profile, path: path, meter: meter.id)
    for finding in known?.log.all ?? [] { log.add(finding) }
    let days = known?.days ?? doubted(series, of: meter, context, log: &log)
    guard log.verdict < .refuse else { return [] }
    noteTooLarge(days, meter, context, log: &log)
    noteTooSmall(days, meter, context, log: &log)
    return days
  }

  /// The days of rows that may be anything: repeated, out of order, missing, broken.
  func doubted(
    _ series: RawSeries, of meter: KnownMeter, _ context: Context, log: inout FindingLog
  ) -> [MeterDay] {
    var rows = series.rows.unpacked()
    if let whole = series.wholeDespiteCut(rows, profile.value.nature) {
      rows.append(whole)
    } else {
      noteCut(series, rows, context, log: &log)
    }
    let readings = Readings(
      rows, decimals: series.decimals, of: meter, profile, path: path, today: today, log: &log)
    if let first = readings.all.first {
      context.noteStep(usualStep(readings.all), first.line, log: &log)
    }
    guard log.verdict < .refuse else { return [] }
    return
      switch (profile.value.nature, profile.stamp.meaning)
    {
    case (.counter, _): CounterDays.days(readings, context, log: &log)
    case (.dailyCounter, _): DailyCounterDays.days(readings, context, log: &log)
    case (.instantPower, _): TrapezoidDays.days(readings, context, log: &log)
    case (_, .date): DatedDays.days(readings, context, today: today, log: &log)
    case (_, _): CurveDays.days(readings, context, log: &log)
    }
  }

  /// A number that touches the end of a file without a last line end may lack digits.
  private func noteCut(
    _ series: RawSeries, _ rows: [RawReading], _ context: Context, log: inout FindingLog
  ) {
    guard let cut = series.cut else { return }
    let before = rows.last { $0.milli != RawReading.missing }
    let isFall =
      profile.value.nature == .counter && cut.milli != RawReading.missing
      && before.map { cut.milli < $0.milli } ?? false
    log.add(context.finding(isFall ? .lastValueCut : .lastLineCut, Int(cut.line)))
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
