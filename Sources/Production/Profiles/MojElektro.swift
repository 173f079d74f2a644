extension Profile {
  /// Moj elektro (Slovenia), quarter hours: end-stamped, no offset, what was fed into the grid.
  public static let mojElektro = {
    var profile = Profile(
      name: "moj-elektro", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "Merilno mesto"),
      stamp: Stamp(column: "Časovna značka", patterns: ["yyyy-MM-ddTHH:mm"], meaning: .end),
      value: Column("Energija A-", .kilowattHours, .intervalEnergy),
      device: .column("Merilno mesto"))
    profile.steps = [900]
    profile.flow = .production
    return profile
  }()
}
