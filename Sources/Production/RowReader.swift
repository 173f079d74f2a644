import Units

/// A profile and a layout compiled into one pass over bytes; nothing is allocated a cell.
///
/// Cells are found once, their bounds remembered by ``Slot``, and read at the end of the row.
/// Bytes come in blocks that end with a line, save the last.
struct RowReader {
  let profile: Profile
  let layout: Layout
  let path: String
  var patterns: [StampPattern]
  var number: NumberFormat
  private var power: NumberFormat
  var starts: [Int]
  var ends: [Int]
  private var rules: [CompiledRule]
  /// The bounds of the cells a row must have whatever it says.
  private let valueSlots: [(value: Int, power: Int)]
  let delimiter: UInt8
  private let alternative: UInt8
  let cellEnds: CellEnds
  private let hasShared: Bool
  var devices = DeviceIndex()
  var lastStamp = LastStamp()
  /// What stands in each column, where rows are plain enough to be read in one go.
  private let plain: [PlainCell]
  var sameCells: [SameCell]
  var beginning: RowBeginning
  var shape = NumberShape.none
  var scratch: [UInt8] = []
  /// The number of the next line.
  var line: Int
  private(set) var series: [RawSeries] = []
  /// Where the rows of each are measured at once, as long as none surprises.
  private(set) var hands: [CalmCounter.Hand?] = []
  /// Makes the counter of a device where rows may be measured at once.
  private let calm: (String) -> CalmCounter?
  /// What was read of devices before, by their order: their rows are passed over.
  private(set) var known: [Int: ReadSeries]
  var clock = LocalClock(isAscending: true, unmarkedIsWinter: false)
  var log = FindingLog()
  /// The first line whose number reads only with the other decimal mark.
  private(set) var otherMarkLine: Int?
  /// Whether another table began: the rest of the file is not read.
  private(set) var isOver = false

  /// Compiles; a mark given replaces the profile's and must then be proved by the file.
  init(
    _ profile: Profile, _ layout: Layout, path: String, mark: DecimalMark? = nil,
    known: [Int: ReadSeries] = [:], calm: @escaping (String) -> CalmCounter? = { _ in nil }
  ) {
    self.profile = profile
    self.layout = layout
    self.path = path
    line = layout.line
    patterns = profile.stamp.patterns.map(StampPattern.init)
    let mark = mark ?? profile.decimalMark
    let grouping = mark == profile.decimalMark
    let missing = profile.missing + profile.foreign
    number = NumberFormat(
      mark, grouping: grouping, scale: profile.value.unit.decimals, missing: missing)
    power = NumberFormat(
      mark, grouping: grouping, scale: profile.powerUnit.decimals - 3, missing: missing)
    self.known = known
    self.calm = calm
    rules = zip(profile.rules.indices, profile.rules).map(CompiledRule.init)
    hasShared = !layout.also.isEmpty
    delimiter = profile.delimiter.rawValue
    if case .blocks = profile.heading {
      alternative = Delimiter.semicolon.rawValue
    } else {
      alternative = delimiter
    }
    cellEnds = CellEnds(delimiter, alternative)
    valueSlots = (0..<max(1, layout.devices.count)).map {
      (Slot.value($0, rules: profile.rules.count), Slot.power($0, rules: profile.rules.count))
    }
    let slots = Slot.count(values: layout.devices.count, rules: profile.rules.count)
    starts = Array(repeating: -1, count: slots)
    ends = starts
    plain = alternative == delimiter ? PlainCell.row(profile, layout) : []
    sameCells = Array(repeating: SameCell(), count: plain.count)
    beginning = RowBeginning(plain)
    for device in layout.devices { add(device) }
  }

  private mutating func add(_ device: String) {
    let new = RawSeries(device: device, calm: calm(device))
    series.append(new)
    hands.append(new.calm?.hand)
  }

  /// Keeps a row whose value has so many decimals.
  func store(_ row: RawReading, decimals: Int, _ target: Int) {
    if let counter = series[target].calm {
      counter.take(row, decimals: decimals)
    } else if known.isEmpty || known[target] == nil {
      series[target].rows.append(row, decimals: decimals)
    }
  }

  /// Gathers what was measured while it was read.
  mutating func measure() {
    for (index, series) in series.enumerated() where series.cut == nil {
      known[index] = series.calm?.finish()
    }
  }

  /// Whether rows were met that must be read the long way.
  var hasSurprises: Bool {
    series.indices.contains { series[$0].calm?.hasRows == true && known[$0] == nil }
  }

  /// Whether any row was met.
  var hasRows: Bool { !known.isEmpty || !series.allSatisfy(\.isEmpty) }

