extension Profile {
  /// Solarman and Deye, daily statistics saved as text: a row a plant and day.
  public static let solarmanDaily = Profile(
    name: "solarman-daily", delimiter: .comma, decimalMark: .point,
    heading: .row(first: "Plant Name"),
    stamp: Stamp(column: "Updated Time", patterns: ["yyyy/MM/dd"], meaning: .date),
    value: Column("Production-Today(kWh)", .kilowattHours, .intervalEnergy),
    device: .column("Plant Name"))
}
