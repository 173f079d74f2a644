import Units

/// How much a meter can deliver at most.
struct PowerBound {
  /// Watts that no roof's meter reaches, where its peak power is not known.
  static let unknownPeak: Int64 = 20_000_000

  /// The most watts believed.
  let watts: Int64

  /// A quarter above the peak power of the modules: cold, clear days and edges of clouds.
  init(_ meter: KnownMeter) {
    watts = meter.peakWatts.map { $0 + $0 / 4 } ?? PowerBound.unknownPeak
  }

  /// Whether a rise of a counter is possible in so many seconds.
  ///
  /// - Parameter slack: what rounding to the written decimals may add, in thousandths.
  func allows(_ milli: Int64, in seconds: Int64, slack: Int64) -> Bool {
    Int128(milli - slack) * 3_600 <= Int128(watts) * 1_000 * Int128(seconds)
  }
}

/// The first distances between rows, which tell their usual step.
let distancesOfStep = 2_000

/// The step that rows of a series mostly keep, in seconds.
func usualStep(_ readings: [Reading]) -> Int64 {
  var counts: [Int64: Int] = [:]
  var (last, run): (Int64, Int) = (0, 0)
  for index in readings.indices.dropFirst().prefix(distancesOfStep) {
    let distance = readings[index].instant - readings[index - 1].instant
    if distance != last {
      if last > 0 { counts[last, default: 0] += run }
      (last, run) = (distance, 0)
    }
    run += 1
  }
  if last > 0 { counts[last, default: 0] += run }
  return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key ?? 0
}
