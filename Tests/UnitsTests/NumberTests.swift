import TestSupport
import Testing
import Units

@Suite struct NumberTests {
  /// Every small quotient in every rounding, against the definition by search.
  @Test(arguments: Rounding.allCases)
  func everyRoundingIsItsDefinition(_ rounding: Rounding) {
    for denominator: Int128 in 1...12 {
      for numerator: Int128 in -60...60 {
        let found = rounding.quotient(numerator, denominator)
        #expect(
          found == Self.nearest(numerator, denominator, rounding), "\(numerator)/\(denominator)")
      }
    }
  }

  /// Looks through all whole numbers near the quotient for the one the rounding's name describes.
  static func nearest(_ numerator: Int128, _ denominator: Int128, _ rounding: Rounding) -> Int128 {
    let candidates = Array(-61...61 as ClosedRange<Int128>)
    let distance = { (whole: Int128) in abs(whole * denominator - numerator) }
    let best = candidates.map(distance).min() ?? 0
    let closest = candidates.filter { distance($0) == best }
    switch rounding {
    case .down: return candidates.last { $0 * denominator <= numerator } ?? 0
    case .up: return candidates.first { $0 * denominator >= numerator } ?? 0
    case .towardZero:
      let inside = candidates.filter {
        abs($0) * denominator <= abs(numerator) && $0 * numerator >= 0
      }
      return inside.max { abs($0) < abs($1) } ?? 0
    case .halfAwayFromZero: return closest.max { abs($0) < abs($1) } ?? 0
    case .halfToEven: return closest.first { closest.count == 1 || $0.isMultiple(of: 2) } ?? 0
    }
  }

  @Test func ratiosAreReducedComparedAndApplied() throws {
    #expect(Ratio(6, 8) == Ratio(3, 4))
    #expect(Ratio(-6, 8).description == "-3/4")
    #expect(Ratio(0, 5) == .zero)
    #expect(Ratio(1, 3) < Ratio(34, 100) && Ratio(-1, 2) < Ratio(-1, 3))
    #expect(Ratio(.min, .max) < Ratio(.max, .max))
    #expect(try Ratio(decimal: "0.1207").of(1_000_000, .halfAwayFromZero) == 120_700)
    #expect(try Ratio(1, 3).of(Cents(100), .up) == Cents(34))
    #expect(try Ratio(decimal: "-3").decimalDescription == "-3")
    #expect(Ratio(1, 8).decimalDescription == "0.125")
    #expect(Ratio(1, 3).decimalDescription == "1/3")
    #expect(throws: UnitRefusal.sumIsTooLarge) { try Ratio(2, 1).of(Int64.max, .down) }
    #expect(try Ratio(1, 1).of(Int64.min, .down) == .min)
  }

  static let decimals: [(text: String, decimals: Int, value: Int64?, refusal: UnitRefusal?)] = [
    ("0", 2, 0, nil), ("12.3", 2, 1230, nil), ("-0.05", 2, -5, nil), ("+7", 0, 7, nil),
    ("007", 0, 7, nil), (".5", 1, 5, nil),
    ("9223372036854775807", 0, .max, nil),
    ("9223372036854775808", 0, nil, .sumIsTooLarge),
    ("92233720368547758.08", 2, nil, .sumIsTooLarge),
    ("922337203685477580", 2, nil, .sumIsTooLarge),
    ("1.234", 2, nil, .numberIsTooFine("1.234", decimals: 2)),
    ("", 2, nil, .numberIsNotDecimal("")), ("-", 2, nil, .numberIsNotDecimal("-")),
    (".", 2, nil, .numberIsNotDecimal(".")), ("5.", 2, nil, .numberIsNotDecimal("5.")),
    ("1,5", 2, nil, .numberIsNotDecimal("1,5")), ("1 000", 2, nil, .numberIsNotDecimal("1 000")),
    ("1.2.3", 2, nil, .numberIsNotDecimal("1.2.3")), ("1e3", 2, nil, .numberIsNotDecimal("1e3")),
    ("--1", 2, nil, .numberIsNotDecimal("--1")), ("٣", 0, nil, .numberIsNotDecimal("٣")),
  ]

  @Test(arguments: decimals)
  func decimalsAreReadExactlyOrRefused(
    _ text: String, _ decimals: Int, _ value: Int64?, _ refusal: UnitRefusal?
  ) {
    var (found, refused): (Int64?, UnitRefusal?) = (nil, nil)
    do { found = try parseFixed(text, decimals: decimals) } catch { refused = error }
    #expect(found == value)
    #expect(refused == refusal)
  }

  @Test func decimalsReadBackAsWritten() throws {
    var random = SplitMix(seed: 1)
    for decimals in 0...15 {
      for _ in 0..<50 {
        let value =
          Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0...62, using: &random)
        guard value != .min else { continue }
        #expect(try parseFixed(decimalText(value, decimals: decimals), decimals: decimals) == value)
      }
    }
    #expect(decimalText(.min, decimals: 2, mark: ",") == "-92233720368547758,08")
    #expect(decimalText(5, decimals: 2) == "0.05")
  }

  @Test func digestsReadBackFromHexadecimal() {
    let bytes = (0..<32).map { UInt8($0 * 8 + 7) }
    let digest = Digest(bytes)
    #expect(digest.hex.hasPrefix("070f17") && digest.hex.utf8.count == 64)
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == digest)
    for wrong in ["", "0", "0g", String(digest.hex.dropLast()), digest.hex + "00", "é"] {
      #expect(Digest(hex: wrong) == nil)
    }
    for value in 0...255 as ClosedRange<UInt8> {
      #expect(Units.bytes(fromHex: hex([value])) == [value])
    }
  }

  @Test func sumsOfQuantitiesNeverWrap() throws {
    #expect(try Cents.sum([Cents(.max), Cents(1), Cents(-1)]) == Cents(.max))
    #expect(try Shares.sum([]) == .zero)
    #expect(throws: UnitRefusal.sumIsTooLarge) {
      try WattHours.sum([WattHours(.max), WattHours(1)])
    }
    #expect(throws: UnitRefusal.sumIsTooLarge) { try Cents.sum([Cents(.min), Cents(-1)]) }
  }
}
