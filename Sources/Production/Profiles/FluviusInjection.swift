extension Profile {
  /// Fluvius (Belgium), quarter hours: a row a register, day and night, both ends in two columns each.
  public static let fluviusInjection = {
    var profile = Profile(
      name: "fluvius-injection", delimiter: .semicolon, decimalMark: .comma,
      heading: .row(first: "Van datum"),
      stamp: Stamp(column: "Van datum", patterns: ["dd-MM-yyyy HH:mm:ss"], meaning: .start),
      value: Column("Volume", .kilowattHours, .intervalEnergy), device: .column("EAN"))
    profile.stamp.timeColumn = "Van tijdstip"
    profile.rules = [
      RowRule("Register", .reads(["Injectie Dag", "Injectie Nacht"])),
      RowRule("Validatiestatus", .reads(["Gevalideerd", "Geschat", "Gemeten", "Uitgelezen"])),
      RowRule("Validatiestatus", .estimates(["Geschat"])),
      RowRule("Eenheid", .unit(["kWh"])),
    ]
    profile.steps = [900]
    profile.flow = .production
    return profile
  }()
}
