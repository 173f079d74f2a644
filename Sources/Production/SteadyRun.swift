import Units

/// The counter readings of a day as they are read, packed as the day's curve will hold them, as long
/// as they come a constant step apart; what a row costs is spent here.
///
/// The bytes are held by hand and belong to whoever made the run.
@safe struct SteadyRun {
  /// What a varint needs at most.
  private static let longestNumber = 10

  // What every row asks stands in the first 64 bytes, a line of the cache.
  private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1_024)
  /// The value last taken.
  private(set) var value: Int64 = 0
  /// The most that an hour gives: no step that is believed gives more.
  private var most: UInt64 = 0
  /// Where rows are taken without further thought: the next stamp, below the end of the day, on a
  /// clock so far ahead of UTC.
  private var nextLocal: Int64 = 0
  private var endLocal = Int64.min
  private var ahead: Int32 = 0
  private var stride: Int32 = 0
  private var used: Int32 = 0
  private var room: Int32 = 1_024
  private(set) var line: UInt32 = 0
  private var decimals: Int8 = -1

  /// One unit of a value, in thousandths of a watt-hour.
  private(set) var quantum: Int64 = 1
  /// How many readings were taken before those from ``opened`` on.
  private var counted = 0
  private var opened: Int64 = 0

  /// Seconds between two readings.
  var step: Int64 { Int64(stride) }
  /// How many readings the day has so far.
  var count: Int { counted + (stride > 0 ? Int((nextLocal - opened) / step) : 0) }

  /// Gives the bytes back.
  func end() { unsafe bytes.deallocate() }

  /// States what is known once the first rows were seen; the step is at most a day.
  mutating func settle(step: Int64, quantum: Int64, decimals: Int, hour: Int64) {
    (stride, self.quantum) = (Int32(clamping: step), quantum)
    self.decimals = Int8(clamping: decimals)
    most = UInt64(max(0, hour / quantum))
  }

  /// Begins a day with its first reading.
  mutating func begin(_ milli: Int64, line: UInt32) {
    (used, counted, value, opened) = (0, 0, 0, nextLocal)
    put(milli / quantum, line)
  }

  /// Adds the reading one step after the last.
  mutating func add(_ milli: Int64, line: UInt32) {
    if Int(room - used) < Self.longestNumber { grow() }
    put(milli / quantum, line)
  }

  /// Takes rows of this clock from here on without further thought, up to the end of the day.
  mutating func open(after local: Int64, until endLocal: Int64, ahead: Int64) {
    counted = count
    (nextLocal, opened) = (local + step, local + step)
    (self.endLocal, self.ahead) = (endLocal, Int32(clamping: ahead))
  }

  /// Lets every row be thought about.
  mutating func close() { endLocal = .min }

  /// Takes a row that is the next one and holds no surprise; false for any other.
  @inline(__always)
  mutating func take(_ number: PlainNumber, _ local: Int64, _ ahead: Int64, line: Int) -> Bool {
    guard local == nextLocal, local < endLocal, ahead == Int64(self.ahead),
      number.decimals == Int(decimals), Int(room &- used) >= Self.longestNumber
    else { return false }
    let rise = number.digits &- value
    guard UInt64(bitPattern: rise) <= most else { return false }
    var at = Int(used)
    unsafe Varint.put(folding: rise, bytes, &at)
    used = Int32(truncatingIfNeeded: at)
    nextLocal = local &+ Int64(stride)
    value = number.digits
    self.line = UInt32(truncatingIfNeeded: line)
    return true
  }

  private mutating func put(_ next: Int64, _ line: UInt32) {
    var at = Int(used)
    unsafe Varint.put(folding: next - value, bytes, &at)
    (used, value, self.line) = (Int32(at), next, line)
    counted += 1
  }

  /// By how much the last value was above the one before.
  var rise: Int64 {
    let packed = unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(used)))
    // The last byte of a number is the only one below 128.
    var at = (packed.dropLast().lastIndex { $0 < 0x80 } ?? -1) + 1
    return Varint.readFolded(packed, &at) ?? 0
  }

  private mutating func grow() {
    let wide = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * Int(room))
    unsafe wide.update(from: bytes, count: Int(used))
    unsafe bytes.deallocate()
    unsafe bytes = wide
    room *= 2
  }

  /// The curve of the day, its first reading so many seconds after the day's beginning.
  func curve(_ offset: Int64) -> DayCurve {
    unsafe DayCurve(
      steadyCounter: UnsafeBufferPointer(start: bytes, count: Int(used)), count: count,
      from: offset, step: step, quantum: quantum)
  }

  /// The readings one by one; of the lines only that of the last is known.
  func readings(from first: Reading) -> [Reading] {
    var readings = [first]
    readings.reserveCapacity(count + 1)
    let packed = unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(used)))
    var (at, value) = (0, Int64(0))
    for index in 0..<count {
      value += Varint.readFolded(packed, &at) ?? 0
      guard index > 0 else { continue }
      readings.append(
        Reading(
          milli: value * quantum, instant: first.instant + Int64(index) * step, line: 0,
          power: RawReading.noPower))
    }
    readings[count - 1].line = line
    return readings
  }
}
