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
    let (delimiter, last) = (delimiter, bytes.count - RowReader.margin)
    // Copies of our own: what is written through pointers cannot change them under our hands.
    var (line, devices, known) = (line, devices, lastStamp)
    let (format, hands) = (number, hands)
    defer { (self.line, self.devices) = (line, devices) }
    while rowStart <= last {
      var at = rowStart
      var (stamp, ahead) = (known.found, known.ahead)
      var target = 0
      var number = PlainNumber(digits: 0, units: 0, decimals: 0)
      for index in cells.indices {
        switch cells[index] {
        case .other:
          at = passOver(index, cells.count, bytes, at)
          guard at &- rowStart <= RowReader.longestOthers else { return rowStart }
        case .stamp:
          if known.stands(bytes, at), unsafe bytes[unchecked: at &+ known.count] == delimiter {
            at &+= known.count
          } else {
            let end = cellEnds.next(bytes, from: at)
            guard let found = plainStamp(bytes, at, end) else { return rowStart }
            known = lastStamp
            (stamp, ahead) = (found, known.ahead)
            at = end
          }
        case .device:
          guard let (found, count) = devices.guess(bytes, at, before: delimiter) else {
            return rowStart
          }
          target = found
          at &+= count
        case .value:
          number = format.plain(bytes, &at)
          guard number.units > 0 else { return rowStart }
        }
        if index &+ 1 < cells.count {
          guard unsafe bytes[unchecked: at] == delimiter else { return rowStart }
          at &+= 1
        }
      }
      if unsafe bytes[unchecked: at] == Ascii.carriageReturn { at &+= 1 }
      guard unsafe bytes[unchecked: at] == Ascii.lineFeed else { return rowStart }
      if let hand = hands[target], hand.take(number, Int64(stamp.0), ahead, line: line) {
        self.number.note(number)
      } else {
        keep(number, stamp, line, target)
      }
      line &+= 1
      rowStart = at &+ 1
    }
    return rowStart
  }

  @inline(never)
  private mutating func keep(
    _ plain: PlainNumber, _ stamp: (UInt32, Int16), _ line: Int, _ target: Int
  ) {
    let row = RawReading(
      milli: number.take(plain), local: stamp.0, line: UInt32(truncatingIfNeeded: line),
      power: RawReading.noPower, offset: stamp.1)
    store(row, decimals: plain.decimals, target)
  }

  /// The stamp of a cell that holds nothing else, by the first pattern that fits.
  @inline(never)
  private mutating func plainStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int
  ) -> (UInt32, Int16)? {
    guard (8...24).contains(to - from), to < bytes.count,
      unsafe bytes[unchecked: to] == delimiter
    else { return nil }
    var isImpossible = false
    guard let found = knownStamp(bytes, from, to, &isImpossible) else { return nil }
    let ahead = clock.ahead(found.0, offset: found.1) ?? LastStamp.unknown
    lastStamp.remember(bytes, from, to, found, ahead: ahead)
    return found
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

extension NumberFormat {
  /// Digits with at most one decimal mark among them, at most eight on each side; no units where
  /// something else stands.
  ///
  /// - Precondition: there are eighteen letters or more.
  @inline(__always)
  func plain(_ bytes: Span<UInt8>, _ at: inout Int) -> PlainNumber {
    let none = PlainNumber(digits: 0, units: 0, decimals: 0)
    let (units, value) = NumberFormat.digits(unsafe bytes.word(at))
    guard units > 0, units &+ scale <= NumberFormat.mostDigits else { return none }
    at &+= units
    guard unsafe bytes[unchecked: at] == mark else {
      return PlainNumber(digits: value, units: units, decimals: 0)
    }
    let (decimals, part) = NumberFormat.digits(unsafe bytes.word(at &+ 1))
    guard decimals > 0, decimals <= scale else { return none }
    at &+= decimals &+ 1
    return PlainNumber(
      digits: value &* powers[decimals] &+ part, units: units, decimals: decimals)
  }

  /// How many of eight letters are digits before the first that is none, and what they say.
  ///
  /// - Source: Lemire, "Quickly parsing eight digits".
  @inline(__always)
  private static func digits(_ word: UInt64) -> (count: Int, value: Int64) {
    let digits = word ^ 0x3030_3030_3030_3030
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount / 8
    guard count > 0 else { return (0, 0) }
    var value = digits &<< UInt64(64 &- 8 &* count)
    value = (value &* 10) &+ (value >> 8)
    value =
      ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064)
      &+ (((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001)
    return (count, Int64(value >> 32))
  }
}

extension Span where Element == UInt8 {
  /// Eight letters, the first one lowest.
  ///
  /// - Precondition: they are there.
  @inline(__always)
  @unsafe fileprivate func word(_ at: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
  }
}
