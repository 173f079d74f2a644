/// A whole number of any size, exact.
///
/// For what comes from outside without bound; inside the house quantities fit into 64 bits.
public struct WholeNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Digits in base 2³², the lowest first, none at the top zero.
  private var limbs: [UInt32]
  /// Whether it is below zero; never for zero.
  public private(set) var isNegative: Bool

  /// Zero.
  public static let zero = WholeNumber(limbs: [], isNegative: false)

  private init(limbs: [UInt32], isNegative: Bool) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
    self.isNegative = isNegative && !self.limbs.isEmpty
  }

  /// The same number of another type.
  public init(_ number: Int64) {
    let magnitude = number.magnitude
    self.init(
      limbs: [UInt32(truncatingIfNeeded: magnitude), UInt32(magnitude >> 32)],
      isNegative: number < 0)
  }

  /// Reads digits, with a sign before them or none; nothing for any other text.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = Array(text.utf8.dropFirst(isNegative || text.utf8.first == 43 ? 1 : 0))
    guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    var limbs: [UInt32] = []
    for start in stride(from: 0, to: digits.count, by: 9) {
      let chunk = digits[start..<min(start + 9, digits.count)]
      var carry = chunk.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) }
      let scale = chunk.reduce(UInt64(1)) { scale, _ in scale * 10 }
      for index in limbs.indices {
        let next = UInt64(limbs[index]) * scale + carry
        limbs[index] = UInt32(truncatingIfNeeded: next)
        carry = next >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
    }
    self.init(limbs: limbs, isNegative: isNegative)
  }

  /// The digits, with a minus before those of a number below zero.
  public var description: String {
    guard !limbs.isEmpty else { return "0" }
    var rest = limbs
    var chunks: [String] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let value = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(value / 1_000_000_000)
        remainder = value % 1_000_000_000
      }
      while rest.last == 0 { rest.removeLast() }
      let digits = String(remainder)
      chunks.append(
        rest.isEmpty ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
    }
    return (isNegative ? "-" : "") + chunks.reversed().joined()
  }

  /// The number as 64 bits, when it fits.
  public var narrow: Int64? {
    guard limbs.count <= 2 else { return nil }
    let magnitude = limbs.reversed().reduce(Int128(0)) { $0 << 32 | Int128($1) }
    return Int64(exactly: isNegative ? -magnitude : magnitude)
  }

  /// The distance to zero.
  public var magnitude: WholeNumber { WholeNumber(limbs: limbs, isNegative: false) }

  /// The opposite.
  public static prefix func - (number: WholeNumber) -> WholeNumber {
    WholeNumber(limbs: number.limbs, isNegative: !number.isNegative)
  }

  /// Orders by value.
  public static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? isBelow(right.limbs, left.limbs) : isBelow(left.limbs, right.limbs)
  }

  private static func isBelow(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard left.count == right.count else { return left.count < right.count }
    for index in left.indices.reversed() where left[index] != right[index] {
      return left[index] < right[index]
    }
    return false
  }

  /// The sum.
  public static func + (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    guard left.isNegative != right.isNegative else {
      return WholeNumber(limbs: added(left.limbs, right.limbs), isNegative: left.isNegative)
    }
    return isBelow(left.limbs, right.limbs)
      ? WholeNumber(limbs: taken(left.limbs, from: right.limbs), isNegative: right.isNegative)
      : WholeNumber(limbs: taken(right.limbs, from: left.limbs), isNegative: left.isNegative)
  }

  /// The difference.
  public static func - (left: WholeNumber, right: WholeNumber) -> WholeNumber { left + -right }

  /// The product.
  public static func * (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    var limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (shift, digit) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (place, other) in right.limbs.enumerated() {
        let sum = UInt64(digit) * UInt64(other) + UInt64(limbs[shift + place]) + carry
        limbs[shift + place] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      limbs[shift + right.limbs.count] = UInt32(carry)
    }
    return WholeNumber(limbs: limbs, isNegative: left.isNegative != right.isNegative)
  }

  /// The quotient rounded down, whatever the sign.
  ///
  /// - Precondition: `divisor` is above zero.
  /// - Complexity: O(bits × digits): for numbers a person types.
  public func dividedDown(by divisor: WholeNumber) -> WholeNumber {
    precondition(divisor > .zero, "a quotient needs a divisor above zero")
    var quotient = [UInt32](repeating: 0, count: limbs.count)
    var rest: [UInt32] = []
    for place in limbs.indices.reversed() {
      for bit in (0..<32).reversed() {
        WholeNumber.double(&rest, adding: limbs[place] >> UInt32(bit) & 1)
        guard !WholeNumber.isBelow(rest, divisor.limbs) else { continue }
        rest = WholeNumber.taken(divisor.limbs, from: rest)
        quotient[place] |= 1 << UInt32(bit)
      }
    }
    let result = WholeNumber(limbs: quotient, isNegative: isNegative)
    return isNegative && !rest.isEmpty ? result - WholeNumber(1) : result
  }

  private static func double(_ limbs: inout [UInt32], adding bit: UInt32) {
    var carry = bit
    for index in limbs.indices {
      let next = limbs[index] >> 31
      limbs[index] = limbs[index] << 1 | carry
      carry = next
    }
    if carry > 0 { limbs.append(carry) }
  }

  private static func added(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    let (long, short) = left.count < right.count ? (right, left) : (left, right)
    var sum = long
    var carry: UInt64 = 0
    for index in long.indices {
      let digit = UInt64(long[index]) + (index < short.count ? UInt64(short[index]) : 0) + carry
      sum[index] = UInt32(truncatingIfNeeded: digit)
      carry = digit >> 32
    }
    if carry > 0 { sum.append(UInt32(carry)) }
    return sum
  }

  /// The smaller taken from the larger.
  private static func taken(_ smaller: [UInt32], from larger: [UInt32]) -> [UInt32] {
    var rest = larger
    var borrow: Int64 = 0
    for index in larger.indices {
      var digit =
        Int64(larger[index]) - (index < smaller.count ? Int64(smaller[index]) : 0) - borrow
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 1 << 32 }
      rest[index] = UInt32(digit)
    }
    while rest.last == 0 { rest.removeLast() }
    return rest
  }
}
