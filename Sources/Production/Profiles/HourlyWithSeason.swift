extension Profile {
  /// An hour, the season of its clock, its energy in kWh: the heading does not tell the unit.
  public static let hourlyWithSeason = {
    var profile = Profile(
      name: "hourly-with-season", delimiter: .semicolon, decimalMark: .point,
      heading: .row(first: "Datetime"),
      stamp: Stamp(column: "Datetime", patterns: ["yyyy-MM-dd HH:mm"], meaning: .start),
      value: Column("Production", .kilowattHours, .intervalEnergy), device: .fileName)
    profile.stamp.season = .init("Daylight", summer: "S", winter: "W")
    profile.steps = [3_600]
    profile.isOnlyByName = true
    return profile
  }()
}
