extension Profile {
  /// The workbook of the Enedis customer account, its sheet saved as text: both ends of each interval.
  ///
  /// The last half hour of the export is always missing; the next file has it.
  public static let enedisWorkbook = {
    var profile = Profile(
      name: "enedis-workbook", delimiter: .semicolon, decimalMark: .comma,
      heading: .row(first: ["Début", "Debut"]),
      stamp: Stamp(
        column: ["Début", "Debut"], patterns: ["dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm"],
        meaning: .start),
      value: Column("Valeur (en kW)", .kilowatts, .meanPower), device: .fileName)
    profile.missing = ["NA"]
    profile.steps = [600, 900, 1_800, 3_600]
    return profile
  }()
}
