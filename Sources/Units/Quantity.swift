/// A whole number of one unit: cents, watt-hours or shares.
///
/// Never a floating-point number.
///
/// `+`, `-` and unary `-` trap on overflow rather than wrap; where sums come from outside, use
/// ``Quantity/sum(_:)``, which refuses instead.
public protocol Quantity: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The number of units.
  var units: Int64 { get }
  /// Makes a quantity of so many units.
  init(_ units: Int64)
}

extension Quantity {
  /// None of it.
  public static var zero: Self { Self(0) }
  /// The number of units, in decimal.
  public var description: String { String(units) }
  /// Whether the quantity is below zero.
  public var isNegative: Bool { units < 0 }
  /// The distance to zero.
  public var magnitude: Self { Self(abs(units)) }

  /// Orders by the number of units.
  public static func < (left: Self, right: Self) -> Bool { left.units < right.units }
  /// The sum; traps on overflow.
  public static func + (left: Self, right: Self) -> Self { Self(left.units + right.units) }
  /// The difference; traps on overflow.
  public static func - (left: Self, right: Self) -> Self { Self(left.units - right.units) }
  /// The opposite.
  public static prefix func - (value: Self) -> Self { Self(-value.units) }
  /// Adds in place; traps on overflow.
  public static func += (left: inout Self, right: Self) { left = left + right }
  /// Subtracts in place; traps on overflow.
  public static func -= (left: inout Self, right: Self) { left = left - right }

  /// The exact sum of any number of quantities.
  ///
  /// - Throws: ``UnitRefusal/sumIsTooLarge`` when it does not fit into 64 bits.
  /// - Complexity: O(n).
  public static func sum(_ values: some Sequence<Self>) throws(UnitRefusal) -> Self {
    var total: Int128 = 0
    for value in values { total += Int128(value.units) }
    guard let narrow = Int64(exactly: total) else { throw .sumIsTooLarge }
    return Self(narrow)
  }

  /// Reads the bare integer.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes the bare integer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(units)
  }
}

/// An amount of money in euro cents.
public struct Cents: Quantity {
  /// The number of cents.
  public let units: Int64
  /// Makes an amount of so many cents.
  public init(_ units: Int64) { self.units = units }
}

/// An amount of energy in watt-hours.
public struct WattHours: Quantity {
  /// The number of watt-hours.
  public let units: Int64
  /// Makes an energy of so many watt-hours.
  public init(_ units: Int64) { self.units = units }
}

/// A number of shares of the company.
public struct Shares: Quantity {
  /// The number of shares.
  public let units: Int64
  /// Makes a holding of so many shares.
  public init(_ units: Int64) { self.units = units }
}

/// The three units of the journal.
///
/// They never mix: an entry balances in each by itself.
public enum Unit: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Euro cents.
  case cents
  /// Watt-hours.
  case wh
  /// Shares of the company.
  case shares

  /// Cents first, then watt-hours, then shares.
  public static func < (left: Unit, right: Unit) -> Bool {
    let order = Unit.allCases
    guard let a = order.firstIndex(of: left), let b = order.firstIndex(of: right) else {
      return false
    }
    return a < b
  }
}
