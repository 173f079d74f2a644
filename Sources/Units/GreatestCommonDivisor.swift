/// The greatest common divisor of two whole numbers, never negative; zero when both are zero.
///
/// - Complexity: O(log min(a, b)).
/// - Source: Euclid, Elements VII.2.
public func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
  var (x, y) = (a, b)
  while y != 0 { (x, y) = (y, x % y) }
  return x < 0 ? -x : x
}
