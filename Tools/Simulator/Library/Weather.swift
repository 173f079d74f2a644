import Units

/// The clouds over all the roofs: how clear each day is, and how it changes within the day.
///
/// Each month has a fixed set of clear and dull days, whose order is drawn with persistence: a
/// dull day likely follows a dull one, while a year's total stays within a few percent.
struct Weather {
  private let seed: UInt64
  private let clearness: [Day: Int64]

  /// The weather of these months.
  init(seed: UInt64, months: [Month]) {
    let seed = hashed(seed, 0xC10D)
    self.seed = seed
    var clearness: [Day: Int64] = [:]
    for month in months {
      let mood = 960 + Int64(hashed(seed, UInt64(month.number)) % 81)
      let days = month.period.days.sorted {
        Weather.trend(seed, $0) < Weather.trend(seed, $1)
      }
      for (rank, day) in days.enumerated() {
        let share = Int64(rank * 2 + 1) * 500 / Int64(days.count)
        clearness[day] = min(1_000, Weather.quantile(share, month.monthOfYear) * mood / 1_000)
      }
    }
    self.clearness = clearness
  }

  /// How much of a clear sky's light gets through on the day, in thousandths.
  func clearness(on day: Day) -> Int64 { clearness[day] ?? 0 }

  /// What passing clouds make of it at a roof at an instant, in thousandths around 1000.
  func flicker(roof: Int, at instant: Instant, clearness: Int64) -> Int64 {
    let swing = 4 * clearness * (1_000 - clearness) / 1_000 * 7 / 10
    let node = instant.seconds / 1_200
    let within = instant.seconds % 1_200
    let before = noise(roof, node)
    let after = noise(roof, node + 1)
    let value = before + (after - before) * within / 1_200
    return 1_000 + swing * value / 1_000
  }

  /// Evenly from -1000 to 1000.
  private func noise(_ roof: Int, _ node: Int64) -> Int64 {
    Int64(hashed(hashed(seed, UInt64(roof)), UInt64(bitPattern: node)) % 2_001) - 1_000
  }

  /// A sum of the last week's draws, the newer ones weighing more.
  private static func trend(_ seed: UInt64, _ day: Day) -> Int64 {
    var weight: Int64 = 1_000
    var sum: Int64 = 0
    for back in 0..<7 {
      let place = UInt64(bitPattern: Int64(day.number) - Int64(back))
      sum += weight * Int64(hashed(seed, place) % 1_000)
      weight = weight * 6 / 10
    }
    return sum
  }

  /// The clearness of a day that so many thousandths of the month's days do not exceed.
  private static func quantile(_ share: Int64, _ monthOfYear: Int) -> Int64 {
    let dullness: Int64 = [
      950, 290, -310, -630, -290, -240, -120, -340, -360, 290, 670, 1_000,
    ][monthOfYear - 1]
    let curved = share * share / 1_000
    return 80 + 920 * (dullness * curved + (1_000 - dullness) * share) / 1_000_000
  }
}
