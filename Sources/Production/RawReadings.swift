/// A number as one row writes it, on the clock of the file; nothing is checked.
struct RawReading: Equatable {
  /// A value or a power that was not written.
  static let missing = Int64.min
  static let noPower = Int32.min

  /// Thousandths of a watt or watt-hour.
  var milli: Int64
  /// Seconds since 1970 on the written clock.
  var local: UInt32
  /// The line of the file.
  var line: UInt32
  /// The mean power beside it, in watts.
  var power: Int32
  /// Minutes the clock is ahead of UTC, where written.
  var offset: Int16
  /// Whether the file calls the value an estimate.
  var isEstimate = false
}

/// What the rows of one device say, in the order of the file.
struct RawSeries {
  let device: String
  var rows = PackedRows()
  /// The finest decimals written.
  var decimals = 0
  /// A row whose number touches the end of a file without a last line end.
  var cut: RawReading?

  /// The decimals of that number.
  var cutDecimals = 0

  init(device: String) { self.device = device }

  /// The last row of a counter that only lacks a line end: a lost digit would make it fall, or
  /// write fewer decimals than the others.
  func wholeDespiteCut(_ rows: [RawReading], _ nature: Column.Nature) -> RawReading? {
    guard let cut, nature == .counter, cut.milli != RawReading.missing, cutDecimals == decimals,
      let before = rows.last(where: { $0.milli != RawReading.missing })
    else { return nil }
    return cut.milli >= before.milli && cut.local > before.local ? cut : nil
  }

  var isEmpty: Bool { rows.count == 0 && cut == nil }
}

/// Rows in three bytes or so instead of twenty-four, so that a year of many devices fits.
///
/// What repeats costs nothing: a step as long as the last, lines as far apart, an equal value.
struct PackedRows {
  private struct Token: OptionSet {
    let rawValue: UInt8
    static let step = Token(rawValue: 1)
    static let line = Token(rawValue: 2)
    static let marks = Token(rawValue: 4)
    static let power = Token(rawValue: 8)
    static let missing = Token(rawValue: 16)
    static let rise = Token(rawValue: 32)
    static let thousands = Token(rawValue: 64)
  }

  private(set) var count = 0
  private(set) var first: RawReading?
  private var bytes: [UInt8] = []
  private var used = 0
  /// A token and five numbers of ten bytes at most.
  private static let longestRow = 51
  private var state = State()

  /// What the next row is compared with.
  private struct State {
    var local: Int64 = 0
    var step: Int64 = 0
    var line: Int64 = 0
    var lines: Int64 = 1
    var milli: Int64 = 0
    var offset = StampPattern.noOffset
    var isEstimate = false
  }

  /// Adds a row.
  mutating func append(_ row: RawReading) {
    if count == 0 { first = row }
    count += 1
    if bytes.count - used < PackedRows.longestRow {
      bytes.append(contentsOf: repeatElement(0, count: max(256, bytes.count / 2)))
    }
    var state = state
    let start = used
    var at = start + 1
    var token = Token()
    var room = bytes.mutableSpan
    let step = Int64(row.local) - state.local
    if step != state.step {
      token.insert(.step)
      Varint.put(folding: step - state.step, in: &room, &at)
    }
    let lines = Int64(row.line) - state.line
    if lines != state.lines {
      token.insert(.line)
      Varint.put(folding: lines - state.lines, in: &room, &at)
    }
    if row.offset != state.offset || row.isEstimate != state.isEstimate {
      token.insert(.marks)
      Varint.put(folding: Int64(row.offset) << 1 | (row.isEstimate ? 1 : 0), in: &room, &at)
      (state.offset, state.isEstimate) = (row.offset, row.isEstimate)
    }
    if row.power != RawReading.noPower {
      token.insert(.power)
      Varint.put(folding: Int64(row.power), in: &room, &at)
    }
    if row.milli == RawReading.missing {
      token.insert(.missing)
    } else if row.milli != state.milli {
      let rise = row.milli - state.milli
      state.milli = row.milli
      let (thousands, rest) = rise.quotientAndRemainder(dividingBy: 1_000)
      token.insert(rest == 0 ? [.rise, .thousands] : .rise)
      Varint.put(folding: rest == 0 ? thousands : rise, in: &room, &at)
    }
    (state.local, state.step, state.line, state.lines) =
      (Int64(row.local), step, Int64(row.line), lines)
    room[start] = token.rawValue
    used = at
    self.state = state
  }

  /// All rows in the order they were added.
  ///
  /// - Complexity: O(n).
  func unpacked() -> [RawReading] {
    var rows: [RawReading] = []
    rows.reserveCapacity(count)
    var state = State()
    var at = 0
    while at < used {
      let token = Token(rawValue: bytes[at])
      at += 1
      if token.contains(.step) { state.step += Varint.readFolded(bytes, &at) ?? 0 }
      if token.contains(.line) { state.lines += Varint.readFolded(bytes, &at) ?? 0 }
      if token.contains(.marks), let marks = Varint.readFolded(bytes, &at) {
        (state.offset, state.isEstimate) = (Int16(truncatingIfNeeded: marks >> 1), marks & 1 == 1)
      }
      var power = RawReading.noPower
      if token.contains(.power) {
        power = Int32(truncatingIfNeeded: Varint.readFolded(bytes, &at) ?? 0)
      }
      if token.contains(.rise), let rise = Varint.readFolded(bytes, &at) {
        state.milli += token.contains(.thousands) ? rise * 1_000 : rise
      }
      state.local += state.step
      state.line += state.lines
      rows.append(
        RawReading(
          milli: token.contains(.missing) ? RawReading.missing : state.milli,
          local: UInt32(truncatingIfNeeded: state.local),
          line: UInt32(truncatingIfNeeded: state.line), power: power, offset: state.offset,
          isEstimate: state.isEstimate))
    }
    return rows
  }
}
