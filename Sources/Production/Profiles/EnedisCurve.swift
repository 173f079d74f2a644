extension Profile {
  /// Enedis load curve of a small site (C5) or of the customer account: mean power, end-stamped.
  ///
  /// The headings are those of the ten-minute curve; only the steps tell them apart. The step may
  /// change inside a file.
  public static let enedisCurve = enedis(
    "enedis-curve", meaning: .end, steps: [900, 1_800, 3_600])

  static func enedis(_ name: String, meaning: Stamp.Meaning, steps: [Int64]) -> Profile {
    var profile = Profile(
      name: name, delimiter: .semicolon, decimalMark: .point,
      heading: .record(
        first: "Identifiant PRM", facts: ["Type de donnees": "Courbe de charge"],
        then: "Horodate"),
      stamp: Stamp(
        column: "Horodate", patterns: ["yyyy-MM-ddTHH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss"],
        meaning: meaning),
      value: Column("Valeur", .watts, .meanPower), device: .record("Identifiant PRM"))
    profile.steps = steps
    return profile
  }
}
