extension Profile {
  /// Enedis daily index: the counter at the midnight that begins the written date.
  ///
  /// The clock beside the date is an artefact of the export and is not read: taken literally, it
  /// moves every winter day by one.
  public static let enedisDailyIndex = {
    var profile = Profile(
      name: "enedis-daily-index", delimiter: .semicolon, decimalMark: .point,
      heading: .record(
        first: "Identifiant PRM", facts: ["Type de donnees": "Index"], then: "Horodate"),
      stamp: Stamp(
        column: "Horodate", patterns: ["yyyy-MM-ddTHH:mm:ssXXX", "yyyy-MM-dd"], meaning: .date),
      value: Column("EAS T", .wattHours, .counter), device: .record("Identifiant PRM"))
    profile.endsBefore = "Periode"
    return profile
  }()
}
