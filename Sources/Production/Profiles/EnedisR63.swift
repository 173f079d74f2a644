extension Profile {
  /// Enedis R63 load curve, the rows of what was fed into the grid: mean power, end-stamped.
  ///
  /// One file can hold both directions; which one is meant is never inferred.
  public static let enedisR63Production = r63(
    "enedis-r63-production", sorts: ["PROD", "Production"], flow: .production)
  /// Enedis R63 load curve, the rows of what was taken from the grid.
  public static let enedisR63Consumption = r63(
    "enedis-r63-consumption", sorts: ["CONS", "Consommation"], flow: .consumption)

  private static func r63(_ name: String, sorts: [String], flow: Flow) -> Profile {
    var profile = Profile(
      name: name, delimiter: .semicolon, decimalMark: .point,
      heading: .row(first: "Identifiant PRM"),
      stamp: Stamp(
        column: "Horodate",
        patterns: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssXXX"],
        meaning: .end),
      value: Column("Valeur", .watts, .meanPower), device: .column("Identifiant PRM"))
    profile.rules = [
      RowRule(["Grandeur métier", "Grandeur metier"], .reads(sorts)),
      RowRule(["Unité", "Unite"], .unit(["W"])),
      RowRule(["Indice de vraisemblance"], .measures(["0"])),
    ]
    profile.steps = [300, 600, 900, 1_800, 3_600]
    profile.flow = flow
    return profile
  }
}
