extension Profile {
  /// Enphase Enlighten custom report: energy a quarter of an hour or an hour, month first even here.
  public static let enphaseReport = {
    var profile = Profile(
      name: "enphase-report", delimiter: .comma, decimalMark: .point,
      heading: .row(first: ["Date/Time", "Date/Heure"]),
      stamp: Stamp(
        column: ["Date/Time", "Date/Heure"],
        patterns: ["MM/dd/yyyy HH:mm", "yyyy-MM-dd HH:mm:ss XXX"], meaning: .start),
      value: Column(
        ["Energy Produced (Wh)", "Énergie produite (Wh)"], .wattHours, .intervalEnergy),
      device: .fileName)
    profile.stamp.mustProveOrder = true
    profile.steps = [300, 900, 3_600]
    return profile
  }()
}
