extension Profile {
  /// Sungrow iSolarCloud, month report: a row a day; days to come are dashes.
  public static let sungrowMonth = {
    var profile = Profile(
      name: "sungrow-month", delimiter: .comma, decimalMark: .point,
      heading: .row(first: ["Time", "Zeit"]),
      stamp: Stamp(column: ["Time", "Zeit"], patterns: ["yyyy-MM-dd"], meaning: .date),
      value: Column(["PV(kWh)", "PV-Ertrag(kWh)"], .kilowattHours, .intervalEnergy),
      device: .fileName)
    profile.missing = ["--"]
    return profile
  }()
}
