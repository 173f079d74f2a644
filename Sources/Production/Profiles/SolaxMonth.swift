extension Profile {
  /// Solax Cloud, month report saved as text: a title, two blank lines, a row a day.
  public static let solaxMonth = {
    var profile = Profile(
      name: "solax-month", delimiter: .comma, decimalMark: .point,
      heading: .row(first: "Time"),
      stamp: Stamp(column: "Time", patterns: ["yyyy-MM-dd"], meaning: .date),
      value: Column("PV Yield Energy (kWh)", .kilowattHours, .intervalEnergy), device: .fileName)
    profile.endsBefore = "Total"
    return profile
  }()
}
