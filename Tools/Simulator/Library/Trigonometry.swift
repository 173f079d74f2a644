/// Sine and cosine in whole numbers, so that every machine casts the same shadow.
///
/// Angles are in 2⁻³² turns and wrap around; results are in 2⁻³⁰.
enum Trigonometry {
  /// The number that stands for 1.
  static let one: Int64 = 1 << 30

  /// The angle of so many thousandths of a degree.
  static func angle(millidegrees: Int64) -> UInt32 {
    UInt32(truncatingIfNeeded: millidegrees * (1 << 32) / 360_000)
  }

  /// The sine, right to four decimals: Taylor's series to the ninth power on a quarter turn.
  static func sine(_ angle: UInt32) -> Int64 {
    let quarter = angle >> 30
    let rest = Int64(angle & (1 << 30 - 1))
    let t = quarter & 1 == 1 ? one - rest : rest
    let square = (t * t) >> 30
    var sum: Int64 = 172_272
    for coefficient: Int64 in [5_026_995, 85_569_305, 693_598_668, 1_686_629_713] {
      sum = coefficient - ((square * sum) >> 30)
    }
    let value = min(one, (t * sum) >> 30)
    return quarter >= 2 ? -value : value
  }

  /// The cosine, as a sine a quarter turn on.
  static func cosine(_ angle: UInt32) -> Int64 { sine(angle &+ 1 << 30) }

  /// The cosine or sine that belongs to the other: √(1 − x²), not negative.
  static func complement(_ x: Int64) -> Int64 {
    let target = one * one - x * x
    guard target > 0 else { return 0 }
    var root = one
    while true {
      let next = (root + target / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
