extension Profile {
  /// Sungrow iSolarCloud, day report: mean power every five minutes under a heading that says yield.
  public static let sungrowDay = {
    var profile = Profile(
      name: "sungrow-day", delimiter: .comma, decimalMark: .point,
      heading: .row(first: ["Time", "Zeit"]),
      stamp: Stamp(
        column: ["Time", "Zeit"], patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"],
        meaning: .start),
      value: Column(["PV-Ertrag(W)", "PV(W)"], .watts, .meanPower), device: .fileName)
    profile.missing = ["--"]
    profile.steps = [300]
    return profile
  }()
}
