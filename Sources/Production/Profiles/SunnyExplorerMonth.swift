extension Profile {
  /// SMA Sunny Explorer, one month: a row a day with the day's energy.
  ///
  /// The lifetime counter beside it stands at the end of that day and tells nothing more.
  public static let sunnyExplorerMonth = {
    var profile = Profile(
      name: "sma-sunny-explorer-month", delimiter: .semicolon, decimalMark: .comma,
      heading: .stacked(anchor: "Version CSV1|", devicePrefix: "SN: ", units: "dd.MM.yyyy"),
      stamp: Stamp(column: "", patterns: ["dd.MM.yyyy"], meaning: .date),
      value: Column("Tagesertrag", .kilowattHours, .intervalEnergy), device: .heading)
    profile.missing = ["NaN"]
    return profile
  }()
}