  /// Whether a number proved its decimal mark by itself.
  var markIsProved: Bool { number.isProved || power.isProved }
  /// Whether a date proved that the month comes where the profile says.
  var orderIsProved: Bool { patterns.contains(where: \.provesOrder) }

  /// Reads whole lines, and the cut one that may end the file.
  ///
  /// Stops early at another table, at doubt about the decimal mark, or after so many rows.
  /// - Complexity: O(bytes).
  mutating func read(_ bytes: Span<UInt8>, from begin: Int, mostRows: Int = .max) {
    var at = begin
    var rows = 0
    let columns = layout.slots.count
    while at < bytes.count, rows < mostRows, otherMarkLine == nil {
      if !plain.isEmpty, mostRows == .max {
        at = readPlain(plain, bytes, from: at)
        guard at < bytes.count else { return }
      }
      let rowStart = at
      for slot in starts.indices { starts[slot] = -1 }
      let column = cut(bytes, &at)
      let isWhole = at < bytes.count
      if !readRow(bytes, rowStart, at, isWhole: isWhole) {
        isOver = true
        return
      }
      if column >= columns, !RowReader.isBlank(bytes, rowStart, at, delimiter) {
        noteExtraCells(bytes, at, column)
      }
      rows += 1
      line += 1
      at += 1
    }
  }

  /// Finds the cells of a row: ends at its line feed, or at the end; gives the last column.
  @inline(__always)
  private mutating func cut(_ bytes: Span<UInt8>, _ at: inout Int) -> Int {
    let count = bytes.count
    let slots = layout.slots
    let columns = slots.count
    let ends = cellEnds
    var column = 0
    while true {
      let start = at
      if at < count, unsafe bytes[unchecked: at] == Ascii.quote {
        at = RowReader.afterQuote(bytes, at)
      }
      at = ends.next(bytes, from: at)
      if column < columns, slots[column] >= 0 {
        starts[slots[column]] = start
        self.ends[slots[column]] = at
        if hasShared { share(slots[column]) }
      }
      guard at < count, unsafe bytes[unchecked: at] != Ascii.lineFeed else { return column }
      column += 1
      at += 1
    }
  }

  /// Gives a cell to the other slots of its column.
  private mutating func share(_ slot: Int) {
    for other in layout.also[slot] ?? [] {
      (starts[other], ends[other]) = (starts[slot], ends[slot])
    }
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

  static func isBlank(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ delimiter: UInt8
  ) -> Bool {
    for at in start..<end {
      let byte = bytes[at]
      if byte != delimiter, byte != Ascii.space, byte != Ascii.carriageReturn { return false }
    }
    return true
  }

  /// More cells than headings: one empty one is a trailing delimiter, anything else a torn row.
  private mutating func noteExtraCells(_ bytes: Span<UInt8>, _ end: Int, _ column: Int) {
    var last = end
    while last > 0, bytes[last - 1] == Ascii.carriageReturn { last -= 1 }
    let isTrailing =
      column == layout.slots.count && last > 0 && bytes[last - 1] == profile.delimiter.rawValue
    guard !isTrailing else { return }
    log.add(Finding(.tooManyCells, at: Place(file: path, line: line), words: String(column + 1)))
  }

  /// Reads the remembered cells; false at the beginning of another table.
  private mutating func readRow(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, isWhole: Bool
  ) -> Bool {
    let (from, to) = trimmed(bytes, Slot.stamp)
    guard from < to || !RowReader.isBlank(bytes, start, end, delimiter) else { return true }
    guard let (local, offset) = stamp(bytes, from, to, isWhole: isWhole) else {
      return !endsTable(bytes, start, end)
    }
    var reading = RawReading(
      milli: RawReading.missing, local: local, line: UInt32(truncatingIfNeeded: line),
      power: RawReading.noPower, offset: offset)
    var isDamaged = false
    if !rules.isEmpty || profile.stamp.season != nil {
      guard apply(bytes, to: &reading, isDamaged: &isDamaged) else { return true }
    }
    var current = 0
    if case .column = profile.device { current = device(bytes) }
    for index in valueSlots.indices {
      let target = layout.devices.isEmpty ? current : index
      let slot = valueSlots[index].value
      let isCut = !isWhole && starts[slot] >= 0 && ends[slot] == end
      var decimals = 0
      guard readValue(bytes, slot, target, &reading, &decimals, isCut: isCut) else { continue }
      if isDamaged { reading.milli = RawReading.missing }
      if profile.powerCheck != nil || alternative != delimiter {
        readPower(bytes, valueSlots[index].power, &reading)
      }
      if isCut {
        series[target].cut = reading
      } else {
        store(reading, decimals: decimals, target)
      }
    }
    return true
  }

  /// The stamp of a row, remembered while the next ones are written the same.
  @inline(__always)
  private mutating func stamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, isWhole: Bool
  ) -> (UInt32, Int16)? {
    if profile.stamp.timeColumn == nil {
      if let known = lastStamp.parse(bytes, from, to) { return known }
      guard let found = readStamp(bytes, from, to, isWhole: isWhole) else { return nil }
      lastStamp.remember(bytes, from, to, found)
      return found
    }
    let (timeFrom, timeTo) = trimmed(bytes, Slot.time)
    scratch.removeAll(keepingCapacity: true)
    for at in from..<to { scratch.append(bytes[at]) }
    scratch.append(Ascii.space)
    for at in timeFrom..<timeTo { scratch.append(bytes[at]) }
    let joined = scratch
    return readStamp(joined.span, 0, joined.count, isWhole: isWhole)
  }

