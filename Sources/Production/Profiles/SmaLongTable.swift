extension Profile {
  /// A long table of AC power in UTC, one row a sensor and step, rows only while it produces.
  public static let smaLongTable = {
    var profile = Profile(
      name: "long-table-ac-power", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "site"),
      stamp: Stamp(column: "ts", patterns: ["yyyy-MM-dd HH:mm:ss"], meaning: .start),
      value: Column("meas_val_f", .kilowatts, .meanPower), device: .column("sensor"))
    profile.stamp.zone = .fixed(minutes: 0)
    profile.rules = [RowRule("meas_name", .reads(["ac_power"]))]
    profile.missing = ["-1000000.0"]
    profile.steps = [300]
    profile.nights = .silent
    return profile
  }()
}
