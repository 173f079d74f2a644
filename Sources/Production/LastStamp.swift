/// The stamp read last: rows of many devices share it, letter for letter.
///
/// Held as words of eight letters that overlap at the end; shorter and longer ones are read anew.
struct LastStamp {
  private(set) var count = 0
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private(set) var found: (UInt32, Int16) = (0, 0)
  /// How far its clock is ahead of UTC all day; ``unknown`` when that was not asked.
  private(set) var ahead = unknown
  static let unknown = Int64.min

  /// What the same letters meant last time.
  @inline(__always)
  func parse(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> (UInt32, Int16)? {
    count == to - from && stands(bytes, from) ? found : nil
  }

  /// Whether the same letters stand at a place that has ``count`` letters.
  @inline(__always)
  func stands(_ bytes: Span<UInt8>, _ from: Int) -> Bool {
    count > 0 && LastStamp.words(bytes, from, from &+ count) == words
  }

  mutating func remember(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ result: (UInt32, Int16),
    ahead: Int64 = unknown
  ) {
    guard (8...24).contains(to - from) else { return }
    self.ahead = ahead
    count = to - from
    words = LastStamp.words(bytes, from, to)
    found = result
  }

  /// The letters of a cell of 8 to 24, the last eight always among them.
  @inline(__always)
  private static func words(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int
  ) -> (UInt64, UInt64, UInt64) {
    let raw = unsafe bytes.bytes
    let first = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: from, as: UInt64.self)
    let last = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: to &- 8, as: UInt64.self)
    guard to &- from > 16 else { return (first, last, 0) }
    let middle = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: from &+ 8, as: UInt64.self)
    return (first, last, middle)
  }
}

/// Finds the series of a device; a device seldom changes, and then in a round.
struct DeviceIndex {
  /// A name of at most 16 letters as two words, and which of their letters count.
  private struct Words {
    let count: Int
    let low: UInt64
    let high: UInt64
    let lowMask: UInt64
    let highMask: UInt64
  }
  private var indexes: [[UInt8]: Int] = [:]
  private var names: [Words] = []
  private(set) var current = 0
  /// Whether the row before was the first of another device.
  private var turns = false

  mutating func index(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    guard let found = indexes[letters(bytes, from, to)] else { return nil }
    turns = found != current
    current = found
    return found
  }

  mutating func add(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int {
    let key = letters(bytes, from, to)
    turns = !names.isEmpty
    current = names.count
    indexes[key] = current
    var words: (UInt64, UInt64) = (0, 0)
    for (at, letter) in key.prefix(16).enumerated() {
      if at < 8 {
        words.0 |= UInt64(letter) << UInt64(8 * at)
      } else {
        words.1 |= UInt64(letter) << UInt64(8 * (at - 8))
      }
    }
    names.append(
      Words(
        count: key.isEmpty || key.count > 16 ? Int.max : key.count, low: words.0, high: words.1,
        lowMask: DeviceIndex.mask(key.count), highMask: DeviceIndex.mask(key.count - 8)))
    return current
  }

  /// Whose turn it is.
  @inline(__always)
  var likely: Int { likely(after: current) }
  private var next: Int { after(current) }

  /// Whose turn it would be after a device.
  @inline(__always)
  func likely(after device: Int) -> Int { turns ? after(device) : device }

  @inline(__always)
  private func after(_ device: Int) -> Int { device &+ 1 < names.count ? device &+ 1 : 0 }

  /// States that the device was the likely one.
  @inline(__always)
  mutating func turn(to device: Int) { current = device }

  /// The device whose name stands at a place, if it is this one's turn, and how long it is.
  ///
  /// - Precondition: there are 17 letters or more.
  @inline(__always)
  mutating func guess(_ bytes: Span<UInt8>, _ from: Int, before delimiter: UInt8) -> (Int, Int)? {
    let (likely, other) = turns ? (next, current) : (current, next)
    if let count = stands(bytes, from, likely, delimiter) {
      current = likely
      return (likely, count)
    }
    guard let count = stands(bytes, from, other, delimiter) else { return nil }
    turns = other != current
    current = other
    return (other, count)
  }

  @inline(__always)
  private func stands(
    _ bytes: Span<UInt8>, _ from: Int, _ index: Int, _ delimiter: UInt8
  ) -> Int? {
    guard index < names.count else { return nil }
    let name = names[index]
    let raw = unsafe bytes.bytes
    let low = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: from, as: UInt64.self)
    guard UInt64(littleEndian: low) & name.lowMask == name.low, name.count <= 16 else {
      return nil
    }
    if name.count > 8 {
      let high = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: from &+ 8, as: UInt64.self)
      guard UInt64(littleEndian: high) & name.highMask == name.high else { return nil }
    }
    return unsafe bytes[unchecked: from &+ name.count] == delimiter ? name.count : nil
  }

  private static func mask(_ letters: Int) -> UInt64 {
    letters >= 8 ? .max : letters <= 0 ? 0 : (1 << UInt64(8 * letters)) - 1
  }

  private func letters(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> [UInt8] {
    var key: [UInt8] = []
    for at in from..<to { key.append(bytes[at]) }
    return key
  }
}
