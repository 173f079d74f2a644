extension Profile {
  /// A dump of a Fronius logger's database: the energy since local midnight, among other devices.
  public static let froniusDump = {
    var profile = Profile(
      name: "fronius-database", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "primary_timestamp"),
      stamp: Stamp(
        column: "primary_timestamp", patterns: ["yyyy-MM-dd HH:mm:ssXXX"], meaning: .instant),
      value: Column("ac_energy_inverter_day", .wattHours, .dailyCounter), device: .fileName)
    profile.foreign = ["NULL"]
    return profile
  }()
}
