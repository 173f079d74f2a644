import Units

/// What stands in a column of a plain row.
enum PlainCell {
  case other, stamp, device, value

  /// The columns of a row, where a layout is plain enough to be read in one go; else none.
  ///
  /// Plain is a stamp, a value, perhaps a device, and nothing else that matters.
  static func row(_ profile: Profile, _ layout: Layout) -> [PlainCell] {
    guard layout.devices.count <= 1, profile.rules.isEmpty, profile.stamp.season == nil,
      profile.stamp.timeColumn == nil, profile.powerCheck == nil, layout.also.isEmpty
    else { return [] }
    let cells = layout.slots.map { slot -> PlainCell in
      switch slot {
      case Slot.stamp: .stamp
      case Slot.device: layout.devices.isEmpty ? .device : .other
      case Slot.value(0, rules: 0): .value
      default: .other
      }
    }
    func times(_ kind: PlainCell) -> Int { cells.filter { $0 == kind }.count }
    guard times(.stamp) == 1, times(.value) == 1,
      times(.device) == (layout.devices.isEmpty ? 1 : 0), cells.last != .stamp,
      cells.last != .device
    else { return [] }
    return cells
  }
}

extension RowReader {
  /// Letters that must follow a row's beginning, and those that cells passed over may take of them:
  /// no load of the others leaves the block.
  private static let margin = 256
  private static let longestOthers = 160

  /// Reads rows as long as they are as plain as can be; what it reads, the long way reads alike.
  ///
  /// Plain is a row with as many cells as headings, nothing quoted, the stamp a known pattern, the
  /// device one met before whose turn it is, the value digits with at most one decimal mark.
  /// - Returns: where the first row begins that is not.
  /// - Complexity: O(bytes); nothing is allocated.
  mutating func readPlain(_ cells: [PlainCell], _ bytes: Span<UInt8>, from begin: Int) -> Int {
    var rowStart = begin
    let last = bytes.count - RowReader.margin
    let endsWithValue = cells.last == .value
    while rowStart <= last {
      if endsWithValue {
        rowStart = readAlike(bytes, from: rowStart, last)
        guard rowStart <= last else { return rowStart }
      }
      guard let row = spelledOut(cells, bytes, rowStart),
        let next = RowReader.afterLine(bytes, row.end)
      else { return rowStart }
      take(row.number, row.device, hands, lastStamp, line)
      line &+= 1
      rowStart = next
    }
    return rowStart
  }

  /// Reads rows as long as they begin as rows before them did and end with a plain value.
  ///
  /// - Returns: where the first row begins that does not.
  private mutating func readAlike(_ bytes: Span<UInt8>, from begin: Int, _ last: Int) -> Int {
    var rowStart = begin
    // Copies of our own: what is written through pointers cannot change them under our hands.
    let (beginning, format, hands, devices) = (beginning, number, hands, devices)
    let (parts, order, stamp) = (beginning.parts.span, beginning.order, beginning.stamp)
    var (line, device, likely, shape) = (line, devices.current, devices.likely, shape)
    defer {
      (self.line, self.shape) = (line, shape)
      self.devices.turn(to: device)
    }
    while rowStart <= last,
      let value = RowBeginning.end(parts, order, bytes, rowStart, of: likely)
    {
      var at = value
      let number: PlainNumber
      if let digits = shape.digits(bytes, &at) {
        number = PlainNumber(digits: digits, units: shape.units, decimals: shape.decimals)
      } else {
        number = format.plain(bytes, &at)
        guard number.units > 0 else { break }
        shape = NumberShape(number, format.mark)
      }
      guard let next = RowReader.afterLine(bytes, at) else { break }
      device = likely
      take(number, device, hands, stamp, line)
      line &+= 1
      likely = devices.likely(after: device)
      rowStart = next
    }
    return rowStart
  }

  /// Takes the number of a row: measured at once where nothing needs a thought, else kept.
  @inline(__always)
  private mutating func take(
    _ number: PlainNumber, _ device: Int, _ hands: [CalmCounter.Hand?], _ stamp: LastStamp,
    _ line: Int
  ) {
    if let hand = hands[device],
      hand.take(number, Int64(stamp.found.0), stamp.ahead, line: line)
    {
      self.number.note(number)
    } else {
      keep(number, device, stamp.found, line)
    }
  }

  /// Where the next line begins, if this one ends here.
  @inline(__always)
  private static func afterLine(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    let isCarriage = unsafe bytes[unchecked: end] == Ascii.carriageReturn
    let at = isCarriage ? end &+ 1 : end
    return unsafe bytes[unchecked: at] == Ascii.lineFeed ? at &+ 1 : nil
  }

