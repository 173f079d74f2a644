import Units

extension RowReader {
  /// A cell without the spaces, quotes and carriage returns around it; an absent one is empty.
  @inline(__always)
  func trimmed(_ bytes: Span<UInt8>, _ slot: Int) -> (Int, Int) {
    var start = starts[slot]
    guard start >= 0 else { return (0, 0) }
    var end = ends[slot]
    while start < end, RowReader.isTrim(unsafe bytes[unchecked: end - 1]) { end -= 1 }
    while start < end, RowReader.isTrim(unsafe bytes[unchecked: start]) { start += 1 }
    return (start, end)
  }

  @inline(__always)
  private static func isTrim(_ byte: UInt8) -> Bool {
    byte <= Ascii.quote
      && (byte == Ascii.space || byte == Ascii.carriageReturn || byte == Ascii.quote)
  }

  /// Reads a stamp with the first pattern that fits.
  mutating func readStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, isWhole: Bool
  ) -> (UInt32, Int16)? {
    var end = to
    var offset = StampPattern.noOffset
    if case .fixed(let minutes) = profile.stamp.zone { offset = Int16(clamping: minutes) }
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
    noteStamp(bytes, from, to, isImpossible: isImpossible, isWhole: isWhole)
    return nil
  }

  private mutating func noteStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, isImpossible: Bool, isWhole: Bool
  ) {
    let words = text(bytes, from, min(to, from + 40))
    if let ends = profile.endsBefore, words.hasPrefix(ends) { return }
    let code: FindingCode =
      !isWhole ? .lastLineCut : isImpossible ? .stampImpossible : .stampUnreadable
    let place = Place(file: path, line: line, column: 1, excerpt: words)
    log.add(Finding(code, at: place, words: words))
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

  /// The place of a cell, with what stands there.
  func place(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Place {
    Place(file: path, line: line, excerpt: text(bytes, from, min(to, from + 40)))
  }

  func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var letters: [UInt8] = []
    for at in start..<max(start, end) { letters.append(bytes[at]) }
    return profile.encoding == .utf8
      ? String(decoding: letters, as: UTF8.self)
      : String(String.UnicodeScalarView(letters.lazy.map { Unicode.Scalar($0) }))
  }
}

/// The stamp read last: rows of many devices share it, letter for letter.
///
/// Held as words of eight letters that overlap at the end; shorter and longer ones are read anew.
struct LastStamp {
  private var count = 0
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var found: (UInt32, Int16) = (0, 0)

  /// What the same letters meant last time.
  @inline(__always)
  func parse(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> (UInt32, Int16)? {
    guard count == to - from, count > 0, LastStamp.words(bytes, from, to) == words else {
      return nil
    }
    return found
  }

  mutating func remember(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ result: (UInt32, Int16)
  ) {
    guard (8...24).contains(to - from) else { return }
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
    let first = unsafe raw.unsafeLoadUnaligned(fromByteOffset: from, as: UInt64.self)
    let last = unsafe raw.unsafeLoadUnaligned(fromByteOffset: to - 8, as: UInt64.self)
    guard to - from > 16 else { return (first, last, 0) }
    let middle = unsafe raw.unsafeLoadUnaligned(fromByteOffset: from + 8, as: UInt64.self)
    return (first, last, middle)
  }
}

/// Finds the series of a device; a device seldom changes, and then in a round.
struct DeviceIndex {
  private var indexes: [[UInt8]: Int] = [:]
  private var keys: [[UInt8]] = []
  private var current = 0

  @inline(__always)
  mutating func index(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    if names(bytes, from, to, current) { return current }
    let next = current + 1 < keys.count ? current + 1 : 0
    if names(bytes, from, to, next) {
      current = next
      return next
    }
    guard let found = indexes[letters(bytes, from, to)] else { return nil }
    current = found
    return found
  }

  mutating func add(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int {
    let key = letters(bytes, from, to)
    current = keys.count
    indexes[key] = current
    keys.append(key)
    return current
  }

  private func letters(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> [UInt8] {
    var key: [UInt8] = []
    for at in from..<to { key.append(bytes[at]) }
    return key
  }

  @inline(__always)
  private func names(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ index: Int) -> Bool {
    guard index < keys.count, keys[index].count == to - from else { return false }
    var at = to - from
    while at > 0 {
      at -= 1
      if unsafe bytes[unchecked: from + at] != keys[index][at] { return false }
    }
    return true
  }
}

/// A rule with its words as bytes.
struct CompiledRule {
  enum Judgement { case fine, passedOver, estimate, damaged, wrongUnit }

  private let kind: RowRule.Kind
  private let words: [[UInt8]]

  init(_ index: Int, _ rule: RowRule) {
    kind = rule.kind
    switch rule.kind {
    case .reads(let list), .estimates(let list), .measures(let list), .unit(let list):
      words = list.map { Array($0.utf8) }
    case .needs: words = []
    }
  }

  func judge(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Judgement {
    switch kind {
    case .reads: isNamed(bytes, from, to) ? .fine : .passedOver
    case .needs: from < to ? .fine : .damaged
    case .estimates: isNamed(bytes, from, to) ? .estimate : .fine
    case .measures: from == to || isNamed(bytes, from, to) ? .fine : .estimate
    case .unit: from == to || isNamed(bytes, from, to) ? .fine : .wrongUnit
    }
  }

  private func isNamed(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    words.contains { word in
      guard word.count == to - from else { return false }
      for (index, byte) in word.enumerated() where bytes[from + index] != byte { return false }
      return true
    }
  }
}
