extension Profile {
  /// A stamp with its offset and the mean power in watts; the heading does not tell the unit.
  public static let pvdaqPower = {
    var profile = Profile(
      name: "pvdaq-power", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "measured_on"),
      stamp: Stamp(
        column: "measured_on", patterns: ["yyyy-MM-dd HH:mm:ssXXX"], meaning: .start),
      value: Column("ac_power", .watts, .meanPower), device: .fileName)
    profile.isOnlyByName = true
    return profile
  }()
}
