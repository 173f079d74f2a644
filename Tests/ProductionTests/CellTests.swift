import Testing
import Units

@testable import Production

@Suite struct CellTests {
  static let numbers: [(String, DecimalMark, Bool, NumberFormat.Parsed)] = [
    ("0", .comma, true, .milli(0, decimals: 0)),
    ("1", .comma, true, .milli(1_000_000, decimals: 0)),
    ("1,5", .comma, true, .milli(1_500_000, decimals: 1)),
    ("-0,003", .comma, true, .milli(-3_000, decimals: 3)),
    ("+2", .comma, true, .milli(2_000_000, decimals: 0)),
    (",5", .comma, true, .unreadable),
    ("5,", .comma, true, .unreadable),
    ("1.033,912", .comma, true, .milli(1_033_912_000, decimals: 3)),
    ("1.234.567", .comma, true, .milli(1_234_567_000_000, decimals: 0)),
    ("1.234", .comma, true, .otherMark),
    ("1033.912", .comma, true, .otherMark),
    ("10.33,9", .comma, true, .unreadable),
    ("1,2,3", .comma, true, .unreadable),
    ("1.5", .point, false, .milli(1_500_000, decimals: 1)),
    ("1,5", .point, false, .otherMark),
    ("0.123456789", .point, true, .milli(123_456, decimals: 9)),
    ("", .point, true, .missing),
    ("NaN", .point, true, .missing),
    ("-", .point, true, .missing),
    ("--", .point, true, .unreadable),
    ("1e5", .point, true, .unreadable),
    ("=1+1", .point, true, .unreadable),
    ("999999999", .point, true, .milli(999_999_999_000_000, decimals: 0)),
    ("9999999999", .point, true, .unreadable),
  ]

  @Test(arguments: numbers)
  func `a number is read`(
    text: String, mark: DecimalMark, grouping: Bool, result: NumberFormat.Parsed
  ) {
    var format = NumberFormat(mark, grouping: grouping, scale: 6, missing: ["NaN", "-"])
    let bytes = Array(text.utf8)
    #expect(format.parse(bytes.span, 0, bytes.count) == result)
  }

  @Test func `every number with three decimals up to ten comes back`() {
    var format = NumberFormat(.comma, grouping: true, scale: 6, missing: [])
    for milli in Int64(0)...9_999 {
      let bytes = Array(decimalText(milli, decimals: 3, mark: ",").utf8)
      #expect(format.parse(bytes.span, 0, bytes.count) == .milli(milli * 1_000, decimals: 3))
    }
  }

  private func stamp(_ text: String, _ pattern: String) -> String {
    var compiled = StampPattern(pattern)
    let bytes = Array(text.utf8)
    switch compiled.parse(bytes.span, 0, bytes.count) {
    case .stamp(let local, let offset):
      let written = offset == StampPattern.noOffset ? "" : " \(offset)"
      return Instant(seconds: Int64(local)).description + written
    case .impossible: return "impossible"
    case .unreadable: return "unreadable"
    }
  }

  static let stamps: [(String, String, String)] = [
    ("24.03.2012 23:55", "dd.MM.yyyy HH:mm", "2012-03-24T23:55:00Z"),
    ("03.24.2012 23:55", "dd.MM.yyyy HH:mm", "impossible"),
    ("29.02.2025 00:00", "dd.MM.yyyy HH:mm", "impossible"),
    ("24.03.2012 24:00", "dd.MM.yyyy HH:mm", "impossible"),
    ("24.03.2012 23:60", "dd.MM.yyyy HH:mm", "impossible"),
    ("24.03.1995 23:00", "dd.MM.yyyy HH:mm", "impossible"),
    ("24.03.2012 23:5", "dd.MM.yyyy HH:mm", "unreadable"),
    ("24.03.2012 23:555", "dd.MM.yyyy HH:mm", "unreadable"),
    ("2 .03.2012 23:55", "dd.MM.yyyy HH:mm", "unreadable"),
    ("24.03.2012", "dd.MM.yyyy", "2012-03-24T00:00:00Z"),
    ("2024-10-27T02:30:00+02:00", "yyyy-MM-ddTHH:mm:ssXXX", "2024-10-27T02:30:00Z 120"),
    ("2024-10-27T02:30:00-0930", "yyyy-MM-ddTHH:mm:ssXXX", "2024-10-27T02:30:00Z -570"),
    ("2024-10-27T02:30:00Z", "yyyy-MM-ddTHH:mm:ssXXX", "2024-10-27T02:30:00Z 0"),
    ("2024-10-27T02:30:00", "yyyy-MM-ddTHH:mm:ssXXX", "unreadable"),
    ("2024-10-27T02:30:00+99:00", "yyyy-MM-ddTHH:mm:ssXXX", "unreadable"),
    ("", "dd.MM.yyyy", "unreadable"),
  ]

  @Test(arguments: stamps) func `a stamp is read`(text: String, pattern: String, result: String) {
    #expect(stamp(text, pattern) == result)
  }

  @Test func `every day of a century comes back`() {
    var compiled = StampPattern("yyyy-MM-dd")
    for number in Day(number: 9_496).number...Day(number: 40_000).number {
      let bytes = Array(Day(number: number).description.utf8)
      guard case .stamp(let local, _) = compiled.parse(bytes.span, 0, bytes.count) else {
        Issue.record("\(Day(number: number))")
        return
      }
      #expect(local == UInt32(number) * 86_400)
    }
  }
}
