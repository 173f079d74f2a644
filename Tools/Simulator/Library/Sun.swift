import Units

/// Where the sun stands on one day, seen from the fictional commune: 50.4° north, 2.8° east.
///
/// A model for plausible figures, not for engineering: no equation of time, every roof faces south.
struct Sun {
  private let sineOfDeclination: Int64
  private let cosineOfDeclination: Int64

  /// The sun of the day, from its distance to a winter solstice.
  init(_ day: Day) {
    let sinceSolstice = Int64(day.number) - 11_312
    let year = UInt32(truncatingIfNeeded: sinceSolstice * (1 << 32) * 10_000 / 3_652_422)
    let sineOfTilt = Trigonometry.sine(Trigonometry.angle(millidegrees: 23_440))
    sineOfDeclination = -((sineOfTilt * Trigonometry.cosine(year)) >> 30)
    cosineOfDeclination = Trigonometry.complement(sineOfDeclination)
  }

  /// What a clear sky sends onto a roof of this tilt, in W/m²; 0 while the sun is down.
  func clearSky(at instant: Instant, tilt: Int64) -> Int64 {
    let second = Int64(instant.split(offset: 0).secondOfDay)
    let eastward = Int64(Trigonometry.angle(millidegrees: 2_800))
    let hour = UInt32(truncatingIfNeeded: second * (1 << 32) / 86_400 + eastward + 1 << 31)
    let cosineOfHour = Trigonometry.cosine(hour)
    let elevation = height(millidegrees: 50_400, cosineOfHour)
    guard elevation > 0 else { return 0 }
    let incidence = max(0, height(millidegrees: 50_400 - tilt * 1_000, cosineOfHour))
    let direct = 950 * elevation / (elevation + Trigonometry.one / 8)
    let diffuse = 110 * elevation / (elevation + Trigonometry.one / 7)
    return ((direct * incidence) >> 30) + diffuse
  }

  /// The sine of the sun's height above a plane that is level at this latitude.
  private func height(millidegrees latitude: Int64, _ cosineOfHour: Int64) -> Int64 {
    let angle = Trigonometry.angle(millidegrees: latitude)
    let upright = (Trigonometry.sine(angle) * sineOfDeclination) >> 30
    let turning = (Trigonometry.cosine(angle) * cosineOfDeclination) >> 30
    return upright + ((turning * cosineOfHour) >> 30)
  }
}
