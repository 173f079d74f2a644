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
  /// Letters that every cell but those passed over leaves unread at least: no load leaves the block.
  private static let margin = 48

  /// Reads rows as long as they are as plain as can be; what it reads, the long way reads alike.
  ///
  /// Plain is a row with as many cells as headings, nothing quoted, the stamp a known pattern, the
  /// device one met before whose turn it is, the value digits with at most one decimal mark.
  /// - Returns: where the first row begins that is not.
  /// - Complexity: O(bytes); nothing is allocated.
  mutating func readPlain(_ cells: [PlainCell], _ bytes: Span<UInt8>, from begin: Int) -> Int {
    var rowStart = begin
    let (decimalMark, scale) = (number.mark, number.scale)
    var line = line
    defer { self.line = line }
    while true {
      var at = rowStart
      var stamp = lastStamp.found
      var target = 0
      var number = PlainNumber(digits: 0, units: 0, decimals: 0)
      for index in cells.indices {
        guard at + RowReader.margin <= bytes.count else { return rowStart }
        switch cells[index] {
        case .other:
          if unsafe bytes[unchecked: at] == Ascii.quote { return rowStart }
          at = cellEnds.next(bytes, from: at)
          guard at + 2 <= bytes.count else { return rowStart }
          if index + 1 == cells.count, at > rowStart,
            unsafe bytes[unchecked: at - 1] == Ascii.carriageReturn
          {
            at -= 1
          }
        case .stamp:
          if lastStamp.stands(bytes, at),
            unsafe bytes[unchecked: at + lastStamp.count] == delimiter
          {
            at += lastStamp.count
          } else {
            let end = cellEnds.next(bytes, from: at)
            guard let found = plainStamp(bytes, at, end) else { return rowStart }
            lastStamp.remember(bytes, at, end, found)
            stamp = found
            at = end
          }
        case .device:
          guard let (found, count) = devices.guess(bytes, at, before: delimiter) else {
            return rowStart
          }
          target = found
          at += count
        case .value:
          guard let read = RowReader.plainNumber(bytes, &at, decimalMark, scale) else {
            return rowStart
          }
          number = read
        }
        if index + 1 < cells.count {
          guard unsafe bytes[unchecked: at] == delimiter else { return rowStart }
          at += 1
        }
      }
      if unsafe bytes[unchecked: at] == Ascii.carriageReturn { at += 1 }
      guard unsafe bytes[unchecked: at] == Ascii.lineFeed else { return rowStart }
      keep(number, stamp, line, target)
      line += 1
      rowStart = at + 1
    }
  }

  @inline(__always)
  private mutating func keep(
    _ plain: PlainNumber, _ stamp: (UInt32, Int16), _ line: Int, _ target: Int
  ) {
    let row = RawReading(
      milli: number.take(plain), local: stamp.0, line: UInt32(truncatingIfNeeded: line),
      power: RawReading.noPower, offset: stamp.1)
    seriesEnds[target].append(row, decimals: plain.decimals)
  }

  /// The stamp of a cell that holds nothing else, by the first pattern that fits.
  @inline(never)
  private mutating func plainStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int
  ) -> (UInt32, Int16)? {
    guard from < to, to < bytes.count, unsafe bytes[unchecked: to] == delimiter else { return nil }
    var isImpossible = false
    return knownStamp(bytes, from, to, &isImpossible)
  }

  /// Digits with at most one decimal mark among them, and how many follow it.
  @inline(__always)
  private static func plainNumber(
    _ bytes: Span<UInt8>, _ at: inout Int, _ mark: UInt8, _ scale: Int
  ) -> PlainNumber? {
    let start = at
    var value: Int64 = 0
    var digit = unsafe bytes[unchecked: at] &- Ascii.zero
    while digit <= 9 {
      value = value &* 10 &+ Int64(digit)
      at += 1
      guard at - start <= 16 else { return nil }
      digit = unsafe bytes[unchecked: at] &- Ascii.zero
    }
    let units = at - start
    guard units > 0, units + scale <= NumberFormat.mostDigits else { return nil }
    guard unsafe bytes[unchecked: at] == mark else {
      return PlainNumber(digits: value, units: units, decimals: 0)
    }
    at += 1
    let point = at
    digit = unsafe bytes[unchecked: at] &- Ascii.zero
    while digit <= 9, at - point <= scale {
      value = value &* 10 &+ Int64(digit)
      at += 1
      digit = unsafe bytes[unchecked: at] &- Ascii.zero
    }
    guard at > point, at - point <= scale else { return nil }
    return PlainNumber(digits: value, units: units, decimals: at - point)
  }
}
