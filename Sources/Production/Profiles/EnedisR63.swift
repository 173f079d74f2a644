extension Profile {
  /// Enedis R63 load curve, the rows of what was fed into the grid: mean power, end-stamped.
  ///
  /// One file can hold both directions; which one is meant is never inferred.
  public static let enedisR63Production = r63(
    "enedis-r63-production", sorts: produced, .watts, .meanPower, .production)
  /// Enedis R63 load curve, the rows of what was taken from the grid.
  public static let enedisR63Consumption = r63(
    "enedis-r63-consumption", sorts: consumed, .watts, .meanPower, .consumption)
  /// The same in watt-hours: each row is the energy of its interval, not its power.
  public static let enedisR63ProductionEnergy = r63(
    "enedis-r63-production-energy", sorts: produced, .wattHours, .intervalEnergy, .production)
  /// What was taken from the grid, in watt-hours.
  public static let enedisR63ConsumptionEnergy = r63(
    "enedis-r63-consumption-energy", sorts: consumed, .wattHours, .intervalEnergy, .consumption)

  private static let produced = ["PROD", "Production"]
  private static let consumed = ["CONS", "Consommation"]
  /// Active energy and active power; what the grid calls reactive is of another kind.
  private static let active = [
    "EA", "PA", "Energie active", "Énergie active", "Puissance active",
  ]

  private static func r63(
    _ name: String, sorts: [String], _ unit: MeasuredUnit, _ nature: Column.Nature, _ flow: Flow
  ) -> Profile {
    var profile = Profile(
      name: name, delimiter: .semicolon, decimalMark: .point,
      heading: .row(first: "Identifiant PRM"),
      stamp: Stamp(
        column: "Horodate",
        patterns: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssXXX"],
        meaning: .end),
      value: Column("Valeur", unit, nature), device: .column("Identifiant PRM"))
    profile.rules = [
      RowRule(["Grandeur physique"], .reads(active)),
      RowRule(["Grandeur métier", "Grandeur metier"], .reads(sorts)),
      RowRule(["Unité", "Unite"], .unit([unit.rawValue])),
      RowRule(["Indice de vraisemblance"], .measures(["0"])),
    ]
    profile.steps = [300, 600, 900, 1_800, 3_600]
    profile.flow = flow
    return profile
  }
}
