/// A decimal number as a workbook stores it, brought to the fifteen figures that are shown of it.
///
/// Workbooks store what the program had in binary: `12.300000000000001` is shown, and meant, as 12.3.
struct ExactNumber {
  private static let mostFigures = 15

  /// The figures, the first one not zero; none for zero itself.
  private let figures: [UInt8]
  /// How many of them stand before the point; none or fewer where zeros follow it.
  private let point: Int
  private let isNegative: Bool

  /// Reads `-12.5` or `1.25E-3`; nothing where it is no number, or one that no reading could be.
  init?(_ text: String) {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x45 || $0 == 0x65 }
    guard let mantissa = parts.first, parts.count <= 2 else { return nil }
    isNegative = mantissa.first == 0x2D
    let halves = mantissa.dropFirst(isNegative ? 1 : 0)
      .split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    var all = halves.flatMap { $0 }.map { $0 &- 0x30 }
    guard !all.isEmpty, all.allSatisfy({ $0 <= 9 }) else { return nil }
    var exponent = 0
    if parts.count == 2 {
      guard let given = Int(Substring(parts[1])), abs(given) <= 40 else { return nil }
      exponent = given
    }
    let zeros = all.prefix { $0 == 0 }.count
    all.removeFirst(zeros)
    var point = halves[0].count - zeros + exponent
    if all.count > Self.mostFigures {
      let isUp = all[Self.mostFigures] >= 5
      all.removeLast(all.count - Self.mostFigures)
      if isUp, Self.raise(&all) { point += 1 }
    }
    while all.last == 0 { all.removeLast() }
    (figures, self.point) = (all, all.isEmpty ? 0 : point)
  }

  /// Adds one to the last figure; whether a figure was added in front.
  private static func raise(_ figures: inout [UInt8]) -> Bool {
    for at in figures.indices.reversed() {
      if figures[at] < 9 {
        figures[at] += 1
        return false
      }
      figures[at] = 0
    }
    figures.insert(1, at: 0)
    return true
  }

  /// Written out: a point, no exponent.
  var text: String {
    guard !figures.isEmpty else { return "0" }
    let digits = figures.map { Character(Unicode.Scalar($0 + 0x30)) }
    let zeros = { String(repeating: "0", count: max(0, $0)) }
    let units = point > 0 ? String(digits.prefix(point)) + zeros(point - digits.count) : "0"
    let decimals = point > 0 ? String(digits.dropFirst(point)) : zeros(-point) + String(digits)
    return (isNegative ? "-" : "") + units + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// So many days, in whole seconds, half a second up; nothing before the first day or past a million.
  var seconds: Int? {
    guard !isNegative, point <= 7 else { return nil }
    // Past the fifteenth decimal stands nothing that a second could hold.
    let kept = figures.prefix(max(0, point + Self.mostFigures))
    let decimals = kept.count - point
    let whole = kept.reduce(Int128(0)) { $0 * 10 + Int128($1) } * 86_400
    guard decimals > 0 else { return Int(whole * Self.power(-decimals)) }
    let unit = Self.power(decimals)
    return Int((whole * 2 + unit) / (unit * 2))
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
