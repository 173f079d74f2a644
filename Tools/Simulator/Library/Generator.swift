/// A seeded generator of whole numbers: the same seed gives the same numbers on every machine.
///
/// - Source: SplitMix64, Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
public struct Generator: Sendable {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) { state = seed }

  /// Starts at a seed of its own for each purpose, so that adding one draw shifts no other series.
  public init(seed: UInt64, purpose: String) {
    self.init(seed: hashed(seed, purpose.utf8.reduce(7) { hashed($0, UInt64($1)) }))
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }

  /// A whole number of the range, evenly but for a bias below 2⁻⁴⁰.
  public mutating func draw(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// The items in a random order.
  public mutating func shuffle<Item>(_ items: [Item]) -> [Item] {
    var result = items
    for index in result.indices.dropFirst().reversed() { result.swapAt(index, draw(0...index)) }
    return result
  }
}

/// SplitMix64's finaliser.
private func mixed(_ value: UInt64) -> UInt64 {
  var z = value
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}

/// Two numbers stirred into one: a draw that depends on its place alone, not on draws before it.
func hashed(_ a: UInt64, _ b: UInt64) -> UInt64 {
  mixed((a ^ mixed(b &+ 0x9E37_79B9_7F4A_7C15)) &+ 0x9E37_79B9_7F4A_7C15)
}
