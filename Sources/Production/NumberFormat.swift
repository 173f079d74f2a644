import Units

/// Reads numbers of one layout into thousandths of a watt or watt-hour, without allocating.
struct NumberFormat {
  /// What came of a cell.
  enum Parsed: Equatable {
    /// Thousandths of a watt or watt-hour, and how many decimals were written.
    case milli(Int64, decimals: Int)
    /// Unknown, which is not zero.
    case missing
    /// No number.
    case unreadable
    /// A number only if the other mark is the decimal one.
    case otherMark
  }

  /// A terawatt-hour, in digits of thousandths: what is larger is no reading, and products of
  /// what is smaller with the seconds of an hour fit into 64 bits.
  static let mostDigits = 15

  let mark: UInt8
  let group: UInt8
  /// Whether the other mark may group thousands.
  let grouping: Bool
  /// Decimals kept; finer ones, below a thousandth of a watt-hour, are cut off.
  let scale: Int
  let missing: [[UInt8]]
  /// Powers of ten up to the scale.
  let powers: [Int64]
  /// Whether a number was seen that the other mark could not have written: `1033.912` groups no
  /// thousands.
  private(set) var isProved = false

  init(_ mark: DecimalMark, grouping: Bool, scale: Int, missing: [String]) {
    self.mark = mark.rawValue
    self.group = mark.other.rawValue
    self.grouping = grouping
    self.scale = scale
    self.powers = (0...scale).map { powerOfTen($0) }
    self.missing = missing.map { Array($0.utf8) }
  }

  /// Reads a trimmed cell.
  mutating func parse(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed {
    guard start < end else { return .missing }
    let sign = bytes[start]
    let first = sign == Ascii.minus || sign == Ascii.plus ? start + 1 : start
    var value: Int64 = 0
    var units = 0
    var decimals = -1
    var groups = 0
    var sinceGroup = 0
    for at in first..<end {
      let byte = unsafe bytes[unchecked: at]
      let digit = byte &- Ascii.zero
      if digit <= 9 {
        if decimals < 0 {
          units += 1
          sinceGroup += 1
          guard units + scale <= NumberFormat.mostDigits else { return .unreadable }
          value = value * 10 + Int64(digit)
        } else {
          if decimals < scale { value = value * 10 + Int64(digit) }
          decimals += 1
        }
      } else if byte == mark {
        guard decimals < 0, groups == 0 || sinceGroup == 3 else { return .unreadable }
        decimals = 0
      } else if byte == group {
        guard grouping else { return .otherMark }
        guard decimals < 0, groups == 0 || sinceGroup == 3 else { return .unreadable }
        if groups == 0, sinceGroup == 0 || sinceGroup > 3 { return .otherMark }
        groups += 1
        sinceGroup = 0
      } else {
        return isMissing(bytes, start, end) ? .missing : .unreadable
      }
    }
    if groups > 0, decimals < 0 {
      return groups > 1 && sinceGroup == 3 ? scaled(value, 0, sign) : .otherMark
    }
    guard units > 0, decimals != 0 else {
      return isMissing(bytes, start, end) ? .missing : .unreadable
    }
    if decimals > 0, units > 3 || decimals != 3 { isProved = true }
    return scaled(value, max(0, decimals), sign)
  }

  /// Remembers whether the other mark could have written a plain number.
  @inline(__always)
  mutating func note(_ number: PlainNumber) {
    if !isProved, number.decimals > 0, number.units > 3 || number.decimals != 3 { isProved = true }
  }

  /// A plain number in thousandths, which is noted.
  ///
  /// - Precondition: at most ``scale`` decimals.
  mutating func take(_ number: PlainNumber) -> Int64 {
    note(number)
    return number.digits &* powers[scale - number.decimals]
  }

  private func scaled(_ value: Int64, _ decimals: Int, _ sign: UInt8) -> Parsed {
    let value = value * powers[scale - min(decimals, scale)]
    return .milli(sign == Ascii.minus ? -value : value, decimals: decimals)
  }

  private func isMissing(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    missing.contains { token in
      guard token.count == end - start else { return false }
      for (index, byte) in token.enumerated() where bytes[start + index] != byte { return false }
      return true
    }
  }
}

/// Digits with at most one decimal mark among them.
struct PlainNumber {
  let digits: Int64
  let units: Int
  let decimals: Int

  /// No number.
  static let none = PlainNumber(digits: 0, units: 0, decimals: 0)
}
