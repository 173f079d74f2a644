extension Profile {
  /// A panel exported by Grafana: the first reading of a kWh counter in each hour.
  public static let grafanaCounter = Profile(
    name: "grafana-counter", delimiter: .comma, decimalMark: .point,
    heading: .row(first: "Time"),
    stamp: Stamp(column: "Time", patterns: ["yyyy-MM-dd HH:mm:ss"], meaning: .instant),
    value: Column("kWh.first", .kilowattHours, .counter), device: .fileName)
}