  /// A plain row cell by cell; how it began is remembered.
  @inline(never)
  private mutating func spelledOut(
    _ cells: [PlainCell], _ bytes: Span<UInt8>, _ rowStart: Int
  ) -> (number: PlainNumber, device: Int, end: Int)? {
    var (at, value, device) = (rowStart, rowStart, 0)
    var deviceCell = rowStart..<rowStart
    var number = PlainNumber.none
    for index in cells.indices {
      switch cells[index] {
      case .other:
        at = passOver(index, cells.count, bytes, at)
        guard at &- rowStart <= RowReader.longestOthers else { return nil }
      case .stamp:
        if lastStamp.stands(bytes, at),
          unsafe bytes[unchecked: at &+ lastStamp.count] == delimiter
        {
          at &+= lastStamp.count
        } else {
          let end = cellEnds.next(bytes, from: at)
          guard plainStamp(bytes, at, end) else { return nil }
          at = end
        }
      case .device:
        guard let (found, count) = devices.guess(bytes, at, before: delimiter) else { return nil }
        deviceCell = at..<at + count
        device = found
        at &+= count
      case .value:
        value = at
        number = self.number.plain(bytes, &at)
        guard number.units > 0 else { return nil }
      }
      if index &+ 1 < cells.count {
        guard unsafe bytes[unchecked: at] == delimiter else { return nil }
        at &+= 1
      }
    }
    if cells.last == .value {
      beginning.remember(
        bytes, rowStart, deviceCell: deviceCell, value: value, of: device, lastStamp)
    }
    return (number, device, at)
  }

  @inline(never)
  private mutating func keep(
    _ plain: PlainNumber, _ device: Int, _ stamp: (UInt32, Int16), _ line: Int
  ) {
    let row = RawReading(
      milli: number.take(plain), local: stamp.0, line: UInt32(truncatingIfNeeded: line),
      power: RawReading.noPower, offset: stamp.1)
    store(row, decimals: plain.decimals, device)
  }

  /// Remembers the stamp of a cell that holds nothing else, by the first pattern that fits.
  @inline(never)
  private mutating func plainStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int
  ) -> Bool {
    guard (8...24).contains(to - from), to < bytes.count,
      unsafe bytes[unchecked: to] == delimiter
    else { return false }
    var isImpossible = false
    guard let found = knownStamp(bytes, from, to, &isImpossible) else { return false }
    let ahead = clock.ahead(found.0, offset: found.1) ?? LastStamp.unknown
    lastStamp.remember(bytes, from, to, found, ahead: ahead)
    return true
  }

  /// Where a cell ends that is passed over; far away for a quoted one.
  @inline(__always)
  private mutating func passOver(
    _ index: Int, _ columns: Int, _ bytes: Span<UInt8>, _ from: Int
  ) -> Int {
    if let end = sameCells[index].end(bytes, from, before: delimiter) { return end }
    return search(index, columns, bytes, from)
  }

  @inline(never)
  private mutating func search(
    _ index: Int, _ columns: Int, _ bytes: Span<UInt8>, _ from: Int
  ) -> Int {
    if unsafe bytes[unchecked: from] == Ascii.quote { return Int.max }
    var end = cellEnds.next(bytes, from: from)
    sameCells[index].remember(bytes, from, end)
    if index + 1 == columns, end > from, end <= bytes.count,
      unsafe bytes[unchecked: end - 1] == Ascii.carriageReturn
    {
      end -= 1
    }
    return end
  }
}

/// What a cell that does not matter said last: most say it row after row.
struct SameCell {
  private var count = -1
  private var word: UInt64 = 0
  private var mask: UInt64 = 0

  /// Where the cell ends, if it says the same.
  ///
  /// - Precondition: there are nine letters or more.
  @inline(__always)
  func end(_ bytes: Span<UInt8>, _ from: Int, before delimiter: UInt8) -> Int? {
    guard count >= 0, unsafe bytes.word(from) & mask == word,
      unsafe bytes[unchecked: from &+ count] == delimiter
    else { return nil }
    return from &+ count
  }

  mutating func remember(_ bytes: Span<UInt8>, _ from: Int, _ end: Int) {
    guard end - from <= 8, from + 8 <= bytes.count else { return count = -1 }
    count = end - from
    mask = count == 8 ? .max : (1 << UInt64(8 * count)) - 1
    word = unsafe bytes.word(from) & mask
  }
}
