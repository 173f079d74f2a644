extension Profile {
  /// MonSol (Spain), hours: end-stamped, a column tells summer from winter.
  public static let monSol = {
    var profile = Profile(
      name: "monsol", delimiter: .semicolon, decimalMark: .comma,
      heading: .row(first: "Fecha:"),
      stamp: Stamp(column: "Fecha:", patterns: ["yyyyMMddHHmmss"], meaning: .end),
      value: Column("Energía Exportada (kWh)", .kilowattHours, .intervalEnergy),
      device: .line("Planta:"))
    profile.stamp.season = .init("E", summer: "S", winter: "W")
    profile.rules = [RowRule("Energía Importada (kWh)", .needs)]
    profile.steps = [3_600]
    return profile
  }()
}
