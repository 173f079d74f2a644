import Units

/// The step of the model, in seconds.
let step: Int64 = 300

/// What one meter delivers on one civil day, in steps of five minutes.
struct DayRun {
  let day: Day
  /// The first second of the day.
  let start: Instant
  /// The mean power of each step in watts: 276, 288 or 300 of them.
  let watts: [Int64]
  /// Whether the sun is up at the start of each step.
  let daylight: [Bool]
  let outage: Outage

  /// The start of a step; its number of steps is that of the day's end.
  func instant(_ index: Int) -> Instant { start.adding(seconds: Int64(index) * step) }

  /// The seconds since midnight that a local clock shows at the start of a step.
  func clock(_ index: Int) -> Int64 {
    let instant = instant(index)
    return Int64(instant.split(offset: ParisTime.offset(at: instant)).secondOfDay)
  }
}

/// The model of one meter: sun, clouds, outages and the inverter's limit.
struct MeterModel {
  let roof: Roof
  let roofIndex: Int
  let peakWatts: Int64
  let outage: Outage
  let weather: Weather

  /// What reaches the grid of what the panels' rating promises, in thousandths.
  private static let performance: Int64 = 905

  /// The meter's day.
  func run(_ day: Day) -> DayRun {
    let start = ParisTime.start(of: day)
    let steps = Int(ParisTime.length(of: day) / step)
    let sun = Sun(day)
    let clearness = weather.clearness(on: day)
    var watts: [Int64] = []
    var daylight: [Bool] = []
    for index in 0..<steps {
      let instant = start.adding(seconds: Int64(index) * step)
      let light = sun.clearSky(at: instant, tilt: roof.tilt)
      daylight.append(light > 0)
      watts.append(light > 0 ? power(light, clearness, day, instant) : 0)
    }
    return DayRun(day: day, start: start, watts: watts, daylight: daylight, outage: outage)
  }

  private func power(_ light: Int64, _ clearness: Int64, _ day: Day, _ instant: Instant) -> Int64 {
    let second = instant.seconds - ParisTime.start(of: day).seconds
    guard !outage.stands(on: day, second: second) else { return 0 }
    let flicker = weather.flicker(roof: roofIndex, at: instant, clearness: clearness)
    let through = light * clearness * flicker / 1_000_000
    return min(peakWatts * through * MeterModel.performance / 1_000_000, peakWatts * 92 / 100)
  }
}
