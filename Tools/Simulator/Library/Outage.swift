import Units

/// When a meter's inverter stands still, and when its portal hears nothing of it.
struct Outage {
  private let seed: UInt64

  /// The troubles of one meter.
  init(seed: UInt64, meter: String) {
    self.seed = meter.utf8.reduce(hashed(seed, 0x0FF)) { hashed($0, UInt64($1)) }
  }

  /// Whether the inverter delivers nothing at an instant of the day: for hours, or for one to three
  /// days on end.
  func stands(on day: Day, second: Int64) -> Bool {
    for back in 0..<3 where draw(day.adding(days: -back), 1, of: 500) == 0 {
      if back <= draw(day.adding(days: -back), 2, of: 3) { return true }
    }
    guard draw(day, 3, of: 120) == 0 else { return false }
    let start = Int64(32_400 + draw(day, 4, of: 20_000))
    return (start..<start + 7_200 + Int64(draw(day, 5, of: 14_400))).contains(second)
  }

  /// Whether the portal records no row at an instant of the day; the counter bridges the gap.
  func isUnheard(on day: Day, second: Int64) -> Bool {
    guard draw(day, 6, of: 40) == 0 else { return false }
    let start = Int64(36_000 + draw(day, 7, of: 9_000))
    return (start..<start + 3_600 + Int64(draw(day, 8, of: 7_200))).contains(second)
  }

  private func draw(_ day: Day, _ purpose: UInt64, of count: UInt64) -> Int {
    Int(hashed(hashed(seed, purpose), UInt64(bitPattern: Int64(day.number))) % count)
  }
}
