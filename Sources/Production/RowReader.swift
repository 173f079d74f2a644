import Units

/// A profile and a layout compiled into one pass over bytes; nothing is allocated a cell.
///
/// Cells are found once, their bounds remembered by ``Slot``, and read at the end of the row.
struct RowReader {
  private let profile: Profile
  private let layout: Layout
  private let path: String
  private var patterns: [StampPattern]
  private var number: NumberFormat
  private var power: NumberFormat
  private var starts: [Int]
  private var ends: [Int]
  private var seriesOfDevice: [[UInt8]: Int] = [:]
  private var deviceKeys: [[UInt8]] = []
  private var current = 0
  private(set) var series: [RawSeries]
  private(set) var log = FindingLog()
  /// The first line whose number reads only with the other decimal mark.
  private(set) var otherMarkLine: Int?

  /// Compiles; a mark given replaces the profile's and must then be proved by the file.
  init(_ profile: Profile, _ layout: Layout, path: String, mark: DecimalMark? = nil) {
    self.profile = profile
    self.layout = layout
    self.path = path
    patterns = profile.stamp.patterns.map(StampPattern.init)
    let mark = mark ?? profile.decimalMark
    let grouping = mark == profile.decimalMark
    number = NumberFormat(
      mark, grouping: grouping, scale: profile.value.unit.decimals, missing: profile.missing)
    power = NumberFormat(mark, grouping: grouping, scale: 3, missing: profile.missing)
    series = layout.devices.map(RawSeries.init)
    let slots = Slot.count(values: layout.devices.count)
    starts = Array(repeating: -1, count: slots)
    ends = starts
  }

  /// Whether a number proved its decimal mark by itself.
  var markIsProved: Bool { number.proofs + power.proofs > 0 }

  /// Reads rows to the end of the text, to a number of them, or to doubt about the decimal mark.
  ///
  /// - Complexity: O(bytes).
  mutating func read(_ bytes: Span<UInt8>, mostRows: Int = .max) {
    var at = layout.start
    var line = layout.line
    var rows = 0
    let delimiter = profile.delimiter.rawValue
    let slots = layout.slots
    let columns = slots.count
    reserve(bytes, mostRows)
    while at < bytes.count, rows < mostRows, otherMarkLine == nil {
      let rowStart = at
      var column = 0
      for slot in starts.indices { starts[slot] = -1 }
      while true {
        let start = at
        if at < bytes.count, bytes[at] == Ascii.quote { at = RowReader.afterQuote(bytes, at) }
        while at < bytes.count {
          let byte = unsafe bytes[unchecked: at]
          if byte == delimiter || byte == Ascii.lineFeed { break }
          at += 1
        }
        if column < columns, slots[column] >= 0 {
          starts[slots[column]] = start
          ends[slots[column]] = at
        }
        guard at < bytes.count, bytes[at] == delimiter else { break }
        column += 1
        at += 1
      }
      let isWhole = at < bytes.count
      if !readRow(bytes, rowStart, at, line, isWhole: isWhole) { return }
      if column >= columns, !RowReader.isBlank(bytes, rowStart, at, delimiter) {
        noteExtraCells(bytes, at, column, line)
      }
      rows += 1
      line += 1
      at += 1
    }
  }

  /// Makes room for as many rows as the first one's length lets expect.
  private mutating func reserve(_ bytes: Span<UInt8>, _ mostRows: Int) {
    guard !series.isEmpty else { return }
    var end = layout.start
    while end < bytes.count, bytes[end] != Ascii.lineFeed { end += 1 }
    let rows = (bytes.count - layout.start) / max(16, end - layout.start) + 1
    for index in series.indices { series[index].rows.reserveCapacity(min(rows, mostRows)) }
  }

