extension Profile {
  /// SENEC week: the power at irregular instants, in kilowatts even where the heading says kWh.
  public static let senecWeek = {
    var profile = Profile(
      name: "senec-week", delimiter: .semicolon, decimalMark: .comma,
      heading: .row(first: "Uhrzeit"),
      stamp: Stamp(column: "Uhrzeit", patterns: ["dd.MM.yyyy HH:mm:ss"], meaning: .instant),
      value: Column("Stromerzeugung [kW]", .kilowatts, .instantPower), device: .fileName)
    profile.value.lyingHeadings = ["Stromerzeugung [kWh]"]
    return profile
  }()
}
