/// Ten to a small power.
///
/// - Precondition: `exponent` is from 0 to 18.
public func powerOfTen(_ exponent: Int) -> Int64 {
  precondition((0...18).contains(exponent), "a power of ten that fits into 64 bits")
  return (0..<exponent).reduce(1) { value, _ in value * 10 }
}

/// Reads a decimal number with a point into an integer and its count of decimals.
///
/// - Throws: ``UnitRefusal/numberIsNotDecimal(_:)``, ``UnitRefusal/numberIsTooFine(_:decimals:)``,
///   ``UnitRefusal/sumIsTooLarge``.
public func parseDecimal(
  _ text: String, mostDecimals: Int
) throws(UnitRefusal) -> (value: Int64, decimals: Int) {
  var bytes = Array(text.utf8)[...]
  let negative = bytes.first == UInt8(ascii: "-")
  if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
  var value: Int64 = 0
  var decimals: Int?
  var digits = 0
  for byte in bytes {
    if byte == UInt8(ascii: "."), decimals == nil {
      decimals = 0
      continue
    }
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      throw .numberIsNotDecimal(text)
    }
    digits += 1
    if let count = decimals { decimals = count + 1 }
    let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, stillTooLarge) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
    guard !tooLarge, !stillTooLarge else { throw .sumIsTooLarge }
    value = sum
  }
  guard digits > 0, decimals != 0 else { throw .numberIsNotDecimal(text) }
  guard decimals ?? 0 <= mostDecimals else {
    throw .numberIsTooFine(text, decimals: mostDecimals)
  }
  return (negative ? -value : value, decimals ?? 0)
}

/// Reads a decimal number with a point as a count of `10^-decimals` units: `"12.3"` with 2 is 1230.
///
/// - Throws: as ``parseDecimal(_:mostDecimals:)``.
public func parseFixed(_ text: String, decimals: Int) throws(UnitRefusal) -> Int64 {
  let (value, found) = try parseDecimal(text, mostDecimals: decimals)
  let (scaled, tooLarge) = value.multipliedReportingOverflow(by: powerOfTen(decimals - found))
  guard !tooLarge else { throw .sumIsTooLarge }
  return scaled
}

/// Writes a count of `10^-decimals` units with a decimal mark: 1230 with 2 is `12.30`.
public func decimalText(_ value: Int64, decimals: Int, mark: String = ".") -> String {
  guard decimals > 0 else { return String(value) }
  let magnitude = String(value.magnitude)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.count)) + magnitude
  let sign = value < 0 ? "-" : ""
  return "\(sign)\(padded.dropLast(decimals))\(mark)\(padded.suffix(decimals))"
}
