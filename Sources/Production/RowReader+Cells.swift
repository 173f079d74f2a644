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
    var isImpossible = false
    if let found = knownStamp(bytes, from, to, &isImpossible) { return found }
    noteStamp(bytes, from, to, isImpossible: isImpossible, isWhole: isWhole)
    return nil
  }

  /// What a stamp means by the first pattern that fits; nothing is noted where none does.
  mutating func knownStamp(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ isImpossible: inout Bool
  ) -> (UInt32, Int16)? {
    var end = to
    var offset = StampPattern.noOffset
    if case .fixed(let minutes) = profile.stamp.zone { offset = Int16(clamping: minutes) }
    if let mark = profile.stamp.summerMark, endsWith(bytes, from, to, mark) {
      end -= mark.utf8.count
      offset = 120
    }
    for index in patterns.indices {
      switch patterns[index].parse(bytes, from, end) {
      case .stamp(let local, let written):
        return (local, written == StampPattern.noOffset ? offset : written)
      case .impossible: isImpossible = true
      case .unreadable: break
      }
    }
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
