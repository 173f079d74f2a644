/// How the number read last is written: rows mostly write as many digits as the one before, and where
/// the next begins then need not wait until this one's were counted.
struct NumberShape {
  let units: Int
  let decimals: Int
  /// The letters before the mark, the mark among its neighbours, and where others than digits show.
  private let before: UInt64
  private let markMask: UInt64
  private let mark: UInt64
  private let others: UInt64
  private let shift: UInt64
  private let count: Int

  /// The shape that no number has.
  static let none = NumberShape(.none, 0)

  /// The shape of a number; none that any has, if it is longer than eight digits.
  init(_ number: PlainNumber, _ mark: UInt8) {
    (units, decimals) = (number.units, number.decimals)
    let digits = units + decimals
    guard (1...8).contains(digits), units < 8 else {
      // No letters say a mark where none is looked for.
      (before, markMask, self.mark, others, shift, count) = (0, 0, 1, 0, 0, 0)
      return
    }
    let places = UInt64(8 * units)
    before = decimals > 0 ? (1 << places) - 1 : .max
    markMask = decimals > 0 ? 0xFF << places : 0
    self.mark = decimals > 0 ? UInt64(mark) << places : 0
    shift = UInt64(8 * (8 - digits))
    others = NumberFormat.topBits >> shift
    count = decimals > 0 ? digits + 1 : digits
  }

  /// The digits of a number of this shape that ends a line, and its end.
  ///
  /// - Precondition: there are eighteen letters or more.
  @inline(__always)
  func digits(_ bytes: Span<UInt8>, _ at: inout Int) -> Int64? {
    let (word, after) = unsafe (bytes.word(at), bytes.word(at &+ 1))
    let letters = ((word ^ after) & before) ^ after ^ NumberFormat.zeros
    let end = unsafe bytes[unchecked: at &+ count]
    guard word & markMask == mark, NumberFormat.others(letters) & others == 0,
      end == Ascii.lineFeed || end == Ascii.carriageReturn
    else { return nil }
    at &+= count
    return NumberFormat.value(letters &<< shift)
  }
}

extension NumberFormat {
  /// Digits with at most one decimal mark among them, at most eight on each side; no units where
  /// something else stands.
  ///
  /// - Precondition: there are eighteen letters or more.
  @inline(__always)
  func plain(_ bytes: Span<UInt8>, _ at: inout Int) -> PlainNumber {
    let word = unsafe bytes.word(at)
    let units = NumberFormat.digits(word)
    guard units > 0, units &+ scale <= NumberFormat.mostDigits else { return .none }
    guard unsafe bytes[unchecked: at &+ units] == mark else {
      at &+= units
      return PlainNumber(digits: NumberFormat.value(word, units), units: units, decimals: 0)
    }
    guard units < 8 else { return parted(bytes, &at) }
    // The decimals moved up to the units: one number, when it ends within eight letters.
    let before = (1 &<< UInt64(8 &* units)) &- 1
    let joined = unsafe word & before | bytes.word(at &+ 1) & ~before
    let digits = NumberFormat.digits(joined)
    guard digits < 8 else { return parted(bytes, &at) }
    let decimals = digits &- units
    guard decimals > 0, decimals <= scale else { return .none }
    at &+= digits &+ 1
    return PlainNumber(
      digits: NumberFormat.value(joined, digits), units: units, decimals: decimals)
  }

  /// A number with a decimal mark that is longer than eight letters.
  @inline(never)
  private func parted(_ bytes: Span<UInt8>, _ at: inout Int) -> PlainNumber {
    let word = unsafe bytes.word(at)
    let units = NumberFormat.digits(word)
    let part = unsafe bytes.word(at &+ units &+ 1)
    let decimals = NumberFormat.digits(part)
    guard decimals > 0, decimals <= scale else { return .none }
    at &+= units &+ 1 &+ decimals
    let digits =
      NumberFormat.value(word, units) &* powers[decimals] &+ NumberFormat.value(part, decimals)
    return PlainNumber(digits: digits, units: units, decimals: decimals)
  }

  /// How many of eight letters are digits before the first that is none.
  @inline(__always)
  private static func digits(_ word: UInt64) -> Int {
    others(word ^ zeros).trailingZeroBitCount / 8
  }

  /// What the first letters, all digits, say.
  @inline(__always)
  private static func value(_ word: UInt64, _ count: Int) -> Int64 {
    value((word ^ zeros) &<< UInt64(64 &- 8 &* count))
  }

  /// The letters of digits.
  fileprivate static let zeros: UInt64 = 0x3030_3030_3030_3030
  fileprivate static let topBits: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each of eight letters that is no digit; above the first, others may be set too.
  @inline(__always)
  fileprivate static func others(_ letters: UInt64) -> UInt64 {
    ((letters &+ 0x7676_7676_7676_7676) | letters) & topBits
  }

  /// What eight digits say, the first one lowest.
  ///
  /// - Source: Lemire, "Quickly parsing eight digits".
  @inline(__always)
  fileprivate static func value(_ digits: UInt64) -> Int64 {
    var value = (digits &* 10) &+ (digits >> 8)
    value =
      ((value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064)
      &+ (((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001)
    return Int64(value >> 32)
  }
}