  /// Past the closing quote, or at the end of the line that lacks it.
  private static func afterQuote(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, bytes[at] != Ascii.lineFeed {
      if bytes[at] == Ascii.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == Ascii.quote else { return at + 1 }
        at += 1
      }
      at += 1
    }
    return at
  }

  private static func isBlank(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ delimiter: UInt8
  ) -> Bool {
    for at in start..<end {
      let byte = bytes[at]
      if byte != delimiter, byte != Ascii.space, byte != Ascii.carriageReturn { return false }
    }
    return true
  }

  /// More cells than headings: one empty one is a trailing delimiter, anything else a torn row.
  private mutating func noteExtraCells(
    _ bytes: Span<UInt8>, _ end: Int, _ column: Int, _ line: Int
  ) {
    var last = end
    while last > 0, bytes[last - 1] == Ascii.carriageReturn { last -= 1 }
    let isTrailing = column == layout.slots.count && bytes[last - 1] == profile.delimiter.rawValue
    guard !isTrailing else { return }
    log.add(Finding(.tooManyCells, at: Place(file: path, line: line), words: String(column + 1)))
  }

  /// Reads the remembered cells; false at the beginning of another table.
  private mutating func readRow(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, isWhole: Bool
  ) -> Bool {
    let (from, to) = trimmed(bytes, Slot.stamp)
    guard from < to || !RowReader.isBlank(bytes, start, end, profile.delimiter.rawValue) else {
      return true
    }
    guard let (local, offset) = readStamp(bytes, from, to, line, isWhole: isWhole) else {
      return !endsTable(bytes, start, end)
    }
    if case .column = profile.device { current = seriesIndex(bytes, line) }
    let values = max(1, layout.devices.count)
    for index in 0..<values {
      let target = layout.devices.isEmpty ? current : index
      guard target >= 0 else { continue }
      var reading = RawReading(
        milli: RawReading.missing, local: local, line: UInt32(truncatingIfNeeded: line),
        power: RawReading.noPower, offset: offset)
      let slot = Slot.value(index)
      let isCut = !isWhole && starts[slot] >= 0 && ends[slot] == end
      readValue(bytes, slot, target, &reading, isCut: isCut)
      if profile.powerCheck != nil { readPower(bytes, Slot.power(index), &reading) }
      if isCut {
        series[target].cut = reading
      } else {
        series[target].rows.append(reading)
      }
    }
    return true
  }

  private mutating func readStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ line: Int, isWhole: Bool
  ) -> (UInt32, Int16)? {
    var end = to
    var offset = StampPattern.noOffset
    if let mark = profile.stamp.summerMark, endsWith(bytes, from, to, mark) {
      end -= mark.utf8.count
      offset = 120
    }
    var isImpossible = false
    for index in patterns.indices {
      switch patterns[index].parse(bytes, from, end) {
      case .stamp(let local, let written):
        return (local, written == StampPattern.noOffset ? offset : written)
      case .impossible: isImpossible = true
      case .unreadable: break
      }
    }
    noteStamp(bytes, from, to, line, isImpossible: isImpossible, isWhole: isWhole)
    return nil
  }

  private mutating func noteStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ line: Int, isImpossible: Bool, isWhole: Bool
  ) {
    let words = text(bytes, from, min(to, from + 40))
    if let ends = profile.endsBefore, words.hasPrefix(ends) { return }
    let code: FindingCode =
      !isWhole ? .lastLineCut : isImpossible ? .stampImpossible : .stampUnreadable
    let place = Place(file: path, line: line, column: 1, excerpt: words)
    log.add(Finding(code, at: place, words: words))
  }

  private func endsTable(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let mark = profile.endsBefore else { return false }
    return text(bytes, start, min(end, start + mark.utf8.count)) == mark
  }

  /// Reads the value; one that a cut may have shortened is never a reason to refuse by itself.
  private mutating func readValue(
    _ bytes: Span<UInt8>, _ slot: Int, _ target: Int, _ reading: inout RawReading, isCut: Bool
  ) {
    let (from, to) = trimmed(bytes, slot)
    switch number.parse(bytes, from, to) {
    case .milli(let milli, let decimals):
      reading.milli = milli
      if decimals > series[target].decimals { series[target].decimals = decimals }
    case .missing: break
    case .otherMark where isCut, .unreadable where isCut: break
    case .otherMark: otherMarkLine = Int(reading.line)
    case .unreadable:
      let words = text(bytes, from, min(to, from + 40))
      let place = Place(file: path, line: Int(reading.line), excerpt: words)
      log.add(Finding(.valueUnreadable, at: place, words: words))
    }
  }

  /// A power that cannot be read checks nothing; only its decimal mark matters.
  private mutating func readPower(
    _ bytes: Span<UInt8>, _ slot: Int, _ reading: inout RawReading
  ) {
    let (from, to) = trimmed(bytes, slot)
    guard from < to else { return }
    switch power.parse(bytes, from, to) {
    case .milli(let watts, _): reading.power = Int32(clamping: watts)
    case .otherMark: otherMarkLine = Int(reading.line)
    case .missing, .unreadable: break
    }
  }
}

extension RowReader {
  /// A cell without the spaces, quotes and carriage returns around it; an absent one is empty.
  @inline(__always)
  private func trimmed(_ bytes: Span<UInt8>, _ slot: Int) -> (Int, Int) {
    var start = starts[slot]
    guard start >= 0 else { return (0, 0) }
    var end = ends[slot]
    while start < end, RowReader.isTrim(bytes[end - 1]) { end -= 1 }
    while start < end, RowReader.isTrim(bytes[start]) { start += 1 }
    return (start, end)
  }

  @inline(__always)
  private static func isTrim(_ byte: UInt8) -> Bool {
    byte <= Ascii.quote
      && (byte == Ascii.space || byte == Ascii.carriageReturn || byte == Ascii.quote)
  }

  private func endsWith(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ mark: String) -> Bool {
    let count = mark.utf8.count
    guard to - from >= count else { return false }
    var at = to - count
    for byte in mark.utf8 {
      guard bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  /// The series of the row's device; a device seldom changes, and then in a round.
  private mutating func seriesIndex(_ bytes: Span<UInt8>, _ line: Int) -> Int {
    let (from, to) = trimmed(bytes, Slot.device)
    if names(bytes, from, to, current) { return current }
    let next = current + 1 < deviceKeys.count ? current + 1 : 0
    if names(bytes, from, to, next) { return next }
    var key: [UInt8] = []
    for at in from..<to { key.append(bytes[at]) }
    if let known = seriesOfDevice[key] { return known }
    let name = String(decoding: key, as: UTF8.self)
    if isScientific(name) {
      log.add(Finding(.identifierLost, at: Place(file: path, line: line), words: name))
    }
    seriesOfDevice[key] = deviceKeys.count
    deviceKeys.append(key)
    series.append(RawSeries(device: name))
    return deviceKeys.count - 1
  }

  private func names(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ index: Int) -> Bool {
    guard deviceKeys.indices.contains(index), deviceKeys[index].count == to - from else {
      return false
    }
    for (at, byte) in deviceKeys[index].enumerated() where bytes[from + at] != byte {
      return false
    }
    return true
  }

  private func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var letters: [UInt8] = []
    for at in start..<end { letters.append(bytes[at]) }
    return String(decoding: letters, as: UTF8.self)
  }
}
