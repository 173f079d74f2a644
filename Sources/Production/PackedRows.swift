import Units

/// Rows in three bytes or so instead of twenty-four, so that a year of many devices fits.
///
/// What repeats costs nothing: a step as long as the last, lines as far apart, an equal value.
/// The bytes are held by hand: a row is added or taken in a few nanoseconds. Whoever holds the rows
/// may hand them to another thread; two never touch them at once.
@safe final class PackedRows: @unchecked Sendable {
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

  /// What the next row is compared with, and where it goes.
  @safe fileprivate struct State {
    fileprivate var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    fileprivate var room = 256
    fileprivate var used = 0
    fileprivate var count = 0
    fileprivate var local: Int64 = 0
    fileprivate var step: Int64 = 0
    fileprivate var line: Int64 = 0
    fileprivate var lines: Int64 = 1
    fileprivate var milli: Int64 = 0
    fileprivate var offset = StampPattern.noOffset
    fileprivate var isEstimate = false
    fileprivate var first: RawReading?
    fileprivate var decimals = 0
  }

  /// A token and five numbers of ten bytes at most.
  private static let longestRow = 51
  private let state: UnsafeMutablePointer<State>

  init() {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State())
  }

  deinit {
    unsafe state.pointee.bytes.deallocate()
    unsafe state.deallocate()
  }

  var count: Int { unsafe state.pointee.count }
  var first: RawReading? { unsafe state.pointee.first }
  /// The finest decimals written.
  var decimals: Int { unsafe state.pointee.decimals }

  /// Adds a row whose value has so many decimals.
  func append(_ row: RawReading, decimals: Int) {
    if decimals > self.decimals { unsafe state.pointee.decimals = decimals }
    unsafe PackedRows.append(row, to: state)
  }

  /// Lets the rows go.
  func removeAll() {
    unsafe state.pointee.bytes.deallocate()
    unsafe state.pointee = State()
  }

  @inline(__always)
  fileprivate static func append(_ row: RawReading, to state: UnsafeMutablePointer<State>) {
    if unsafe state.pointee.room - state.pointee.used < longestRow { unsafe grow(state) }
    if unsafe state.pointee.count == 0 { unsafe state.pointee.first = row }
    unsafe state.pointee.count += 1
    let bytes = unsafe state.pointee.bytes
    let start = unsafe state.pointee.used
    var at = start + 1
    var token = Token()
    let step = unsafe Int64(row.local) - state.pointee.local
    if unsafe step != state.pointee.step {
      token.insert(.step)
      unsafe Varint.put(folding: step - state.pointee.step, bytes, &at)
      unsafe state.pointee.step = step
    }
    let lines = unsafe Int64(row.line) - state.pointee.line
    if unsafe lines != state.pointee.lines {
      token.insert(.line)
      unsafe Varint.put(folding: lines - state.pointee.lines, bytes, &at)
      unsafe state.pointee.lines = lines
    }
    if unsafe row.offset != state.pointee.offset || row.isEstimate != state.pointee.isEstimate {
      token.insert(.marks)
      unsafe Varint.put(folding: Int64(row.offset) << 1 | (row.isEstimate ? 1 : 0), bytes, &at)
      unsafe (state.pointee.offset, state.pointee.isEstimate) = (row.offset, row.isEstimate)
    }
    if row.power != RawReading.noPower {
      token.insert(.power)
      unsafe Varint.put(folding: Int64(row.power), bytes, &at)
    }
    if row.milli == RawReading.missing {
      token.insert(.missing)
    } else if unsafe row.milli != state.pointee.milli {
      let rise = unsafe row.milli - state.pointee.milli
      unsafe state.pointee.milli = row.milli
      let (thousands, rest) = rise.quotientAndRemainder(dividingBy: 1_000)
      token.insert(rest == 0 ? [.rise, .thousands] : .rise)
      unsafe Varint.put(folding: rest == 0 ? thousands : rise, bytes, &at)
    }
    unsafe (state.pointee.local, state.pointee.line) = (Int64(row.local), Int64(row.line))
    unsafe bytes[start] = token.rawValue
    unsafe state.pointee.used = at
  }

  @inline(never)
  private static func grow(_ state: UnsafeMutablePointer<State>) {
    let (old, used) = unsafe (state.pointee.bytes, state.pointee.used)
    let room = unsafe state.pointee.room + max(256, state.pointee.room / 4)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    unsafe bytes.update(from: old, count: used)
    unsafe old.deallocate()
    unsafe (state.pointee.bytes, state.pointee.room) = (bytes, room)
  }

  /// All rows in the order they were added.
  ///
  /// - Complexity: O(n).
  func unpacked() -> [RawReading] {
    var rows: [RawReading] = []
    rows.reserveCapacity(count)
    var cursor = cursor()
    while cursor.next() {
      rows.append(cursor.row)
    }
    return rows
  }

  /// Takes the rows one by one, in the order they were added; the rows must outlive it.
  func cursor() -> Cursor { unsafe Cursor(state.pointee.bytes, state.pointee.used) }

  /// The row under the hand, from the first on.
  @safe struct Cursor {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let end: Int
    private var at = 0
    private var step: Int64 = 0
    private var lines: Int64 = 1
    private var milli: Int64 = 0
    private var isMissing = false
    private(set) var local: Int64 = 0
    private(set) var line: Int64 = 0
    private(set) var power = RawReading.noPower
    private(set) var offset = StampPattern.noOffset
    private(set) var isEstimate = false

    fileprivate init(_ bytes: UnsafeMutablePointer<UInt8>, _ end: Int) {
      unsafe self.bytes = bytes
      self.end = end
    }

    /// The value, or ``RawReading/missing``.
    var value: Int64 { isMissing ? RawReading.missing : milli }

    var row: RawReading {
      RawReading(
        milli: value, local: UInt32(truncatingIfNeeded: local),
        line: UInt32(truncatingIfNeeded: line), power: power, offset: offset,
        isEstimate: isEstimate)
    }

    /// Goes to the next row; false when there is none.
    @inline(__always)
    mutating func next() -> Bool {
      guard at < end else { return false }
      let token = unsafe Token(rawValue: bytes[at])
      at += 1
      if token.contains(.step) { step += take() }
      if token.contains(.line) { lines += take() }
      if token.contains(.marks) {
        let marks = take()
        (offset, isEstimate) = (Int16(truncatingIfNeeded: marks >> 1), marks & 1 == 1)
      }
      power = token.contains(.power) ? Int32(truncatingIfNeeded: take()) : RawReading.noPower
      if token.contains(.rise) {
        let rise = take()
        milli += token.contains(.thousands) ? rise * 1_000 : rise
      }
      isMissing = token.contains(.missing)
      local += step
      line += lines
      return true
    }

    @inline(__always)
    private mutating func take() -> Int64 {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = unsafe bytes[at]
        at += 1
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }
  }
}
