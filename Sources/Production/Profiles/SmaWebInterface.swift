extension Profile {
  /// SMA inverter web interface, "CSV3": the lifetime counter, a row a day or every five minutes.
  ///
  /// A row at midnight is the counter at the start of that day.
  public static let smaWebInterface = {
    var profile = Profile(
      name: "sma-web-interface", delimiter: .comma, decimalMark: .point,
      heading: .stacked(
        anchor: "Version CSV3|", devicePrefix: "", units: "DD.MM.YYYY hh:mm:ss"),
      stamp: Stamp(column: "", patterns: ["dd.MM.yyyy HH:mm:ss"], meaning: .instant),
      value: Column("Metering.TotWhOut", .wattHours, .counter), device: .heading)
    profile.missing = ["NaN", "NaNStt"]
    return profile
  }()
}
