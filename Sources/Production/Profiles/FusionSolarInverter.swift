extension Profile {
  /// Huawei FusionSolar, inverter history: a row every five minutes while the inverter is awake.
  ///
  /// The lifetime counter counts: its value at dusk and at dawn must be the same, which proves the
  /// night. `Daily energy` restarts at midnight and could not prove that.
  public static let fusionSolarInverter = {
    var profile = Profile(
      name: "huawei-fusionsolar-inverter", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "Site Name"),
      stamp: Stamp(
        column: "Start Time", patterns: ["yyyy-MM-dd HH:mm:ss"], meaning: .instant,
        summerMark: " DST"),
      value: Column("Cumulative energy(kWh)", .kilowattHours, .counter),
      device: .column("ManageObject"))
    profile.missing = ["N/A", "-"]
    profile.nights = .silent
    return profile
  }()
}
