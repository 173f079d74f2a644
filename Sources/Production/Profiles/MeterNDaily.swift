extension Profile {
  /// meterN: a day and its energy, without headings; one file a device and one for their total.
  public static let meterNDaily = Profile(
    name: "metern-daily", delimiter: .comma, decimalMark: .point,
    heading: .none(columns: ["day", "energy"]),
    stamp: Stamp(column: "day", patterns: ["yyyyMMdd"], meaning: .date),
    value: Column("energy", .wattHours, .intervalEnergy), device: .fileName)
}
