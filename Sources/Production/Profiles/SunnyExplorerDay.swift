extension Profile {
  /// SMA Sunny Explorer and classic Sunny Portal, one day: the lifetime counter every five minutes.
  public static let sunnyExplorerDay = {
    var profile = Profile(
      name: "sma-sunny-explorer-day", delimiter: .semicolon, decimalMark: .comma,
      heading: .stacked(
        anchor: "Version CSV1|", devicePrefix: "SN: ", units: "dd.MM.yyyy HH:mm"),
      stamp: Stamp(column: "", patterns: ["dd.MM.yyyy HH:mm"], meaning: .instant),
      value: Column("Gesamtertrag", .kilowattHours, .counter), device: .heading)
    profile.powerCheck = "Leistung"
    profile.missing = ["NaN"]
    return profile
  }()
}