  private func endsTable(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let mark = profile.endsBefore else { return false }
    return text(bytes, start, min(end, start + mark.utf8.count)) == mark
  }

  /// What the other columns say; false for a row that is about something else.
  private mutating func apply(
    _ bytes: Span<UInt8>, to reading: inout RawReading, isDamaged: inout Bool
  ) -> Bool {
    for index in rules.indices {
      let (from, to) = trimmed(bytes, Slot.rule(index))
      switch rules[index].judge(bytes, from, to) {
      case .fine: break
      case .passedOver: return false
      case .estimate: reading.isEstimate = true
      case .damaged:
        isDamaged = true
        log.add(Finding(.rowDamaged, at: place(bytes, from, to)))
      case .wrongUnit:
        let words = text(bytes, from, min(to, from + 40))
        log.add(Finding(.unitUnexpected, at: place(bytes, from, to), words: words))
      }
    }
    guard let season = profile.stamp.season else { return true }
    let (from, to) = trimmed(bytes, Slot.season)
    let words = text(bytes, from, min(to, from + 40))
    if words == season.summer {
      reading.offset = 120
    } else if words == season.winter {
      reading.offset = 60
    } else {
      log.add(Finding(.rowDamaged, at: place(bytes, from, to)))
      return false
    }
    return true
  }

  /// Reads the value; one that a cut may have shortened is never a reason to refuse by itself.
  ///
  /// False for a row that says it is about another device.
  @inline(__always)
  private mutating func readValue(
    _ bytes: Span<UInt8>, _ slot: Int, _ target: Int, _ reading: inout RawReading,
    _ decimals: inout Int, isCut: Bool
  ) -> Bool {
    let (from, to) = trimmed(bytes, slot)
    reading.milli = RawReading.missing
    reading.power = RawReading.noPower
    switch number.parse(bytes, from, to) {
    case .milli(let milli, let written):
      (reading.milli, decimals) = (milli, written)
      if isCut { series[target].cutDecimals = written }
    case .missing:
      if !profile.foreign.isEmpty, profile.foreign.contains(text(bytes, from, to)) { return false }
    case .otherMark where isCut, .unreadable where isCut: break
    case .otherMark: otherMarkLine = line
    case .unreadable:
      let words = text(bytes, from, min(to, from + 40))
      log.add(Finding(.valueUnreadable, at: place(bytes, from, to), words: words))
    }
    return true
  }

  /// A power that cannot be read checks nothing; only its decimal mark matters.
  private mutating func readPower(
    _ bytes: Span<UInt8>, _ slot: Int, _ reading: inout RawReading
  ) {
    let (from, to) = trimmed(bytes, slot)
    guard from < to else { return }
    switch power.parse(bytes, from, to) {
    case .milli(let watts, _): reading.power = Int32(clamping: watts)
    case .otherMark: otherMarkLine = line
    case .missing, .unreadable: break
    }
  }

  /// The series of the row's device.
  private mutating func device(_ bytes: Span<UInt8>) -> Int {
    var (from, to) = trimmed(bytes, Slot.device)
    // A spreadsheet keeps leading zeros of `="0912"`.
    if from + 1 < to, bytes[from] == UInt8(ascii: "="), bytes[from + 1] == Ascii.quote {
      from += 2
    }
    to = max(from, to)
    if let known = devices.index(bytes, from, to) { return known }
    let name = text(bytes, from, to)
    if isScientific(name) {
      log.add(Finding(.identifierLost, at: Place(file: path, line: line), words: name))
    }
    add(name)
    return devices.add(bytes, from, to)
  }
}
